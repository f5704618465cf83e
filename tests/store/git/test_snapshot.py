"""The workspace as a commit has it, by name or by day."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.origin import origin_of
from gongkai_cli.store.git.snapshot import snapshot, workspace_at

PLAN = "计划: p\n标题: 示例\n年度: 2021\n任务:\n  - {编号: 1, 具体要求: 公开。, 牵头: [甲处]}\n"
LEDGER = "计划: p\n部门: 甲处\n记录:\n  - {日期: 2021-08-20, 任务: 1, 状态: 推进中, 进展: 起草}\n"
WHO = {"GIT_AUTHOR_NAME": "演示", "GIT_AUTHOR_EMAIL": "a@example.com", "TZ": "Asia/Shanghai"}
WHO |= {
    "GIT_COMMITTER_NAME": "演示",
    "GIT_COMMITTER_EMAIL": "a@example.com",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace below the top of its repository: the plan on 20 July, a record on 1 September."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    root = tmp_path / "仓库" / "工作区"
    (root / "data/plans").mkdir(parents=True)
    (root / "data/ledger/p").mkdir(parents=True)
    git(root.parent, "init", "-q", "-b", "main")
    (root / "data/plans/p.yaml").write_text(PLAN, "utf-8")
    commit(root, "2021-07-20T23:59:59+08:00")
    (root / "data/ledger/p/甲处.yaml").write_text(LEDGER, "utf-8")
    (root / "data/ledger/p/乙处.yaml").symlink_to("甲处.yaml")
    commit(root, "2021-09-01T00:00:01+08:00")
    return root


def git(folder: Path, *words: str, when: str = "") -> None:
    env = os.environ | WHO | ({"GIT_COMMITTER_DATE": when} if when else {})
    subprocess.run(["git", *words], cwd=folder, env=env, check=True, capture_output=True)


def commit(root: Path, when: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", when, when=when)


def records(root: Path, name: str) -> list[str]:
    workspace, problems = workspace_at(root, snapshot(root, name).commit, "p")
    assert not problems
    return [record.progress for ledger in workspace.ledgers for record in ledger.value.records]


@pytest.mark.parametrize(
    ("name", "found", "day"),
    [
        ("HEAD", ["起草"], date(2021, 9, 1)),
        ("HEAD~1", [], date(2021, 7, 20)),
        ("main", ["起草"], date(2021, 9, 1)),
        ("2021-09-01", [], date(2021, 8, 31)),
        ("2021-09-02", ["起草"], date(2021, 9, 1)),
        ("2021-07-21", [], date(2021, 7, 20)),
    ],
)
def test_a_commit_is_read_by_its_name_or_a_day(office, name, found, day):
    assert records(office, name) == found
    assert snapshot(office, name).day == day


def test_only_a_name_is_shown_not_a_day(office):
    assert [snapshot(office, name).name for name in ("HEAD", "2021-09-02")] == ["HEAD", ""]


def test_reading_touches_no_file(office):
    before = {path: path.lstat().st_mtime_ns for path in office.parent.rglob("*")}
    records(office, "HEAD~1")
    assert {path: path.lstat().st_mtime_ns for path in office.parent.rglob("*")} == before


def test_what_is_not_committed_is_seen(office):
    assert origin_of(office).clean
    (office / "data/ledger/p/丙处.yaml").write_text(LEDGER.replace("甲", "丙"), "utf-8")
    assert not origin_of(office).clean
    assert records(office, "HEAD") == ["起草"]


def test_an_office_s_commit_counts_from_when_it_was_collected(office):
    git(office, "checkout", "-q", "-b", "office/丙处", "HEAD~1")
    (office / "data/ledger/p").mkdir(parents=True)
    (office / "data/ledger/p/丙处.yaml").write_text(
        LEDGER.replace("起草", "配合").replace("甲", "丙"), "utf-8"
    )
    commit(office, "2021-09-05T10:00:00+08:00")
    git(office, "checkout", "-q", "main")
    git(office, "merge", "-q", "--no-ff", "-m", "汇总", "office/丙处", when="2021-09-20T10:00:00+08:00")
    assert records(office, "2021-09-10") == ["起草"]
    assert sorted(records(office, "2021-09-21")) == ["起草", "配合"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("2021-07-20", "no-commit-before"),
        ("2021-13-01", "bad-day"),
        ("v9", "no-revision"),
        ("--all", "no-revision"),
        ("", "no-revision"),
        ("HEAD:data", "no-revision"),
    ],
)
def test_a_name_that_means_no_commit_is_refused(office, name, code):
    with pytest.raises(Refusal) as refusal:
        snapshot(office, name)
    assert refusal.value.code == code


def test_a_folder_that_is_no_repository_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(Refusal) as refusal:
        snapshot(tmp_path, "HEAD")
    assert refusal.value.code == "no-repository"


def test_faults_of_an_old_file_are_returned(office):
    (office / "data/ledger/p/甲处.yaml").write_text("计划: p\n部门: [甲处\n", "utf-8")
    commit(office, "2021-09-02T10:00:00+08:00")
    workspace, problems = workspace_at(office, snapshot(office, "HEAD").commit, "p")
    assert [problem.file for problem in problems] == ["data/ledger/p/甲处.yaml"]
    assert workspace.ledgers == ()
