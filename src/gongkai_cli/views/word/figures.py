"""The figures of the overview (总体情况) as the words of a report."""

from collections import Counter
from collections.abc import Iterable

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import Filing, FilingState, Light, PlanSummary, Status, TaskStatus
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chapters import chapter_counts
from gongkai_cli.views.word.context import Overview, Window
from gongkai_cli.views.word.phrase import counted, numbers, share
from gongkai_cli.views.word.wording import state
from gongkai_cli.views.words import light_word, status_word

_LIGHTS = (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)
_AMISS = (FilingState.LATE, FilingState.MISSING, FilingState.RETURNED)


def overview(basis: Basis) -> Overview:
    """Count tasks, lights, filings, records and evidence."""
    summary = basis.summary
    counts = chapter_counts(summary)
    total, said = counts[-1], [said for status in summary.tasks for said in status.said]
    return Overview(
        task_count=total.tasks,
        done_count=total.done,
        not_applicable_count=total.not_applicable,
        done_share=share(total.done, total.tasks),
        open_counts=_open_counts(summary),
        light_counts=_light_counts(summary),
        waiting_count=summary.totals.get(Light.GREY, 0),
        record_count=len(said),
        evidence_count=sum(len(one.record.evidence) for one in said),
        without_evidence=_without_evidence(summary),
        windows=_windows(basis),
        chapter_counts=counts,
    )


def on_course(summary: PlanSummary) -> str:
    """The tasks that need no explanation yet."""
    return numbers(status.task.id for status in summary.tasks if status.light is Light.GREEN)


def late(tasks: Iterable[TaskStatus]) -> str:
    """The tasks that are past their time."""
    return numbers(status.task.id for status in tasks if status.light is Light.RED)


def unclear(summary: PlanSummary) -> str:
    """Names that mean nobody in particular, and where they stand."""
    return "；".join(f"“{name}”（{numbers(ids)}）" for name, ids in summary.unclear.items())


def _open_counts(summary: PlanSummary) -> str:
    """The states of the tasks that are not done, what is under way first: 推进中3项、未启动2项."""
    found = Counter(state(status) for status in summary.tasks if status.light is not Light.DONE)
    under_way = (status_word(Status.IN_PROGRESS), str(words("reports")["持续推进"]))
    return counted(
        {name: found[name] for name in dict.fromkeys((*under_way, *map(status_word, Status), *found))}
    )


def _light_counts(summary: PlanSummary) -> str:
    """How many tasks show which light: 红灯2项、黄灯5项."""
    return counted({light_word(light): summary.totals.get(light, 0) for light in _LIGHTS})


def _windows(basis: Basis) -> tuple[Window, ...]:
    """Each reporting window, in the plan's order, or the one of the report; an office's own filings only."""
    filings = [
        filing
        for status in basis.summary.tasks
        for filing in status.filing
        if basis.window_name in {"", filing.window} and basis.office in {"", filing.office}
    ]
    names = dict.fromkeys(filing.window for filing in filings)
    return tuple(_window(name, [filing for filing in filings if filing.window == name]) for name in names)


def _without_evidence(summary: PlanSummary) -> str:
    """The tasks that are done and have nothing to show for it."""
    lacking = str(words("reasons")["标记"]["no-evidence"])
    return numbers(status.task.id for status in summary.tasks if lacking in status.notes)


def _window(name: str, filings: list[Filing]) -> Window:
    states = Counter(filing.state for filing in filings)
    rest = "、".join(f"{one}{states[one]}项次" for one in _AMISS if states[one])
    due = len(filings) - states[FilingState.NOT_DUE]
    return Window(name=name, expected=due, filed=sum(filing.state.is_filed for filing in filings), rest=rest)
