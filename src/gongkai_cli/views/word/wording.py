"""A task's standing in the words of the plan: who answers, how it stands, what was done."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.status import Light, Said, Status, TaskStatus
from gongkai_cli.rules.reasons import day_in_words
from gongkai_cli.views.word.phrase import sentence
from gongkai_cli.views.words import light_word, status_word

_LOOSE_END = "。；;，,、 "


class Roles(Struct, frozen=True):
    """What the plan calls those who lead and those who support."""

    lead: str
    support: str


def roles(plan: Plan) -> Roles:
    """The plan's own words where its text shows them: 主办与会办, 责任与落实, else 牵头与配合."""
    implemented = any(task.implementing for task in plan.tasks)
    spoken = "".join(task.responsible_text for task in plan.tasks)
    for pair in words("reports")["称谓"]:
        if pair.get("原文含", "") in spoken and (implemented or "落实部门" not in pair):
            return Roles(pair["牵头"], pair["配合"])
    raise AssertionError(pair)


def leading(task: Task) -> str:
    """The lead offices, or that none is named."""
    return "、".join(task.lead) or str(words("reports")["未明确"])


def supporting(task: Task) -> str:
    """Those who carry it out and those who support, or a dash."""
    return "、".join((*task.implementing, *task.support)) or str(words("reports")["没有"])


def duty(task: Task, said: Roles) -> str:
    """主办：法规宣传处；会办：办公室；时限：全年."""
    also = "、".join((*task.implementing, *task.support))
    parts = (
        f"{said.lead}：{leading(task)}",
        also and f"{said.support}：{also}",
        task.deadline and f"时限：{task.deadline}",
    )
    return "；".join(part for part in parts if part)


def deadline_words(status: TaskStatus, year: int) -> str:
    """The deadline as printed, with the day it means where the words do not say it: 年底前（12月31日）."""
    said = status.task.deadline or str(words("reports")["未写时限"])
    known = (status.deadline.due, status.deadline.latest)
    days = [day_in_words(day, year) for day in known if day]
    return (
        said
        if not days or days == [said] or (len(days) == 1 and days[0] in said)
        else f"{said}（{'或'.join(days)}）"
    )


def state(status: TaskStatus) -> str:
    """What the office said, in one word: 推进中, 持续推进, 已完成."""
    ongoing = str(words("reports")["持续推进"])
    if status.status is Status.IN_PROGRESS and _last_word(status) == ongoing:
        return ongoing
    return status_word(status.status)


def standing(status: TaskStatus, elsewhere: str = "") -> str:
    """The state with its light and the reason, as one clause: 推进中（黄灯），距时限12天.

    `elsewhere`: a reason that the paper gives by itself, which is then not said here too.
    """
    word, reason = state(status), _reason(status, elsewhere)
    lit = word if status.light is Light.DONE else f"{word}（{light_word(status.light)}）"
    said = [reason] if reason.startswith(word) and reason != word else [lit, reason if reason != word else ""]
    return "，".join(part for part in (*said, *_notes(status, reason)) if part)


def _reason(status: TaskStatus, elsewhere: str) -> str:
    """Why the light, in the turns of a paper; on course needs no reason, the deadline and the records say it."""
    reason = "" if status.light is Light.GREEN else status.reason.rstrip(_LOOSE_END)
    for turn in words("reports")["理由说法"]:
        if reason.startswith(turn["屏幕"]):
            reason = turn["公文"] + reason.removeprefix(turn["屏幕"])
    return "" if reason and reason in elsewhere else reason


def _notes(status: TaskStatus, reason: str) -> Iterator[str]:
    """The marks of a task that its reason does not tell of; it always tells by how many days a task was late."""
    late = words("reasons")["标记"]["late"]
    return (note for note in status.notes if note not in reason and note != late)


def cell_state(status: TaskStatus) -> str:
    """The state for a narrow cell, one word a line."""
    light = "" if status.light is Light.DONE else light_word(status.light)
    return "\n".join(part for part in (state(status), light, *status.notes) if part)


def narrative(status: TaskStatus, year: int) -> str:
    """What was done and its effect, record after record, in one paragraph."""
    return "".join(accounts(status, year)) or _untold(status)


def accounts(status: TaskStatus, year: int) -> tuple[str, ...]:
    """What each record tells of work and effect; nothing where none does."""
    return tuple(_told(status.said, year, "，"))


def progress_lines(status: TaskStatus, year: int) -> tuple[str, ...]:
    """The same for a table cell: one paragraph a record."""
    return tuple(_told(status.said, year, "：")) or (_untold(status),)


def works(status: TaskStatus, year: int) -> str:
    """What was done, record after record, without the effects; "" where nothing was."""
    several = len({one.office for one in status.said}) > 1
    return "".join(
        f"{_when(one, year, several)}，{sentence(one.record.progress)}"
        for one in status.said
        if one.record.progress
    )


def effects(status: TaskStatus) -> str:
    """The effects the records tell of, each once; "" where none does."""
    return "".join(dict.fromkeys(sentence(one.record.effect) for one in status.said if one.record.effect))


def latest(status: TaskStatus, field: str) -> str:
    """The last thing said in a field (`reason`, `problem`, `next`) by an office that answers for the task.

    Once the task is done, what was said before is over.
    """
    for said in reversed(status.said):
        text = str(getattr(said.record, field))
        if text and _speaks_for(status, said) and _holds(status, said):
            return sentence(text)
    return ""


def _speaks_for(status: TaskStatus, said: Said) -> bool:
    return said.office in status.answering or not status.answering


def _holds(status: TaskStatus, said: Said) -> bool:
    if status.light is not Light.DONE or status.status is Status.NOT_APPLICABLE:
        return True
    return said.record.day >= (status.done_since or status.said[-1].record.day)


def _told(said: Sequence[Said], year: int, colon: str) -> Iterator[str]:
    several = len({one.office for one in said}) > 1
    for one in said:
        done = sentence(one.record.progress) + _effect(one)
        if done:
            yield f"{_when(one, year, several)}{colon}{done}"


def _when(said: Said, year: int, several: bool) -> str:
    """The day, and who speaks where several do."""
    return day_in_words(said.record.day, year) + (f"（{said.office}）" if several else "")


def _effect(said: Said) -> str:
    return f"成效：{sentence(said.record.effect)}" if said.record.effect else ""


def _untold(status: TaskStatus) -> str:
    why = status.task.not_applicable or (
        latest(status, "reason") if status.status is Status.NOT_APPLICABLE else ""
    )
    return sentence(why) if why else str(words("reports")["尚无进展"])


def _last_word(status: TaskStatus) -> str:
    said = [one.record.status for one in status.said if _speaks_for(status, one)]
    return said[-1] if said else ""
