"""Which tasks `status` was asked for, in the user's words."""

from typing import NamedTuple

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import Light, PlanSummary, Summary, TaskStatus
from gongkai_cli.views.words import light_names, light_word


def light_of(text: str | None) -> Light | None:
    """Read the name of a light, Chinese or English."""
    if text is None:
        return None
    for light in Light:
        if text.lower() in {light.value, light_word(light), *light_names(light)}:
            return light
    raise Refusal("bad-light", value=text, known="、".join(light_names(light)[0] for light in Light))


class Filter(NamedTuple):
    """What the options ask for; None asks for everything."""

    office: str | None
    light: Light | None
    chapter: str | None
    window: str | None

    def applied(self, summary: Summary) -> tuple[tuple[TaskStatus, ...], ...]:
        """Choose the tasks asked for, plan by plan. Refuses an office or a chapter that no plan knows."""
        self._known(summary)
        return tuple(tuple(task for task in plan.tasks if self._wants(task)) for plan in summary.plans)

    def _wants(self, row: TaskStatus) -> bool:
        return (
            (self.light is None or row.light is self.light)
            and (self.office is None or any(one.office == self.office for one in row.offices))
            and (self.chapter is None or self.chapter in row.task.chapter)
            and (self.window is None or any(one.window == self.window for one in row.filing))
        )

    def _known(self, summary: Summary) -> None:
        for option, value, known in (
            ("--office", self.office, _offices(summary.plans)),
            ("--window", self.window, _windows(summary.plans)),
        ):
            if value is not None and value not in known:
                raise Refusal("no-such-choice", option=option, value=value, known="、".join(known))
        if self.chapter is not None:
            chapters = list(dict.fromkeys(row.task.chapter for plan in summary.plans for row in plan.tasks))
            if not any(self.chapter in one for one in chapters):
                raise Refusal(
                    "no-such-choice", option="--chapter", value=self.chapter, known="、".join(chapters)
                )


def _offices(plans: tuple[PlanSummary, ...]) -> list[str]:
    return list(dict.fromkeys(one.office for plan in plans for row in plan.tasks for one in row.offices))


def _windows(plans: tuple[PlanSummary, ...]) -> list[str]:
    return list(dict.fromkeys(window.name for plan in plans for window in plan.plan.windows))
