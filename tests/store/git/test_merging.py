"""Merging with git itself: real branches, the driver set as `init` sets it, files that other merges left torn."""

import subprocess
import sys
from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.merging import in_conflict, settle, torn

LEDGER = "data/ledger/p/办公室.yaml"
HEAD = "计划: p\n部门: 办公室\n记录:\n"


def record(day: int, said: str) -> str:
    return f"  - 日期: 2021-09-{day:02}\n    任务: 15\n    状态: 推进中\n    进展: {said}\n    填报人: 演示\n"


FIRST = record(1, "甲")


class Clone:
    """A repository of a workspace, on its main branch."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir(parents=True)
        for arguments in (
            ("init", "-q", "-b", "main"),
            ("config", "user.name", "演示"),
            ("config", "user.email", "yanshi@example.com"),
        ):
            self.git(*arguments)
        self.write("gongkai.yaml", "单位: 演示局\n")
        self.write(LEDGER, HEAD + FIRST)
        self.commit()

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ("git", "-c", "core.quotepath=false", *arguments),
            cwd=self.root, capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def use_driver(self) -> None:
        command = f"'{sys.executable}' -m gongkai_cli git merge-driver %O %A %B %P"
        self.git("config", "merge.gongkai.driver", command)
        self.write(".gitattributes", "data/ledger/**/*.yaml merge=gongkai\n")
        self.commit()

    def write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def read(self, file: str = LEDGER) -> str:
        return (self.root / file).read_bytes().decode()

    def commit(self) -> None:
        self.git("add", "-A")
        done = self.git("commit", "-qm", "改")
        assert done.returncode == 0, done.stderr

    def part(self, ours: str, theirs: str, file: str = LEDGER) -> None:
        """Commit one text on main, another on a branch `office`."""
        self.git("branch", "office")
        self.write(file, ours)
        self.commit()
        self.git("switch", "-q", "office")
        self.write(file, theirs)
        self.commit()
        self.git("switch", "-q", "main")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    source = Path(__file__).parents[3] / "src"
    for name, value in {
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null", "PYTHONPATH": str(source),
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    return Clone(tmp_path / "工作区")


# --- the driver --------------------------------------------------------------------------------------------------


def test_git_merges_what_both_sides_add(clone: Clone) -> None:
    clone.use_driver()
    clone.part(HEAD + FIRST + record(5, "本方"), HEAD + FIRST + record(3, "对方"))
    done = clone.git("merge", "office")
    assert done.returncode == 0, done.stdout + done.stderr
    assert clone.read() == HEAD + FIRST + record(3, "对方") + record(5, "本方")


def test_git_is_told_of_a_record_changed_in_two_ways(clone: Clone) -> None:
    clone.use_driver()
    clone.part(HEAD + record(1, "甲一") + record(5, "本方"), HEAD + record(1, "甲二") + record(3, "对方"))
    done = clone.git("merge", "office")
    assert done.returncode == 1
    assert "任务15 2021-09-01 的记录两边改得不一样：进展“甲一”↔“甲二”" in done.stderr
    conflict = (
        f"<<<<<<< 本方版本\n{record(1, '甲一')}||||||| 原来的内容\n{FIRST}"
        f"=======\n{record(1, '甲二')}>>>>>>> 对方版本\n"
    )
    assert clone.read() == HEAD + conflict + record(3, "对方") + record(5, "本方")
    assert in_conflict(clone.root) == (LEDGER,)


@pytest.mark.parametrize(
    ("theirs", "why"),
    [
        (HEAD + "  - 日期：2021\n   任务: 3\n", "对方版本第 5 行有误"),
        ("记录: 一\n", "不是一条一条写的台账"),
    ],
)
def test_what_does_not_read_is_merged_line_by_line(clone: Clone, theirs: str, why: str) -> None:
    clone.use_driver()
    clone.part(HEAD + FIRST + record(5, "本方"), theirs)
    done = clone.git("merge", "office")
    assert done.returncode == 1
    assert why in done.stderr
    assert "逐行合并" in done.stderr
    text = clone.read()
    for line in (HEAD + FIRST + record(5, "本方") + theirs).splitlines():
        assert line in text


def test_rebasing_a_clerk_s_branch_merges_too(clone: Clone) -> None:
    clone.use_driver()
    clone.part(HEAD + FIRST + record(5, "本方"), HEAD + FIRST + record(3, "对方"))
    clone.git("switch", "-q", "office")
    assert clone.git("rebase", "-q", "main").returncode == 0
    assert clone.read() == HEAD + FIRST + record(3, "对方") + record(5, "本方")


# --- files left torn ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
@pytest.mark.parametrize("committed", [False, True])
def test_a_file_that_git_left_torn_is_merged_record_by_record(
    clone: Clone, style: str, *, committed: bool
) -> None:
    clone.git("config", "merge.conflictStyle", style)
    clone.part(HEAD + FIRST + record(5, "本方"), HEAD + FIRST + record(3, "对方"))
    assert clone.git("merge", "office").returncode == 1
    if committed:
        clone.commit()
    found = torn(clone.root, LEDGER)
    assert (found.unmerged, found.merged.conflicts) == (not committed, ())
    settle(clone.root, found, found.merged.data, done=True)
    assert clone.read() == HEAD + FIRST + record(3, "对方") + record(5, "本方")
    assert clone.git("diff", "--name-only", "--diff-filter=U").stdout == ""
    assert in_conflict(clone.root) == ()


def test_what_was_settled_by_hand_stays(clone: Clone) -> None:
    clone.write(LEDGER, HEAD + FIRST + record(2, "乙"))
    clone.commit()
    ours, theirs = record(2, "乙") + record(5, "本方"), record(2, "乙") + record(3, "对方")
    clone.part(HEAD + record(1, "甲一") + ours, HEAD + record(1, "甲二") + theirs)
    assert clone.git("merge", "office").returncode == 1
    text = clone.read()
    start, end = text.index("<<<<<<<"), text.index(">>>>>>> office\n") + len(">>>>>>> office\n")
    clone.write(LEDGER, text[:start] + "    进展: 商定的\n" + text[end:])
    found = torn(clone.root, LEDGER)
    settled = HEAD + record(1, "商定的") + record(2, "乙")
    assert found.merged.data.decode() == settled + record(3, "对方") + record(5, "本方")


def test_lines_of_two_records_that_git_mixed_make_no_third(clone: Clone) -> None:
    clone.part(HEAD + record(2, "乙"), HEAD + record(1, "甲改") + record(2, "乙"))
    assert clone.git("merge", "office").returncode == 1
    assert "2021-09-01" not in clone.read()
    (conflict,) = torn(clone.root, LEDGER).merged.conflicts
    assert (conflict.ours, conflict.theirs and conflict.theirs.text) == (None, record(1, "甲改"))


def test_a_file_without_marks_is_left_to_the_person(clone: Clone) -> None:
    with pytest.raises(Refusal) as refused:
        torn(clone.root, LEDGER)
    assert refused.value.code == "no-marks"
    clone.git("branch", "office")
    (clone.root / LEDGER).unlink()
    clone.commit()
    clone.git("switch", "-q", "office")
    clone.write(LEDGER, HEAD + FIRST + record(2, "乙"))
    clone.commit()
    assert clone.git("merge", "main").returncode == 1
    with pytest.raises(Refusal) as refused:
        torn(clone.root, LEDGER)
    assert refused.value.code == "resolve-by-hand"


def test_a_file_changed_meanwhile_is_not_overwritten(clone: Clone) -> None:
    clone.part(HEAD + FIRST + record(5, "本方"), HEAD + FIRST + record(3, "对方"))
    clone.git("merge", "office")
    found = torn(clone.root, LEDGER)
    clone.write(LEDGER, HEAD)
    with pytest.raises(Refusal) as refused:
        settle(clone.root, found, found.merged.data, done=True)
    assert refused.value.code == "changed-meanwhile"
    assert clone.read() == HEAD
