"""An office's sheet as an .xlsx workbook: what is given locked, what is to be filled in open and watched.

Protected without a password: that guards against slips, not against people.
"""

from collections.abc import Iterator

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import COUNTS, DAY, ID, NUMBER, REQUIREMENT, Column
from gongkai_cli.views.sheet import look
from gongkai_cli.views.sheet.choices import facts_sheet, watch
from gongkai_cli.views.sheet.form import Form
from gongkai_cli.views.sheet.saved import saved

_TITLE_ROW, _REMARK_ROW, HEADING_ROW = 1, 2, 3
_OPEN = Protection(locked=False)
_A3, _A4 = 8, 9  # Excel's numbers of paper sizes
_GUIDE_WIDTH = 100
_CENTRED = {NUMBER, ID, DAY, "状态", "报送期", "填报人"}


def workbook(form: Form) -> bytes:
    """Draw the workbook."""
    form = replace(form, columns=_fitted(form))
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101  a new workbook has one
    sheet.title = words("sheet")["表名"]["填报"]
    _head(sheet, form)
    rows = list(_body(sheet, form))
    _guide(book)
    facts_sheet(book, form)
    watch(sheet, form, rows)
    _set_up(sheet, form, rows[-1])
    book.properties.creator, book.properties.title = form.plan.body, form.title
    return saved(book, form.as_of)


def put(cell: Cell, text: str) -> None:
    """Write a text as text: one that begins with `=` is no formula, and what no sheet can hold is left out."""
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"


def _fitted(form: Form) -> tuple[Column, ...]:
    """Widen the column of the requirements where one of them is too long for any row."""
    texts = [row.get(REQUIREMENT, "") for block in form.blocks for row in block.rows]
    return tuple(
        replace(one, width=look.wide_enough(texts, one.width)) if one.name == REQUIREMENT else one
        for one in form.columns
    )


def _head(sheet: Worksheet, form: Form) -> None:
    for row, text, font, height in (
        (_TITLE_ROW, form.title, look.TITLE, 30),
        (_REMARK_ROW, form.remark, look.TEXT, 20),
    ):
        cell = _cell(sheet, row, 1)
        put(cell, text)
        cell.font, cell.alignment = font, look.LINE
        sheet.row_dimensions[row].height = height
    for number, column in enumerate(form.columns, 1):
        cell = _cell(sheet, HEADING_ROW, number)
        put(cell, column.name)
        cell.font, cell.fill, cell.border, cell.alignment = (
            look.HEAD,
            look.HEADING,
            look.FRAME,
            look.CENTRED,
        )
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.row_dimensions[HEADING_ROW].height = 24


def _body(sheet: Worksheet, form: Form) -> Iterator[int]:
    """Draw the blocks; yield the numbers of the rows that can be filled in."""
    row = HEADING_ROW
    for block in form.blocks:
        row += 1
        _banner(sheet, row, block.heading, len(form.columns))
        for given in block.rows:
            row += 1
            _row(sheet, row, given, form.columns)
            yield row


def _banner(sheet: Worksheet, row: int, text: str, width: int) -> None:
    for number in range(1, width + 1):
        _cell(sheet, row, number).fill = look.BANNER
    cell = _cell(sheet, row, 1)
    put(cell, text)
    cell.font, cell.alignment = look.HEAD, look.LINE
    sheet.row_dimensions[row].height = 20


def _row(sheet: Worksheet, row: int, given: dict[str, str], columns: tuple[Column, ...]) -> None:
    for number, column in enumerate(columns, 1):
        cell = _cell(sheet, row, number)
        cell.font, cell.border = look.TEXT, look.FRAME
        cell.alignment = look.SHORT if column.name in _CENTRED else look.WRAPPED
        if column.fill or (not given and column.name in {NUMBER, ID}):
            cell.protection, cell.fill = _OPEN, look.FILL
            cell.number_format = "yyyy-mm-dd" if column.name == DAY else "General"
        else:
            cell.fill = look.GIVEN
            write_number(cell, given.get(column.name, ""))
        if column.name in {ID, COUNTS}:
            cell.number_format = "@"  # 2-3 is no day of February
    look.set_height(sheet, row, look.height([(given.get(one.name, ""), one.width) for one in columns]))


def write_number(cell: Cell, text: str) -> None:
    """Write a whole number as a number, so that no sheet marks it as a mistake; anything else as text."""
    if text.isascii() and text.isdecimal() and str(int(text)) == text:
        cell.value = int(text)
    elif text:
        put(cell, text)
        cell.number_format = "@"


def _guide(book: Workbook) -> None:
    """Add the sheet that says how to fill in the other."""
    sheet = book.create_sheet(words("sheet")["表名"]["说明"])
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    cell = _cell(sheet, 1, 1)
    put(cell, words("sheet")["表名"]["说明"])
    cell.font, sheet.row_dimensions[1].height = look.TITLE, 32
    for number, said in enumerate(words("sheet")["说明"], 1):
        cell, text = _cell(sheet, number + 1, 1), f"{number}. {said}"
        put(cell, text)
        cell.font, cell.alignment = look.GUIDE, look.WRAPPED
        look.set_height(sheet, number + 1, look.guide_height(text, _GUIDE_WIDTH))
    sheet.protection.enable()
    _fit_width(sheet)
    sheet.page_setup.paperSize = _A4


def _set_up(sheet: Worksheet, form: Form, last: int) -> None:
    """Freeze and repeat the head, set up the page, lock the sheet."""
    names = [column.name for column in form.columns]
    beside = get_column_letter(names.index(REQUIREMENT) + 2)
    sheet.freeze_panes = f"{beside}{HEADING_ROW + 1}"
    sheet.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(names))}{last}"
    _fit_width(sheet)
    sheet.page_setup.paperSize = _A3
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.8, footer=0.4)
    sheet.oddFooter = HeaderFooterItem(center=_HeaderFooterPart(text=words("sheet")["页脚"]))
    sheet.protection.enable()
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # False: may be done


def _fit_width(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101  nothing is merged
    return cell
