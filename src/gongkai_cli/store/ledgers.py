"""Adding to the ledgers: one file per plan and office, to which records are only ever added."""

from collections.abc import Sequence
from pathlib import Path

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Record
from gongkai_cli.store.lock import locked
from gongkai_cli.store.paths import ledger_file
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.store.schemas import schema_line
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.append import append_item
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.write import record_text

_RECORDS = "记录"


def append_record(root: Path, plan: str, office: str, record: Record) -> str:
    """Add a record to an office's ledger, made where there is none; returns the lines added."""
    return append_records(root, plan, office, (record,))


def append_records(root: Path, plan: str, office: str, records: Sequence[Record]) -> str:
    """Add records to an office's ledger, all or none; returns the lines added."""
    file = ledger_file(plan, office)
    path, items = root / file, [record_text(record) for record in records]
    with locked(root):
        sweep(path)
        with told(path):
            was = present(path)
        base = was or f"{schema_line(root, file)}{_head(plan, office)}".encode()
        for item in items:
            base = _appended(base, item, file)
        if items:
            replace(path, was, base)
    return "".join(items)


def _head(plan: str, office: str) -> str:
    return f"计划: {scalar.block(plan)}\n部门: {scalar.block(office)}\n{_RECORDS}:\n"


def _appended(base: bytes, item: str, file: str) -> bytes:
    try:
        return append_item(base, _RECORDS, item)
    except YamlFault as fault:
        code = fault.code if fault.code.startswith("list-") else "ledger-broken"
        raise Refusal(code, file=file, line=fault.position.line, **fault.about) from fault
