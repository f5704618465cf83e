"""Templates broken as people break them: a case edits a shipped template and shows what `check` says of it.

A case: the kind, then edits (`old => new`, as XML; a line `word/footer1.xml` before edits names another part), a
blank line, and the page.
"""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.plain import text_of
from gongkai_cli.views.template.check import faults_of
from gongkai_cli.views.template.page import Checked, check_page
from gongkai_cli.views.word.registry import KINDS

CASES = sorted((Path(__file__).parents[2] / "cases" / "template").glob("*.txt"))
ARROW = " => "


def edited(kind: str, lines: list[str]) -> bytes:
    part, edits = "word/document.xml", {}
    for line in lines:
        if ARROW in line:
            edits.setdefault(part, []).append(line.split(ARROW))
        else:
            part = line
    return _packed(shipped(kind), edits)


def _packed(docx: bytes, edits: dict[str, list[list[str]]]) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(docx)) as parts, ZipFile(stream, "w") as changed:
        for name in parts.namelist():
            text = parts.read(name).decode() if name in edits else parts.read(name)
            for old, new in edits.get(name, ()):
                assert old in text, f"{name}: {old}"
                text = text.replace(old, new, 1)
            changed.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_wrong_is_told_where_it_is(case: Path, rewrite: bool) -> None:
    head, _, expected = case.read_text("utf-8").partition("\n\n")
    kind, *lines = (line for line in head.splitlines() if not line.startswith("#"))
    data = edited(kind, lines)
    shown = text_of(check_page([Checked(f"{kind}.docx", kind, faults_of(kind, data))], 80))
    if rewrite:
        case.write_text(f"{head}\n\n{shown}", "utf-8")
    assert shown == expected


@pytest.mark.parametrize("kind", KINDS)
def test_a_shipped_template_has_no_fault(kind: str) -> None:
    assert faults_of(kind, shipped(kind)) == ()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"{{ \xe6\xa0\x87\xe9\xa2\x98 }}"], ids=["empty", "torn", "text"]
)
def test_what_is_no_document_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal) as refusal:
        faults_of("changes", data)
    assert refusal.value.code == "template-not-docx"
