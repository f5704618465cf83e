"""The parts of a zipped office file, read with bounds: a bomb, a lock or a torn file is told, never unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from typing import NoReturn

from lxml import etree

from gongkai_cli.model.problem import Refusal

MAX_PART = 256 * 1024 * 1024
MAX_RATIO = 400
_SMALL = 1024 * 1024
_DOCTYPE, _HEAD = b"<!DOCTYPE", 4096
_STRICT = re.compile(rb'(?<==["\'])http://purl\.oclc\.org/ooxml/(\w+)/(\w+)')
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_OLE = b"\xd0\xcf\x11\xe0"


class Package:
    """An office file's parts by name."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        if data.startswith(_OLE):
            raise Refusal("document-locked", file=name)
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self.archive.namelist())
            self._refuse_bomb()
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            self._torn(error)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where there is none."""
        if name not in self.names:
            return None
        try:
            with self.archive.open(name) as stream:
                data = stream.read(MAX_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            self._torn(error)
        if len(data) > MAX_PART:
            raise Refusal("document-bomb", file=self.name)
        return _transitional(data)

    def xml(self, name: str) -> etree._Element | None:
        """Parse a part; entities are never resolved and a document type is refused."""
        data = self.part(name)
        return None if data is None else parse_xml(data, self.name)

    def _refuse_bomb(self) -> None:
        """Refuse parts that unpack to far more than any document needs."""
        for info in self.archive.infolist():
            if info.flag_bits & 1:
                raise Refusal("document-locked", file=self.name)
            swollen = info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size)
            if info.file_size > MAX_PART or swollen:
                raise Refusal("document-bomb", file=self.name)

    def _torn(self, error: BaseException) -> NoReturn:
        raise Refusal("document-torn", file=self.name) from error


def _transitional(data: bytes) -> bytes:
    """Give a part of a Strict Open XML file the namespaces that every other office file uses (ISO/IEC 29500-1, -4)."""
    return _STRICT.sub(_TRANSITIONAL, data) if b"purl.oclc.org/ooxml" in data[:_HEAD] else data


def elements(
    data: bytes, name: str, tags: Sequence[str], events: Sequence[str] = ("end",)
) -> Iterator[tuple[str, etree._Element]]:
    """Give the elements of a large part as they go by. Refuses what `parse_xml` refuses."""
    if _DOCTYPE in data[:_HEAD]:
        raise Refusal("document-entities", file=name)
    parser = etree.iterparse(
        io.BytesIO(data),
        tuple(events),
        tag=tuple(tags),
        resolve_entities=False,
        no_network=True,
        huge_tree=True,
    )
    try:
        yield from parser
    except etree.XMLSyntaxError as error:
        raise Refusal("document-torn", file=name) from error


def parse_xml(data: bytes, name: str) -> etree._Element:
    """Parse XML of an office file. Refuses what is not well-formed or declares a document type."""
    if _DOCTYPE in data[:_HEAD]:
        raise Refusal("document-entities", file=name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal("document-torn", file=name) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal("document-entities", file=name)
    return root
