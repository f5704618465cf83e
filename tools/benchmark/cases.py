"""What is measured, and the budgets of the specification."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmark import data
from benchmark.process import Command, Cost, compare, python
from benchmark.table import Row

_EMPTY = """import typer

app = typer.Typer()


@app.command()
def one() -> None:
    print("one")


@app.command()
def two() -> None:
    print("two")


app()
"""
_GONGKAI = "from gongkai_cli.cli.main import main\n\nmain()\n"
_STATUS = ("status", "--plan", "p", "--as-of", "2021-09-20")
_DEMO = Path(__file__).parents[2]
_DEMO_STATUS = ("status", "--plan", "guangzhou-sports-2021", "--as-of", "2021-09-20")


def start_up(folder: Path) -> Iterator[Row]:
    """Compare what every command costs with an empty Typer app of the same version."""
    gongkai = _script(folder)
    (folder / "empty.py").write_text(_EMPTY, "utf-8")
    empty = folder / "empty.py"
    piped = python(gongkai, *_DEMO_STATUS)
    costs = compare(
        {
            "empty": Command(python(empty, "one"), folder),
            "empty --help": Command(python(empty, "--help"), folder),
            "--help": Command(python(gongkai, "--help"), _DEMO),
            "status --json": Command([*piped, "--json"], _DEMO),
            "status into a pipe": Command(piped, _DEMO),
            "status on a terminal": Command(piped, _DEMO, terminal=True),
        },
        rounds=15,
    )
    yield _row("--help", "empty --help", costs, 1.2)
    yield _row("status --json", "empty", costs, 1.5)
    yield _row("status into a pipe", "empty", costs, 1.5)
    yield _row("status on a terminal", "empty", costs, 2.2)


def record(folder: Path) -> Iterator[Row]:
    """Compare appending to a long ledger with appending to a short one."""
    gongkai = _script(folder)
    said = (
        "record",
        "p/1",
        "--office",
        "处室0",
        "--status",
        "推进中",
        "--note",
        "照常",
        "--date",
        "2021-09-20",
    )
    costs = compare(
        {
            f"record among {count}": Command(
                python(gongkai, *said), data.workspace(folder / f"ledger{count}", count, offices=1)
            )
            for count in (10, 10_000)
        },
        rounds=11,
    )
    yield _row("record among 10000", "record among 10", costs, 1.3)


def peer(folder: Path) -> Iterator[Row]:
    """Compare 1 000 records in 50 ledgers with 1 000 transactions in beancount."""
    bean_check = shutil.which("bean-check", path=str(Path(sys.executable).parent)) or shutil.which(
        "bean-check"
    )
    if bean_check is None:
        print("bean-check is not installed: no comparison with beancount")
        return
    ours = python(_script(folder), *_STATUS)
    costs = compare(
        {
            "status of 1000 records": Command(ours, data.workspace(folder / "records", 1000)),
            "bean-check of 1000": Command(
                [bean_check, "--no-cache", str(data.transactions(folder / "bean.beancount", 1000))], folder
            ),
        },
        rounds=9,
    )
    yield _row("status of 1000 records", "bean-check of 1000", costs, 1.0)


def growth(folder: Path) -> Iterator[Row]:
    """Tell how time and memory grow with ten times the records: by ten at most, and what starting up takes."""
    ours = python(_script(folder), *_STATUS, "--json")
    before: Cost | None = None
    for count in (1_000, 10_000, 100_000):
        command = Command(ours, data.workspace(folder / f"grown{count}", count))
        cost = compare({"status": command}, rounds=3)["status"]
        note = f"{cost.seconds:.2f} s, {cost.megabytes:.0f} MB"
        if before:
            yield Row(
                f"status of {count} records: time", "a tenth of them", cost.seconds / before.seconds, 12, note
            )
            yield Row(
                f"status of {count} records: memory", "a tenth of them", cost.megabytes / before.megabytes, 12
            )
        before = cost


def _script(folder: Path) -> Path:
    """Write what pip would install as `gongkai`."""
    script = folder / "gongkai.py"
    script.write_text(_GONGKAI, "utf-8")
    return script


def _row(what: str, against: str, costs: dict[str, Cost], budget: float) -> Row:
    ours, theirs = costs[what].seconds, costs[against].seconds
    return Row(what, against, ours / theirs, budget, f"{ours * 1000:.0f} / {theirs * 1000:.0f} ms")
