"""The numbered lines of an outline with what belongs to them: sub-lines, further text, who, until when."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from msgspec import Struct

from gongkai_cli.planimport.lines import Line
from gongkai_cli.planimport.ordinal import ITEM, SECTION


class Entry(Struct, frozen=True):
    """A numbered line, the lines of its requirement, and the lines that say who and until when."""

    head: Line
    more: tuple[Line, ...] = ()
    duties: tuple[Line, ...] = ()
    deadlines: tuple[Line, ...] = ()

    @property
    def level(self) -> int:
        """The level of its ordinal; of a line without one that of a numbered item."""
        return self.head.ordinal.level if self.head.ordinal else ITEM

    @property
    def says_who(self) -> bool:
        """Whether anything in it says who is responsible."""
        return bool(self.duties) or any(line.says_who for line in (self.head, *self.more))

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        return (self.head, *self.more, *self.duties, *self.deadlines)


def entries(lines: Sequence[Line]) -> list[Entry]:
    """Gather lines under the numbered line they follow; sub-lines of one task become part of it."""
    found = _gathered(lines)
    if not any(entry.says_who for entry in found if entry.level >= SECTION):
        found = _gathered(_with_bare_items(lines))
    return list(_merged(found))


def _with_bare_items(lines: Sequence[Line]) -> list[Line]:
    """Take the text before each run of lines that say who for an item, where no item has a number."""
    following = [*lines[1:], None][: len(lines)]
    return [
        line._replace(kind="item")
        if line.kind == "text" and after and after.kind in {"duty", "names"}
        else line
        for line, after in zip(lines, following, strict=True)
    ]


def _gathered(lines: Sequence[Line]) -> list[Entry]:
    found: list[Entry] = []
    for line in lines:
        if line.kind == "item":
            found.append(Entry(line))
        elif found and line.kind != "header":
            found[-1] = _with_line(found[-1], line)
    return found


def _with_line(entry: Entry, line: Line) -> Entry:
    if line.kind == "duty" or (line.kind == "names" and not entry.says_who):
        return Entry(entry.head, entry.more, (*entry.duties, line), entry.deadlines)
    if line.kind == "deadline":
        return Entry(entry.head, entry.more, entry.duties, (*entry.deadlines, line))
    if entry.duties or entry.deadlines or entry.head.says_who:
        return entry  # text after the words that close a task is no part of it
    return Entry(entry.head, (*entry.more, line), entry.duties, entry.deadlines)


def _merged(found: Sequence[Entry]) -> Iterator[Entry]:
    """Make sub-lines part of their item where at most the last of them says who.

    A plan in which some item has several sub-lines that say who has its tasks on that level everywhere.
    """
    below = [(parent, _children(found, index)) for index, parent in enumerate(found)]
    lowest = any(sum(child.says_who for child in children) > 1 for _, children in below)
    index = 0
    while index < len(found):
        parent, children = below[index]
        index += 1
        if children and _is_one_task(parent, children, lowest=lowest):
            yield _with_children(parent, children)
            index += len(children)
        else:
            yield parent


def _children(found: Sequence[Entry], index: int) -> list[Entry]:
    """The sub-lines of a numbered item; chapters and sections have none."""
    level = found[index].level
    if level < ITEM:
        return []
    return list(takewhile(lambda entry: entry.level > level, islice(found, index + 1, None)))


def _is_one_task(parent: Entry, children: Sequence[Entry], *, lowest: bool) -> bool:
    if lowest and children[-1].says_who and not parent.says_who:
        return False
    return not any(child.says_who for child in children[:-1]) and not (
        parent.says_who and children[-1].says_who
    )


def _with_children(parent: Entry, children: Sequence[Entry]) -> Entry:
    return Entry(
        parent.head,
        (*parent.more, *(line for child in children for line in (child.head, *child.more))),
        (*parent.duties, *(line for child in children for line in child.duties)),
        (*parent.deadlines, *(line for child in children for line in child.deadlines)),
    )
