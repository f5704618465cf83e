"""What no list of tasks tells: the coordinator's prose, and how last year's plan came out (回头看).

Where nobody wrote of a matter, the records of the tasks that are about it stand in.
"""

import re
from collections import Counter

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.rules.lookback import Finding, look_back
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chapters import SHORT
from gongkai_cli.views.word.context import Looked, OwnWords, TaskText
from gongkai_cli.views.word.phrase import counted, shortened
from gongkai_cli.views.word.wording import Roles, accounts, duty, latest, roles, standing

_BLANK_LINE = re.compile(r"\n\s*\n|\n")


def own_words(basis: Basis) -> OwnWords:
    """Part the prose into paragraphs; look back where the workspace has last year's plan."""
    prose = basis.prose
    return OwnWords(
        heard=_paragraphs(prose.heard) or _from_tasks(basis.summary, "听取汇报和培训"),
        highlights=_paragraphs(prose.highlights),
        intentions=_paragraphs(prose.intentions),
        earlier=_looked(basis.earlier) if basis.earlier else None,
        looking=_from_tasks(basis.summary, "回头看"),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in _BLANK_LINE.split(text) if one.strip())


def _from_tasks(summary: PlanSummary, matter: str) -> tuple[str, ...]:
    """What the records tell of the tasks whose requirement speaks of a matter, a paragraph a task."""
    about, said = re.compile(words("reports")["取材"][matter]), str(words("reports")["取材段落"])
    return tuple(
        said.format(task=status.task.id, told=told)
        for status in summary.tasks
        if about.search(status.task.requirement) and (told := "".join(accounts(status, summary.plan.year)))
    )


def _looked(summary: PlanSummary) -> Looked:
    """Tell what came of the tasks that had an owner and a deadline, and what is still to be put right."""
    back, names = look_back(summary), words("notices")["回头看"]["结果"]
    found = Counter(names[finding] for _, finding in back.examined)
    said = roles(summary.plan)
    return Looked(
        title=summary.plan.title,
        count=len(back.examined),
        counts=counted({name: found[name] for name in names.values()}),
        open=tuple(_open(one, said) for one, finding in back.examined if finding is Finding.NOT_CARRIED_OUT),
    )


def _open(status: TaskStatus, said: Roles) -> TaskText:
    reason = latest(status, "reason")
    return TaskText(
        id=status.task.id,
        requirement=shortened(status.task.requirement, SHORT),
        duty=duty(status.task, said),
        state=standing(status, reason),
        reason=reason,
        next=latest(status, "next"),
    )
