"""A .docx as its parts (name → bytes): unpacked from a template, packed again the same on every machine."""

import io
import re
import zlib
from collections.abc import Iterator
from datetime import date
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from gongkai_cli.model.problem import Refusal

TYPES = "[Content_Types].xml"
_LIMIT = 128 * 2**20
"""Bytes of a template unpacked; a real one has a few hundred thousand."""

_UNREADABLE = (BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, ValueError)
_MAIN = re.compile(r"officedocument\.wordprocessingml\.(?:document|template)\.main\+xml$")
_TEXT = re.compile(
    r"officedocument\.wordprocessingml\.(?:document\.main|template\.main|header|footer|footnotes|endnotes)\+xml$"
)
_DEFAULT, _OVERRIDE = (
    f"{{http://schemas.openxmlformats.org/package/2006/content-types}}{name}"
    for name in ("Default", "Override")
)
_STORED = (".jpeg", ".jpg", ".png", ".xlsx")


def unpacked(data: bytes) -> dict[str, bytes]:
    """Unpack a .docx; refuses what is none, and what unpacks to more than any template needs."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > _LIMIT:
                raise Refusal("template-not-docx")
            parts = {entry.filename: archive.read(entry) for entry in entries}
        main_part(parts)
    except (*_UNREADABLE, etree.XMLSyntaxError) as error:
        raise Refusal("template-not-docx") from error
    return parts


def packed(parts: dict[str, bytes], day: date) -> bytes:
    """Pack the parts, all dated the same day; they are taken out of the mapping one by one, to hold each once."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as docx:
        for name in sorted(parts, key=lambda name: name != TYPES):
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_STORED if name.endswith(_STORED) else ZIP_DEFLATED
            entry.create_system = 3
            docx.writestr(entry, parts.pop(name))
    return stream.getvalue()


def main_part(parts: dict[str, bytes]) -> str:
    """Name the part that holds the text; a KeyError where there is none."""
    found = next((name for name, kind in _overrides(parts) if _MAIN.search(kind)), "")
    if found not in parts:
        raise KeyError(found)
    return found


def text_parts(parts: dict[str, bytes]) -> list[str]:
    """Name the parts tags may stand in: the text, headers and footers, notes."""
    return [name for name, kind in _overrides(parts) if _TEXT.search(kind) and name in parts]


def add_type(parts: dict[str, bytes], extension: str, kind: str) -> None:
    """Say of what kind files with an extension are, unless the document says so already."""
    root = etree.fromstring(parts[TYPES])
    known = {(one.get("Extension") or "").lower() for one in root.iter(_DEFAULT)}
    if extension not in known:
        root.insert(0, root.makeelement(_DEFAULT, {"Extension": extension, "ContentType": kind}))
        parts[TYPES] = xml_bytes(root)


def add_override(parts: dict[str, bytes], name: str, kind: str) -> None:
    """Say of what kind one part is."""
    root = etree.fromstring(parts[TYPES])
    etree.SubElement(root, _OVERRIDE, {"PartName": f"/{name}", "ContentType": kind})
    parts[TYPES] = xml_bytes(root)


def xml_bytes(root: Any) -> bytes:
    """Write the XML of a part."""
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _overrides(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    for one in etree.fromstring(parts[TYPES]).iter(_OVERRIDE):
        yield (one.get("PartName") or "").removeprefix("/"), one.get("ContentType") or ""
