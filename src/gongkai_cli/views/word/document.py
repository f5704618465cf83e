"""A template's bytes and a context → a finished .docx, the same bytes for the same input."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import msgspec
from docx.opc.exceptions import OpcError
from lxml import etree
from msgspec import Struct

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.finish import finish
from gongkai_cli.views.word.links import Links
from gongkai_cli.views.word.sandbox import Template, environment

_PROPERTY_LIMIT = 255
_UNREADABLE = (
    BadZipFile,
    OpcError,
    KeyError,
    ValueError,
    AttributeError,
    NotImplementedError,
    etree.XMLSyntaxError,
)


class Imprint(Struct, frozen=True, kw_only=True):
    """What the file's properties say of it; `day` stands for the time it was made."""

    title: str
    author: str
    subject: str
    day: date


def fill(template: bytes, context: Sequence[Struct], imprint: Imprint) -> bytes:
    """Fill a template with the fields of all parts of a context.

    Refuses what is no .docx and templates with unknown names or broken tags.
    """
    links, docx = Links(), _opened(template)
    plain = {name: value for part in context for name, value in msgspec.to_builtins(part).items()}
    docx.render(plain, environment(links), autoescape=True)
    links.relate(docx.docx.part.rels)
    finish(docx.docx)
    _sign(docx.docx.core_properties, imprint)
    stream = io.BytesIO()
    docx.save(stream)
    return _stamped(stream, imprint.day)


def _opened(template: bytes) -> Template:
    docx = Template(io.BytesIO(template))
    try:
        docx.init_docx()
    except _UNREADABLE as error:
        raise Refusal("template-not-docx") from error
    return docx


def _sign(properties: Any, imprint: Imprint) -> None:
    moment = datetime.combine(imprint.day, time())
    properties.title = imprint.title[:_PROPERTY_LIMIT]
    properties.author = properties.last_modified_by = imprint.author[:_PROPERTY_LIMIT]
    properties.subject = imprint.subject[:_PROPERTY_LIMIT]
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def _stamped(stream: io.BytesIO, day: date) -> bytes:
    """Pack the same parts again, all dated the same day, whatever machine packs them."""
    packed = io.BytesIO()
    with ZipFile(stream) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as docx:
        for part in parts.infolist():
            entry = ZipInfo(part.filename, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
            docx.writestr(entry, parts.read(part))
    return packed.getvalue()
