"""What a file is shows in its bytes: a wrong suffix is told, what is locked, torn or unknown is refused."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument
from drawing import drawn
from openpyxl import Workbook

from gongkai_cli.documents import office, ole
from gongkai_cli.documents.kind import kind_of
from gongkai_cli.documents.package import MAX_PART
from gongkai_cli.documents.read import SUFFIXES, read
from gongkai_cli.documents.readers import READERS
from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal

PAGE = "<!DOCTYPE html><html><body><p>政务公开</p></body></html>"
LAUGHS = '<!DOCTYPE a [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><a>&b;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]><a>&a;</a>'


def word() -> bytes:
    made, data = WordDocument(), io.BytesIO()
    made.add_paragraph("政务公开")
    made.save(data)
    return data.getvalue()


def excel() -> bytes:
    made, data = Workbook(), io.BytesIO()
    assert made.active
    made.active.append(["政务公开", "任务"])  # type: ignore[union-attr]
    made.save(data)
    return data.getvalue()


def zipped(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return data.getvalue()


def compound(*names: str, content: bytes = b"") -> bytes:
    """Make an OLE file whose streams all begin with this content: header, its table, its directory, the content."""
    header = ole.SIGNATURE + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    table = struct.pack("<3I", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE)
    entries = entry("Root Entry", child=1 if names else -1)
    for number, name in enumerate(names, 1):
        entries += entry(name, right=number + 1 if number < len(names) else -1)
    return (
        header.ljust(512, b"\xff")
        + table.ljust(512, b"\xff")
        + entries.ljust(512, b"\0")
        + content.ljust(512, b"\0")
    )


def entry(name: str, *, right: int = -1, child: int = -1) -> bytes:
    encoded = name.encode("utf-16-le")
    links = struct.pack("<iii", -1, right, child)
    head = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2, 2, 1) + links
    return head.ljust(116, b"\0") + struct.pack("<IQ", 2, 4096)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("页.docx", PAGE.encode(), "扩展名是 .docx，内容其实是网页（HTML）"),
        ("页.xls", PAGE.encode("utf-16"), "扩展名是 .xls，内容其实是网页（HTML）"),
        (
            "页.doc",
            f"MIME-Version: 1.0\nContent-Type: text/html\n\n{PAGE}".encode(),
            "内容其实是单个文件网页（MHT）",
        ),
        ("文.doc", word(), "扩展名是 .doc，内容其实是Word 文档（.docx）"),
        ("文.wps", word(), ""),
        ("文.docm", word(), ""),
        ("文", word(), "扩展名是 （没有），"),
        ("表.et", excel(), ""),
        ("表.docx", excel(), "内容其实是Excel 工作簿（.xlsx）"),
        ("表.txt", excel(), "内容其实是Excel 工作簿（.xlsx）"),
        ("文.docx", "政务公开".encode("gbk"), "扩展名是 .docx，内容其实是纯文本"),
        ("文.md", "<p>是 Markdown 里的标签，政务公开".encode(), ""),
        ("文.TXT", "政务公开".encode(), ""),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    document = read(tmp_path / name)
    assert "政务公开" in drawn(document.blocks)
    told = [remark for remark in document.remarks if "内容其实是" in remark]
    assert (said in told[0]) if said else not told


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("锁.docx", compound("EncryptedPackage", "EncryptionInfo"), "document-locked"),
        ("锁.xlsx", compound("EncryptionInfo", "EncryptedPackage"), "document-locked"),
        (
            "锁.doc",
            compound("1Table", "WordDocument", content=bytes(10) + b"\x00\x01" + bytes(9)),
            "document-locked",
        ),
        ("邮件.doc", compound("__properties_version1.0"), "document-kind"),
        ("断.doc", compound("WordDocument")[:700], "document-torn"),
        ("零.doc", ole.SIGNATURE + bytes(4096), "document-torn"),
        ("空.xls", compound("Workbook"), "document-empty"),
        ("断.docx", word()[:2000], "document-torn"),
        ("断.xlsx", excel()[:2000], "document-torn"),
        ("断.pdf", b"%PDF-1.7\nxxx", "document-torn"),
        ("空.docx", zipped(word__other_xml="<a/>"), "document-torn"),
        ("包.docx", zipped(a_xml="<a/>"), "document-kind"),
        ("版式.ofd", zipped(OFD_xml="<a/>"), "document-ofd"),
        ("图.docx", zipped(mimetype="application/vnd.oasis.opendocument.graphics"), "document-kind"),
        ("笑.docx", zipped(word__document_xml=LAUGHS), "document-entities"),
        ("外.docx", zipped(word__document_xml=OUTSIDE), "document-entities"),
        ("笑.ods", zipped(mimetype="opendocument.spreadsheet", content_xml=LAUGHS), "document-entities"),
        (
            "锁.ods",
            zipped(
                **{"mimetype": "opendocument.spreadsheet", "META-INF__manifest_xml": "<encryption-data/>"}
            ),
            "document-locked",
        ),
        ("没有.ods", zipped(mimetype="opendocument.spreadsheet"), "document-torn"),
        ("弹.docx", zipped(word__document_xml=" " * 50_000_000), "document-bomb"),
        ("无.pptx", b"", "document-kind"),
        ("数据.json", b"{}", "document-kind"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Refusal) as refusal:
        read(tmp_path / name)
    assert refusal.value.code == code
    said = message(code, refusal.value.about)
    assert name in said
    assert "\n" not in said


def test_a_zip_that_is_locked_is_refused(tmp_path: Path) -> None:
    data = bytearray(word())
    for place in range(len(data)):
        if data[place : place + 4] == b"PK\x01\x02":
            data[place + 8] |= 1
    (tmp_path / "锁.docx").write_bytes(data)
    with pytest.raises(Refusal) as refusal:
        read(tmp_path / "锁.docx")
    assert refusal.value.code == "document-locked"


def test_a_part_that_says_it_is_huge_is_not_unpacked(tmp_path: Path) -> None:
    data = bytearray(zipped(word__document_xml="<a/>"))
    place = data.index(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", MAX_PART + 1)
    (tmp_path / "大.docx").write_bytes(data)
    with pytest.raises(Refusal) as refusal:
        read(tmp_path / "大.docx")
    assert refusal.value.code == "document-bomb"


def test_without_libreoffice_old_formats_are_refused_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    for name, data in (("文.doc", compound("WordDocument")), ("文.rtf", b"{\\rtf1 x}")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Refusal) as refusal:
            read(tmp_path / name)
        assert refusal.value.code == "office-needed"
        assert "另存为 .docx" in message("office-needed", refusal.value.about)


def test_every_suffix_has_a_reader_and_every_reader_a_name() -> None:
    assert set(SUFFIXES.values()) <= set(READERS)
    assert {kind_of(PAGE.encode(), "", plain=plain) for plain in (True, False)} == {"html"}
    assert (
        kind_of(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "",
            plain=False,
        )
        == "sheetxml"
    )


def test_a_directory_that_leads_in_circles_ends() -> None:
    data = bytearray(compound("Workbook"))
    data[512 + 4 : 512 + 8] = struct.pack("<I", 1)  # the directory's sector follows itself
    assert "Workbook" in ole.streams(bytes(data))
