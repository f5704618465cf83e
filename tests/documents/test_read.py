"""What is refused, and how text is decoded."""

from pathlib import Path

import pytest

from gongkai_cli.documents.block import Paragraph
from gongkai_cli.documents.read import MAX_BYTES, read
from gongkai_cli.model.problem import Refusal

TEXT = "政务公开工作要点\r\n第二行\r\n"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_text_is_read_whatever_its_encoding(tmp_path: Path, encoding: str) -> None:
    document = read(written(tmp_path, "要点.txt", TEXT.encode(encoding)))
    assert document.blocks == (Paragraph("政务公开工作要点", "第1行"), Paragraph("第二行", "第2行"))


def test_another_encoding_than_utf_8_is_told(tmp_path: Path) -> None:
    assert read(written(tmp_path, "a.txt", TEXT.encode("gbk"))).remarks == ("按 GB18030 编码读取",)
    assert read(written(tmp_path, "b.txt", TEXT.encode())).remarks == ()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("空.txt", b"", "document-empty"),
        ("空白.txt", b" \r\n\t\n", "document-empty"),
        ("bom.txt", b"\xef\xbb\xbf", "document-empty"),
        ("图.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "document-binary"),
        ("坏.txt", b"\xff\xff\xff\xff", "document-binary"),
        ("表.pptx", b"x", "document-kind"),
        ("大.txt", b"x" * (MAX_BYTES + 1), "document-large"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(written(tmp_path, name, data))
    assert refusal.value.code == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    (tmp_path / "文件夹.txt").mkdir()
    for name in ("没有.txt", "文件夹.txt"):
        with pytest.raises(Refusal) as refusal:
            read(tmp_path / name)
        assert refusal.value.code == "document-missing"
