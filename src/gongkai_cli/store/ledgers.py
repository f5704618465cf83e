"""Adding to the ledgers: one file per plan and office, to which records are only ever added."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.record import Act, Record, Supervision
from gongkai_cli.store.lists import Section, append
from gongkai_cli.store.lock import locked
from gongkai_cli.store.paths import ledger_file, ledger_folders, supervision_file
from gongkai_cli.store.read import locate, value_of
from gongkai_cli.store.text import read_text
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.write import act_text, record_text

_RECORDS, _ACTS = "记录", "督办"


def append_record(root: Path, plan: str, office: str, record: Record) -> str:
    """Add a record to an office's ledger, made where there is none; returns the lines added."""
    return append_records(root, plan, office, (record,))


def append_records(root: Path, plan: str, office: str, records: Sequence[Record]) -> str:
    """Add records to an office's ledger, all or none; returns the lines added."""
    lines = "".join(record_text(record) for record in records)
    with locked(root):
        append(root, ledger_file(plan, office), Section(_head(plan, office), _RECORDS), lines)
    return lines


@contextmanager
def supervising(root: Path) -> Iterator[tuple[Supervision, ...]]:
    """Hold the workspace's lock and tell the acts of supervision under every plan, so that one may number new ones."""
    with locked(root):
        problems: list[Problem] = []
        files = [supervision_file(plan) for plan in ledger_folders(root)]
        there = [file for file in files if (root / file).exists()]
        read = [value_of(read_text(root, file), Supervision, file, problems) for file in there]
        for problem, at in locate(root, problems[:1]):
            raise Refusal("ledger-broken", file=problem.file, line=at.line)
        yield tuple(one for one in read if one)


def append_acts(root: Path, plan: str, acts: Sequence[Act]) -> str:
    """Add acts of supervision, all or none; returns the lines added. For the holder of `supervising` only."""
    lines = "".join(act_text(act) for act in acts)
    append(root, supervision_file(plan), Section(f"计划: {scalar.block(plan)}\n{_ACTS}:\n", _ACTS), lines)
    return lines


def _head(plan: str, office: str) -> str:
    return f"计划: {scalar.block(plan)}\n部门: {scalar.block(office)}\n{_RECORDS}:\n"
