"""Web pages are transcribed as a browser shows their main text; page and expected blocks side by side."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from drawing import drawn

from gongkai_cli.documents.block import Paragraph
from gongkai_cli.documents.html.read import MAX_BYTES
from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal

CASES = sorted((Path(__file__).parents[1] / "cases" / "documents" / "html").glob("*.html"))
TEXT = "政务公开工作要点"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def page(charset: str, text: str = TEXT) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_page_is_transcribed_as_drawn(case: Path) -> None:
    assert drawn(read(case).blocks) == case.with_suffix(".grid").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "encoding", "remarks"),
    [
        ("utf-8", "utf-8", 0),
        ("gb2312", "gb18030", 0),
        ("GBK", "gb18030", 0),
        ("utf-8", "utf-8-sig", 0),
        ("unicode", "utf-16", 0),
        ("nonsense", "utf-8", 0),
        ("nonsense", "gb18030", 0),
        ("utf-8", "gb18030", 1),
        ("big5", "big5", 0),
    ],
)
def test_page_is_decoded_by_what_it_says_or_is(
    tmp_path: Path, said: str, encoding: str, remarks: int
) -> None:
    text = "公開" if encoding == "big5" else TEXT
    document = read(written(tmp_path, "页.html", page(said, text).encode(encoding)))
    assert document.blocks == (Paragraph(text, "第1段"),)
    assert len([said for said in document.remarks if "编码" in said]) == remarks


def test_characters_outside_gb2312_are_read_though_the_page_says_gb2312(tmp_path: Path) -> None:
    document = read(written(tmp_path, "页.html", page("gb2312", "镕㙍").encode("gb18030")))
    assert document.blocks == (Paragraph("镕㙍", "第1段"),)


def test_broken_bytes_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    document = read(written(tmp_path, "页.html", page("utf-8").encode() + b"<p>\xff\xfe\xff</p>"))
    assert document.blocks[0] == Paragraph(TEXT, "第1段")
    assert "处字节不合 UTF-8 编码" in document.remarks[0]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    data = page("utf-8").replace("<p>", "<nav><a>首页</a></nav><p>【打印】</p><p>", 1).encode()
    document = read(written(tmp_path, "页.html", data))
    assert document.remarks == ("略去了网页的导航、页脚、分享等 2 处，共 6 字（正文之外）",)


def test_a_part_with_prose_is_kept_whatever_its_name(tmp_path: Path) -> None:
    data = f'<div class="footer">{TEXT * 50}</div>'.encode()
    assert read(written(tmp_path, "页.html", data)).blocks == (Paragraph(TEXT * 50, "第1段"),)


@pytest.mark.parametrize("coding", ["base64", "quoted-printable"])
def test_page_saved_as_one_file_is_read(tmp_path: Path, coding: str) -> None:
    document = read(written(tmp_path, "页.mht", mht(coding, page("gb2312"))))
    assert document.blocks == (Paragraph(TEXT, "第1段"),)


def test_sheets_in_a_frame_are_read(tmp_path: Path) -> None:
    data = mht("base64", "<html><frameset><frame></frameset></html>", page("gb2312"), page("gb2312", "表二"))
    document = read(written(tmp_path, "表.mht", data))
    assert drawn(document.blocks) == f"第1段: {TEXT}\n第1段: 表二\n"


def mht(coding: str, *pages: str) -> bytes:
    message = EmailMessage()
    message["MIME-Version"] = "1.0"
    message.make_related()
    for text in pages:
        part = EmailMessage()
        part.set_content(text.encode("gb18030"), "text", "html", cte=coding)
        message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html><body>" + b"<div>" * 100_000 + b"x", "document-deep"),
        (b"<html><body></body></html>", "document-empty"),
        (b"<html><script>x</script></html>", "document-empty"),
        (b"<html>" + b" " * MAX_BYTES, "document-large"),
        (
            b"<table><tr>"
            + b"<td rowspan=65534 colspan=1000>x</td>" * 2000
            + b"</tr>"
            + b"<tr><td>y" * 20_000,
            "document-table",
        ),
    ],
    ids=["deep", "empty", "script only", "large", "spans"],
)
def test_hostile_and_empty_pages_are_refused(tmp_path: Path, data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(written(tmp_path, "页.html", data))
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "data", [b"MIME-Version: 1.0\n\nx", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>"]
)
def test_a_saved_page_without_text_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Refusal):
        read(written(tmp_path, "页.mht", data))
