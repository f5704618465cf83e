"""Items → tasks: words understood, doubts marked on the very field they concern."""

from collections.abc import Sequence
from typing import NamedTuple

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.plan import Task
from gongkai_cli.planimport.carry import INHERITED, Carried, carried
from gongkai_cli.planimport.item import Item, Said
from gongkai_cli.planimport.numbering import ids_of
from gongkai_cli.planimport.offices.duty import Duty
from gongkai_cli.planimport.offices.read import read_duty
from gongkai_cli.planimport.targets import PROPOSED, targets_in
from gongkai_cli.planimport.wording import joined
from gongkai_cli.rules.deadline import read_deadline
from gongkai_cli.rules.deadline_phrases import phrases_in

NOT_WRITTEN = "原文未写"
LEFT_BLANK = "原文空白"
FROM_REQUIREMENT = "取自具体要求"
DIFFERS = "具体要求中另有“{said}”"
NOT_UNDERSTOOD = "时限用语不能识别"
NO_NUMBER = "原文无序号，按所在部分的次序编号"
_DUTY_ROLES = ("lead", "responsible", "support", "implementing", "duty")


def tasks_of(items: Sequence[Item], year: int, *, comma_parts: bool) -> list[Task]:
    """Turn the items of a plan for `year` into its tasks."""
    context = _Context(
        year=year,
        comma_parts=comma_parts,
        some_numbered=any(item.number for item in items),
        deadlines_expected=any("deadline" in item.cells for item in items),
    )
    return [
        _task(item, cells, id_, context)
        for item, cells, id_ in zip(items, carried(items), ids_of(items), strict=True)
    ]


class _Context(NamedTuple):
    """What the document as a whole says about reading one task."""

    year: int
    comma_parts: bool
    some_numbered: bool
    deadlines_expected: bool


def _task(item: Item, cells: Carried, id_: str, context: _Context) -> Task:
    duty, said = _duty(cells, context)
    deadline, deadline_doubts = _deadline(item, cells, duty, context)
    targets = targets_in(item.requirement)
    numbering = {} if item.number or not context.some_numbered else {"编号": NO_NUMBER}
    return Task(
        id=id_,
        number=item.number if item.number != id_ else "",
        chapter=item.chapter.text,
        section=item.section.text,
        requirement=item.requirement,
        lead=duty.lead,
        support=duty.support,
        implementing=duty.implementing,
        responsible_text=said if duty.sentence or duty.doubts else "",
        measures=_text(cells, "measures"),
        deadline=deadline,
        contact="；".join(filter(None, [*cells.get("contact", Said()).text.split("\n"), duty.contact])),
        progress=_text(cells, "progress"),
        remark=_text(cells, "remark"),
        targets=targets,
        locator=item.locator,
        doubts=item.doubts
        | numbering
        | _duty_doubts(cells, duty)
        | deadline_doubts
        | ({"指标": PROPOSED} if targets else {}),
    )


def _text(cells: Carried, role: str) -> str:
    return joined(cells.get(role, Said()).text)


# --- who ---------------------------------------------------------------------------------------------------


def _duty(cells: Carried, context: _Context) -> tuple[Duty, str]:
    """Understand every cell that says who; also return the words themselves."""
    read = {
        role: read_duty(cells[role].text, comma_parts=context.comma_parts and role == "responsible")
        for role in _DUTY_ROLES
        if role in cells
    }
    lead, responsible = read.get("lead", Duty()), read.get("responsible", Duty())
    both = "lead" in read and bool(lead.lead)
    leading = lead if both else _merged(lead, responsible)
    support = read.get("support", Duty())
    extra = _all(support) + (_all(responsible) if both else ())
    leading = _merged(leading, read.get("duty", Duty()))
    implementing = read.get("implementing", Duty())
    duty = Duty(
        lead=leading.lead,
        support=_unique(leading.support + extra),
        implementing=_unique(leading.implementing + _all(implementing)),
        contact=leading.contact,
        deadline=leading.deadline,
        doubts=_moved(support, "配合") | _moved(implementing, "落实部门") | leading.doubts,
        sentence=any(one.sentence for one in read.values()),
    )
    return duty, "\n".join(joined(cells[role].text) for role in read if cells[role].text)


def _merged(first: Duty, second: Duty) -> Duty:
    return Duty(
        lead=_unique(first.lead + second.lead),
        support=_unique(first.support + second.support),
        implementing=_unique(first.implementing + second.implementing),
        contact=first.contact or second.contact,
        deadline=first.deadline or second.deadline,
        doubts=first.doubts | second.doubts,
        sentence=first.sentence or second.sentence,
    )


def _all(duty: Duty) -> tuple[str, ...]:
    return duty.lead + duty.support + duty.implementing


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _moved(duty: Duty, field: str) -> dict[str, str]:
    """Doubts of a cell read by itself belong to the column it stands in."""
    return {field: "；".join(duty.doubts.values())} if duty.doubts else {}


def _duty_doubts(cells: Carried, duty: Duty) -> dict[str, str]:
    doubts = dict(duty.doubts)
    if cells.inherited & {"lead", "responsible"}:
        doubts["牵头"] = INHERITED
    own_support = cells.get("support", Said()).text and "support" not in cells.inherited
    if cells.inherited & {"lead", "responsible", "support"} and duty.support and not own_support:
        doubts["配合"] = INHERITED
    if "implementing" in cells.inherited:
        doubts["落实部门"] = INHERITED
    if not duty.lead and not duty.implementing:
        state = next((cells[role].state for role in _DUTY_ROLES if role in cells), "absent")
        doubts["牵头"] = LEFT_BLANK if state == "blank" else NOT_WRITTEN
        if state == "own":
            del doubts["牵头"]
    return doubts


# --- until when --------------------------------------------------------------------------------------------


def _deadline(item: Item, cells: Carried, duty: Duty, context: _Context) -> tuple[str, dict[str, str]]:
    """Settle the deadline's words: the column's, else those in the requirement, else those of the row above."""
    said = cells.get("deadline", Said())
    phrases = _phrases(item.requirement, context.year)
    own = _text(cells, "deadline") if "deadline" not in cells.inherited else ""
    own = own or duty.deadline
    if own:
        return own, _own_doubts(own, phrases, context.year)
    if phrases:
        return phrases[0], {"完成时限": FROM_REQUIREMENT}
    if "deadline" in cells.inherited:
        return _text(cells, "deadline"), {"完成时限": INHERITED}
    if "deadline" not in cells and not context.deadlines_expected:
        return "", {}
    return "", {"完成时限": LEFT_BLANK if said.state == "blank" else NOT_WRITTEN}


def _phrases(requirement: str, year: int) -> list[str]:
    """Deadline phrases of a requirement, without those of a year long past or far ahead."""
    found = [requirement[start:end] for start, end in phrases_in(requirement)]
    return [phrase for phrase in found if _is_near(read_deadline(phrase, year), year)]


def _is_near(deadline: Deadline, year: int) -> bool:
    if deadline.kind is Kind.CONDITIONAL:
        return True
    return deadline.due is not None and year <= deadline.due.year <= year + 1


def _own_doubts(own: str, phrases: list[str], year: int) -> dict[str, str]:
    meant = read_deadline(own, year)
    if meant.kind is Kind.UNKNOWN:
        return {"完成时限": NOT_UNDERSTOOD}
    differing = [phrase for phrase in phrases if not _same(read_deadline(phrase, year), meant)]
    return {"完成时限": DIFFERS.format(said="、".join(differing))} if differing else {}


def _same(one: Deadline, other: Deadline) -> bool:
    return (one.kind, one.due) == (other.kind, other.due)
