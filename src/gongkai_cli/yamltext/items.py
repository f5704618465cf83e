"""A text taken apart into the things it says one after another: the keys of its head, the items of its last list."""

import re

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.yamltext.outline import cut, outline
from gongkai_cli.yamltext.read import Data, load

_EMPTY_LIST = re.compile(r"\A([^:]*:) *\[\s*\]")


class Item(Struct, frozen=True):
    """The lines that say one thing; `lead` are the comments and blank lines above it, `value` compares what it says."""

    lead: str
    body: str
    data: Data
    value: bytes

    @property
    def text(self) -> str:
        """All its lines."""
        return self.lead + self.body

    @property
    def listed(self) -> bool:
        """Whether it stands in the list, not in the head."""
        return self.body.lstrip(" ").startswith("-")


class Listing(Struct, frozen=True):
    """A text as its head, the line that opens its list (None where it has none) and the list's items."""

    head: tuple[Item, ...] = ()
    opening: Item | None = None
    items: tuple[Item, ...] = ()
    indent: int | None = None

    @property
    def key(self) -> str | None:
        """The key that holds the list."""
        return str(self.opening.data) if self.opening else None


def listing(text: str) -> Listing:
    """Take a text apart whose lines end with line feeds, the last too. A YamlFault where it does not read so."""
    data = load(text)
    if data is None:
        return Listing(head=(item_of("", text, None),) if text.strip() else ())
    found = outline(text)
    assert isinstance(data, dict)  # noqa: S101  the outline is that of a mapping
    parts = list(cut(text, found))
    head = [item_of(*part, {key: data.get(key)}) for key, part in zip(found.keys, parts, strict=False)]
    if not found.listed:
        return Listing(head=tuple(head))
    lead, line = parts[len(head) - 1]
    opening = item_of(lead, _EMPTY_LIST.sub(r"\1", line), found.keys[-1])
    said = zip(parts[len(head) :], data.get(found.keys[-1], ()), strict=True)
    items = tuple(item_of(*part, one) for part, one in said)
    return Listing(tuple(head[:-1]), opening, items, found.indent)


def shifted(item: Item, by: int) -> Item:
    """Indent an item deeper, or less deep."""
    if not by:
        return item
    return replace(item, lead=moved(item.lead, by), body=moved(item.body, by))


def moved(text: str, by: int) -> str:
    """Indent lines deeper, or less deep."""
    if by > 0:
        return re.sub(r"^(?=.)", " " * by, text, flags=re.MULTILINE)
    return re.sub(rf"^ {{1,{-by}}}", "", text, flags=re.MULTILINE)


def item_of(lead: str, body: str, data: Data) -> Item:
    """Make an item of its lines and what they say."""
    return Item(lead, body, data, msgspec.json.encode(data, order="sorted"))
