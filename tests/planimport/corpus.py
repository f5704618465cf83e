"""The documents of tests/cases/corpus: each drawn once as a page, written in its formats, its plan beside it."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from writers import WRITERS
from writers.page import Page, page

CORPUS = Path(__file__).parents[1] / "cases" / "corpus"


class Written(NamedTuple):
    """A document of the corpus: the page it is drawn on and the file in one format."""

    source: Path
    file: Path

    @property
    def page(self) -> Page:
        return page(self.source.read_text("utf-8"))

    @property
    def expected(self) -> Path:
        return self.source.with_suffix(".yaml")

    def bytes(self) -> bytes:
        """Write the page anew."""
        return WRITERS[self.file.suffix[1:]](self.page)


def written() -> list[Written]:
    """List the documents of the corpus."""
    return [
        Written(source, source.with_suffix(f".{form}"))
        for source in sorted(CORPUS.glob("*.page"))
        for form in page(source.read_text("utf-8")).formats
    ]


def contents(data: bytes) -> bytes | Mapping[str, bytes]:
    """What a file holds: a zipped file its parts, for how they are pressed differs from machine to machine."""
    if not data.startswith(b"PK"):
        return data
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}
