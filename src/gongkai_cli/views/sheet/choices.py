"""What a cell of the sheet takes: drop-down lists, days within the plan's time, what is still missing in red.

The lists and the facts that say where the sheet belongs stand in a hidden sheet.
"""

from collections.abc import Iterable
from datetime import date
from typing import get_args

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import DAY, ID, LINKS, NUMBER, STATUS, WINDOW
from gongkai_cli.model.record import StatusWord
from gongkai_cli.views.sheet import look
from gongkai_cli.views.sheet.form import SPARE, Form

_NUMBERS, _WINDOWS = "D", "E"  # columns of the hidden sheet
_EPOCH = date(1899, 12, 30)


def facts_sheet(book: Workbook, form: Form) -> None:
    """Add the hidden sheet."""
    sheet = book.create_sheet(words("sheet")["表名"]["身份"])
    for row, pair in enumerate(form.facts().items(), 1):
        for column, text in zip("AB", pair, strict=True):
            sheet[f"{column}{row}"].value = text
    for column, texts in ((_NUMBERS, form.numbers), (_WINDOWS, form.windows)):
        for row, text in enumerate(texts, 1):
            cell = sheet[f"{column}{row}"]
            cell.value = int(text) if text.isascii() and text.isdecimal() else text
    sheet.sheet_state = "hidden"
    sheet.protection.enable()


def watch(sheet: Worksheet, form: Form, rows: list[int]) -> None:
    """Say in each cell what it takes, refuse what it does not, and show in red what a row begun still lacks."""
    letters = {column.name: get_column_letter(n) for n, column in enumerate(form.columns, 1)}
    spare = rows[-SPARE:]
    for name, letter in letters.items():
        rule = _rule(name, form)
        if rule:
            sheet.add_data_validation(rule)
            of_task = name in {NUMBER, ID}
            for run in _runs(spare if of_task else rows):
                rule.add(f"{letter}{run[0]}:{letter}{run[-1]}")
    for name, after in ((DAY, STATUS), (STATUS, "进展")):
        _mark_missing(sheet, rows, letters[name], (letters[after], letters[LINKS]))


def _rule(name: str, form: Form) -> DataValidation | None:
    said = words("sheet")
    hint, stop = said["提示框"].get(name), said["挡住"].get(name)
    kind = {DAY: _day, STATUS: _status, WINDOW: _window, NUMBER: _number}.get(name)
    if not hint and not kind:
        return None
    rule = kind(form) if kind else DataValidation()
    rule.allow_blank = True
    if hint:
        rule.showInputMessage, rule.promptTitle, rule.prompt = True, hint["题"], hint["文"]
    if stop:
        first, last = _span(form)
        rule.showErrorMessage, rule.errorTitle = True, name
        rule.error = stop.format(start=first.isoformat(), end=last.isoformat())
    return rule


def _day(form: Form) -> DataValidation:
    first, last = _span(form)
    return DataValidation(
        type="date", operator="between", formula1=_number_of(first), formula2=_number_of(last)
    )


def _status(form: Form) -> DataValidation:  # noqa: ARG001  one signature for all
    return DataValidation(type="list", formula1=f'"{",".join(get_args(StatusWord))}"')


def _window(form: Form) -> DataValidation:
    return _listed(_WINDOWS, len(form.windows))


def _number(form: Form) -> DataValidation:
    return _listed(_NUMBERS, len(form.numbers))


def _listed(column: str, count: int) -> DataValidation:
    name = words("sheet")["表名"]["身份"]
    return DataValidation(type="list", formula1=f"'{name}'!${column}$1:${column}${count}")


def _span(form: Form) -> tuple[date, date]:
    """Return the days a record of the plan may have."""
    return date(form.plan.year, 1, 1), date(form.plan.year + 1, 3, 31)


def _number_of(day: date) -> str:
    """Write a day as the number a sheet keeps for it, which no program reads in another way."""
    return str((day - _EPOCH).days)


def _mark_missing(sheet: Worksheet, rows: list[int], letter: str, beside: tuple[str, str]) -> None:
    first = rows[0]
    ranges = " ".join(f"{letter}{run[0]}:{letter}{run[-1]}" for run in _runs(rows))
    begun = f"COUNTA(${beside[0]}{first}:${beside[1]}{first})>0"
    style = DifferentialStyle(fill=look.MISSING)
    rule = Rule(type="expression", dxf=style, formula=[f'AND(${letter}{first}="",{begun})'])
    sheet.conditional_formatting.add(ranges, rule)


def _runs(rows: Iterable[int]) -> list[list[int]]:
    """Gather rows that follow each other."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][-1] == row - 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs
