"""Every kind of report as Word reads it: page, fonts, styles, headings, tables, numbers (GB/T 9704-2012).

Measured in the template that is shipped and in the paper made from it with sample data, so that a new kind of
report is covered by being one.
"""

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from ooxml_order import empty_cells, out_of_order
from sample_papers import paper_of

from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.registry import KINDS

ROOT = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}
PAPERS = [(kind, which) for kind in KINDS for which in ("template", "full", "scanty")]

REAL = {"仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体", "宋体"}
FACES = {
    "公文标题": ("方正小标宋简体", "44"),
    "公文正文": ("仿宋_GB2312", "32"),
    "一级标题": ("黑体", "32"),
    "二级标题": ("楷体_GB2312", "32"),
    "三级标题": ("仿宋_GB2312", "32"),
    "附件标识": ("黑体", "32"),
    "附件标题": ("方正小标宋简体", "44"),
    "表头": ("黑体", "21"),
    "表格正文": ("仿宋_GB2312", "21"),
    "页码": ("宋体", "28"),
}
LEVELS = {"0": r"[一二三四五六七八九十]+、", "1": r"（[一二三四五六七八九十]+）", "2": r"\d+\.(?!\d)"}
UPRIGHT = {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587}
LYING = {"top": 1587, "right": 2098, "bottom": 1474, "left": 1984}


class Paper:
    """A .docx taken apart."""

    def __init__(self, data: bytes) -> None:
        archive = ZipFile(BytesIO(data))
        self.parts = {
            name: etree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith(".xml")
        }
        self.body = self.parts["word/document.xml"][0]
        sheet = self.parts["word/styles.xml"]
        self.styles = {one.get(W + "styleId"): one for one in sheet.findall("w:style", NS)}
        self.names = {key: one.find("w:name", NS).get(W + "val") for key, one in self.styles.items()}

    def texts(self) -> list[tuple[str, str]]:
        """Style name and words of each paragraph outside tables."""
        return [(self.style(one), text_of(one)) for one in self.body.findall("w:p", NS)]

    def style(self, paragraph: etree._Element) -> str:
        found = paragraph.find("w:pPr/w:pStyle", NS)
        return self.names[found.get(W + "val")] if found is not None else "Normal"


def text_of(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t"))


@pytest.fixture(params=PAPERS, ids="-".join)
def paper(request: pytest.FixtureRequest) -> Paper:
    kind, which = request.param
    return Paper(shipped(kind) if which == "template" else paper_of(kind, which))


@pytest.fixture(params=KINDS)
def template(request: pytest.FixtureRequest) -> Paper:
    return Paper(shipped(request.param))


@pytest.fixture(params=KINDS)
def full(request: pytest.FixtureRequest) -> Paper:
    return Paper(paper_of(request.param, "full"))


def test_the_script_makes_the_templates_that_are_kept(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "tools/make_templates.py", tmp_path], check=True)
    assert {file.name for file in tmp_path.iterdir()} == {f"{kind}.docx" for kind in KINDS}
    for kind in KINDS:
        assert (tmp_path / f"{kind}.docx").read_bytes() == shipped(kind), kind


# --- page


def test_every_page_is_a4_with_a_type_area_of_156_by_225_millimetres(paper: Paper) -> None:
    sections = list(paper.body.iter(W + "sectPr"))
    assert sections
    for section in sections:
        size, grid = section.find("w:pgSz", NS), section.find("w:docGrid", NS)
        lies = size.get(W + "orient") == "landscape"
        assert (size.get(W + "w"), size.get(W + "h")) == (("16838", "11906") if lies else ("11906", "16838"))
        margins = section.find("w:pgMar", NS).attrib
        assert {side: int(margins[W + side]) for side in UPRIGHT} == (LYING if lies else UPRIGHT)
        assert (grid.get(W + "type"), grid.get(W + "linePitch")) == ("lines", "579")
    assert (16838 - UPRIGHT["top"] - UPRIGHT["bottom"]) // 579 == 22


def test_page_numbers_stand_outside_on_odd_and_even_pages(template: Paper) -> None:
    kinds = [
        [one.get(W + "type") for one in section.findall("w:footerReference", NS)]
        for section in template.body.iter(W + "sectPr")
    ]
    assert all(sorted(found) == ["default", "even"] for found in kinds)
    assert template.parts["word/settings.xml"].find("w:evenAndOddHeaders", NS) is not None
    for number, side in ((1, "right"), (2, "left")):
        footer = template.parts[f"word/footer{number}.xml"]
        assert footer.find(".//w:jc", NS).get(W + "val") == side
        assert footer.find(".//w:ind", NS).get(f"{W}{side}Chars") == "100"
        assert re.sub(r"\s+", " ", "".join(footer.itertext())) == "— PAGE 1 —"


# --- fonts and styles


def test_each_style_names_its_real_chinese_font(template: Paper) -> None:
    for key, style in template.styles.items():
        wanted = FACES.get(template.names[key])
        if wanted:
            looks = style.find("w:rPr", NS)
            font, size = looks.find("w:rFonts", NS).get(W + "eastAsia"), looks.find("w:sz", NS).get(W + "val")
            assert (font, size) == wanted, template.names[key]


def test_every_paragraph_and_run_has_a_real_east_asian_font_and_none_of_a_theme(paper: Paper) -> None:
    for name, root in paper.parts.items():
        if not name.startswith("word/") or "/charts/" in name:
            continue
        fonts = list(root.iter(W + "rFonts"))
        assert {one.get(W + "eastAsia") for one in fonts} <= REAL, name
        assert not [key for one in fonts for key in one.attrib if "Theme" in key]
    default = paper.parts["word/styles.xml"].find("w:docDefaults//w:rFonts", NS)
    assert default.get(W + "eastAsia") == "仿宋_GB2312"
    spoken = {key for key, style in paper.styles.items() if style.find("w:rPr/w:rFonts", NS) is not None}
    for one in paper.body.iter(W + "p"):
        assert one.find("w:pPr/w:pStyle", NS).get(W + "val") in spoken, text_of(one)


def test_the_text_has_exact_lines_and_28_characters(template: Paper) -> None:
    style = next(one for key, one in template.styles.items() if template.names[key] == "公文正文")
    spacing = style.find("w:pPr/w:spacing", NS)
    said = {key: spacing.get(W + key) for key in ("before", "after", "line", "lineRule")}
    assert said == {"before": "0", "after": "0", "line": "579", "lineRule": "exact"}
    assert style.find("w:rPr/w:spacing", NS).get(W + "val") == "-5"
    assert style.find("w:pPr/w:ind", NS).get(W + "firstLineChars") == "200"


def test_headings_carry_the_number_and_the_font_of_their_level(full: Paper) -> None:
    levels = {
        full.names[key]: style.find("w:pPr/w:outlineLvl", NS).get(W + "val")
        for key, style in full.styles.items()
        if style.find("w:pPr/w:outlineLvl", NS) is not None
    }
    for style, text in full.texts():
        if style in levels:
            assert re.match(LEVELS[levels[style]], text), text
            assert text[-1] not in "。；，、：", text
        elif re.fullmatch(LEVELS["0"] + "[^。；：]{1,25}", text):
            pytest.fail(f"{text} is a heading in style {style}")


def test_nothing_numbers_itself(paper: Paper) -> None:
    assert not list(paper.body.iter(W + "numPr"))


# --- tables


def test_tables_that_grow_repeat_their_head_and_cut_no_row(template: Paper) -> None:
    for table in template.body.iter(W + "tbl"):
        rows = table.findall("w:tr", NS)
        if not any("{%tr for" in text_of(row) for row in rows):
            continue
        heads = [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)


def test_no_table_is_wider_than_its_page(paper: Paper) -> None:
    rooms = iter([_room(section) for section in paper.body.iter(W + "sectPr")])
    room = next(rooms)
    for block in paper.body:
        if block.tag == W + "tbl":
            widths = [int(one.get(W + "w")) for one in block.findall("w:tblGrid/w:gridCol", NS)]
            assert sum(widths) == int(block.find("w:tblPr/w:tblW", NS).get(W + "w"))
            assert sum(widths) <= room + len(widths)  # each is rounded to a twentieth of a point
        elif block.find("w:pPr/w:sectPr", NS) is not None:
            room = next(rooms, room)


def _room(section: etree._Element) -> int:
    margins = section.find("w:pgMar", NS)
    width = int(section.find("w:pgSz", NS).get(W + "w"))
    return width - int(margins.get(W + "left")) - int(margins.get(W + "right"))


# --- words


def test_numbers_of_papers_stand_in_six_cornered_brackets(full: Paper) -> None:
    assert re.findall(r"[\[(（【]\s*20\d\d\s*[\])）】]\s*\d+\s*号", text_of(full.body)) == []
    assert re.findall(r"〔20\d\d〕\s*(?:0\d+|第\d+)\s*号", text_of(full.body)) == []


def test_days_have_no_leading_zeros_and_the_signature_is_a_day(full: Paper) -> None:
    assert re.findall(r"年0\d月|月0\d日", text_of(full.body)) == []
    for style, text in full.texts():
        if style == "成文日期" and text:
            assert re.fullmatch(r"\d{4}年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日", text), text


def test_attachments_are_those_announced_each_on_a_new_page(full: Paper) -> None:
    blocks = full.body.findall("w:p", NS)
    announced = [
        re.sub(r"^(附件：)?(\d\.)?", "", text) for style, text in full.texts() if style.startswith("附件说明")
    ]
    marks = [number for number, one in enumerate(blocks) if full.style(one) == "附件标识"]
    titles = [next(text_of(one) for one in blocks[n:] if full.style(one) == "附件标题") for n in marks]
    assert titles[: len(announced)] == announced[: len(titles)]
    assert len(announced) in {0, len(titles)}
    for number in marks:
        before = blocks[number].getprevious()
        begins = blocks[number].find("w:pPr/w:pageBreakBefore", NS) is not None
        assert begins or before is None or before.find("w:pPr/w:sectPr", NS) is not None


# --- the file


def test_each_tag_lies_in_one_run(template: Paper) -> None:
    for run in (one.text or "" for one in template.body.iter(W + "t")):
        assert len(re.findall(r"\{[{%]", run)) == len(re.findall(r"[}%]\}", run)), run


def test_elements_stand_in_the_order_of_the_schema(paper: Paper) -> None:
    for name, root in paper.parts.items():
        if name.startswith("word/"):
            assert list(out_of_order(root)) == [], name
    assert empty_cells(paper.body) == 0


def test_no_tag_and_no_name_of_a_program_is_left(full: Paper) -> None:
    assert re.findall(r"\{[{%]|[}%]\}|None|Undefined", text_of(full.body)) == []


def test_another_reader_opens_it() -> None:
    for kind in KINDS:
        assert Document(BytesIO(paper_of(kind, "full"))).paragraphs, kind
