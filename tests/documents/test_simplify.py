"""Traditional characters and the pinyin of a bad converter: what is cleaned, and what is never touched."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.documents.block import Cell, Document, Paragraph, Row, Table
from gongkai_cli.documents.pinyin import glosses, without_glosses
from gongkai_cli.documents.simplify import simplified
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal

PAIRS = words("traditional")["对照"].split()
SIMPLE = "".join(pair[1] for pair in PAIRS)
HAN = st.sampled_from(SIMPLE + "人民公路大小一二三（）(),，。《》“”〔〕2019号 \n")
SYLLABLES = (
    "wù",
    "guān",
    "fù",
    "lǜ",
    "xíng",
    "de",
    "le",
    "zhuǎn",
    "nǚ",
    "ér",
    "ài",
    "jué",
    "xué",
    "yuán",
    "lue",
)


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("政務(wù)公開", "政務公開"),
        ("有關(guān)規(guī)定", "有關規定"),
        ("執(zhí)行（xíng）", "執行"),
        ("綠(lǜ)色", "綠色"),
        ("為(wei)", "為"),
        ("重慶(chóng qìng)市", "重慶市"),
        ("西安(xī'ān)", "西安"),
        ("世界(WTO)", "世界(WTO)"),
        ("應用(app)", "應用(app)"),
        ("(一)總體", "(一)總體"),
        ("條例（2019）", "條例（2019）"),
        ("我們(women)", "我們(women)"),
        ("（wù）", "（wù）"),
        ("ABC(wù)", "ABC(wù)"),
        ("會議(meeting)", "會議(meeting)"),
    ],
)
def test_only_pinyin_behind_a_character_is_a_gloss(written: str, cleaned: str) -> None:
    assert without_glosses(written) == cleaned
    assert glosses(written) == brackets(written) - brackets(cleaned)


@pytest.mark.parametrize(
    ("written", "simple"),
    [
        ("建立臺賬、臺帳與台帳，記帳後轉帳", "建立台账、台账与台账，记账后转账"),
        ("著力推進，著名著作，顯著成績，圍繞著重點", "着力推进，著名著作，显著成绩，围绕着重点"),
        ("幹部乾淨擔當，若干樹幹，乾坤", "干部干净担当，若干树干，乾坤"),
        ("徵求意見、徵集線索，特徵與象徵", "征求意见、征集线索，特征与象征"),
        ("裡面、公里、鄰里、鄉裏，後續與皇后", "里面、公里、邻里、乡里，后续与皇后"),
        ("覆蓋、答覆、反覆、行政復議、複雜、複製", "覆盖、答复、反复、行政复议、复杂、复制"),
        ("“三安全一穩定”〔2019〕83號（試行）", "“三安全一稳定”〔2019〕83号（试行）"),
        ("部份單位發佈計畫和規畫，佔總額一半", "部分单位发布计划和规划，占总额一半"),
    ],
)
def test_official_words_come_out_as_officials_write_them(written: str, simple: str) -> None:
    document = simplified(paper(f"國務院辦公廳關於開展業務的規定。{written}"))
    assert text_of(document) == f"国务院办公厅关于开展业务的规定。{simple}"
    assert document.remarks == ("原文为繁体，已转为简体",)


def test_cells_are_simplified_where_they_stand() -> None:
    table = Table((Row((Cell("責任單位", colspan=2), Cell("辦公廳(tīng)", rowspan=2)), "表1第1行"),))
    document = simplified(Document(name="", sha256="", blocks=(table,), remarks=("按 GB18030 编码读取",)))
    cells = (Cell("责任单位", colspan=2), Cell("办公厅", rowspan=2))
    assert document.blocks == (Table((Row(cells, "表1第1行"),)),)
    assert document.remarks == ("按 GB18030 编码读取", "原文为繁体，已转为简体；去掉拼音注音 1 处")


def test_glosses_in_simplified_text_are_removed_where_they_are_many() -> None:
    document = simplified(paper("政务(wù)公开有关(guān)规(guī)定(WTO)"))
    assert text_of(document) == "政务公开有关规定(WTO)"
    assert document.remarks == ("去掉拼音注音 3 处",)


def test_a_name_in_traditional_characters_changes_nothing() -> None:
    document = paper("邀请國立大学的陳教授（亓(qí)老师）为全体员工讲课，时间另行通知。")
    assert simplified(document) is document


@given(st.text(HAN, max_size=200))
def test_a_document_without_traditional_characters_is_untouched(text: str) -> None:
    document = paper(text)
    assert simplified(document) is document


@given(st.lists(st.tuples(st.sampled_from(SIMPLE + "人民公路"), st.sampled_from(("", *SYLLABLES)))))
def test_removing_glosses_keeps_all_characters(glossed: list[tuple[str, str]]) -> None:
    text = "".join(f"{char}({gloss})" if gloss else char for char, gloss in glossed)
    assert without_glosses(text) == "".join(char for char, _ in glossed)


@given(st.text("".join(pair[0] for pair in PAIRS), min_size=3, max_size=60))
def test_traditional_characters_are_simplified_one_for_one(text: str) -> None:
    assert len(text_of(simplified(paper(text)))) == len(text)


def test_opencc_is_asked_for_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert simplified(paper("国务院办公厅关于开展业务")).remarks == ()
    with pytest.raises(Refusal) as refused:
        simplified(paper("國務院辦公廳關於開展業務"))
    assert refused.value.code == "no-opencc"


def brackets(text: str) -> int:
    return text.count("(") + text.count("（")


def paper(text: str) -> Document:
    return Document(name="文.txt", sha256="", blocks=(Paragraph(text, "第1行"),))


def text_of(document: Document) -> str:
    block = document.blocks[0]
    assert isinstance(block, Paragraph)
    return block.text
