"""What importing a document costs, and the budgets of the specification."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

from benchmark import documents
from benchmark.process import Command, compare, python
from benchmark.table import Row

# each run imports anew: a plan that is already there would not be written
_IMPORT = """import shutil, sys
from pathlib import Path

shutil.rmtree("data", ignore_errors=True)
Path("data/plans").mkdir(parents=True)
from gongkai_cli.cli.main import main

main()
"""
_REAL_PLAN = Path(__file__).parents[2] / "data" / "sources" / "panyu-2021-plan.txt"
_ROWS = 5_000


def imports(folder: Path) -> Iterator[Row]:
    """Compare importing with starting up, many tasks with a tenth of them, reading Word with parsing its XML."""
    script = folder / "import.py"
    script.write_text(_IMPORT, "utf-8")
    costs = compare(
        {
            "--version": Command(python(script, "--version"), folder),
            "import of 50 tasks, text": Command(python(script, "import", str(_REAL_PLAN)), folder),
            "import of 50 tasks, Word": _command(script, documents.word(folder, 50)),
            **{
                f"import of {count} tasks, {write.__name__}": _command(script, write(folder, count))
                for write in (documents.text, documents.word)
                for count in (500, 5_000)
            },
        },
        rounds=5,
    )
    for against, what, budget in (
        ("--version", "import of 50 tasks, text", 2.0),
        ("--version", "import of 50 tasks, Word", 2.0),
        ("import of 500 tasks, text", "import of 5000 tasks, text", 10.0),
        ("import of 500 tasks, word", "import of 5000 tasks, word", 10.0),
    ):
        ours, theirs = costs[what].seconds, costs[against].seconds
        yield Row(what, against, ours / theirs, budget, f"{ours * 1000:.0f} / {theirs * 1000:.0f} ms")
    yield _word_against_lxml(folder)


def _word_against_lxml(folder: Path) -> Row:
    """Compare reading a merged table with what lxml needs to parse its XML."""
    from lxml import etree

    from gongkai_cli.documents.word.read import blocks

    data = documents.word(folder, _ROWS).read_bytes()
    xml = documents.document_xml(_ROWS).encode()
    blocks(data, "warm.docx")
    ours, theirs = times(lambda: blocks(data, "word.docx"), lambda: etree.fromstring(xml))
    note = f"{ours * 1000:.0f} / {theirs * 1000:.0f} ms"
    return Row(f"reading a merged table of {_ROWS} rows", "lxml on its XML", ours / theirs, 3.0, note)


def times(*works: Callable[[], object]) -> list[float]:
    """Processor time of each piece of work, the least disturbed of runs taken in turn (as `timeit` advises).

    Without collecting cycles, as the command runs.
    """
    runs: list[list[float]] = [[] for _ in works]
    gc.disable()
    for _ in range(7):
        for work, times in zip(works, runs, strict=True):
            gc.collect()
            start = process_time()
            work()
            times.append(process_time() - start)
    gc.enable()
    return [min(times) for times in runs]


def _command(script: Path, document: Path) -> Command:
    return Command(python(script, "import", str(document)), script.parent)
