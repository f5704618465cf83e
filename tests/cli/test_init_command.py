"""`gongkai init` in real folders with a real git."""

import json
import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from clones import answers, commit, git, state

from gongkai_cli.cli.run import run

PROJECT = Path(__file__).parents[2]
PLAN = PROJECT / "data/sources/guangzhou-sports-2021-plan.txt"
SAID = ["--body", "示例市体育局", "--offices", "办公室、法规宣传处，计划财务处", "--coordinator", "办公室"]
OFFICER = ["--name", "演示", "--email", "yanshi@example.gov.cn"]

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="这台电脑没有安装 git")


@pytest.fixture
def root(home: Path) -> Path:
    """A new workspace whose coordinator is known, to stand in."""
    assert run(["init", *SAID, *OFFICER]) == 0
    return home


# --- what is made -------------------------------------------------------------------------------------------


def test_a_stranger_founds_imports_records_and_checks(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", "台账", "--from", str(PLAN), "--coordinator", "办公室"]) == 0
    os.chdir("台账")
    assert run(["import", str(PLAN)]) == 0
    assert run(["record", "15", "--office", "法规宣传处", "--status", "推进中", "--note", "演示"]) == 0
    capsys.readouterr()
    assert run(["check"]) == 0
    assert capsys.readouterr().out == "没有发现问题\n"


def test_a_second_run_changes_no_byte(root: Path) -> None:
    before = state(root)
    assert run(["init"]) == 0
    assert state(root) == before


def test_a_dry_run_changes_nothing_anywhere(home: Path) -> None:
    assert run(["init", "台账", *SAID, "--dry-run"]) == 0
    assert not list(home.iterdir())


def test_the_offices_of_an_imported_plan_are_taken(home: Path) -> None:
    assert run(["import", str(PLAN)]) == 0
    assert run(["init"]) == 0
    config = yaml.safe_load((home / "gongkai.yaml").read_text("utf-8"))
    assert config["单位"] == "广州市体育局"
    assert "体育产业处（保卫处）" in [one["名称"] for one in config["部门"]]


def test_the_names_may_come_from_a_converted_plan(home: Path) -> None:
    plan = (PROJECT / "data/plans/guangzhou-sports-2021.yaml").read_text("utf-8")
    (home / "计划.yaml").write_text(plan.replace("青少年体育处", "青少年/体育处"), "utf-8")
    assert run(["init", "台账", "--from", "计划.yaml"]) == 0
    offices = [one["名称"] for one in yaml.safe_load((home / "台账/gongkai.yaml").read_text("utf-8"))["部门"]]
    assert "计划财务处" in offices
    assert "青少年/体育处" not in offices  # could name no ledger


def test_at_a_terminal_what_is_missing_is_asked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(
        monkeypatch, ["", "示例市体育局", "办公室、 法规宣传处", "3", "2", "演示", "yanshi@example.gov.cn"]
    )
    assert run(["init"]) == 0
    config = yaml.safe_load((home / "gongkai.yaml").read_text("utf-8"))
    assert config["单位"] == "示例市体育局"
    assert config["牵头处室"] == "法规宣传处"
    officer = [{"姓名": "演示", "邮箱": "yanshi@example.gov.cn"}]
    assert config["部门"] == [{"名称": "办公室"}, {"名称": "法规宣传处", "联络员": officer}]
    assert git(home, "config", "user.email") == "yanshi@example.gov.cn"


def test_at_a_terminal_the_enter_key_takes_what_the_plan_says(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, ["", "", "1", "", ""])
    assert run(["init", "--from", str(PLAN)]) == 0
    config = yaml.safe_load((home / "gongkai.yaml").read_text("utf-8"))
    assert (config["单位"], config["牵头处室"]) == ("广州市体育局", "法规宣传处")
    assert not any("联络员" in office for office in config["部门"])


def test_what_other_programs_read_is_sound(root: Path) -> None:
    ci = [
        ".gitlab-ci.yml",
        ".github/workflows/gongkai.yml",
        ".gitea/workflows/gongkai.yml",
        ".workflow/gongkai.yml",
    ]
    for file in ci:
        said = (root / file).read_text("utf-8")
        assert yaml.safe_load(said)
        assert "gongkai check" in said
        assert "gongkai git guard" in said
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    assert all((root / file).is_file() for file in settings["yaml.schemas"])
    assert json.loads((root / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]


def test_git_is_told_how_to_treat_each_kind_of_file(root: Path) -> None:
    asked = [
        "data/ledger/p/法规宣传处.yaml",
        "data/requests/2021.yaml",
        "evidence/2021/截图.png",
        "templates/a.docx",
    ]
    told = git(root, "check-attr", "merge", "eol", "text", "--", *asked).splitlines()
    assert f"{asked[0]}: merge: gongkai" in told
    assert f"{asked[1]}: merge: gongkai" in told
    assert f"{asked[0]}: eol: lf" in told
    assert {f"{file}: text: unset" for file in asked[2:]} <= set(told)
    assert (
        git(root, "check-ignore", "reports/a.docx", ".gongkai/lock", "~$通知.docx", "Thumbs.db").count("\n")
        == 3
    )
    assert git(root, "config", "core.quotepath") == "false"
    assert git(root, "config", "merge.gongkai.driver") == "gongkai git merge-driver %O %A %B %P"


def test_codeowners_follow_the_liaison_officers(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = (root / "gongkai.yaml").read_text("utf-8")
    officers = "    联络员: [{姓名: 甲, 邮箱: jia@example.gov.cn}, {姓名: 乙, 邮箱: yi@example.gov.cn}]\n"
    (root / "gongkai.yaml").write_text(
        said.replace("  - 名称: 法规宣传处\n", f"  - 名称: 法规 宣传处\n{officers}"), "utf-8"
    )
    capsys.readouterr()
    assert run(["init"]) == 0
    assert "更新          CODEOWNERS、填报说明.md\n" in capsys.readouterr().out
    rules = [
        line for line in (root / "CODEOWNERS").read_text("utf-8").splitlines() if line[:1] not in {"#", ""}
    ]
    assert rules == [
        "* yanshi@example.gov.cn",
        "/evidence/",
        "/data/ledger/*/办公室.yaml yanshi@example.gov.cn",
        r"/data/ledger/*/法规\ 宣传处.yaml jia@example.gov.cn yi@example.gov.cn",
    ]


# --- what is left alone -------------------------------------------------------------------------------------


def test_what_a_person_changed_or_removed_stays_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / ".gitignore").write_text("# 自己的\n", "utf-8")
    (root / ".gitlab-ci.yml").unlink()
    before = state(root)
    capsys.readouterr()
    assert run(["init"]) == 0
    assert state(root) == before
    assert "已删，不再建  .gitlab-ci.yml\n" in capsys.readouterr().out


def test_what_was_there_before_stays(home: Path) -> None:
    git(home, "init")
    (home / "CODEOWNERS").write_text("* @all\n", "utf-8")
    assert run(["init", *SAID]) == 0
    assert run(["init"]) == 0
    assert (home / "CODEOWNERS").read_text("utf-8") == "* @all\n"


def test_a_checkout_with_other_line_ends_is_not_a_change(root: Path) -> None:
    path = root / "CODEOWNERS"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = state(root)
    assert run(["init"]) == 0
    assert state(root) == before


def test_options_say_nothing_about_a_workspace_that_is_there(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(root)
    assert run(["init", "--body", "另一个局"]) == 0
    assert state(root) == before
    assert "gongkai.yaml 已经有了，没有动" in capsys.readouterr().out


# --- the hook -----------------------------------------------------------------------------------------------


@pytest.fixture
def ledger(root: Path) -> Path:
    """A ledger of a workspace with a plan, all of it committed."""
    run(["import", str(PLAN)])
    run(["record", "15", "--office", "办公室", "--status", "推进中", "--note", "演示", "--reporter", "演示"])
    commit(root, "建立工作区")
    return root / "data/ledger/guangzhou-sports-2021/办公室.yaml"


def test_a_sound_change_is_committed(root: Path, ledger: Path) -> None:
    assert git(root, "status", "--short") == ""
    ledger.write_text(ledger.read_text("utf-8") + "    审核人: 演示\n", "utf-8")
    assert "没有发现问题" not in git(root, "log", "-1", "--format=%s")
    commit(root, "审核")
    assert git(root, "log", "-1", "--format=%s") == "审核"


def test_a_faulty_change_is_not_committed(root: Path, ledger: Path) -> None:
    ledger.write_text(ledger.read_text("utf-8").replace("推进中", "推进"), "utf-8")
    said = commit(root, "有错")
    assert "bad-choice" in said
    assert "没有提交" in said
    assert git(root, "log", "-1", "--format=%s") == "建立工作区"


def test_a_fault_elsewhere_does_not_stop_a_commit(root: Path, ledger: Path) -> None:
    ledger.write_text(ledger.read_text("utf-8").replace("推进中", "推进"), "utf-8")
    (root / "说明.txt").write_text("演示", "utf-8")
    git(root, "add", "说明.txt")
    git(root, "commit", "-m", "说明")
    assert git(root, "log", "-1", "--format=%s") == "说明"


def test_without_the_command_a_commit_passes_and_says_so(
    root: Path, ledger: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = os.environ["PATH"].split(os.pathsep)
    monkeypatch.setenv("PATH", os.pathsep.join(one for one in path if not (Path(one) / "gongkai").exists()))
    ledger.write_text(ledger.read_text("utf-8").replace("推进中", "推进"), "utf-8")
    git(root, "add", "--all")
    done = subprocess.run(["git", "commit", "-m", "没查"], capture_output=True, text=True, check=True)
    assert "没有检查" in done.stderr


def test_a_hook_that_is_there_stays(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(home, "init")
    hook = home / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n", "utf-8")
    assert run(["init", *SAID]) == 0
    assert hook.read_text("utf-8") == "#!/bin/sh\n"
    assert "已另有 pre-commit" in capsys.readouterr().out


def test_the_hook_of_an_older_program_is_renewed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hook = root / ".git/hooks/pre-commit"
    now = hook.read_bytes()
    hook.write_bytes(b"#!/bin/sh\n")
    git(root, "config", "gongkai.hook", sha256(b"#!/bin/sh\n").hexdigest())
    capsys.readouterr()
    assert run(["init"]) == 0
    assert hook.read_bytes() == now
    assert os.access(hook, os.X_OK)
    assert "更新          提交前检查" in capsys.readouterr().out


def test_a_folder_of_hooks_inside_the_repository_is_respected(home: Path) -> None:
    git(home, "init")
    git(home, "config", "core.hooksPath", ".githooks")
    assert run(["init", *SAID]) == 0
    assert os.access(home / ".githooks/pre-commit", os.X_OK)
    assert not (home / ".git/hooks/pre-commit").exists()


def test_a_folder_of_hooks_of_others_is_left_alone(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(home, "init")
    git(home, "config", "core.hooksPath", str(tmp_path / "hooks"))
    assert run(["init", *SAID]) == 0
    assert not (tmp_path / "hooks").exists()
    assert "core.hooksPath" in capsys.readouterr().out
