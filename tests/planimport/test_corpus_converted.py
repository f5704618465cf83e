"""The corpus as LibreOffice saves and prints it (doc, rtf, odt, xls, ods, pdf); skipped where it is not installed."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from corpus import CORPUS
from expected import differences, expectation

from gongkai_cli.documents.read import read
from gongkai_cli.planimport.draft import plan_from

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
FILES: Mapping[str, tuple[str, ...]] = {
    "doc": ("01-merged-down.docx", "07-two-row-heading.docx", "13-label-lines.docx"),
    "rtf": ("04-tracked-changes.docx", "28-responsibility-forms.docx"),
    "odt": ("09-table-cut-in-two.docx",),
    "xls": ("01-merged-down.xlsx", "15-workbook.xlsx", "28-responsibility-forms.xlsx"),
    "ods": ("07-two-row-heading.xlsx", "40-five-formats.xlsx"),
    "pdf": ("01-merged-down.docx", "07-two-row-heading.docx", "10-which-table.docx", "40-five-formats.docx"),
}
CONVERTED = [(source, target) for target, sources in FILES.items() for source in sources]

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Convert all files, those of one format at a time."""
    folder = tmp_path_factory.mktemp("converted")
    for target, sources in FILES.items():
        convert(folder, target, [CORPUS / source for source in sources])
    return folder


@pytest.mark.parametrize(("source", "target"), CONVERTED, ids=[" ".join(pair) for pair in CONVERTED])
def test_converted_document_gives_the_same_plan(source: str, target: str, folder: Path) -> None:
    document = folder / target / Path(source).with_suffix(f".{target}").name
    draft = plan_from(read(document), id=document.stem)
    expected = expectation((CORPUS / source).with_suffix(".yaml"))
    assert list(differences(expected, draft)) == []
    assert draft.account.lost == ""


def convert(folder: Path, target: str, sources: list[Path]) -> None:
    assert OFFICE
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", target, "--outdir", str(folder / target)),
            *map(str, sources),
        ],
        check=True,
        timeout=180,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
