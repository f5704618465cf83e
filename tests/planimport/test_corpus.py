"""Every document of tests/cases/corpus, in each of its formats, beside the plan it holds (see the README there)."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from corpus import CORPUS, Written, contents, written
from expected import Plain, differences, expectation, plain_plan

from gongkai_cli.documents.read import read
from gongkai_cli.planimport.draft import Draft, plan_from

DOCUMENTS = written()
SAME = [one for one in DOCUMENTS if one.source.stem == "40-five-formats"]

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.file.name)


def test_corpus_is_of_all_formats_and_size() -> None:
    assert {one.file.suffix for one in DOCUMENTS} == {".docx", ".xlsx", ".html", ".pdf", ".txt", ".md"}
    assert len(DOCUMENTS) >= 60
    assert len({one.source for one in DOCUMENTS}) >= 35


@each_document
def test_file_is_what_the_page_says(document: Written, rewrite: bool) -> None:
    if rewrite:
        document.file.write_bytes(document.bytes())
    assert contents(document.file.read_bytes()) == contents(document.bytes())


@each_document
def test_document_gives_the_plan_written_beside_it(document: Written) -> None:
    assert list(differences(expectation(document.expected), draft_of(document.file))) == []


@each_document
def test_no_character_is_lost(document: Written) -> None:
    account = draft_of(document.file).account
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total


@pytest.mark.parametrize("document", SAME[1:], ids=lambda one: one.file.name)
def test_five_formats_give_one_plan(document: Written) -> None:
    assert without_places(draft_of(document.file)) == without_places(draft_of(SAME[0].file))


def test_no_file_without_its_page() -> None:
    assert set(strays()) == set()


@cache
def draft_of(file: Path) -> Draft:
    return plan_from(read(file), id=file.stem)


def without_places(draft: Draft) -> Plain:
    plan = plain_plan(draft.plan)
    del plan["来源"]
    for task in plan["任务"]:
        del task["出处"]
    return plan


def strays() -> Iterator[str]:
    """Name the files in the folder that belong to no page."""
    known = {one.file for one in DOCUMENTS} | {
        path for one in DOCUMENTS for path in (one.source, one.expected)
    }
    yield from (path.name for path in CORPUS.iterdir() if path not in known and path.name != "README.md")
