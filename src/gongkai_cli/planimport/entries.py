"""The numbered lines of an outline with what belongs to them: sub-lines, further text, who, until when."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.planimport.lines import Line
from gongkai_cli.planimport.ordinal import ITEM


class Entry(Struct, frozen=True):
    """A numbered line, the lines of its requirement, and the lines that say who and until when."""

    head: Line
    more: tuple[Line, ...] = ()
    duties: tuple[Line, ...] = ()
    deadlines: tuple[Line, ...] = ()

    @property
    def level(self) -> int:
        """The level of its ordinal."""
        return self.head.ordinal.level if self.head.ordinal else 0

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
    return list(_merged(_gathered(lines)))


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
    lowest = any(
        sum(child.says_who for child in _children(found, index)) > 1
        for index, entry in enumerate(found)
        if entry.level >= ITEM
    )
    index = 0
    while index < len(found):
        children = _children(found, index)
        if found[index].level >= ITEM and children and _is_one_task(found[index], children, lowest=lowest):
            yield _with_children(found[index], children)
            index += len(children)
        else:
            yield found[index]
        index += 1


def _children(found: Sequence[Entry], index: int) -> list[Entry]:
    children: list[Entry] = []
    for entry in found[index + 1 :]:
        if entry.level <= found[index].level:
            break
        children.append(entry)
    return children


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
