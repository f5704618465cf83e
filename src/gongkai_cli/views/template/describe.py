"""The page of `gongkai template describe`: every field of a kind of report, with the tag to paste."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.data import json_text
from gongkai_cli.views.page import Line, Page, Span, line, paragraph
from gongkai_cli.views.width import padded, wide
from gongkai_cli.views.word.fields import Field, fields_of
from gongkai_cli.views.word.registry import title_of

_INDENT = "  "
_ROOM = 30
"""Cells for the tags; a longer one stands on a line of its own."""


class Entry(Struct, frozen=True):
    """A line of the page: a tag at its depth, what it means, an example."""

    tag: str
    depth: int
    meaning: str = ""
    example: str = ""


def describe_page(kind: str, width: int) -> Page:
    """Lay out the fields, lists as loops that can be pasted."""
    said = words("templates")
    parts = [*paragraph(said["可填"].format(title=title_of(kind), kind=kind), width, style="bold"), line()]
    parts += [one for entry in entries(fields_of(kind)) for one in _lines(entry, width)]
    parts += [line(), *(one for text in said["写法"] for one in paragraph(text, width))]
    parts += paragraph(said["过滤器"], width)
    for name, text in words("reports")["过滤器"].items():
        parts += paragraph(text, width, label=f"{_INDENT}{name}{_INDENT}")
    return tuple(parts)


def describe_json(kind: str) -> str:
    """Tell the fields for programs."""
    return json_text({"kind": kind, "title": title_of(kind), "fields": tuple(map(_told, fields_of(kind)))})


def entries(fields: Sequence[Field], owner: str = "", depth: int = 0) -> Iterator[Entry]:
    """The tags of fields in their order; what a list or group holds stands deeper, between its tags."""
    for field in fields:
        name = f"{owner}.{field.name}" if owner else field.name
        if field.repeated:
            yield from _loop(field, name, depth)
        elif field.parts:
            yield Entry(f"{{%p if {name} %}}", depth, field.meaning)
            yield from entries(field.parts, name, depth + 1)
            yield Entry("{%p endif %}", depth)
        elif field.kind is bool:
            yield Entry(f"{{% if {name} %}}…{{% endif %}}", depth, field.meaning, field.example)
        else:
            yield Entry(f"{{{{ {name} }}}}", depth, field.meaning, field.example)


def _loop(field: Field, name: str, depth: int) -> Iterator[Entry]:
    item = words("templates")["循环"][depth]
    yield Entry(f"{{%p for {item} in {name} %}}", depth, field.meaning)
    if field.parts:
        yield from entries(field.parts, item, depth + 1)
    else:
        yield Entry(f"{{{{ {item} }}}}", depth + 1, "", field.example)
    yield Entry("{%p endfor %}", depth)


def _lines(entry: Entry, width: int) -> Iterator[Line]:
    tag = _INDENT * entry.depth + entry.tag
    example = words("templates")["例"] + entry.example if entry.example else ""
    if wide(tag) >= _ROOM:
        yield line(tag, "bold")
        tag = ""
    for number, text in enumerate(filter(None, (entry.meaning, example))):
        label = padded("" if number else tag, _ROOM)
        first, *rest = paragraph(text, width, label=label, style="dim" if text is example else "")
        yield Line((Span(label, "bold"), *first.spans[1:]))
        yield from rest
    if tag and not (entry.meaning or example):
        yield line(tag, "bold")


def _told(field: Field) -> dict[str, object]:
    return {
        "name": field.name,
        "list": field.repeated,
        "meaning": field.meaning,
        "example": field.example or None,
        "parts": tuple(map(_told, field.parts)),
    }
