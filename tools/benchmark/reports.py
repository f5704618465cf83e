"""What a report of many rows and of many pictures costs, and the budgets of the specification."""

import io
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from benchmark import data
from benchmark.imports import times
from benchmark.process import Command, compare, python
from benchmark.table import Row

_DAY = date(2021, 9, 20)
_TEXT = "word/document.xml"
_PICTURES = 100
_MEGABYTES = 300
_RENDER = """import sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from benchmark.reports import render_pictures

render_pictures(Path(sys.argv[2]))
"""

Element = tuple[str, dict[str, str], str | None, list[Any]]


def reports(folder: Path) -> Iterator[Row]:
    """Compare a ledger with what lxml needs for the same table, and with one a tenth as long; weigh pictures."""
    yield _pictures(folder)  # first: a process is weighed with what its parent held when it was born
    works = {rows: _ledger(rows) for rows in (1_000, 10_000)}
    built = _by_lxml(works[10_000]())
    many, few, lxml = times(works[10_000], works[1_000], built)
    note = f"{many * 1000:.0f} / {lxml * 1000:.0f} ms"
    yield Row("a ledger of 10000 rows, Word", "lxml building the same", many / lxml, 2.0, note)
    yield Row("a ledger of 10000 rows, Word", "one of 1000", many / few, 12.0)


def render_pictures(folder: Path) -> None:
    """Make the report that shows all pictures of a workspace; run as a process, to be weighed."""
    from functools import partial

    from gongkai_cli.store.evidence.album import picture
    from gongkai_cli.store.templates import shipped
    from gongkai_cli.views.word.report import render

    render("quarter", _basis(folder), shipped("quarter"), partial(picture, folder))


def _ledger(rows: int) -> Callable[[], bytes]:
    """Prepare a ledger of so many tasks, each with a record and a link."""
    from gongkai_cli.model.workspace import Config, Sourced, Workspace
    from gongkai_cli.rules.summary import summarise
    from gongkai_cli.store.templates import shipped
    from gongkai_cli.views.word.basis import Basis
    from gongkai_cli.views.word.report import render

    plan, ledger = data.long_plan(rows)
    workspace = Workspace(plans=(Sourced("p", plan),), ledgers=(Sourced("l", ledger),))
    basis = Basis(summary=summarise(workspace, _DAY, ["p"]).plans[0], as_of=_DAY, config=Config())
    template = shipped("ledger")
    return lambda: render("ledger", basis, template, Path("/").joinpath("none").read_bytes).data


def _by_lxml(docx: bytes) -> Callable[[], object]:
    """Prepare building the same document element by element, and packing it."""
    from lxml import etree

    with ZipFile(io.BytesIO(docx)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    described = _described(etree.fromstring(parts[_TEXT]))

    def build() -> None:
        root = _built(described, etree.Element("all"))
        with ZipFile(io.BytesIO(), "w", ZIP_DEFLATED) as packed:
            for name, part in (parts | {_TEXT: etree.tostring(root, encoding="UTF-8")}).items():
                packed.writestr(name, part)

    return build


def _described(node: Any) -> Element:
    return node.tag, dict(node.attrib), node.text, [_described(one) for one in node]


def _built(described: Element, parent: Any) -> Any:
    from lxml import etree

    tag, attributes, text, children = described
    node = etree.SubElement(parent, tag, attributes)
    node.text = text
    for child in children:
        _built(child, node)
    return node


def _basis(folder: Path) -> Any:
    from gongkai_cli.rules.summary import summarise
    from gongkai_cli.store.read import read_workspace
    from gongkai_cli.views.word.basis import Basis

    workspace, _ = read_workspace(folder)
    return Basis(summary=summarise(workspace, _DAY, ["p"]).plans[0], as_of=_DAY, config=workspace.config)


def _pictures(folder: Path) -> Row:
    """Weigh a report that shows a hundred photographs of about two megabytes."""
    script = folder / "pictures.py"
    script.write_text(_RENDER, "utf-8")
    made = data.album(folder / "album", _PICTURES)
    command = Command(python(script, str(Path(sys.argv[0]).resolve().parent), str(made)), folder)
    cost = compare({"pictures": command}, rounds=1)["pictures"]
    note = f"{cost.megabytes:.0f} MB, {cost.seconds:.1f} s"
    return Row(
        f"memory for {_PICTURES} pictures of 2 MB", f"{_MEGABYTES} MB", cost.megabytes / _MEGABYTES, 1.0, note
    )
