"""What a file really is, by its first bytes and the names in it: a suffix is only what somebody called it."""

import io
import re
import zipfile

from gongkai_cli.documents import ole
from gongkai_cli.model.problem import Refusal

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_TAGS = rb"html|head|body|meta|title|table|div|p|style|script|center|font|h[1-6]|span|xml"
_BEFORE = rb"(?is)(?:\s|<!--.*?-->|<\?xml[^>]*>)*"
_HTML = re.compile(_BEFORE + rb"<(?:!doctype\s+html|(?:%s)[\s>])" % _TAGS)
_SURELY_HTML = re.compile(_BEFORE + rb"<(?:!doctype\s+html|html[\s>])")
_MIME = re.compile(
    rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|content-type)\s*:", re.IGNORECASE
)
_OFFICE_XML = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "sheetxml"),
    (b"schemas.microsoft.com/office/word/2003/wordml", "wordxml"),
    (b"schemas.microsoft.com/office/2006/xmlPackage", "wordxml"),
)
_HEAD = 4096
_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("OFD.xml", "ofd"),
)
_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"))
_OPEN_DOCUMENT = {"spreadsheet": "ods", "text": "odt"}
_STREAMS = (("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))


def kind_of(data: bytes, name: str, *, plain: bool) -> str:
    """Tell the kind, "text" for what looks like none; `plain`: the name says it is text, so a stray tag proves nothing.

    Refuses a file that is locked, and a zip that is torn.
    """
    if data.startswith(b"PK"):
        return _of_zip(data, name)
    if data.startswith(ole.SIGNATURE):
        return _of_ole(data, name)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return _of_text(head, plain=plain)


def _of_text(head: bytes, *, plain: bool) -> str:
    for mark in _BOMS:
        head = head.removeprefix(mark)
    head = head.replace(b"\0", b"")  # UTF-16, as far as tags go
    for name, kind in _OFFICE_XML:
        if head.lstrip().startswith(b"<") and name in head:
            return kind
    if (_SURELY_HTML if plain else _HTML).match(head):
        return "html"
    return "mht" if not plain and _MIME.match(head.lstrip()) else "text"


def _of_zip(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = (
                archive.read("mimetype")[:200].decode("ascii", "replace") if "mimetype" in names else ""
            )
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError) as error:
        raise Refusal("document-torn", file=name) from error
    for part, kind in _PARTS:
        if part in names:
            return kind
    if "opendocument" in mimetype:
        return _OPEN_DOCUMENT.get(mimetype.rsplit(".", 1)[-1].split("-")[0], "zip")
    return next((kind for folder, kind in _FOLDERS if any(part.startswith(folder) for part in names)), "zip")


def _of_ole(data: bytes, name: str) -> str:
    streams = ole.streams(data)
    if "EncryptedPackage" in streams:
        raise Refusal("document-locked", file=name)
    for stream, kind in _STREAMS:
        if stream in streams:
            if kind == "doc" and ole.is_locked_word(data, streams[stream]):
                raise Refusal("document-locked", file=name)
            return kind
    if not streams:
        raise Refusal("document-torn", file=name)
    return "ole"
