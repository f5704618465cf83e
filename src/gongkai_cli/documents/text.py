"""Plain text → blocks: tables with tabs between the cells, tables with one cell a line, paragraphs.

Pages saved from web sites as text come in both table shapes; which one a file has shows in where its tabs stand.
"""

import re
from collections.abc import Iterable, Iterator

from gongkai_cli.documents.block import Block, Cell, Paragraph, Row, Table

Line = tuple[int, str]

_CELL_LINE = re.compile(r" ?\t(?P<text>[^\t]*)")
_MIN_CELL_LINES = 6
_MAX_CELL_LINES = 40
_OPEN_CELL = re.compile(r'(?:^|\t)"(?:[^"]|"")*$')
_QUOTED_CELL = re.compile(r'(?:(?<=\t)|^)"((?:[^"]|"")*)"(?=\t|$)')
_MIN_WIDTH, _MAX_WIDTH, _RAGGED, _MIN_FULL_LINES = 24, 60, 2, 6
_OPENING, _CLOSING, _CLOSES_FIRST = re.compile("[（(]"), re.compile("[）)]"), re.compile("[^（(\t]*[）)]")
_PIPE_ROW, _PIPE_RULE = re.compile(r"\s*\|.*\|\s*"), re.compile(r"[\s|:-]+")
_GAP, _MIN_ALIGNED = re.compile(r" {2,}|\u3000{2,}"), 3
_MARKDOWN_HEADING = re.compile(r"^#{1,6}\s+")
_STARTS_ANEW = re.compile(r"\s|[（(]?(?:[一二三四五六七八九十]+|\d{1,3})[）)、.．]|[①-⑳]|附件|\S{2,8}[:：]")


def blocks(text: str) -> tuple[Block, ...]:
    """Transcribe a text; its line ends are plain newlines."""
    lines = _closed(_unwrapped(_unquoted(_unspaced(_unpiped(enumerate(text.split("\n"), 1))))))
    tabbed = [line for _, line in lines if "\t" in line]
    single = [line for line in tabbed if _CELL_LINE.fullmatch(line)]
    if len(single) >= _MIN_CELL_LINES and len(single) == len(tabbed):
        return tuple(_numbered(_cell_a_line(lines)))
    return tuple(_numbered(_row_a_line(lines)))


def _numbered(found: Iterator[Paragraph | list[tuple[str, ...]]]) -> Iterator[Block]:
    """Give each table its number and each of its rows its place."""
    tables = 0
    for block in found:
        if isinstance(block, Paragraph):
            yield block
            continue
        tables += 1
        yield Table(
            tuple(
                Row(tuple(Cell(text) for text in row), f"表{tables}第{place}行")
                for place, row in enumerate(block, 1)
            )
        )


def _row_a_line(lines: list[Line]) -> Iterator[Paragraph | list[tuple[str, ...]]]:
    rows: list[tuple[str, ...]] = []
    for number, line in lines:
        if "\t" in line.strip(" \n"):
            rows.append(tuple(cell.strip() for cell in line.strip(" \n").split("\t")))
        elif line.strip():
            if rows:
                yield rows
                rows = []
            yield _paragraph(number, line)
    if rows:
        yield rows


def _cell_a_line(lines: list[Line]) -> Iterator[Paragraph | list[tuple[str, ...]]]:
    """Each line that begins with a tab begins a cell; a blank line before such a line ends the row.

    A line without a tab goes on with its cell if it follows directly, or if a cell follows it directly.
    """
    rows: list[list[str]] = []
    after_blank = True
    for index, (number, line) in enumerate(lines):
        cell = _CELL_LINE.fullmatch(line)
        if cell:
            if after_blank or not rows:
                rows.append([])
            rows[-1].append(cell["text"].strip())
        elif line.strip():
            if rows and (not after_blank or _begins_cell(lines, index + 1)):
                rows[-1][-1] = f"{rows[-1][-1]}\n{line.strip()}"
            else:
                if rows:
                    yield [tuple(row) for row in rows]
                    rows = []
                yield _paragraph(number, line)
        after_blank = not line.strip() and not cell
    if rows:
        yield [tuple(row) for row in rows]


def _unpiped(lines: Iterable[Line]) -> Iterator[Line]:
    """Turn the rows of a pipe table (`| a | b |`) into rows with tabs; the rule under its header says nothing."""
    for number, line in lines:
        if not _PIPE_ROW.fullmatch(line):
            yield number, line
        elif not _PIPE_RULE.fullmatch(line):
            yield number, "\t".join(cell.strip() for cell in line.strip()[1:-1].split("|"))


def _unspaced(lines: Iterable[Line]) -> Iterator[Line]:
    """Turn tables whose columns are set apart by runs of blanks into rows with tabs."""
    run: list[Line] = []
    for number, line in (*lines, (0, "")):
        cells = len(_GAP.split(line.strip())) if "\t" not in line else 0
        if run and cells != len(_GAP.split(run[0][1].strip())):
            aligned = len(run) >= _MIN_ALIGNED
            yield from ((place, _GAP.sub("\t", text.strip()) if aligned else text) for place, text in run)
            run = []
        if cells >= _MIN_ALIGNED:
            run.append((number, line))
        elif number:
            yield number, line


def _unquoted(lines: Iterable[Line]) -> Iterator[Line]:
    """Put together the rows that a spreadsheet pasted with quotes around cells of several lines."""
    row, first = "", 0
    for number, line in lines:
        row, first = (f"{row}\n{line}", first) if row else (line, number)
        if "\t" in row and number - first < _MAX_CELL_LINES and _OPEN_CELL.search(row):
            continue
        yield first, _QUOTED_CELL.sub(lambda cell: cell[1].replace('""', '"'), row) if "\t" in row else row
        row = ""
    if row:
        yield from ((first + offset, line) for offset, line in enumerate(row.split("\n")))


def _unwrapped(lines: Iterable[Line]) -> list[Line]:
    """Join paragraphs that were broken at a fixed width: many lines are as long as the longest can be."""
    found = list(lines)
    plain = [len(line) for _, line in found if line.strip() and "\t" not in line]
    width = max(plain, default=0)
    full = sum(1 for length in plain if length >= width - _RAGGED)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH or full < _MIN_FULL_LINES or full * 4 < len(plain):
        return found
    joined: list[Line] = []
    goes_on = False
    for number, line in found:
        if goes_on and line.strip() and "\t" not in line and not _STARTS_ANEW.match(line):
            joined[-1] = (joined[-1][0], joined[-1][1] + line.strip())
        else:
            joined.append((number, line))
        goes_on = "\t" not in line and len(line) >= width - _RAGGED
    return joined


def _closed(lines: Iterable[Line]) -> list[Line]:
    """Join the next line to one that a page broke inside a bracket."""
    joined: list[Line] = []
    for number, line in lines:
        if joined and line.strip() and _opens(joined[-1][1]) and _CLOSES_FIRST.match(line):
            joined[-1] = (joined[-1][0], joined[-1][1].rstrip() + line.strip())
        else:
            joined.append((number, line))
    return joined


def _opens(line: str) -> bool:
    return "\t" not in line and len(_OPENING.findall(line)) > len(_CLOSING.findall(line))


def _begins_cell(lines: list[Line], index: int) -> bool:
    return index < len(lines) and bool(_CELL_LINE.fullmatch(lines[index][1]))


def _paragraph(number: int, line: str) -> Paragraph:
    return Paragraph(_MARKDOWN_HEADING.sub("", line.strip(), count=1), f"第{number}行")
