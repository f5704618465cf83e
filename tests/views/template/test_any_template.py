"""Whatever stands in a template: the check says something or nothing, and the filling makes a report or refuses."""

from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.template.check import faults_of
from gongkai_cli.views.template.page import Checked, check_page
from gongkai_cli.views.word.report import render
from gongkai_cli.views.word.sample import sample_basis

HEADING = "{{ 变化.全称 }}"
PIECES = [
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{",
        "}",
        "｛｛",
        "｝｝",
        "｛％",
        "％｝",
        "{%p ",
        "{%tr ",
        "{{r ",
        "{%-",
        "-%}",
    ),
    *(
        "for 项 in 变化.事项",
        "endfor",
        "if 变化",
        "elif",
        "else",
        "endif",
        "set a = 1",
        "变化",
        "变化.事项",
        ".",
        "项.编号",
    ),
    *(
        "|",
        "链接",
        "(",
        ")",
        "[",
        "]",
        "0",
        "'",
        '"',
        "“",
        "，",
        " ",
        "\n",
        "&",
        "<",
        "*",
        "not",
        "in",
        "loop.index",
    ),
]
BASIS = sample_basis()


def template_with(text: str) -> bytes:
    stream = BytesIO()
    with ZipFile(BytesIO(shipped("changes"))) as parts, ZipFile(stream, "w") as docx:
        for name in parts.namelist():
            data = parts.read(name)
            docx.writestr(name, data.replace(HEADING.encode(), escape(text).encode()))
    return stream.getvalue()


def refused(template: bytes) -> str:
    """Say why it cannot be filled; nothing where it can."""
    try:
        render("changes", BASIS, template, no_pictures)
    except Refusal as refusal:
        return message(refusal.code, refusal.about)
    return ""


def no_pictures(file: str) -> bytes:
    raise FileNotFoundError(file)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join))
def test_what_the_check_passes_can_be_filled_and_nothing_fails(text: str) -> None:
    template = template_with(text)
    faults = faults_of("changes", template)
    assert check_page([Checked("t.docx", "changes", faults)], 80)
    assert not refused(template) or any(fault.is_error for fault in faults)
