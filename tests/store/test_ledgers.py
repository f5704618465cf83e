"""Records added to ledgers: by one writer, by two at once, by one that waits in vain."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from samples import LEDGER

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Record
from gongkai_cli.store import lists
from gongkai_cli.store.ledgers import append_record
from gongkai_cli.store.lock import locked
from gongkai_cli.store.read import read_workspace
from gongkai_cli.yamltext import append

FILE = "data/ledger/p/办公室.yaml"
RECORD = Record(day=date(2021, 9, 28), task="1", status="推进中", progress="一\n二", reported_by="演示")
WRITER = """
import sys
from datetime import date
from pathlib import Path
from gongkai_cli.model.record import Record
from gongkai_cli.store.ledgers import append_record
for number in range(200):
    record = Record(day=date(2021, 9, 1), task="1", status="推进中", progress=f"{sys.argv[2]}{number}")
    append_record(Path(sys.argv[1]), "p", "办公室", record)
"""
HOLDER = """
import sys, time
from pathlib import Path
from gongkai_cli.store.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def records(root: Path, office: str = "办公室") -> list[Record]:
    workspace, problems = read_workspace(root)
    assert problems == ()
    return [record for one in workspace.ledgers if one.value.office == office for record in one.value.records]


def refusal(root: Path, office: str = "办公室") -> str:
    with pytest.raises(Refusal) as refused:
        append_record(root, "p", office, RECORD)
    assert message(refused.value.code, refused.value.about)
    return refused.value.code


def test_adds_the_lines_it_returns(root: Path) -> None:
    lines = append_record(root, "p", "办公室", RECORD)
    assert (root / FILE).read_text("utf-8") == LEDGER + lines
    assert records(root)[1:] == [RECORD]


@pytest.mark.parametrize("was", [None, b""])
def test_begins_a_ledger(root: Path, was: bytes | None) -> None:
    if was is not None:
        (root / "data/ledger/p/宣教处.yaml").write_bytes(was)
    lines = append_record(root, "p", "宣教处", RECORD)
    text = (root / "data/ledger/p/宣教处.yaml").read_text("utf-8")
    assert text == "计划: p\n部门: 宣教处\n记录:\n" + lines
    assert records(root, "宣教处") == [RECORD]


def test_leaves_nothing_in_the_data_folders(root: Path) -> None:
    append_record(root, "p", "办公室", RECORD)
    assert {path.name for path in (root / "data").rglob("*") if path.is_file()} == {"p.yaml", "办公室.yaml"}
    assert (root / ".gongkai" / ".gitignore").read_text("utf-8") == "*\n"


def test_sweeps_up_after_a_writer_that_was_killed(root: Path) -> None:
    left = root / "data/ledger/p/.办公室.yaml.0badcafe.tmp"
    left.write_bytes(b"half")
    append_record(root, "p", "办公室", RECORD)
    assert not left.exists()


@pytest.mark.parametrize(
    ("was", "code"),
    [
        (LEDGER + "备注: 二\n", "list-not-last"),
        ("计划: p\n部门: 办公室\n记录: 无\n", "list-layout"),
        ("计划: p\n记录: [\n", "ledger-broken"),
    ],
)
def test_refuses_what_it_cannot_add_to(root: Path, was: str, code: str) -> None:
    (root / FILE).write_text(was, "utf-8")
    assert refusal(root) == code
    assert (root / FILE).read_text("utf-8") == was


@pytest.mark.parametrize("elsewhere", ["外面", "工作区/里面"])
def test_refuses_a_folder_that_is_a_link(tmp_path: Path, elsewhere: str) -> None:
    root, there = tmp_path / "工作区", tmp_path / elsewhere
    (root / FILE).parents[1].mkdir(parents=True)
    there.mkdir(parents=True)
    (root / FILE).parent.symlink_to(there)
    with pytest.raises(Refusal) as refused:
        append_record(root, "p", "办公室", RECORD)
    assert (refused.value.code, refused.value.about["folder"]) == ("folder-is-link", "data/ledger/p")
    assert list(there.iterdir()) == []


def test_refuses_another_encoding(root: Path) -> None:
    (root / FILE).write_bytes(LEDGER.encode("gb18030"))
    assert refusal(root) == "ledger-broken"


def test_refuses_where_an_editor_saved_meanwhile(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meddle(*given: object) -> bytes:
        (root / FILE).write_text(LEDGER + "# 另存\n", "utf-8")
        return append.append_item(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(lists, "append_item", meddle)
    assert refusal(root) == "changed-meanwhile"
    assert (root / FILE).read_text("utf-8") == LEDGER + "# 另存\n"


def test_two_processes_lose_no_record(root: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, root, name]) for name in ("甲", "乙")]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    said = [record.progress for record in records(root)[1:]]
    for name in ("甲", "乙"):
        assert [one for one in said if one.startswith(name)] == [f"{name}{number}" for number in range(200)]
    assert len(said) == 400


def test_waits_for_the_lock_only_so_long(root: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, root], stdout=subprocess.PIPE) as holder:
        try:
            assert holder.stdout is not None
            holder.stdout.readline()
            with pytest.raises(Refusal) as refused, locked(root, wait=0.1):
                pass
            assert (refused.value.code, refused.value.about) == ("locked", {"seconds": "0.1"})
        finally:
            holder.kill()
    with locked(root, wait=0.1):
        """The lock of a process that was killed is free again."""


def test_parses_no_more_of_a_long_ledger_than_of_a_short_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[int] = []

    def counted(text: str) -> append.Data:
        parsed.append(len(text))
        return original(text)

    original = append.load
    monkeypatch.setattr(append, "load", counted)
    (root / FILE).write_text(LEDGER + 10_000 * LEDGER.partition("记录:\n")[2], "utf-8")
    append_record(root, "p", "办公室", RECORD)
    assert sum(parsed) < 1000
