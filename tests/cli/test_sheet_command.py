"""Sheets sent out, filled in and read back: what a clerk may do to one, and what of it is filed."""

import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filling import fill, row_of
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_cli.cli.run import run
from gongkai_cli.yamltext.read import load

PLAN, OFFICE = "guangzhou-sports-2021", "法规宣传处"
LEDGER = Path(f"data/ledger/{PLAN}/{OFFICE}.yaml")
DONE = {"日期": date(2021, 9, 15), "状态": "推进中", "进展": "（演示）举办发布会1场。", "填报人": "演示"}
SAVED = {
    "日期": "2021-09-15", "任务": "15", "状态": "推进中", "进展": "（演示）举办发布会1场。", "填报人": "演示",
}  # fmt: skip
SPARE = 24  # the first row for what has no row of its own


@pytest.fixture
def sheet(workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sheet of an office, as it lies in the coordinator's folder when it came back."""
    path = tmp_path / "收到" / "法规.xlsx"
    path.parent.mkdir()
    assert run(["sheet", "export", "--plan", PLAN, "--office", OFFICE, "-o", str(path)]) == 0
    capsys.readouterr()
    return path


def test_a_row_filled_in_is_a_record(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1] == SAVED


def test_a_sheet_nobody_filled_in_adds_nothing(sheet: Path) -> None:
    before = LEDGER.read_bytes()
    assert run(["sheet", "import", str(sheet)]) == 0
    assert LEDGER.read_bytes() == before


def test_several_records_of_one_task_go_in_the_rows_at_the_end(sheet: Path) -> None:
    fill(sheet, {"15": DONE, SPARE: {"序号": 15, **DONE, "日期": date(2021, 9, 16)}})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert [one["日期"] for one in _records()[-2:]] == ["2021-09-15", "2021-09-16"]


def test_the_same_sheet_twice_adds_nothing_twice(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, {"15": DONE, "16": DONE})
    run(["sheet", "import", str(sheet)])
    before = LEDGER.read_bytes()
    fill(sheet, {"17": DONE})
    run(["sheet", "import", str(sheet)])
    assert LEDGER.read_bytes().startswith(before)
    assert _records()[-1]["任务"] == "17"
    assert "登记 1 条，已有 2 条" in capsys.readouterr().out


def test_two_sheets_of_one_office_in_one_go_add_nothing_twice(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    other = shutil.copy(sheet, sheet.with_name("再交.xlsx"))
    before = len(_records())
    assert run(["sheet", "import", str(sheet), str(other)]) == 0
    assert len(_records()) == before + 1


def test_one_row_at_fault_keeps_all_out_and_all_faults_are_told(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = LEDGER.read_bytes()
    fill(
        sheet,
        {
            "15": DONE,
            "16": DONE | {"状态": "完成了"},
            "17": DONE | {"日期": "昨天"},
            "18": DONE | {"日期": date(2021, 9, 21)},
            "19": {"进展": "（演示）"},
            SPARE: {"序号": 99, **DONE},
        },
    )
    assert run(["sheet", "import", str(sheet)]) == 1
    assert LEDGER.read_bytes() == before
    told = [line.partition("；")[0] for line in capsys.readouterr().out.splitlines()]
    assert told == [
        "法规.xlsx 第8行“状态”：“完成了”不是可选的状态",
        "法规.xlsx 第9行“日期”：“昨天”不是日期，或者没有这一天",
        "法规.xlsx 第10行“日期”：2021-09-21 还没有到（今天按 2021-09-20 算）",
        "法规.xlsx 第11行“日期”：没有写日期",
        "法规.xlsx 第11行“状态”：没有写状态",
        "法规.xlsx 第24行“序号”：计划里没有任务“99”",
        "错误 6、提示 0",
    ]


def test_one_sheet_at_fault_keeps_the_others_out_too(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    other = sheet.with_name("办公室.xlsx")
    run(["sheet", "export", "--plan", PLAN, "--office", "办公室", "-o", str(other)])
    fill(other, {"50": DONE | {"状态": "不错"}})
    before = LEDGER.read_bytes()
    assert run(["sheet", "import", str(sheet), str(other)]) == 1
    assert LEDGER.read_bytes() == before


@pytest.mark.parametrize(
    "done",
    [
        {"日期": "2021.9.15"},
        {"日期": "９月１５日"},
        {"日期": 44454},
        {"状态": " 进行中。 "},
        {"进展": "（演示）举办发布会1场。\n"},
        {"填报人": " 演示"},
    ],
    ids=str,
)
def test_another_way_of_writing_is_the_same_record(sheet: Path, done: dict[str, Any]) -> None:
    fill(sheet, {"15": DONE | done})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1] == SAVED


def test_a_sheet_turned_about_is_the_same_sheet(sheet: Path) -> None:
    """Columns moved and renamed, rows sorted, taken out and added, the protection and the notes gone."""
    fill(sheet, {"15": DONE, "16": {"状态": "推进中"}})
    book = load_workbook(sheet)
    page = book.worksheets[0]
    page.protection.disable()
    page.cell(3, _column(page, "进展")).value = "工作 进展"
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3, max_row=20)]
    page.delete_rows(1, 60)
    kept = [rows[0], *(row for row in reversed(rows) if row[0] in {1, 15, 17})]
    for number, row in enumerate(kept, 6):
        for place, value in enumerate(reversed(row), 2):
            page.cell(number + 2 * (number > 7), place).value = value
    page.column_dimensions["C"].hidden = True
    book.save(sheet)
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1] == SAVED


def test_a_column_sorted_by_itself_is_noticed(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, {"15": DONE})
    book = load_workbook(sheet)
    page = book.worksheets[0]
    row = row_of(page, "15")
    page.cell(row, 1).value = 16
    book.save(sheet)
    assert run(["sheet", "import", str(sheet)]) == 1
    assert "序号是任务 16 的，具体要求却是任务 15 的" in capsys.readouterr().out


def test_a_sheet_that_lost_its_hidden_page_says_by_options_whose_it_is(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    book = load_workbook(sheet)
    del book["台账信息"]
    book.save(sheet)
    assert run(["sheet", "import", str(sheet)]) == 2
    assert run(["sheet", "import", str(sheet), "--plan", PLAN, "--office", OFFICE]) == 0
    assert _records()[-1] == SAVED


def test_a_sheet_is_not_filed_for_another_office(sheet: Path) -> None:
    assert run(["sheet", "import", str(sheet), "--office", "办公室"]) == 2


@pytest.mark.parametrize(
    ("place", "said"),
    [("B1", "../../x"), ("B1", "没有这份计划"), ("B2", "../../x"), ("B2", "督办"), ("B2", "没有这个处")],
)
def test_a_hidden_page_that_was_tampered_with_leads_nowhere(sheet: Path, place: str, said: str) -> None:
    fill(sheet, {"15": DONE})
    book = load_workbook(sheet)
    book["台账信息"][place].value = said
    book.save(sheet)
    before = sorted(Path().rglob("*"))
    assert run(["sheet", "import", str(sheet)]) in {1, 2}
    assert sorted(Path().rglob("*")) == before


@pytest.mark.parametrize(
    "text", ["甲\u2028乙", "甲\x85乙", "- 甲: 乙 # 丙", "'=1+1", "甲\n\n乙\t", "“甲”：{乙}", "a" * 5000]
)
def test_any_text_of_a_cell_is_kept(sheet: Path, text: str) -> None:
    fill(sheet, {"15": DONE | {"进展": text}})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1]["进展"] == text.strip()
    assert run(["check", "--as-of", "2022-03-31", str(LEDGER)]) == 0


def test_pictures_come_from_folders_named_by_number(sheet: Path) -> None:
    fill(sheet, {"15": DONE | {"佐证标题": "现场", "佐证链接": ""}, "16": DONE})
    _picture(sheet.parent / "图片" / "15" / "1.jpg", "甲")
    _picture(sheet.parent / "图片" / "16" / "1.jpg", "乙")
    _picture(sheet.parent / "图片" / "16" / "Thumbs.db", "不是佐证")
    assert run(["sheet", "import", str(sheet)]) == 0
    (first,), (second,) = (one["佐证材料"] for one in _records()[-2:])
    assert (first["标题"], first["类型"], first["文件"]) == ("现场", "图片", "evidence/2021/1.jpg")
    assert second["文件"] == "evidence/2021/1-2.jpg"
    assert Path(first["文件"]).read_text("utf-8") == "甲"
    assert run(["check", "--as-of", "2022-03-31", str(LEDGER)]) == 0


def test_folders_of_tasks_may_lie_beside_the_sheet(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, {"15": DONE})
    _picture(sheet.parent / "15" / "甲.jpg", "甲")
    _picture(sheet.parent / "回执.txt", "不是佐证")
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1]["佐证材料"][0]["标题"] == "甲"
    assert "没有用上" not in capsys.readouterr().err


def test_two_records_of_a_task_want_their_pictures_in_folders_by_day(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(sheet, {"15": DONE, SPARE: {"序号": 15, **DONE, "日期": date(2021, 9, 16)}})
    _picture(sheet.with_suffix("") / "15" / "甲.jpg", "甲")
    assert run(["sheet", "import", str(sheet)]) == 1
    assert "任务 15 填了 2 条" in capsys.readouterr().out
    (sheet.with_suffix("") / "15" / "9月16日").mkdir()
    shutil.move(sheet.with_suffix("") / "15" / "甲.jpg", sheet.with_suffix("") / "15" / "9月16日")
    assert run(["sheet", "import", str(sheet)]) == 0
    assert "佐证材料" not in _records()[-2]
    assert _records()[-1]["佐证材料"][0]["标题"] == "甲"


def test_pictures_that_belong_nowhere_are_told(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, {"15": DONE})
    _picture(sheet.parent / "图片" / "19" / "甲.jpg", "甲")
    _picture(sheet.parent / "图片" / "合影" / "甲.jpg", "甲")
    _picture(sheet.parent / "图片" / "散.jpg", "散")
    assert run(["sheet", "import", str(sheet)]) == 0
    told = capsys.readouterr().err
    assert "“图片”里有文件没有放进以序号命名的文件夹，没有用上：散.jpg" in told
    assert "文件夹“19”里有 1 个文件，表里没有填任务 19" in told
    assert "文件夹“合影”不是任务的序号" in told
    assert not Path("evidence/2021/甲.jpg").exists()


def test_a_title_without_link_or_file_is_a_fault(sheet: Path) -> None:
    fill(sheet, {"15": DONE | {"佐证标题": "现场"}})
    assert run(["sheet", "import", str(sheet)]) == 1


def test_a_folder_stands_for_its_sheets(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    other = sheet.with_name("办公室.xlsx")
    run(["sheet", "export", "--plan", PLAN, "--office", "办公室", "-o", str(other)])
    for name in ("~$法规.xlsx", ".~lock.法规.xlsx#", "说明.txt"):
        sheet.with_name(name).write_text("不是填报表", "utf-8")
    _picture(sheet.with_suffix("") / "15" / "甲.jpg", "甲")
    assert run(["sheet", "import", str(sheet.parent), str(sheet)]) == 0
    assert _records()[-1]["佐证材料"][0]["标题"] == "甲"


def test_a_folder_without_sheets_is_refused(workspace: Path) -> None:
    assert run(["sheet", "import", "evidence"]) == 2


def test_pictures_for_several_sheets_want_a_folder_each(
    sheet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(sheet, {"15": DONE})
    other = shutil.copy(sheet, sheet.with_name("再交.xlsx"))
    _picture(sheet.parent / "照片" / "15" / "甲.jpg", "甲")
    run(["sheet", "import", str(sheet), str(other), "--pictures", str(sheet.parent / "照片")])
    assert "给每张表建一个同名的文件夹“法规”" in capsys.readouterr().err


def test_pictures_in_the_cells_are_told(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheet, {"15": DONE})
    with zipfile.ZipFile(sheet, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
    run(["sheet", "import", str(sheet)])
    assert "表里插了图片" in capsys.readouterr().err


def test_what_may_have_been_missed_is_told(sheet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(
        sheet,
        {
            "15": DONE | {"进展": None, "填报人": None},
            "16": {"日期": date(2021, 9, 15)},
            SPARE: {"序号": 7, **DONE, "日期": "2021-6-30"},
        },
    )
    assert run(["sheet", "import", str(sheet)]) == 0
    told = capsys.readouterr().err
    assert "第7行“状态”：提示：写了状态“推进中”，没有写做了什么" in told
    assert "第8行“日期”：提示：只写了日期" in told
    assert "第24行“序号”：提示：任务 7 没有分给法规宣传处" in told
    assert "第24行“日期”：提示：2021-06-30 不在第三季度" in told
    fill(sheet, {"15": DONE | {"成效": "（演示）有成效"}})
    run(["sheet", "import", str(sheet)])
    assert "任务 15 在 2021-09-15 已有记录，内容不同" in capsys.readouterr().err


def test_a_correction_goes_in_a_column_of_its_own(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    run(["sheet", "import", str(sheet)])
    fill(sheet, {"15": DONE | {"日期": date(2021, 9, 16), "进展": "（演示）2场。", "更正": "9月15日"}})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1]["更正"] == "2021-09-15"


def test_counts_add_to_the_targets(sheet: Path) -> None:
    fill(sheet, {"15": DONE | {"计数": "新闻发布会＝1；座谈会=2"}})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1]["计数"] == {"新闻发布会": "1", "座谈会": "2"}
    fill(sheet, {"15": DONE | {"计数": "三次"}})
    assert run(["sheet", "import", str(sheet)]) == 1


def test_a_window_may_be_chosen(sheet: Path) -> None:
    fill(sheet, {"15": DONE | {"报送期": "第四季度"}})
    assert run(["sheet", "import", str(sheet)]) == 0
    assert _records()[-1]["报送期"] == "第四季度"
    fill(sheet, {"16": DONE | {"报送期": "第五季度"}})
    assert run(["sheet", "import", str(sheet)]) == 1


@pytest.mark.parametrize(
    "said",
    [
        ["export", "--plan", PLAN],
        ["export", "--plan", PLAN, "--office", "没有这个处"],
        ["export", "--plan", PLAN, "--office", "办公室", "--all"],
        ["export", "--plan", PLAN, "--all", "-o", "gongkai.yaml"],
        ["export", "--plan", PLAN, "--office", "办公室", "-o", "gongkai.yaml"],
        ["import", "没有.xlsx"],
        ["import", "gongkai.yaml"],
        ["import", "data/sources/guangzhou-sports-2021-plan.txt"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_refused(
    workspace: Path, said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["sheet", *said]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_dry_run_writes_nothing(sheet: Path) -> None:
    fill(sheet, {"15": DONE})
    _picture(sheet.parent / "图片" / "15" / "甲.jpg", "甲")
    before = LEDGER.read_bytes()
    assert run(["sheet", "import", str(sheet), "--dry-run"]) == 0
    assert LEDGER.read_bytes() == before
    assert not Path("evidence/2021/甲.jpg").exists()


def test_a_sheet_somebody_filled_in_is_not_written_over(workspace: Path) -> None:
    said = ["sheet", "export", "--plan", PLAN, "--office", OFFICE]
    assert run(said) == 0
    assert run(said) == 0
    (path,) = Path("reports").iterdir()
    fill(path, {"15": DONE})
    filled_in = path.read_bytes()
    assert run(said) == 2
    assert path.read_bytes() == filled_in


def test_every_office_gets_its_sheet(workspace: Path) -> None:
    assert run(["sheet", "export", "--plan", PLAN, "--all", "-o", "发出"]) == 0
    assert f"2021年政务公开台账-{OFFICE}-第三季度.xlsx" in {one.name for one in Path("发出").iterdir()}
    assert len(list(Path("发出").iterdir())) == 6


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_what_libreoffice_saves_is_read_alike(sheet: Path, tmp_path: Path) -> None:
    fill(sheet, {"15": DONE, "16": DONE | {"日期": "9月15日"}, "17": DONE | {"日期": 44454}})
    run(["sheet", "import", str(sheet)])
    filed, names = LEDGER.read_bytes(), []
    for form, source in (("ods", sheet), ("xls", sheet), ("xlsx", tmp_path / "ods" / "法规.ods")):
        _saved(source, form, tmp_path / form)
        names.append(str(tmp_path / form / f"法规.{form}"))
    assert run(["sheet", "import", *names]) == 0
    assert LEDGER.read_bytes() == filed


def _saved(source: Path, form: str, folder: Path) -> None:
    profile = folder.parent / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120
    )


def _picture(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _records() -> list[dict[str, Any]]:
    ledger = load(LEDGER.read_text("utf-8"))
    assert isinstance(ledger, dict)
    records: list[dict[str, Any]] = ledger["记录"]
    return records


def _column(page: Worksheet, heading: str) -> int:
    return next(cell.column for cell in page[3] if cell.value == heading)
