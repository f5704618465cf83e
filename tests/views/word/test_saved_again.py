"""Templates as another program saves them: tags, styles by their names, and the report made from them still hold."""

import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from office_suite import lacking
from sample_papers import no_pictures

from gongkai_cli.store.templates import shipped
from gongkai_cli.views.template.check import faults_of
from gongkai_cli.views.template.trial import trials
from gongkai_cli.views.word.registry import KINDS
from gongkai_cli.views.word.report import render

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"needs {lacking()}")

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W.strip("{}")}


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Let LibreOffice open and save every template: it splits runs and gives styles other ids."""
    folder = tmp_path_factory.mktemp("另存")
    for kind in KINDS:
        (folder / f"{kind}.docx").write_bytes(shipped(kind))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [
            *command,
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            folder / "out",
            *folder.glob("*.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {kind: (folder / "out" / f"{kind}.docx").read_bytes() for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_that_was_saved_again_has_no_fault(kind: str, saved: dict[str, bytes]) -> None:
    assert saved[kind] != shipped(kind)
    assert faults_of(kind, saved[kind]) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_can_be_made_from_it(kind: str, saved: dict[str, bytes]) -> None:
    for basis in trials():
        docx = ZipFile(BytesIO(render(kind, basis, saved[kind], no_pictures).data))
        styles = etree.fromstring(docx.read("word/styles.xml"))
        known = {style.get(W + "styleId") for style in styles.findall("w:style", NS)}
        root = etree.fromstring(docx.read("word/document.xml"))
        used = {one.get(W + "val") for one in root.iter(W + "pStyle", W + "rStyle")}
        assert used <= known


@pytest.mark.parametrize("kind", KINDS)
def test_its_pages_lie_where_those_of_the_template_do(kind: str, saved: dict[str, bytes]) -> None:
    for basis in trials():
        made = [render(kind, basis, template, no_pictures).data for template in (saved[kind], shipped(kind))]
        assert _pages(made[0]) == _pages(made[1])


def _pages(docx: bytes) -> list[str | None]:
    root = etree.fromstring(ZipFile(BytesIO(docx)).read("word/document.xml"))
    return [one.get(W + "orient") for one in root.iter(W + "pgSz")]
