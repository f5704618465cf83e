"""Papers of supervision (催办通知, 督办通知单) as the acts they put on record: one counter a year, no number twice.

A paper issued already on the same day is that paper: printed again it keeps its number.
"""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act, Supervision
from gongkai_cli.rules.spelling import plain


class Paper(Struct, frozen=True):
    """A paper: an act for each task it lists, all of the same day, office and kind; `again` where known before."""

    acts: tuple[Act, ...]
    again: bool = False


def numbered(papers: Iterable[Paper], plan: str, known: Sequence[Supervision]) -> tuple[Paper, ...]:
    """Number papers of one plan, none of them with a number that an act of any plan bears.

    Refuses to print a paper again with another day to reply by than is on record.
    """
    own = [act for one in known if one.plan == plan for act in one.acts]
    taken = [act.number for one in known for act in one.acts]
    found: list[Paper] = []
    for paper in papers:
        one = _again(paper, own) or _next(paper, taken)
        taken.append(one.acts[0].number)
        found.append(one)
    return tuple(found)


def number_words(year: int, number: int | str) -> str:
    """Write a number as papers bear it: 督办〔2021〕3号."""
    return str(words("notices")["编号"]).format(year=year, number=number)


def _next(paper: Paper, taken: Iterable[str]) -> Paper:
    year = paper.acts[0].day.year
    shape = re.compile(re.escape(number_words(year, "#")).replace(re.escape("#"), "0*([0-9]+)"))
    used = [int(found[1]) for one in taken if (found := shape.fullmatch(plain(one)))]
    number = number_words(year, max(used, default=0) + 1)
    return Paper(tuple(replace(act, number=number) for act in paper.acts))


def _again(paper: Paper, own: Sequence[Act]) -> Paper | None:
    """Find the paper on record that lists these tasks, issued the same day to the same office."""
    for number in dict.fromkeys(act.number for act in own if act.number and _alike(act, paper.acts[0])):
        tasks = {act.task: act for act in own if act.number == number and _alike(act, paper.acts[0])}
        if all(act.task in tasks for act in paper.acts):
            return _reprinted(paper, tasks)
    return None


def _reprinted(paper: Paper, tasks: dict[str, Act]) -> Paper:
    acts = tuple(tasks[act.task] for act in paper.acts)
    if any(old.reply_by != new.reply_by for old, new in zip(acts, paper.acts, strict=True)):
        raise Refusal("issued-otherwise", number=acts[0].number, day=acts[0].reply_by or "")
    return Paper(acts, again=True)


def _alike(one: Act, other: Act) -> bool:
    return (one.day, one.act, one.office) == (other.day, other.act, other.office)
