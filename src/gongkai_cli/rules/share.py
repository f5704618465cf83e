"""One office's share of a plan: the tasks it has any part in."""

from collections import Counter

from msgspec.structs import replace

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import Light, PlanSummary


def share_of(summary: PlanSummary, office: str) -> PlanSummary:
    """Keep the tasks an office answers for or supports. Refuses an office without any."""
    tasks = tuple(row for row in summary.tasks if any(one.office == office for one in row.offices))
    if not tasks:
        known = dict.fromkeys(one.office for row in summary.tasks for one in row.offices)
        raise Refusal("no-such-choice", option="--office", value=office, known="、".join(known))
    ids = {row.task.id for row in tasks}
    counted = Counter(row.light for row in tasks)
    return replace(
        summary,
        plan=replace(summary.plan, tasks=tuple(row.task for row in tasks)),
        totals={light: counted[light] for light in Light},
        tasks=tasks,
        unclear={
            name: kept
            for name, named in summary.unclear.items()
            if (kept := tuple(one for one in named if one in ids))
        },
    )
