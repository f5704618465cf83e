"""Adding to the ledgers: one file per plan and office, to which records are only ever added."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.record import Act, Record, Supervision
from gongkai_cli.store.lock import locked
from gongkai_cli.store.paths import ledger_file, ledger_folders, supervision_file
from gongkai_cli.store.read import locate, value_of
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.store.schemas import schema_line
from gongkai_cli.store.text import read_text
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.append import append_item
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.write import act_text, record_text

_RECORDS, _ACTS = "记录", "督办"


class _Section(NamedTuple):
    """How a ledger begins that is not there yet, and the key of its list."""

    head: str
    key: str


def append_record(root: Path, plan: str, office: str, record: Record) -> str:
    """Add a record to an office's ledger, made where there is none; returns the lines added."""
    return append_records(root, plan, office, (record,))


def append_records(root: Path, plan: str, office: str, records: Sequence[Record]) -> str:
    """Add records to an office's ledger, all or none; returns the lines added."""
    lines = "".join(record_text(record) for record in records)
    with locked(root):
        _append(root, ledger_file(plan, office), _Section(_head(plan, office), _RECORDS), lines)
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
    _append(root, supervision_file(plan), _Section(f"计划: {scalar.block(plan)}\n{_ACTS}:\n", _ACTS), lines)
    return lines


def _append(root: Path, file: str, section: _Section, lines: str) -> None:
    path = root / file
    sweep(path)
    with told(path):
        was = present(path)
    base = was or f"{schema_line(root, file)}{section.head}".encode()
    if lines:
        replace(path, was, _appended(base, section.key, lines, file))


def _head(plan: str, office: str) -> str:
    return f"计划: {scalar.block(plan)}\n部门: {scalar.block(office)}\n{_RECORDS}:\n"


def _appended(base: bytes, key: str, lines: str, file: str) -> bytes:
    try:
        return append_item(base, key, lines)
    except YamlFault as fault:
        code = fault.code if fault.code.startswith("list-") else "ledger-broken"
        raise Refusal(code, file=file, line=fault.position.line, **fault.about) from fault
