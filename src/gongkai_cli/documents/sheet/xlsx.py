"""Bytes of an .xlsx workbook → its sheets, read row by row so that a large sheet stays small in memory."""

import posixpath
import re
from collections.abc import Iterator
from datetime import datetime

from lxml import etree
from msgspec import Struct

from gongkai_cli.documents.block import Reading
from gongkai_cli.documents.package import Package, elements
from gongkai_cli.documents.sheet.area import Merge, Sheet, reading
from gongkai_cli.documents.sheet.look import built_in, moment, plain, shown
from gongkai_cli.model.problem import Refusal

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_TRUE = frozenset({"1", "true", "on"})
_ROWS, _COLUMNS = 1_048_576, 16_384
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class Book(Struct):
    """What the cells of all sheets refer to."""

    texts: list[str]
    forms: list[str]
    from_1904: bool


def read(data: bytes, name: str) -> Reading:
    """Transcribe a workbook. Refuses one that is torn or empty."""
    package = Package(data, name)
    main = _main(package)
    workbook = package.xml(main)
    if workbook is None:
        raise Refusal("document-torn", file=name)
    targets = _targets(package, main)
    properties = workbook.find("{*}workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in _TRUE
    book = Book(_texts(package, targets), _forms(package, targets), from_1904)
    return reading(list(_sheets(package, workbook, targets, book)), name)


def _sheets(
    package: Package, workbook: etree._Element, targets: dict[str, str], book: Book
) -> Iterator[Sheet]:
    for element in workbook.iterfind("{*}sheets/{*}sheet"):
        key = next((value for key, value in element.attrib.items() if str(key).endswith("}id")), "")
        data = package.part(targets.get(str(key), ""))
        if data is None or "/chartsheets/" in f"/{targets[str(key)]}":
            continue
        sheet = Sheet(element.get("name", ""), hidden=element.get("state", "visible") != "visible")
        try:
            _fill(sheet, data, book, package.name)
        except ValueError as error:
            raise Refusal("document-torn", file=package.name) from error
        yield sheet


def _fill(sheet: Sheet, data: bytes, book: Book, name: str) -> None:
    row = -1
    for _, element in elements(data, name, ("{*}row", "{*}mergeCell", "{*}col")):
        local = etree.QName(element).localname
        if local == "row":
            row = _fill_row(sheet, element, row + 1, book)
        elif local == "mergeCell":
            sheet.merges.extend(_merge(element.get("ref", "")))
        elif element.get("hidden") in _TRUE:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            sheet.hidden_columns.extend(range(first - 1, min(last, _COLUMNS)))
        _forget(element)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _fill_row(sheet: Sheet, element: etree._Element, follows: int, book: Book) -> int:
    said = element.get("r", "")
    row = int(said) - 1 if said.isdigit() else follows
    column = -1
    for cell in element:
        place = _REFERENCE.fullmatch(cell.get("r", ""))
        column = _number(place[1]) if place else column + 1
        text = _text(cell, book)
        if text and 0 <= row < _ROWS and column < _COLUMNS:
            sheet.cells[row, column] = text
    if element.get("hidden") in _TRUE:
        sheet.hidden_rows.append(row)
    return row


def _text(cell: etree._Element, book: Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _rich(cell)
    said = cell.findtext("{*}v")
    if said is None or not said.strip():
        return ""
    if kind == "s":
        number = int(said)
        return book.texts[number] if 0 <= number < len(book.texts) else ""
    if kind == "b":
        return "TRUE" if said.strip() in _TRUE else "FALSE"
    if kind == "d":
        return _date(said)
    return _number_text(said, cell.get("s", "0"), book) if kind == "n" else _clean(said)


def _number_text(said: str, style: str, book: Book) -> str:
    value = float(said)
    number = int(style) if style.isdigit() else 0
    form = book.forms[number] if number < len(book.forms) else ""
    return shown(value, form, from_1904=book.from_1904) if form else plain(value)


def _date(said: str) -> str:
    try:
        return moment(datetime.fromisoformat(said))
    except ValueError:
        return said


def _main(package: Package) -> str:
    """Return the name of the workbook's part, which the package's relations tell."""
    targets = _relations(package, "_rels/.rels", "")
    return next((part for kind, part in targets.values() if kind == "officeDocument"), "xl/workbook.xml")


def _targets(package: Package, main: str) -> dict[str, str]:
    """Relation id → part; the shared parts stand under their kind too."""
    folder, file = posixpath.split(main)
    found = _relations(package, f"{folder}/_rels/{file}.rels", folder)
    return dict(found.values()) | {key: part for key, (_, part) in found.items()}


def _relations(package: Package, part: str, folder: str) -> dict[str, tuple[str, str]]:
    root = package.xml(part)
    found: dict[str, tuple[str, str]] = {}
    for relation in root if root is not None else ():
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        found[relation.get("Id", "")] = (relation.get("Type", "").rsplit("/", 1)[-1], target)
    return found


def _texts(package: Package, targets: dict[str, str]) -> list[str]:
    root = package.xml(targets.get("sharedStrings", ""))
    return [_rich(item) for item in root.iterchildren("{*}si")] if root is not None else []


def _rich(item: etree._Element) -> str:
    """Return the text of all its runs; how to pronounce it (`rPh`) is not shown."""
    texts = (text for text in item.iter("{*}t") if not str(_parent_tag(text)).endswith("}rPh"))
    return _clean("".join(text.text or "" for text in texts))


def _parent_tag(element: etree._Element) -> object:
    parent = element.getparent()
    return None if parent is None else parent.tag


def _clean(text: str) -> str:
    """Undo Excel's way to write control characters; line breaks stay."""
    plain_text = _ESCAPED.sub(lambda found: _control(chr(int(found[1], 16))), text)
    return plain_text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _control(sign: str) -> str:
    return sign if sign.isprintable() or sign in "\n\t" else ""


def _forms(package: Package, targets: dict[str, str]) -> list[str]:
    """Return the number format of each cell style, "" for the general one."""
    root = package.xml(targets.get("styles", ""))
    if root is None:
        return []
    own = {form.get("numFmtId"): form.get("formatCode", "") for form in root.iterfind("{*}numFmts/{*}numFmt")}
    numbers = (style.get("numFmtId", "0") for style in root.iterfind("{*}cellXfs/{*}xf"))
    return [own[number] if number in own else built_in(int(number)) for number in numbers]


def _merge(reference: str) -> Iterator[Merge]:
    corners = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
    if len(corners) == 2 and corners[0] and corners[1]:
        (left, top), (right, bottom) = corners[0].groups(), corners[1].groups()
        yield int(top) - 1, _number(left), int(bottom) - 1, _number(right)


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number - 1
