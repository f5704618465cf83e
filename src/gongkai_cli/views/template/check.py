"""All that can be told of a template without running it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lxml import etree
from msgspec.structs import replace

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.template.blocks import Blocks
from gongkai_cli.views.template.faults import Fault
from gongkai_cli.views.template.places import Paragraph, paragraphs
from gongkai_cli.views.template.tags import half_width, tags
from gongkai_cli.views.template.writing import given_names, writing_faults
from gongkai_cli.views.word.fields import fields_of
from gongkai_cli.views.word.ooxml import w
from gongkai_cli.views.word.package import unpacked
from gongkai_cli.views.word.pictures import Pictures
from gongkai_cli.views.word.relations import Relations
from gongkai_cli.views.word.sandbox import environment

_STYLES = "word/styles.xml"
_LINKED, _LINK_STYLE = re.compile(r"\|\s*链接"), "Hyperlink"
_DATED = "成文日期"


def faults_of(kind: str, template: bytes) -> tuple[Fault, ...]:
    """Find the faults of a template for a kind of report, in the order of the document."""
    parts = unpacked(template)
    try:
        found, styles = tuple(paragraphs(parts)), _style_names(parts)
    except etree.XMLSyntaxError as error:
        raise Refusal("template-not-docx") from error
    fields = {one.name: one for one in fields_of(kind)}
    jinja = environment(Relations(), Pictures(lambda _: b""))
    faults = [*writing_faults(found, {*fields, *given_names(found)}), *_styles(found, styles)]
    for _, part in groupby(found, lambda one: one.place.part):
        blocks = Blocks(jinja, fields)
        blocks.read(replace(one, text=half_width(one.text)) for one in part)
        faults += blocks.faults
    order = {paragraph.place: number for number, paragraph in enumerate(found)}
    return tuple(sorted(faults, key=lambda fault: order[fault.place] if fault.place else -1))


def _styles(paragraphs: Sequence[Paragraph], names: Mapping[str, str]) -> Iterator[Fault]:
    """Styles that are referred to and not there, or that the program itself needs; `names` by their ids."""
    for paragraph in paragraphs:
        for style in paragraph.styles:
            if style not in names:
                yield Fault(paragraph.place, paragraph.text, "style-undefined", {"value": style})
        codes = [tag.code for tag in tags(paragraph.text)]
        if any(_LINKED.search(code) for code in codes) and _LINK_STYLE not in {*names, *names.values()}:
            yield Fault(paragraph.place, paragraph.text, "style-link", {"value": _LINK_STYLE})
        if _DATED in codes and _DATED not in {names.get(style) for style in paragraph.styles}:
            yield Fault(paragraph.place, paragraph.text, "style-signature", {"value": _DATED})


def _style_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Style id → the name Word shows."""
    if _STYLES not in parts:
        return {}
    found = etree.fromstring(parts[_STYLES]).iter(w("style"))
    names = ((style.get(w("styleId")), style.find(w("name"))) for style in found)
    return {str(key): "" if name is None else str(name.get(w("val"))) for key, name in names}
