"""The lines `make bench` prints."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """One figure: what was measured against what, the ratio, and how large it may be."""

    what: str
    against: str
    ratio: float
    budget: float | None
    note: str = ""

    @property
    def over(self) -> bool:
        """Whether the budget is exceeded."""
        return self.budget is not None and self.ratio > self.budget


def print_rows(rows: Iterable[Row]) -> None:
    """Print a line for each row."""
    for row in rows:
        budget = f"<= {row.budget:.1f}" if row.budget else ""
        verdict = "" if row.budget is None else "OVER" if row.over else "ok"
        print(
            f"{row.what:<34} / {row.against:<26} {row.ratio:6.2f} x  {budget:<7} {verdict:<5}{row.note}",
            flush=True,
        )
