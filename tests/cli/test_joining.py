"""`gongkai init --office`: a liaison officer's clone of a real repository."""

import shutil
from pathlib import Path

import pytest
from clones import CONFIG, answers, commit, git, state

from gongkai_cli.cli.run import run

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="这台电脑没有安装 git")


def settings(clone: Path) -> list[str]:
    keys = ("gongkai.office", "user.name", "user.email", "core.quotepath", "merge.gongkai.driver")
    return [git(clone, "config", "--local", key) for key in keys]


def test_a_clone_becomes_an_offices(clone: Path) -> None:
    tree = {name: data for name, data in state(clone).items() if not name.startswith(".git/")}
    assert run(["init", "--office", "法规宣传处"]) == 0
    assert settings(clone) == [
        "法规宣传处", "乙", "yi@example.gov.cn", "false", "gongkai git merge-driver %O %A %B %P",
    ]  # fmt: skip
    assert git(clone, "branch", "--show-current") == "office/法规宣传处"
    assert git(clone, "rev-parse", "HEAD") == git(clone, "rev-parse", "origin/main")
    assert (clone / ".git/hooks/pre-commit").is_file()
    assert {name: data for name, data in state(clone).items() if not name.startswith(".git/")} == tree


def test_then_a_record_needs_no_options(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", "--office", "法规宣传处"])
    assert run(["record", "15", "--status", "推进中", "--note", "演示"]) == 0
    assert "法规宣传处.yaml" in capsys.readouterr().out
    commit(clone, "填报")
    assert git(clone, "log", "-1", "--format=%an <%ae>") == "乙 <yi@example.gov.cn>"
    git(clone, "push")
    assert git(clone, "rev-parse", "origin/office/法规宣传处") == git(clone, "rev-parse", "HEAD")


def test_a_second_run_changes_nothing(clone: Path) -> None:
    run(["init", "--office", "法规宣传处"])
    before = state(clone)
    assert run(["init", "--office", "法宣处"]) == 0  # by an alias, too
    assert state(clone) == before


def test_a_dry_run_changes_nothing(clone: Path) -> None:
    before = state(clone)
    assert run(["init", "--office", "法规宣传处", "--dry-run"]) == 0
    assert state(clone) == before


def test_what_was_committed_before_joining_comes_along(clone: Path) -> None:
    git(
        clone,
        "-c",
        "user.name=乙",
        "-c",
        "user.email=yi@example.gov.cn",
        "commit",
        "--allow-empty",
        "-m",
        "早填了",
    )
    assert run(["init", "--office", "法规宣传处"]) == 0
    assert git(clone, "log", "-1", "--format=%s") == "早填了"


def test_what_another_office_committed_stays_behind(clone: Path) -> None:
    git(clone, "switch", "-c", "office/计划财务处")
    git(
        clone,
        "-c",
        "user.name=丙",
        "-c",
        "user.email=bing@example.gov.cn",
        "commit",
        "--allow-empty",
        "-m",
        "别人的",
    )
    assert run(["init", "--office", "法规宣传处"]) == 0
    assert git(clone, "rev-parse", "HEAD") == git(clone, "rev-parse", "origin/main")


def test_the_branch_the_server_has_is_gone_on_with(clone: Path) -> None:
    git(clone, "switch", "-c", "office/法规宣传处")
    git(
        clone,
        "-c",
        "user.name=乙",
        "-c",
        "user.email=yi@example.gov.cn",
        "commit",
        "--allow-empty",
        "-m",
        "报过",
    )
    git(clone, "push", "origin", "office/法规宣传处")
    git(clone, "switch", "main")
    git(clone, "branch", "-D", "office/法规宣传处")
    assert run(["init", "--office", "法规宣传处"]) == 0
    assert git(clone, "log", "-1", "--format=%s") == "报过"
    assert git(clone, "rev-parse", "--abbrev-ref", "@{upstream}") == "origin/office/法规宣传处"


def test_a_worktree_shares_the_hook(clone: Path, home: Path) -> None:
    git(clone, "worktree", "add", str(home / "另一处"), "-b", "另一处")
    assert run(["init", str(home / "另一处"), "--office", "法规宣传处"]) == 0
    assert (clone / ".git/hooks/pre-commit").is_file()
    assert git(home / "另一处", "branch", "--show-current") == "office/法规宣传处"


@pytest.mark.parametrize(
    ("options", "officer"),
    [
        (["计划财务处", "--name", "丁"], "丁 <ding@example.gov.cn>"),
        (["计划财务处", "--email", "bing@example.gov.cn"], "丙 <bing@example.gov.cn>"),
        (["人事处", "--name", "戊", "--email", "wu@example.gov.cn"], "戊 <wu@example.gov.cn>"),
        (["青少年体育处", "--name", "己", "--email", "ji@example.gov.cn"], "己 <ji@example.gov.cn>"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_officer_is_the_one_meant(
    options: list[str], officer: str, clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["init", "--office", *options]) == 0
    name, email = settings(clone)[1:3]
    assert f"{name} <{email}>" == officer
    assert ("没有登记" in capsys.readouterr().out) == (options[0] in {"人事处", "青少年体育处"})


def test_at_a_terminal_the_officer_is_chosen_or_asked_for(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ["2"])
    assert run(["init", "--office", "计划财务处"]) == 0
    assert settings(clone)[1] == "丁"
    answers(monkeypatch, ["戊", ""])
    assert run(["init", "--office", "人事处"]) == 0
    assert settings(clone)[:3] == ["人事处", "戊", "ding@example.gov.cn"]


def test_the_officer_git_knows_already_is_taken(clone: Path) -> None:
    git(clone, "config", "user.email", "ding@example.gov.cn")
    assert run(["init", "--office", "计划财务处"]) == 0
    assert settings(clone)[1] == "丁"


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["法规处"], "没有“法规处”这个部门，是不是“法规宣传处”？"),
        (["计划财务处"], "请用 --name 写明是哪一位：丙、丁"),
        (["人事处"], "请用 --name、--email"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refused_in_one_line(
    options: list[str], told: str, clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(clone)
    capsys.readouterr()
    assert run(["init", "--office", *options]) == 2
    assert told in capsys.readouterr().err
    assert state(clone) == before


def test_refused_on_no_branch(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(clone, "switch", "--detach")
    assert run(["init", "--office", "法规宣传处"]) == 2
    assert "不在任何分支上" in capsys.readouterr().err


def test_refused_over_a_change_that_would_be_lost(clone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(clone, "switch", "-c", "office/法规宣传处")
    (clone / "gongkai.yaml").write_text(CONFIG + "电话: 演示\n", "utf-8")
    git(
        clone,
        "-c",
        "user.name=乙",
        "-c",
        "user.email=yi@example.gov.cn",
        "commit",
        "--no-verify",
        "-am",
        "改",
    )
    git(clone, "switch", "main")
    (clone / "gongkai.yaml").write_text(CONFIG + "联系人: 演示\n", "utf-8")
    assert run(["init", "--office", "法规宣传处"]) == 2
    assert "有改动还没有提交" in capsys.readouterr().err
    assert (clone / "gongkai.yaml").read_text("utf-8").endswith("联系人: 演示\n")
    assert git(clone, "config", "gongkai.office") == ""
