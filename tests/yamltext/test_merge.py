"""Each folder of cases holds three versions of a file (no base where both sides made it) and the merged one."""

from pathlib import Path

import pytest

from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.markers import sides
from gongkai_cli.yamltext.merge import merge, merge_without_base

CASES = sorted((Path(__file__).parents[1] / "cases" / "yamltext" / "merge").iterdir())
HEAD = "计划: p\n部门: 办公室\n"


def record(day: int, said: str) -> str:
    return f"  - {{日期: 2021-09-{day:02}, 任务: 15, 进展: {said}}}\n"


def ledger(*records: str) -> bytes:
    return f"{HEAD}记录:\n{''.join(records)}".encode()


A, B, C = record(1, "甲"), record(2, "乙"), record(3, "丙")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_merges_as_the_case_shows(case: Path, rewrite: bool) -> None:
    base, ours, theirs = (_read(case / f"{name}.yaml") for name in ("base", "ours", "theirs"))
    merged = merge(base, ours, theirs).data
    if rewrite:
        (case / "merged.yaml").write_bytes(merged)
    assert merged.decode() == _read(case / "merged.yaml").decode()


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


# --- how a file is written -------------------------------------------------------------------------------------


def _windows(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def test_the_side_that_changes_the_line_ends_decides_them() -> None:
    base, ours, theirs = ledger(A), ledger(A, B), ledger(A, C)
    assert merge(base, _windows(ours), theirs).data == _windows(ledger(A, B, C))
    assert merge(base, ours, _windows(theirs)).data == _windows(ledger(A, B, C))
    assert merge(_windows(base), _windows(ours), theirs).data == ledger(A, B, C)


def test_only_line_ends_that_differ_are_no_conflict() -> None:
    assert not merge(ledger(A, B), _windows(ledger(A, B)), ledger(A, C)).conflicts


def test_marks_of_a_conflict_end_as_the_file_does() -> None:
    base, ours, theirs = (_windows(ledger(record(1, said))) for said in "甲乙丙")
    merged = merge(base, ours, theirs).data
    assert merged.count(b"\n") == merged.count(b"\r\n")


def test_a_byte_order_mark_stays_unless_a_side_takes_it_away() -> None:
    mark = b"\xef\xbb\xbf"
    assert merge(mark + ledger(A), mark + ledger(A, B), mark + ledger(A, C)).data == mark + ledger(A, B, C)
    assert merge(mark + ledger(A), mark + ledger(A, B), ledger(A, C)).data == ledger(A, B, C)


def test_a_last_line_without_end_gets_one() -> None:
    assert merge(ledger(A), ledger(A, B)[:-1], ledger(A, C)[:-1]).data == ledger(A, B, C)


@pytest.mark.parametrize("empty", ["记录: []\n", "记录:\n", "记录: [ ]", ""])
def test_an_empty_list_is_filled(empty: str) -> None:
    assert merge(f"{HEAD}{empty}".encode(), ledger(A), ledger(B)).data == ledger(A, B)


def test_a_list_that_both_sides_emptied_is_empty() -> None:
    assert merge(ledger(A, B), ledger(A), ledger(B)).data == f"{HEAD}记录: []\n".encode()


def test_what_only_one_side_changed_is_not_even_read() -> None:
    for data in (b"", b"\xff", b"a: [", ledger(A)[:-1]):
        assert merge(ledger(A), data, ledger(A)).data == data
        assert merge(ledger(A), ledger(A), data).data == data
        assert merge(ledger(A), data, data).data == data


# --- equal records ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ([C], [A, C], [A, C], [A, C]),
        ([C], [A, A, C], [A, C], [A, A, C]),
        ([C], [A, A, C], [A, A, C], [A, A, C]),
        ([A, A, C], [A, C], [A, B, C], [A, B, C]),
        ([A, A, C], [C], [A, B, C], [B, C]),
        ([A, C], [B, C], [A, A, C], [A, A, B, C]),
        ([A], [A, A, B], [C], [A, A, B, C]),
    ],
)
def test_equal_records_are_counted(
    base: list[str], ours: list[str], theirs: list[str], merged: list[str]
) -> None:
    result = merge(ledger(*base), ledger(*ours), ledger(*theirs)).data.decode()
    assert sorted(result.splitlines()) == sorted(ledger(*merged).decode().splitlines())


def test_of_equal_records_one_can_be_changed() -> None:
    base, ours, theirs = ledger(A, A, B), ledger(A, A, record(2, "乙改")), ledger(record(1, "甲改"), A, B)
    assert merge(base, ours, theirs).data == ledger(record(1, "甲改"), A, record(2, "乙改"))


# --- without a base, and what cannot be merged -----------------------------------------------------------------


def test_without_a_base_nothing_is_taken_away_and_one_name_is_one_record() -> None:
    assert merge_without_base(ledger(A, B), ledger(B, C)).data == ledger(A, B, C)
    assert len(merge_without_base(ledger(A), ledger(record(1, "甲又"))).conflicts) == 1
    assert not merge(b"", ledger(A), ledger(record(1, "甲又"))).conflicts


def test_a_base_that_does_not_read_is_no_base() -> None:
    assert merge("计划：p\n记录:\n  - {甲".encode(), ledger(A, B), ledger(B, C)).data == ledger(A, B, C)


@pytest.mark.parametrize(
    ("theirs", "code", "version"),
    [
        ("记录:\n  - 日期：x\n   任务: 1\n".encode(), "yaml-syntax", "theirs"),
        ("计划: 甲\n".encode("gb18030"), "not-utf8", "theirs"),
        (HEAD.encode() + b"- \n", "yaml-syntax", "theirs"),
        ("记录: 一\n".encode(), "no-list", None),
        ("任务:\n  - 编号: 1\n".encode(), "no-list", None),
        ("{计划: p, 记录: []}\n".encode(), "no-list", "theirs"),
        ("- 一\n".encode(), "no-list", "theirs"),
        ("记录:\n  - 一\n".encode(), "no-list", None),
        ("记录:\n  - {日期: 2021-09-01}\n备注: 二\n".encode(), "no-list", None),
    ],
)
def test_tells_which_version_does_not_read(theirs: bytes, code: str, version: str | None) -> None:
    with pytest.raises(YamlFault) as refused:
        merge(ledger(A), ledger(A, B), theirs)
    assert (refused.value.code, refused.value.about.get("version")) == (code, version)


# --- marks -----------------------------------------------------------------------------------------------------

PLAIN = "头\n<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> x\n尾\n"
WITH_BASE = PLAIN.replace("=======", "||||||| 1234\n原\n=======")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_marks_part_the_versions(line_end: str) -> None:
    def told(text: str) -> bytes:
        return text.replace("\n", line_end).encode()

    found = sides(told(WITH_BASE))
    assert (found.base, found.ours, found.theirs) == (
        told("头\n原\n尾\n"),
        told("头\n甲\n尾\n"),
        told("头\n乙\n尾\n"),
    )
    assert sides(told(PLAIN)).base is None
    assert sides(told(WITH_BASE + PLAIN)).base is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< a\n甲\n=======\n乙\n", 5),
        ("<<<<<<< a\n甲\n>>>>>>> b\n", 3),
        ("甲\n>>>>>>> b\n", 2),
        ("<<<<<<< a\n<<<<<<< b\n", 2),
        ("<<<<<<< a\n=======\n||||||| c\n", 3),
        ("||||||| c\n", 1),
    ],
)
def test_tells_where_a_mark_is_missing(text: str, line: int) -> None:
    with pytest.raises(YamlFault) as refused:
        sides(text.encode())
    assert (refused.value.code, refused.value.position.line) == ("conflict-torn", line)


def test_a_line_of_equals_signs_is_a_heading_where_no_conflict_is() -> None:
    assert sides(f"进展: |\n=======\n{PLAIN}".encode()).ours == "进展: |\n=======\n头\n甲\n尾\n".encode()


def test_what_was_left_undecided_is_the_same_conflict_again() -> None:
    base, ours, theirs = (ledger(record(1, said), B) for said in "甲乙丙")
    merged = merge(base, ours, theirs)
    found = sides(merged.data)
    assert (found.base, found.ours, found.theirs) == (base, ours, theirs)


def test_a_conflict_is_decided_for_either_side_or_both() -> None:
    base, ours, theirs = (ledger(record(1, said), B) for said in "甲乙丙")
    merged = merge(base, ours, theirs)
    assert merged.settled(["ours"]) == ours
    assert merged.settled(["theirs"]) == theirs
    assert merged.settled(["both"]) == ledger(record(1, "乙"), record(1, "丙"), B)
