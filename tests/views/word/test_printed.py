"""Every kind of report on paper, as LibreOffice lays it out with the Fandol fonts: measured with a ruler.

Papers of sample data, and those of the project's own demonstration workspace, which are long enough to turn pages.
"""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from office_suite import lacking, to_pdf
from printed import SLACK, Sheet, sheets
from sample_papers import paper_of

from gongkai_cli.cli.run import run
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.registry import KINDS

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"needs {lacking()}")

PROJECT = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}

CHINESE = {"FandolFang", "FandolKai", "FandolHei", "FandolSong"}
LATIN = {"LiberationSerif", "DejaVuSerif", "DejaVuSans"}
HEADING = re.compile(r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d\.(?!\d))[^。；]{1,27}")
DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
# of the demonstration workspace: the kinds that one command makes of one plan
REAL = ["ledger", "quarter", "year-end", "brief", "lookback"]
PLAN = "guangzhou-sports-2021"


def full_pages(template: bytes) -> bytes | None:
    """Fill the template's upright page with nothing but characters; None where it has only lying pages."""
    stream = BytesIO()
    with ZipFile(BytesIO(template)) as parts, ZipFile(stream, "w") as docx:
        root = etree.fromstring(parts.read("word/document.xml"))
        page = next((one for one in root.iter(W + "sectPr") if not _lies(one)), None)
        if page is None:
            return None
        style = etree.fromstring(parts.read("word/styles.xml")).xpath(
            "//w:style[w:name/@w:val='公文正文']/@w:styleId", namespaces=NS
        )[0]
        text = "政务公开工作要点落实情况总结" * 28 * 22
        body = etree.fromstring(
            f'<w:body xmlns:w="{NS["w"]}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            f"<w:r><w:t>{text[: 28 * 22 * 3]}</w:t></w:r></w:p></w:body>"
        )
        body.append(page)
        root.replace(root[0], body)
        for name in parts.namelist():
            docx.writestr(name, etree.tostring(root) if name == "word/document.xml" else parts.read(name))
    return stream.getvalue()


def _lies(section: etree._Element) -> bool:
    return section.find("w:pgSz", NS).get(W + "orient") == "landscape"


def demonstrated(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Make the papers of the demonstration workspace."""
    root = folder / "工作区"
    for name in ("data", "evidence"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "gongkai.yaml", root)
    for kind in REAL:
        path = folder / f"{kind}.docx"
        command = ["report", kind, "--plan", PLAN, "--as-of", "2021-12-20", "-o", str(path)]
        assert run(["-C", str(root), *command]) == 0
        yield f"{kind}-demo", path.read_bytes()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Sheet]]:
    """Print everything at one go: starting LibreOffice takes longer than printing."""
    folder = tmp_path_factory.mktemp("印")
    papers = {f"{kind}-{which}": paper_of(kind, which) for kind in KINDS for which in ("full", "scanty")}
    papers |= dict(demonstrated(folder))
    papers |= {f"{kind}-lines": lines for kind in KINDS if (lines := full_pages(shipped(kind)))}
    return {name: sheets(pdf) for name, pdf in to_pdf(papers, folder).items()}


NAMES = [
    *(f"{kind}-{which}" for kind in KINDS for which in ("full", "scanty")),
    *(f"{kind}-demo" for kind in REAL),
]


@pytest.fixture(params=NAMES)
def paper(request: pytest.FixtureRequest, pages: dict[str, list[Sheet]]) -> list[Sheet]:
    return pages[request.param]


def test_a_full_page_holds_22_lines_of_28_characters(pages: dict[str, list[Sheet]]) -> None:
    filled = {name: found for name, found in pages.items() if name.endswith("-lines")}
    assert len(filled) >= 5
    for name, (_, second, *_) in filled.items():
        assert [len(line.text) for line in second.lines] == [28] * 22, name


def test_nothing_leaves_the_type_area(paper: list[Sheet]) -> None:
    for sheet in paper:
        left, top, right, bottom = sheet.area
        for line in sheet.lines:
            assert left - SLACK <= line.left, (sheet.number, line.text)
            assert line.right <= right + SLACK, (sheet.number, line.text)
            assert top - SLACK <= line.top, (sheet.number, line.text)
            assert line.bottom <= bottom + SLACK, (sheet.number, line.text)
        for x0, y0, x1, y1 in sheet.edges:
            assert left - SLACK <= x0 <= x1 <= right + SLACK, sheet.number
            assert top - SLACK <= y0 <= y1 <= bottom + SLACK, sheet.number


def test_every_character_has_the_font_it_asks_for(paper: list[Sheet]) -> None:
    for sheet in paper:
        assert sheet.fonts <= CHINESE | LATIN
        assert {font for line in sheet.lines for font in line.fonts} <= CHINESE
        assert not [line.text for line in sheet.lines if re.search(r"\(cid:|\ufffd", line.text)]


def test_headings_of_the_first_level_are_printed_in_heiti(paper: list[Sheet]) -> None:
    for sheet in paper:
        for line in sheet.lines:
            if not sheet.lies and re.fullmatch(r"[一二三四五六七八九十]+、[^。；（\d]{2,20}", line.text):
                assert line.fonts == {"FandolHei"}, line.text


def test_pages_are_numbered_on_the_outer_side(paper: list[Sheet]) -> None:
    for sheet in paper:
        assert sheet.footer, sheet.number
        assert sheet.footer.text == f"—{sheet.number}—"
        assert (sheet.footer.left > sum(sheet.area[::2]) / 2) == (sheet.number % 2 == 1)


def test_no_page_is_blank_and_no_heading_ends_one(paper: list[Sheet]) -> None:
    for sheet in paper:
        assert sheet.lines, sheet.number
        if not sheet.lies:
            assert not HEADING.fullmatch(sheet.lines[-1].text), sheet.lines[-1].text


def test_the_signature_shares_its_page_with_two_lines_of_the_text(paper: list[Sheet]) -> None:
    for sheet in paper:
        texts = [line.text for line in sheet.lines]
        signed = [number for number, text in enumerate(texts) if DAY.fullmatch(text)]
        if signed and not sheet.lies:
            assert signed[0] >= 3, texts  # two lines and the name


def test_the_head_of_a_table_comes_again_on_each_of_its_pages(paper: list[Sheet]) -> None:
    heads: list[str] = []
    for sheet in paper:
        texts = [line.text for line in sheet.lines]
        found = next((text for text in texts if text.startswith(("序号", "编号"))), "")
        if not sheet.lies or any(text.startswith("附件") for text in texts[:1]):
            heads = [found] if sheet.lies and found else []
        elif heads:
            assert found == heads[0], sheet.number
