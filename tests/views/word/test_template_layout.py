"""The template as Word reads it: page, fonts, styles, tables (GB/T 9704-2012)."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}


@pytest.fixture(scope="module")
def body(part, template):
    return part(template, "word/document.xml")


@pytest.fixture(scope="module")
def styles(part, template):
    sheet = part(template, "word/styles.xml")
    return {style.find("w:name", NS).get(W + "val"): style for style in sheet.findall("w:style", NS)}


def test_the_script_makes_the_template_that_is_kept(tmp_path, template):
    subprocess.run([sys.executable, ROOT / "tools/make_templates.py", tmp_path], check=True)
    assert (tmp_path / "year-end.docx").read_bytes() == template


def test_the_type_area_is_156_by_225_millimetres_upright_and_lying(body):
    upright, lying = body.iter(W + "sectPr")
    assert sides(upright) == {"top": 2098, "right": 1474, "bottom": 1984, "left": 1587, "footer": 1417}
    assert sides(lying) == {"top": 1587, "right": 2098, "bottom": 1474, "left": 1984, "footer": 907}
    assert lying.find("w:pgSz", NS).attrib == {W + "w": "16838", W + "h": "11906", W + "orient": "landscape"}
    assert {one.find("w:docGrid", NS).get(W + "linePitch") for one in (upright, lying)} == {"579"}


def sides(section):
    margins = section.find("w:pgMar", NS).attrib
    return {side: int(margins[W + side]) for side in ("top", "right", "bottom", "left", "footer")}


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


@pytest.mark.parametrize(("name", "face"), FACES.items(), ids=FACES)
def test_each_style_names_its_real_chinese_font(styles, name, face):
    looks = styles[name].find("w:rPr", NS)
    assert (looks.find("w:rFonts", NS).get(W + "eastAsia"), looks.find("w:sz", NS).get(W + "val")) == face


def test_the_text_has_exact_lines_and_28_characters(styles):
    text = styles["公文正文"]
    assert text.find("w:pPr/w:spacing", NS).attrib == {
        W + "before": "0",
        W + "after": "0",
        W + "line": "579",
        W + "lineRule": "exact",
    }
    assert text.find("w:rPr/w:spacing", NS).get(W + "val") == "-5"
    assert text.find("w:pPr/w:ind", NS).get(W + "firstLineChars") == "200"


def test_no_font_is_left_to_a_theme_or_set_past_the_styles(part, report, body):
    for docx_body in (body, part(report(), "word/document.xml")):
        assert not list(docx_body.iter(W + "rFonts"))
    for name in ("word/styles.xml", "word/fontTable.xml"):
        assert b"Theme" not in part_bytes(part, report(), name)
    defaults = part(report(), "word/styles.xml").find("w:docDefaults//w:rFonts", NS)
    assert defaults.get(W + "eastAsia") == "仿宋_GB2312"


def part_bytes(part, docx, name):
    return b"".join(piece.tag.encode() + str(piece.attrib).encode() for piece in part(docx, name).iter())


def test_every_paragraph_has_a_style_with_an_east_asian_font(part, report, styles):
    ids = {
        style.get(W + "styleId") for style in styles.values() if style.find("w:rPr/w:rFonts", NS) is not None
    }
    document = part(report(), "word/document.xml")
    assert {one.find("w:pPr/w:pStyle", NS).get(W + "val") for one in document.iter(W + "p")} <= ids


def test_no_list_numbers_itself(body):
    assert not list(body.iter(W + "numPr"))


def test_each_table_repeats_its_head_and_cuts_no_row(body):
    for table in body.iter(W + "tbl"):
        rows = table.findall("w:tr", NS)
        assert [row.find("w:trPr/w:tblHeader", NS) is not None for row in rows] == [True] + [False] * (
            len(rows) - 1
        )
        assert all(row.find("w:trPr/w:cantSplit", NS) is not None for row in rows)
        widths = [int(column.get(W + "w")) for column in table.findall("w:tblGrid/w:gridCol", NS)]
        assert sum(widths) == int(table.find("w:tblPr/w:tblW", NS).get(W + "w"))


@pytest.mark.parametrize(("number", "side"), [(1, "right"), (2, "left")])
def test_page_numbers_stand_outside_on_odd_and_even_pages(part, template, number, side):
    footer = part(template, f"word/footer{number}.xml")
    assert footer.find(".//w:jc", NS).get(W + "val") == side
    assert footer.find(".//w:ind", NS).get(f"{W}{side}Chars") == "100"
    assert re.sub(r"\s+", " ", "".join(footer.itertext())) == "— PAGE 1 —"
    assert part(template, "word/settings.xml").find("w:evenAndOddHeaders", NS) is not None


def test_each_tag_lies_in_one_run(body):
    for run in body.iter(W + "t"):
        assert len(re.findall(r"\{[{%]", run.text)) == len(re.findall(r"[}%]\}", run.text))


def test_the_signature_is_indented_against_the_date(part, report):
    def indents(body):
        found = {
            one.find("w:pPr/w:pStyle", NS).get(W + "val"): one
            for one in part(report(单位=body), "word/document.xml").iter(W + "p")
        }
        by_name = {
            style.find("w:name", NS).get(W + "val"): style.get(W + "styleId")
            for style in part(report(), "word/styles.xml").findall("w:style", NS)
        }
        return [
            int(found[by_name[name]].find("w:pPr/w:ind", NS).get(W + "rightChars"))
            for name in ("署名", "成文日期")
        ]

    # 2021年9月20日 takes 6.5 characters
    assert indents("示例局") == [750, 200]
    assert indents("某某省某某市某某区示例局") == [200, 550]
