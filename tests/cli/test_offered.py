from hashlib import sha256
from pathlib import Path

import pytest

from gongkai_cli.cli.record.offered import Place, offer, offers, pieces
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.files import keep


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A workspace, with a file outside it and one inside."""
    root = tmp_path / "工作区"
    (root / "evidence" / "2021").mkdir(parents=True)
    (root / "evidence" / "2021" / "截图.png").write_bytes(b"inside")
    (tmp_path / "会议 纪要.docx").write_bytes(b"outside")
    return Place(tmp_path, root, 2021)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://a.cn/1", {"类型": "其他", "链接": "https://a.cn/1"}),
        ("报道 https://a.cn/1", {"类型": "报道", "链接": "https://a.cn/1"}),
        ("新闻发布会 https://a.cn/1", {"类型": "新闻发布会", "链接": "https://a.cn/1"}),
        (
            "报道 第一场 发布会 https://a.cn/1",
            {"类型": "报道", "标题": "第一场 发布会", "链接": "https://a.cn/1"},
        ),
        ("发布会实录 HTTPS://a.cn/1", {"类型": "其他", "标题": "发布会实录", "链接": "HTTPS://a.cn/1"}),
    ],
)
def test_a_link(place: Place, text: str, said: dict[str, str]) -> None:
    assert offer(text, place).said == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("会议 纪要.docx", ("文件", "会议 纪要", "evidence/2021/会议 纪要.docx", b"outside")),
        ("会议纪要 会议 纪要.docx", ("会议纪要", "会议 纪要", "evidence/2021/会议 纪要.docx", b"outside")),
        ("第三次会 会议 纪要.docx", ("文件", "第三次会", "evidence/2021/会议 纪要.docx", b"outside")),
        ("工作区/evidence/2021/截图.png", ("图片", "截图", "evidence/2021/截图.png", b"inside")),
    ],
)
def test_a_file(place: Place, text: str, said: tuple[str, str, str, bytes]) -> None:
    kind, title, file, content = said
    digest = sha256(content).hexdigest()
    assert offer(text, place).said == {"类型": kind, "标题": title, "文件": file, "sha256": digest}


def test_another_file_of_the_same_name_stays_as_it_is(place: Place) -> None:
    for content, file in (
        (b"one", "会议 纪要.docx"),
        (b"two", "会议 纪要-2.docx"),
        (b"one", "会议 纪要.docx"),
    ):
        (place.start / "会议 纪要.docx").write_bytes(content)
        kept = offer("会议 纪要.docx", place).kept
        assert kept
        keep(place.root, kept)
        assert kept.file == f"evidence/2021/{file}"
        assert (place.root / kept.file).read_bytes() == content


def test_two_files_of_one_name_in_one_record_are_both_kept(place: Place) -> None:
    (place.start / "别处").mkdir()
    (place.start / "别处" / "会议 纪要.docx").write_bytes(b"two")
    said = offers(["会议 纪要.docx", "别处/会议 纪要.docx", "正文 会议 纪要.docx"], place)
    for one in said:
        assert one.kept
        keep(place.root, one.kept)
    assert [one.said["文件"] for one in said] == [
        "evidence/2021/会议 纪要.docx",
        "evidence/2021/会议 纪要-2.docx",
        "evidence/2021/会议 纪要.docx",
    ]
    assert (place.root / "evidence/2021/会议 纪要-2.docx").read_bytes() == b"two"


def test_a_folder_in_the_way_is_told(place: Place) -> None:
    (place.root / "evidence" / "2021" / "会议 纪要.docx").mkdir()
    with pytest.raises(Refusal) as told:
        offer("会议 纪要.docx", place)
    assert told.value.code == "evidence-unreadable"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("没有.png", "no-such-evidence"),
        ("报道", "no-such-evidence"),
        ("", "no-such-evidence"),
        ("ftp://a.cn/1", "no-such-evidence"),
        ("file:///没有.png", "no-such-evidence"),
        ("https://a.cn/1 后面还有话", "no-such-evidence"),
        ("长" * 300, "no-such-evidence"),
        ("工作区", "evidence-folder"),
    ],
)
def test_what_is_neither_is_refused(place: Place, text: str, code: str) -> None:
    with pytest.raises(Refusal) as told:
        offer(text, place)
    assert told.value.code == code


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("https://a.cn/1", [("", "https://a.cn/1")]),
        ("一 https://a.cn/1，二：https://a.cn/2。", [("一", "https://a.cn/1"), ("二", "https://a.cn/2")]),
        ("【发布会】https://a.cn/1", [("【发布会】", "https://a.cn/1")]),
        (
            "发布会实录\nhttps://a.cn/1\n\nhttps://a.cn/2",
            [("发布会实录", "https://a.cn/1"), ("", "https://a.cn/2")],
        ),
        (
            "'会议 纪要.docx' 工作区/evidence/2021/截图.png",
            [("会议 纪要", "evidence/2021/会议 纪要.docx"), ("截图", "evidence/2021/截图.png")],
        ),
        (
            "会议\\ 纪要.docx\n会议纪要 第二次 https://a.cn/1",
            [("会议 纪要", "evidence/2021/会议 纪要.docx"), ("第二次", "https://a.cn/1")],
        ),
    ],
)
def test_what_is_pasted_or_dropped_at_a_prompt(
    place: Place, answer: str, told: list[tuple[str, str]]
) -> None:
    said = [one.said for one in pieces(answer, place)]
    assert [(one.get("标题", ""), one.get("链接") or one["文件"]) for one in said] == told


@pytest.mark.parametrize("answer", ["只有标题", "标题\n没有.png", "https://a.cn/1\n只有标题"])
def test_a_title_without_link_or_file_is_told(place: Place, answer: str) -> None:
    with pytest.raises(Refusal) as told:
        pieces(answer, place)
    assert told.value.code == "no-such-evidence"
