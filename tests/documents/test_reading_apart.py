"""What is read in a process of its own: refusals travel back, what kills the process or never ends is told."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.documents import apart, readers
from gongkai_cli.documents.apart import Answer, Order, read_apart
from gongkai_cli.documents.block import Cell, Paragraph, Reading, Row, Table
from gongkai_cli.documents.child import answer, exit_code
from gongkai_cli.model.problem import Refusal

ORDER = Order("pdf", "表.pdf", b"%PDF-")


def test_a_reading_and_a_refusal_travel_as_values(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading((Paragraph("甲", "第1段"), Table((Row((Cell("乙", 2, 3),), "表1第1行"),))), ("说明",))
    monkeypatch.setitem(readers.APART, "pdf", lambda *_: reading)
    assert answer(ORDER) == Answer(reading=reading)

    def refuse(data: bytes, name: str) -> Reading:
        raise Refusal("document-torn", file=name)

    monkeypatch.setitem(readers.APART, "pdf", refuse)
    assert answer(ORDER) == Answer(code="document-torn", about={"file": "表.pdf"})


def test_a_reading_that_never_ends_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        read_apart(ORDER, seconds=0.01)
    assert refusal.value.code == "document-endless"


@pytest.mark.parametrize(("code", "kind"), [(1, Refusal), (-9, Refusal), (-6, Refusal), (70, RuntimeError)])
def test_what_kills_the_child_is_the_file_unless_the_fault_is_ours(
    monkeypatch: pytest.MonkeyPatch, code: int, kind: type[Exception]
) -> None:
    def run(command: Any, **about: Any) -> Any:
        return subprocess.CompletedProcess(command, code, b"", b"Traceback")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(kind):
        read_apart(ORDER)


@pytest.mark.parametrize(
    ("module", "code"), [("gongkai_cli.documents.pdf.read", 70), ("pdfminer.psparser", 1)]
)
def test_a_fault_is_ours_when_it_was_raised_in_our_code(module: str, code: int) -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        exec(compile("1 / 0", "x", "exec"), {"__name__": module})  # noqa: S102
    assert exit_code(raised.value) == code


def test_want_of_memory_is_the_file_not_a_fault() -> None:
    assert exit_code(MemoryError()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory to set")
def test_memory_is_bounded() -> None:
    source = str(Path(apart.__file__).parents[2])
    script = "from gongkai_cli.documents.child import bound_memory; bound_memory(2**28); bytearray(2**29)"
    child = subprocess.run(
        [sys.executable, "-c", script], env={"PYTHONPATH": source}, capture_output=True, check=False
    )
    assert b"MemoryError" in child.stderr
