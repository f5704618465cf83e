"""Whatever stands in the data is printed as it stands: never a tag, never markup, in no kind of report."""

import json
from io import BytesIO
from zipfile import ZipFile

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from sample_papers import no_pictures, paper_of

from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.registry import KINDS
from gongkai_cli.views.word.report import render
from gongkai_cli.views.word.sample import sample_basis

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# a task of this year's plan, one of last year's, a sentence of the annual report: one of them is in every kind
REPLACED = ("公开行政处罚结果", "开展政府开放日活动", "部分栏目更新较慢")

PIECES = [
    *(
        "{{ 标题 }}",
        "{{",
        "}}",
        "{%p for 行 in 台账 %}",
        "{%tr endfor %}",
        "{#",
        "#}",
        "{_{",
        "}_}",
        "{%-",
        "|链接",
    ),
    *("&", "&amp;", "&#123;", "<", ">", "</w:t>", "<w:br/>", "]]>", '"', "'", "$", "\\", "\\n", "%s", "{0}"),
    *("😀", "مرحبا", "é", "㎡", "𠮷", "第"),
]
# short enough for the kinds that quote no more than the beginning
hostile = (
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join).filter(lambda text: len(text) < 20)
)


def basis_with(text: str) -> Basis:
    """Put a text where the sample speaks of a task."""
    data = msgspec.json.encode(sample_basis()).decode()
    for old in REPLACED:
        assert old in data
        data = data.replace(old, json.dumps(text, ensure_ascii=False)[1:-1])
    return msgspec.json.decode(data, type=Basis)


def body_of(docx: bytes) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(docx)).read("word/document.xml"))


def words_of(body: etree._Element) -> str:
    return "".join("".join(one.text or "" for one in body.iter(W + "t")).split())


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=6)
@given(found=hostile)
def test_text_is_printed_as_it_stands(kind: str, found: str) -> None:
    text = f"公开{found}结果"
    body = body_of(render(kind, basis_with(text), shipped(kind), no_pictures).data)
    assert "".join(text.split()) in words_of(body)
    usual = body_of(paper_of(kind, "full"))
    for name in ("tbl", "tr", "sectPr"):
        assert len(list(body.iter(W + name))) == len(list(usual.iter(W + name))), name
