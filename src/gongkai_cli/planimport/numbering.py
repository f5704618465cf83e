"""Ids: per plan the first form that is unique for all its numbered tasks (data-model: Id)."""

from collections import Counter
from collections.abc import Callable, Container, Sequence

from gongkai_cli.planimport.item import Item

Form = Callable[[Item], str]


def ids_of(items: Sequence[Item]) -> list[str]:
    """Give each item its id: `15`, `2-3` or `2-1-1`; one without a printed number its place in its part (`6-1`)."""
    numbered = [item for item in items if item.number]
    form = next((form for form in _FORMS if _is_unique(numbered, form)), _FORMS[-1])
    places: Counter[str] = Counter()
    used: Counter[str] = Counter()
    ids: dict[str, None] = {}
    for item in items:
        places[item.chapter.text] += 1
        own = form(item) if item.number else _joined(item.chapter.number, str(places[item.chapter.text]))
        ids[_unused(own, ids, used)] = None
    return list(ids)


def _is_unique(items: Sequence[Item], form: Form) -> bool:
    ids = [form(item) for item in items]
    return len(ids) == len(set(ids))


def _joined(*parts: str) -> str:
    return "-".join(part.replace(".", "-") for part in parts if part)


_FORMS: tuple[Form, ...] = (
    lambda item: _joined(item.number),
    lambda item: _joined(item.chapter.number, item.number),
    lambda item: _joined(item.chapter.number, item.section.number, item.number),
)


def _unused(own: str, taken: Container[str], used: Counter[str]) -> str:
    """Part ids that would still be the same (a document that repeats a number) by a further count."""
    unused = own
    while unused in taken:
        used[own] += 1
        unused = f"{own}-{used[own] + 1}"
    return unused
