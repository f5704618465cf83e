"""Spreadsheets are transcribed as people see them: numbers and dates by their formats, merged cells once."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from drawing import drawn
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from gongkai_cli.documents.block import Table
from gongkai_cli.documents.read import read
from gongkai_cli.documents.sheet.look import shown
from gongkai_cli.model.problem import Refusal


def book() -> tuple[Workbook, Worksheet]:
    made = Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "任务表"
    return made, sheet


def saved(made: Workbook, folder: Path) -> Path:
    path = folder / "表.xlsx"
    made.save(path)
    return path


def test_sheet_is_trimmed_and_its_merged_cells_span(tmp_path: Path) -> None:
    made, sheet = book()
    for row in (
        {"B3": "2024年政务公开任务表"},
        {"B4": "序号", "C4": "任务", "D4": "单位"},
        {"B5": 1, "C5": "预算公开\n决算公开", "D5": " 财政局 "},
        {"B6": 2.0, "D6": "审计局"},
        {"B9": "备注", "C9": "隔两个空行"},
    ):
        for place, value in row.items():
            sheet[place] = value
    for area in ("B3:H3", "C5:C7", "A20:B30"):
        sheet.merge_cells(area)
    assert drawn(read(saved(made, tmp_path)).blocks) == (
        "工作表“任务表”第3行| 2024年政务公开任务表 | < | <\n"
        "工作表“任务表”第4行| 序号 | 任务 | 单位\n"
        "工作表“任务表”第5行| 1 | 预算公开⏎决算公开 | 财政局\n"
        "工作表“任务表”第6行| 2 | ^ | 审计局\n"
        "工作表“任务表”第7行|  | ^ | \n"
        "工作表“任务表”第9行| 备注 | 隔两个空行 | \n"
    )


def test_several_sheets_stand_under_their_names_and_what_is_hidden_is_told(tmp_path: Path) -> None:
    made, sheet = book()
    for row in range(1, 7):
        sheet.append([row, f"任务{row}", "办公室"])
    for row in (2, 4, 5):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["C"].hidden = True
    other = made.create_sheet("附表")
    other["A1"] = "附"
    other.sheet_state = "hidden"
    made.create_sheet("空表")
    document = read(saved(made, tmp_path))
    assert drawn(document.blocks).startswith(
        "工作表“任务表”: 任务表\n工作表“任务表”第1行| 1 | 任务1 | 办公室\n"
    )
    assert drawn(document.blocks).endswith("工作表“附表”: 附表\n工作表“附表”第1行| 附\n")
    assert document.remarks == (
        "工作表“任务表”有 3 行是隐藏的（第 2、4-5 行），也读了",
        "工作表“任务表”有 1 列是隐藏的（C 列），也读了",
        "工作表“附表”是隐藏的，也读了",
    )


@pytest.mark.parametrize(
    ("value", "form", "seen"),
    [
        (1, "General", "1"),
        (1.0, "General", "1"),
        (0.1 + 0.2, "General", "0.3"),
        (20210930, "General", "20210930"),
        (0.5, "0%", "50%"),
        (0.1234, "0.00%", "12.34%"),
        (3, "000", "003"),
        (3, '0"件"', "3件"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-3, "0_);(0)", "-3"),
        (date(2021, 9, 30), "yyyy-mm-dd", "2021-09-30"),
        (date(2021, 9, 30), "yyyy/m/d", "2021-09-30"),
        (date(2021, 9, 30), 'yyyy"年"m"月"d"日"', "2021年9月30日"),
        (date(2021, 9, 1), 'yyyy"年"m"月"', "2021年9月"),
        (date(2021, 9, 1), '[$-804]yyyy"年"m"月";@', "2021年9月"),
        (date(2021, 9, 30), 'm"月"d"日"', "9月30日"),
        (datetime(2021, 9, 30, 10, 30), "yyyy/m/d h:mm", "2021-09-30 10:30"),  # noqa: DTZ001  # a sheet knows no time zone
        (time(9, 5), "h:mm", "09:05"),
        (True, "General", "TRUE"),
        ("006", "@", "006"),
        ("=1+1", "General", ""),
    ],
)
def test_a_value_is_written_as_its_format_shows_it(tmp_path: Path, value: Any, form: str, seen: str) -> None:
    made, sheet = book()
    sheet["A1"], sheet["B1"] = "值", value
    sheet["B1"].number_format = form
    table = read(saved(made, tmp_path)).blocks[0]
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == (["值", seen] if seen else ["值"])


def test_formats_that_libraries_do_not_write() -> None:
    assert shown(44469, "yyyy年m月d日") == "2021年9月30日"
    assert shown(44469.75, "yyyy-mm-dd hh:mm:ss") == "2021-09-30 18:00"
    assert shown(43007, "yyyy-mm-dd", from_1904=True) == "2021-09-30"
    assert shown(-5, "yyyy-mm-dd") == "-5"
    assert shown(1e20, "General") == "1e+20"
    assert shown(2.5, "# ?/?") == "2.5"
    assert shown(250, "0.00E+00") == "250"
    assert shown(5, "mmmm") == "1月"


def test_runs_of_a_rich_text_are_one_text(tmp_path: Path) -> None:
    made, sheet = book()
    sheet["A1"] = CellRichText("甲", TextBlock(InlineFont(b=True), "乙"), "丙")
    assert drawn(read(saved(made, tmp_path)).blocks) == "工作表“任务表”第1行| 甲乙丙\n"


def test_what_calamine_reads_is_what_is_read(tmp_path: Path) -> None:
    """Another reader is the judge of the texts and of where they stand."""
    made, sheet = book()
    for row in range(1, 60):
        sheet.append([f"任务{row}{column}" if (row + column) % 3 else None for column in range(1, 9)])
    path = saved(made, tmp_path)
    table = read(path).blocks[0]
    assert isinstance(table, Table)
    judged = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert [[cell.text for cell in row.cells] for row in table.rows] == judged


def test_a_sheet_of_a_million_empty_rows_is_as_long_as_what_it_says(tmp_path: Path) -> None:
    made, sheet = book()
    sheet["A1"], sheet["XFD1048576"] = "甲", "乙"
    assert drawn(read(saved(made, tmp_path)).blocks) == (
        "工作表“任务表”第1行| 甲 | \n工作表“任务表”第2行|  | \n工作表“任务表”第1048576行|  | 乙\n"
    )


def test_a_sheet_filled_along_its_diagonal_is_refused(tmp_path: Path) -> None:
    made, sheet = book()
    for place in range(1, 2500):
        sheet.cell(place, place, "x")
    assert refused(saved(made, tmp_path)) == "document-table"


def test_empty_and_torn_workbooks_are_refused(tmp_path: Path) -> None:
    made, _ = book()
    path = saved(made, tmp_path)
    assert refused(path) == "document-empty"
    path.write_bytes(path.read_bytes()[:1000])
    assert refused(path) == "document-torn"


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        read(path)
    return refusal.value.code
