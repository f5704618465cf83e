"""Pictures in a report: scaled to print, turned upright, on white; what is no picture is told on the page."""

import io
import sys
from zipfile import ZipFile

import pytest

from gongkai_cli.views.word.print_copy import Box, UnshowableError, print_copy

Image = pytest.importorskip("PIL.Image")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MM = 36_000
BOX = Box(156, 78)


def saved(size, kind, mode="RGB", colour="red", **options):
    stream = io.BytesIO()
    Image.new(mode, size, colour).save(stream, kind, **options)
    return stream.getvalue()


def opened(data):
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"])
def test_every_usual_format_becomes_one_that_word_shows(kind):
    copy = print_copy(saved((2400, 1200), kind), BOX)
    assert opened(copy.data).format == copy.kind.upper()
    assert copy.kind in {"png", "jpeg"}
    assert (copy.width, copy.height) == (156, 78)
    assert opened(copy.data).size == (1351, 676)  # 156 and 78 mm at 220 dots an inch


def test_a_small_picture_gains_no_dots_and_is_not_blown_up():
    copy = print_copy(saved((40, 40), "PNG"), BOX)
    assert opened(copy.data).size == (40, 40)
    assert (round(copy.width, 1), round(copy.height, 1)) == (14.1, 14.1)  # 72 dots an inch


def test_a_photograph_stands_as_the_camera_held_it():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    copy = print_copy(saved((800, 400), "JPEG", exif=exif), BOX)
    wide, high = opened(copy.data).size
    assert high == 2 * wide
    assert not opened(copy.data).getexif()


def test_what_shines_through_lies_on_white():
    for data in (saved((50, 50), "PNG", "RGBA", (0, 0, 0, 0)), saved((50, 50), "PNG", "LA", (0, 0))):
        assert opened(print_copy(data, BOX).data).convert("RGB").getpixel((9, 9)) == (255, 255, 255)


def test_of_a_whole_web_page_only_the_top_is_shown():
    page = Image.new("RGB", (600, 6000), "white")
    page.paste("blue", (0, 0, 600, 200))
    stream = io.BytesIO()
    page.save(stream, "PNG")
    copy = print_copy(stream.getvalue(), BOX)
    assert copy.cut
    assert (copy.width, copy.height) == (156, 78)
    assert opened(copy.data).getpixel((5, 5)) == (0, 0, 255)


UNSHOWABLE = {
    "empty": (b"", "empty"),
    "text": (b"no picture at all", "unknown"),
    "page": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "unknown"),
    "HEIC": (b"\0\0\0\x18ftypheic" + b"\0" * 40, "heic"),
    "torn": (saved((300, 300), "PNG", colour="red")[:200], "broken"),
    "bomb": (saved((20_000, 20_000), "PNG", "1", 0), "large"),
}


@pytest.mark.parametrize(("data", "reason"), UNSHOWABLE.values(), ids=UNSHOWABLE)
def test_what_cannot_be_shown_is_told_with_its_reason(data, reason):
    with pytest.raises(UnshowableError) as error:
        print_copy(data, BOX)
    assert error.value.reason == reason


def test_without_pillow_no_picture_is_shown(monkeypatch):
    data = saved((9, 9), "PNG")
    monkeypatch.setitem(sys.modules, "PIL", None)
    with pytest.raises(UnshowableError) as error:
        print_copy(data, BOX)
    assert error.value.reason == "program"


FILES = {
    "evidence/宽.png": saved((1600, 900), "PNG"),
    "evidence/高.jpg": saved((900, 1600), "JPEG"),
    "evidence/空.png": b"",
    "evidence/专栏.webp": saved((1600, 900), "WEBP"),
}
SHOTS = [
    {"类型": "网页截图", "标题": file[9:-4], "文件": file, "渠道": "局官网", "发布日期": "2021-08-20"}
    for file in (*FILES, "evidence/没有.png")
]
FILED = [{"日期": "2021-08-20", "任务": "1", "状态": "推进中", "进展": "公开。", "佐证材料": SHOTS}]


def album(file):
    if file not in FILES:
        raise FileNotFoundError(file)
    return FILES[file]


@pytest.fixture(scope="module")
def shown(kind_of):
    return kind_of("quarter", [{"编号": "1", "具体要求": "公开。", "牵头": ["甲处"]}], FILED, album=album)


def test_pictures_come_in_order_with_what_they_show_under_them(shown, paragraphs):
    captions = [one for one in paragraphs(shown.data) if one.startswith("图")]
    assert captions[0] == "图1　宽（第1项，局官网，2021年8月20日）"
    assert len(captions) == 5


def test_each_picture_is_a_part_that_the_text_refers_to(shown, part):
    relations = {one.get("Id"): one.get("Target") for one in part(shown.data, "word/_rels/document.xml.rels")}
    body = part(shown.data, "word/document.xml")
    used = [
        relations[one.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed")]
        for one in body.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}blip")
    ]
    assert used == ["media/gongkai1.png", "media/gongkai2.jpeg", "media/gongkai3.png"]
    assert {f"word/{one}" for one in used} <= set(ZipFile(io.BytesIO(shown.data)).namelist())
    types = part(shown.data, "[Content_Types].xml")
    assert {"png", "jpeg"} <= {one.get("Extension") for one in types}
    ids = [one.get("id") for one in body.iter(f"{WP}docPr")]
    assert len(set(ids)) == len(ids) == 3


def test_two_pictures_share_a_page(shown, part):
    body = part(shown.data, "word/document.xml")
    heights = [int(one.get("cy")) / MM for one in body.iter(f"{WP}extent")]
    assert max(heights) <= 78
    places = [
        one
        for one in body.iter(f"{W}p")
        if "图片无法显示" in said(one) or one.find(f".//{WP}inline") is not None
    ]
    turns = [one.find(f"{W}pPr/{W}pageBreakBefore") is not None for one in places]
    assert turns == [False, False, True, False, True]


def said(paragraph):
    return "".join(paragraph.itertext(f"{W}t"))


def test_a_file_that_is_no_picture_leaves_a_note_on_the_page_and_on_the_screen(shown, paragraphs):
    text = [one.strip() for one in paragraphs(shown.data)]
    assert "〔图片无法显示：evidence/空.png，文件是空的〕" in text
    assert "〔图片无法显示：evidence/没有.png，文件找不到或读不出来〕" in text
    assert shown.notes == (
        "图片没有印出：evidence/空.png，文件是空的",
        "图片没有印出：evidence/没有.png，文件找不到或读不出来",
    )


def test_the_same_pictures_give_the_same_bytes(shown, kind_of):
    again = kind_of("quarter", [{"编号": "1", "具体要求": "公开。", "牵头": ["甲处"]}], FILED, album=album)
    assert again.data == shown.data
