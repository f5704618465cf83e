"""One coordinator, twenty offices, 400 records: through branches, pushes, merges and collisions, each is there once."""

from collections import Counter
from pathlib import Path

from clones import git
from offices import Server, found, gongkai, record

from gongkai_cli.cli.run import run
from gongkai_cli.store.read import read_workspace

OFFICES = ["办公室", *(f"第{number}处" for number in range(1, 21))]
ROUNDS = 2
RECORDS = 400


def test_no_record_is_lost_or_doubled(home: Path) -> None:
    server = Server(home)
    coordinator = found(server, OFFICES)
    first = {office: server.clone(office) for office in OFFICES[1:]}
    second = {office: server.clone(office, f"{office}另一台") for office in OFFICES[1:]}
    each = RECORDS // len(first) // ROUNDS // 2
    for turn in range(ROUNDS):
        for computers in (first, second):  # the second meets in the same file what the first pushed
            for task, root in enumerate(computers.values(), 2):
                fill(root, task, f"{root.name}第{turn}轮", each)
        assert gongkai(coordinator, "collect", "--push") == 0
    expected = {f"{root.name}第{turn}轮之{number}" for root in (*first.values(), *second.values())
                for turn in range(ROUNDS) for number in range(each)}  # fmt: skip
    assert len(expected) == RECORDS
    workspace, problems = read_workspace(coordinator)
    assert problems == ()
    told = Counter(record.progress for one in workspace.ledgers for record in one.value.records)
    assert told == Counter(expected) + Counter(["起草"])
    assert git(coordinator, "status", "--porcelain") == ""
    assert run(["-C", str(coordinator), "check"]) == 0


def fill(root: Path, task: int, who: str, count: int) -> None:
    """Record several times without looking what the server has, then hand in."""
    for number in range(count):
        record(root, task, f"{who}之{number}", "2021-09-18")
    assert gongkai(root, "submit") == 0
