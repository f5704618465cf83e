"""Neutral document → plan draft, with what was left over and the proof that nothing was lost."""

from collections.abc import Sequence
from itertools import chain

from msgspec import Struct

from gongkai_cli.documents.block import Document
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan, Source, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.account import Account, Leftover, account, leftovers, not_shown, units
from gongkai_cli.planimport.front import Front, page_numbers, read_front
from gongkai_cli.planimport.item import Claim, Found
from gongkai_cli.planimport.outline import items_of_outline
from gongkai_cli.planimport.table import items_of_tables
from gongkai_cli.planimport.tasks import tasks_of
from gongkai_cli.planimport.windows import read_windows

NO_DEADLINE_COLUMN = "原文没有时限一栏"
NO_NUMBERS = "原文没有序号，按所在部分的次序编号"


class Draft(Struct, frozen=True, kw_only=True):
    """A plan as read from a document, the text it placed nowhere, and the character account."""

    plan: Plan
    leftover: tuple[Leftover, ...]
    account: Account


def plan_from(document: Document, *, id: str, year: int | None = None) -> Draft:  # noqa: A002  the plan's own word
    """Read the plan in a document. Refuses a document without tasks, or one that states no year (give `year`)."""
    found = items_of_tables(document) or items_of_outline(document)
    if found is None:
        raise Refusal("no-plan-found", file=document.name)
    front = read_front(document, found.first_key)
    when = year or front.year
    if not when:
        raise Refusal("no-year-found", file=document.name)
    tasks = tasks_of(found.items, when, comma_parts=_parts_by_comma(document))
    plan = Plan(
        id=id,
        title=front.title or document.name,
        year=when,
        body=front.body,
        document_number=front.document_number,
        issued=front.issued,
        published=front.published,
        upper=front.upper,
        source=Source(file=document.name, sha256=document.sha256),
        windows=read_windows(document, when, found.first_key),
        doubts=_plan_doubts(front, found, tasks),
        tasks=tuple(tasks),
    )
    unseen = frozenset(not_shown(document, found.items, tasks))
    claims = tuple(claim for claim in _claims(document, front, found) if claim not in unseen)
    return Draft(
        plan=plan,
        leftover=leftovers(document, claims),
        account=account(document, claims),
    )


def _claims(document: Document, front: Front, found: Found) -> tuple[Claim, ...]:
    """All claims; a line that is part of the plan is not claimed once more for the facts above it."""
    of_plan = tuple(chain(found.claims, *(item.claims for item in found.items)))
    taken = {claim.key for claim in of_plan}
    around = (*front.claims, *page_numbers(document))
    return (*of_plan, *(claim for claim in dict.fromkeys(around) if claim.key not in taken))


def _parts_by_comma(document: Document) -> bool:
    """Whether the document speaks of 主办 and 会办, so that a comma parts the one from the other."""
    text = "".join(unit.text for unit in units(document))
    return all(word in text for word in words("front")["主办会办"])


def _plan_doubts(front: Front, found: Found, tasks: Sequence[Task]) -> dict[str, str]:
    """Mark at the plan what would otherwise be marked at every task."""
    doubts = front.doubts | found.doubts
    if not front.title:
        doubts["标题"] = "原文未写，暂用文件名"
    if "deadline" not in found.columns and all(
        not task.deadline or "完成时限" in task.doubts for task in tasks
    ):
        doubts["完成时限"] = NO_DEADLINE_COLUMN
    if not any(item.number for item in found.items):
        doubts["编号"] = NO_NUMBERS
    return doubts
