"""What papers of supervision have in common: their number, the task an act is about, what was demanded before."""

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.record import Act
from gongkai_cli.model.status import TaskStatus
from gongkai_cli.rules.issuing import number_words
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.phrase import day_words


def number_of(act: Act) -> str:
    """Return the number a paper bears; with room to write it in, in a draft."""
    return act.number or number_words(act.day.year, words("notices")["空号"])


def task_of(basis: Basis, act: Act) -> TaskStatus:
    """Find the task an act is about."""
    return next(one for one in basis.summary.tasks if one.task.id == act.task)


def demanded_before(status: TaskStatus, act: Act) -> str:
    """Say when the task was chased before: 此前已于2021年9月17日督办（督办〔2021〕1号）."""
    said = words("notices")["此前"]
    earlier = [
        one for one in status.acts if one.act in {"催办", "督办"} and one != act and one.day <= act.day
    ]
    told = [
        said["一次"].format(
            day=day_words(one.day), act=one.act, number=f"（{one.number}）" if one.number else ""
        )
        for one in earlier
        if one.number != act.number or not act.number
    ]
    return said["全部"].format(times="、".join(told)) if told else ""
