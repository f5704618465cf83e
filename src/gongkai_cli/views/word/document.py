"""A template's bytes and a context → a finished .docx, the same bytes for the same input.

docxtpl prepares the template (small); what Jinja makes of it (a ledger of 10 000 rows is 40 MB of XML) is parsed once,
finished and checked in that tree, and written once.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.refill import refill
from gongkai_cli.views.word.finish import finish
from gongkai_cli.views.word.package import main_part, packed, text_parts, unpacked, xml_bytes
from gongkai_cli.views.word.pictures import Pictures
from gongkai_cli.views.word.properties import Imprint, sign
from gongkai_cli.views.word.relations import Relations, relations_part
from gongkai_cli.views.word.sandbox import environment, rendered

Album = Callable[[str], bytes]
"""Evidence file of the workspace (`evidence/2021/a.png`) → its bytes; a Refusal or OSError where it cannot be read."""


class Inserts(Struct, frozen=True):
    """What is no text: the figures of charts, by the chart's name, and where pictures come from."""

    album: Album
    charts: Mapping[str, Chart] = {}


class Filled(Struct, frozen=True):
    """The .docx; its `w:body` as an lxml element, to be read back; what is to be told of its pictures."""

    data: bytes
    body: Any
    notes: tuple[str, ...] = ()


def fill(template: bytes, context: Sequence[Struct], imprint: Imprint, inserts: Inserts) -> Filled:
    """Fill a template with the fields of all parts of a context.

    Refuses what is no .docx and templates with unknown names or broken tags.
    """
    parts = unpacked(template)
    plain = {name: value for part in context for name, value in msgspec.to_builtins(part).items()}
    pictures = Pictures(inserts.album)
    roots = {name: _filled(parts, name, plain, pictures) for name in text_parts(parts)}
    for name, root in roots.items():
        refill(root, name, parts, inserts.charts)
        finish(root, parts)
    body = roots[main_part(parts)][0]
    parts |= {name: xml_bytes(root) for name, root in roots.items()}
    pictures.enter(parts)
    sign(parts, imprint)
    return Filled(packed(parts, imprint.day), body, tuple(pictures.notes))


def _filled(parts: dict[str, bytes], name: str, plain: dict[str, Any], pictures: Pictures) -> Any:
    """Fill one part that holds text; the relationships it adds go among the parts."""
    beside = relations_part(name)
    relations = Relations(parts.get(beside))
    root = rendered(parts[name], plain, environment(relations, pictures))
    if xml := relations.xml():
        parts[beside] = xml
    return root
