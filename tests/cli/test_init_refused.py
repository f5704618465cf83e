"""Where `gongkai init` stops, with one line and nothing changed, and what it does without git."""

import os
from pathlib import Path

import pytest
from clones import commit, git, state

from gongkai_cli.cli.run import run

SAID = ["--body", "示例市体育局", "--offices", "办公室、法规宣传处"]


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert run(["init", *arguments]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.count("\n") == 1
    return err


def test_nobody_can_be_asked_for_the_body(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--body" in refused([], capsys)
    assert not list(home.iterdir())


def test_a_folder_with_other_things_in_it(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "通知.docx").write_bytes(b"")
    assert "通知.docx 等 1 个" in refused(SAID, capsys)
    assert [path.name for path in home.iterdir()] == ["通知.docx"]


def test_a_folder_in_another_workspace(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", *SAID])
    assert "在工作区" in refused(["data/ledger/台账", *SAID], capsys)
    assert not (home / "data/ledger/台账").exists()


def test_a_file_in_place_of_the_folder(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "台账").write_bytes(b"")
    assert "没有“" in refused(["台账", *SAID], capsys)


@pytest.mark.skipif(os.geteuid() == 0, reason="管理员不受只读目录的限制")
def test_a_folder_that_cannot_be_written(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home.chmod(0o555)
    assert "没有写入" in refused(["台账", *SAID], capsys)


def test_a_system_that_cannot_name_our_files(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.getfilesystemencoding", lambda: "ascii")
    assert "按 ascii 编码读文件名" in refused(SAID, capsys)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--offices", "办公室、督办"], "督办"),
        (["--offices", "办公室、a/b"], "a/b"),
        (["--coordinator", "人事处"], "没有“人事处”（--coordinator）"),
        (["--name", "演示"], "没有写是哪个部门的"),
        (["--from", "没有.docx"], "找不到文件"),
        (["--from", "计划.yaml"], "不是计划"),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_what_cannot_be_meant(
    more: list[str], told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told in refused(["台账", *SAID, *more], capsys)
    assert not list(home.iterdir())


@pytest.mark.parametrize("said", ["计划: p\n", "计划：p\n  - [", "[]"])
def test_a_yaml_file_that_is_no_plan(said: str, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "计划.yaml").write_text(said, "utf-8")
    assert "不是计划" in refused(["台账", *SAID, "--from", "计划.yaml"], capsys)


def test_an_office_cannot_join_outside_a_repository(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "gongkai.yaml").write_text("部门: [{名称: 办公室}]\n", "utf-8")
    assert "不在 git 仓库里" in refused(["--office", "办公室"], capsys)


def test_an_office_whose_name_can_name_no_branch(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(home, "init")
    (home / "gongkai.yaml").write_text("部门: [{名称: 办 公 室}]\n", "utf-8")
    told = refused(["--office", "办 公 室", "--name", "演示", "--email", "yanshi@example.gov.cn"], capsys)
    assert "不能用作 git 的分支名" in told


def test_settings_that_cannot_be_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", *SAID])
    (home / "gongkai.yaml").write_text("部门：办公室\n", "utf-8")
    before = state(home)
    assert "gongkai.yaml:1" in refused([], capsys)
    assert state(home) == before


def test_a_repository_of_another_user(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(home, "init")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert "safe.directory" in refused(SAID, capsys)
    assert [path.name for path in home.iterdir()] == [".git"]


def test_a_merge_under_way(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init", *SAID, "--coordinator", "办公室", "--name", "演示", "--email", "yanshi@example.gov.cn"])
    commit(home, "建立工作区")
    git(home, "switch", "-c", "别的")
    commit(home, "空")
    for branch, said in (("别的", "甲"), ("main", "乙")):
        git(home, "switch", branch)
        (home / "说明.txt").write_text(said, "utf-8")
        commit(home, said)
    git(home, "merge", "别的")
    before = state(home)
    assert "没做完的合并" in refused([], capsys)
    assert "没做完的合并" in refused(["--office", "法规宣传处"], capsys)
    assert state(home) == before


def test_without_git_the_files_are_made(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PATH", str(home))
        assert run(["init", *SAID]) == 0
        assert "没有安装 git" in capsys.readouterr().out
        assert "没有安装 git" in refused(["--office", "法规宣传处"], capsys)
    assert (home / "gongkai.yaml").is_file()
    assert not (home / ".git").exists()
    assert run(["init"]) == 0
    assert (home / ".git/hooks/pre-commit").is_file()


def test_a_workspace_below_the_top_of_a_repository(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(home, "init")
    assert run(["init", "台账", *SAID]) == 0
    assert "不在 git 仓库的最上层" in capsys.readouterr().out
    assert not (home / ".git/hooks/pre-commit").exists()
    assert not (home / "台账/.git").exists()
