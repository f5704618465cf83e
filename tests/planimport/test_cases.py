"""Every document of tests/cases/planimport beside the plan it holds, written by hand (see the README there)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from asplain import Plain, plain_plan

from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.draft import Draft, plan_from
from gongkai_cli.yamltext.read import load

CASES = Path(__file__).parents[1] / "cases" / "planimport"
DOCUMENTS = sorted(CASES.glob("*.txt"))
CARRIED_DOWN = ("部分", "工作任务")
ALWAYS_TOLD: Plain = {"牵头": [], "配合": [], "落实部门": [], "完成时限": "", "待核": []}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_document_gives_the_plan_written_beside_it(document: Path) -> None:
    expected = expectation(document)
    if "拒绝" in expected:
        with pytest.raises(Refusal) as refused:
            draft_of(document)
        assert refused.value.code == expected["拒绝"]
        return
    assert list(differences(expected, draft_of(document))) == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_no_character_is_lost(document: Path) -> None:
    if "拒绝" in expectation(document):
        pytest.skip("refused")
    account = draft_of(document).account
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total
    text = text_of(document)
    marks_of_cells = sum(text.count(mark) for mark in '"|') + text.count("-")
    assert visible(text) - marks_of_cells <= account.total <= visible(text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_encoding_and_line_ends_change_nothing(document: Path, encoding: str, tmp_path: Path) -> None:
    if "拒绝" in expectation(document):
        pytest.skip("refused")
    copy = tmp_path / document.name
    copy.write_bytes(text_of(document).replace("\n", "\r\n").encode(encoding))
    read_back, original = plain_plan(draft_of(copy).plan), plain_plan(draft_of(document).plan)
    assert read_back.pop("来源")["sha256"] != original.pop("来源")["sha256"]
    assert read_back == original


def expectation(document: Path) -> Plain:
    """Read what is written beside a document."""
    found = load(document.with_suffix(".yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def draft_of(document: Path) -> Draft:
    """Import a document under its own name."""
    return plan_from(read(document), id=document.stem)


def text_of(document: Path) -> str:
    """Decode a document without the program's help."""
    data = document.read_bytes()
    encoding = "gb18030" if "gb18030" in document.stem else "utf-8-sig"
    return data.decode(encoding).replace("\r\n", "\n")


def visible(text: str) -> int:
    """Count the characters that are not blank."""
    return len("".join(text.split()))


def differences(expected: Plain, draft: Draft) -> Iterator[str]:
    """Tell every difference between what is expected and what was read, a line each."""
    got = plain_plan(draft.plan)
    yield from of_entry("计划", expected["计划"], got)
    yield from of_tasks(expected["任务"], got["任务"])
    left = [piece.text for piece in draft.leftover]
    if "剩余" in expected and left != list(expected["剩余"] or []):
        yield f"剩余: 应为 {expected['剩余']}，得 {left}"
    for piece in expected.get("剩余有", []):
        if not any(piece in text for text in left):
            yield f"剩余: 应有 {piece}，得 {left}"


def of_tasks(expected: list[Plain], got: list[Plain]) -> Iterator[str]:
    """Compare tasks pair by pair."""
    if [task["编号"] for task in expected] != [task["编号"] for task in got]:
        yield f"编号: 应为 {[task['编号'] for task in expected]}，得 {[task['编号'] for task in got]}"
    standing: Plain = {}
    for one, other in zip(expected, got, strict=False):
        standing |= {key: one[key] for key in CARRIED_DOWN if key in one}
        yield from of_entry(f"任务{one['编号']}", ALWAYS_TOLD | standing | one, other)


def of_entry(place: str, expected: Plain, got: Plain) -> Iterator[str]:
    """Compare the keys that are expected; doubts by their fields."""
    for key, value in expected.items():
        found = got.get(key, [] if isinstance(value, list) else "")
        if not (agrees_on_doubts(value, set(found)) if key == "待核" else agrees(value, found)):
            yield f"{place} {key}: 应为 {value!r}，得 {found!r}"


def agrees(expected: Any, found: Any) -> bool:
    """Whether a value is as expected; entries of a list need only hold what is expected of them."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            agrees(value, found.get(key)) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(map(agrees, expected, found))
    if isinstance(found, str) and len(expected) > 1 and expected.endswith("…"):
        return found.startswith(expected[:-1])
    if isinstance(found, str) and len(expected) > 1 and expected.startswith("…"):
        return found.endswith(expected[1:])
    return bool(expected == found)


def agrees_on_doubts(expected: list[str], found: set[str]) -> bool:
    """Whether exactly the expected fields are doubted; `配合?` may be or not."""
    sure = {field for field in expected if not field.endswith("?")}
    open_ones = {field.removesuffix("?") for field in expected if field.endswith("?")}
    return sure <= found <= sure | open_ones
