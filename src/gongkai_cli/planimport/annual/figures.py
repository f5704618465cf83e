"""The figures a report states in its sentences: 官方微博全年发布微博共211条 is 微博, 211, 条.

A number counts when its measure word and the words around it say of what; the words are in `lexicon/annual.yaml`.
What is only measured against (比上年增加12条), ordered (第3次) or of another year is no figure of the year.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from gongkai_cli.lexicon.numerals import NUMERAL, number
from gongkai_cli.model.annual import Figure
from gongkai_cli.planimport.annual.naming import Around, name_of, shared_names, speaks_of_it
from gongkai_cli.planimport.annual.pattern import filled, pattern, said
from gongkai_cli.planimport.annual.sections import Line

_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.")
_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_CLAUSE = re.compile(r"(?:[^，,：:]|(?<=\d)[，,](?=\d{3}(?!\d)))+")
_TITLE = re.compile(r"《[^《》]*》")
_BETWEEN = re.compile(r"[、和及与]")
_LARGEST = 10**12 - 1
_NEAR = 120  # characters before a number that can say of what it is
_SCALES = {"万": 10_000, "亿": 100_000_000}


class _Number(NamedTuple):
    """A number with its measure word, and where in its clause it stands."""

    start: int
    end: int
    value: int
    unit: str
    exact: bool
    chinese: bool


def figures(lines: Iterable[Line], year: int) -> Iterator[Figure]:
    """Read the figures of the year in the order they stand; what is said again is told once."""
    first: dict[tuple[str, str], int] = {}
    for line in lines:
        for sentence in _SENTENCE.findall(line.text):
            for figure in _of_sentence(sentence, year):
                known = first.setdefault((figure.name, figure.unit), -1)
                if known == figure.number:
                    continue
                first[figure.name, figure.unit] = figure.number if known < 0 else known
                again = {"名称": said("说明")["同名"].format(known=known)} if known >= 0 else {}
                yield replace(figure, locator=line.locator, doubts=figure.doubts | again)


def _of_sentence(sentence: str, year: int) -> Iterator[Figure]:
    context, current = "", True
    for clause in _CLAUSE.findall(sentence):
        years = _years(clause)
        current = year in years if years else current
        numbers = list(_numbers(clause)) if current else []
        if numbers:
            yield from _of_clause(clause, numbers, context)
        context = "" if numbers else (context + clause)[-_NEAR:]


def _of_clause(clause: str, numbers: Sequence[_Number], context: str) -> Iterator[Figure]:
    """Name the numbers of a clause by the words between them; one that follows directly is of the same thing."""
    shared = shared_names(clause[: numbers[0].start][-_NEAR:], [one.unit for one in numbers])
    inherited = ""
    for place, (one, around) in enumerate(zip(numbers, _around(clause, numbers), strict=True)):
        around = around._replace(inherited=inherited, context=context)  # noqa: PLW2901
        inherited = around.before or inherited
        named = shared[place] if shared else name_of(around, one.unit)
        if named and (not one.chinese or speaks_of_it(around.before, one.unit)):
            doubts = {"名称": named.doubt} if named.doubt else {}
            if not one.exact:
                doubts["数量"] = said("说明")["约数"]
            yield Figure(name=named.name, number=one.value, unit=one.unit, text=clause.strip(), doubts=doubts)


def _around(clause: str, numbers: Sequence[_Number]) -> Iterator[Around]:
    """Give the words before and after each number; between two they part at 、 or belong to both."""
    befores, afters = [clause[: numbers[0].start]], []
    for one, after in pairwise(numbers):
        between = clause[one.end : after.start]
        cut = _BETWEEN.search(between)
        afters.append(between[: cut.start()] if cut else between)
        befores.append(between[cut.end() :] if cut else between)
    afters.append(clause[numbers[-1].end :])
    return (Around(before[-_NEAR:], after[:_NEAR]) for before, after in zip(befores, afters, strict=True))


def _numbers(clause: str) -> Iterator[_Number]:
    for found in _number_shape().finditer(clause.translate(_HALF)):
        value = _value(found)
        if value is not None and not pattern("不是本年数").search(
            clause, max(0, found.start() - _NEAR), found.start()
        ):
            exact = not (found["about"] or found["more"])
            chinese = not found["digits"][0].isdecimal()
            yield _Number(found.start(), found.end(), value, found["unit"], exact, chinese)


def _value(found: re.Match[str]) -> int | None:
    """Work out a number; None where it is no whole one, or one that no file could hold."""
    digits = found["digits"].replace(",", "").replace("，", "")
    value = Decimal(digits) if digits[0].isascii() else Decimal(number(digits))
    value *= _SCALES.get(found["scale"], 1)
    return int(value) if value == int(value) and value <= _LARGEST else None


def _years(clause: str) -> set[int]:
    """Tell the years a clause speaks of, outside the titles of documents."""
    return {
        number(found["year"]) for found in filled("(?P<year>〈年份〉)年").finditer(_TITLE.sub("", clause))
    }


@cache
def _number_shape() -> re.Pattern[str]:
    units = "|".join(sorted(said("计量"), key=len, reverse=True))
    about, more = ("|".join(said(key)) for key in ("约数前", "约数后"))
    return re.compile(
        rf"(?P<about>{about})?(?<![第0-9.])"
        rf"(?P<digits>[0-9]{{1,3}}(?:[,，][0-9]{{3}})+(?![0-9])|[0-9]+(?:\.[0-9]+)?|{NUMERAL}{{1,6}})"
        rf"(?P<scale>万|亿)?(?P<more>{more})?(?P<unit>{units})(?!{said('不是计量')})"
    )
