"""Every document of tests/cases/planimport beside the plan it holds, written by hand (see the README there)."""

from pathlib import Path

import pytest
from expected import CASES, Plain, differences, expectation, plain_plan

from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.draft import Draft, plan_from


def expected_of(document: Path) -> Plain:
    return expectation(document.with_suffix(".yaml"))


DOCUMENTS = sorted(CASES.glob("*.txt"))
PLANS = [document for document in DOCUMENTS if "拒绝" not in expected_of(document)]
NO_PLANS = [document for document in DOCUMENTS if document not in PLANS]

each_plan = pytest.mark.parametrize("document", PLANS, ids=lambda path: path.stem)


@each_plan
def test_document_gives_the_plan_written_beside_it(document: Path) -> None:
    assert list(differences(expected_of(document), draft_of(document))) == []


@pytest.mark.parametrize("document", NO_PLANS, ids=lambda path: path.stem)
def test_document_without_a_plan_is_refused(document: Path) -> None:
    with pytest.raises(Refusal) as refused:
        draft_of(document)
    assert refused.value.code == expected_of(document)["拒绝"]


@each_plan
def test_no_character_is_lost(document: Path) -> None:
    account = draft_of(document).account
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total
    text = text_of(document)
    marks_of_cells = text.count('"') + sum(map(text.count, "|-:#")) * ("|" in text)
    assert visible(text) - marks_of_cells <= account.total <= visible(text)


@each_plan
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_encoding_and_line_ends_change_nothing(document: Path, encoding: str, tmp_path: Path) -> None:
    copy = tmp_path / document.name
    copy.write_bytes(text_of(document).replace("\n", "\r\n").encode(encoding))
    read_back, original = plain_plan(draft_of(copy).plan), plain_plan(draft_of(document).plan)
    assert read_back.pop("来源")["sha256"] != original.pop("来源")["sha256"]
    assert read_back == original


def draft_of(document: Path) -> Draft:
    return plan_from(read(document), id=document.stem)


def text_of(document: Path) -> str:
    """Decode a document without the program's help."""
    encoding = "gb18030" if "gb18030" in document.stem else "utf-8-sig"
    return document.read_bytes().decode(encoding).replace("\r\n", "\n")


def visible(text: str) -> int:
    return len("".join(text.split()))
