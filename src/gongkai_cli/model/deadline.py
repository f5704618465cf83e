"""What the words of a deadline (完成时限) mean."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Kind(StrEnum):
    """How a deadline is measured (data-model: What is computed)."""

    BY_DATE = "by_date"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    DISPATCH = "dispatch"
    CONDITIONAL = "conditional"
    RELATIVE = "relative"
    DONE = "done"
    UNSPECIFIED = "unspecified"
    UNKNOWN = "unknown"


class Deadline(Struct, frozen=True, kw_only=True):
    """A deadline as printed and as understood.

    `due` is the day it falls due; `latest` the other reading where the words can mean two days (`9月前`);
    `dues` every day of a recurring one; `dispatcher` whose schedule (`根据市财政局的统一部署`) is waited for;
    `provisional` that `due` counts working days of a year whose holidays are not published yet (暂定).
    """

    text: str = ""
    kind: Kind
    due: date | None = None
    latest: date | None = None
    dues: tuple[date, ...] = ()
    dispatcher: str = ""
    provisional: bool = False
