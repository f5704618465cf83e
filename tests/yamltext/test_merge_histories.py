"""Whatever two or three branches made of a ledger: nothing is lost, nothing invented, in any order of merging."""

from collections import Counter
from itertools import permutations

from histories import Bag, Kept, bag, branches, expected, histories, written
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongkai_cli.yamltext.comments import comments
from gongkai_cli.yamltext.merge import Merged, merge

slow = settings(deadline=None)


@st.composite
def forks(draw: st.DrawFn, count: int) -> list[bytes]:
    """A base and what so many branches made of it."""
    base = draw(histories)
    return [draw(written(records)) for records in (base, *(draw(branches(base)) for _ in range(count)))]


def _ways(merged: Merged) -> tuple[Bag, Bag]:
    """What a file holds with its conflicts decided for ours, and for theirs."""
    count = len(merged.conflicts)
    return bag(merged.settled(["ours"] * count)), bag(merged.settled(["theirs"] * count))


@slow
@given(forks(2))
def test_each_record_is_there_as_often_as_it_should_or_in_a_conflict(fork: list[bytes]) -> None:
    base, ours, theirs = fork
    merged = merge(base, ours, theirs)
    in_ours, in_theirs = (Counter(one.value for one in side if one) for side in _sides(merged))
    was = Counter(conflict.base.value for conflict in merged.conflicts if conflict.base)
    should = expected(bag(base) - was, bag(ours) - in_ours, bag(theirs) - in_theirs)
    assert _ways(merged) == (should + in_ours, should + in_theirs)


def _sides(merged: Merged):  # type: ignore[no-untyped-def]
    return [one.ours for one in merged.conflicts], [one.theirs for one in merged.conflicts]


@slow
@given(forks(2))
def test_neither_side_is_favoured(fork: list[bytes]) -> None:
    base, ours, theirs = fork
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert _ways(one) == _ways(other)[::-1]
    assert len(one.conflicts) == len(other.conflicts)


@slow
@given(forks(3))
def test_three_branches_merge_in_any_order(fork: list[bytes]) -> None:
    base, *sides = fork
    results = []
    for one, two, three in permutations(sides):
        first = merge(base, one, two)
        second = merge(base, first.data, three) if not first.conflicts else first
        if not second.conflicts:
            results.append(bag(second.data))
    assume(results)
    assert results == [expected(bag(base), *map(bag, sides))] * len(results)


@slow
@given(forks(2))
def test_what_one_side_alone_changed_is_taken_byte_for_byte(fork: list[bytes]) -> None:
    base, ours, theirs = fork
    assert merge(base, ours, base).data == ours
    assert merge(base, base, theirs).data == theirs
    assert merge(base, ours, ours).data == ours


@slow
@given(forks(2))
def test_merging_again_changes_nothing(fork: list[bytes]) -> None:
    base, ours, theirs = fork
    merged = merge(base, ours, theirs)
    assume(not merged.conflicts)
    again = (
        merge(ours, merged.data, ours),
        merge(theirs, merged.data, theirs),
        merge(base, merged.data, merged.data),
    )
    assert {one.data for one in again} == {merged.data}


@slow
@given(forks(2))
def test_no_comment_of_a_record_that_stays_is_lost(fork: list[bytes]) -> None:
    base, ours, theirs = fork
    assume(not merge(base, ours, theirs).conflicts)
    told = _comments(merge(base, ours, theirs).data)
    for side in (ours, theirs):
        assert _comments(side) - _comments(base) <= told


def _comments(data: bytes) -> Counter[str]:
    return Counter(said for _, said in comments(data.decode("utf-8-sig")))


@slow
@given(histories, histories, histories)
def test_what_both_add_stands_behind_the_rest_byte_for_byte_and_in_order(
    base: list[Kept], mine: list[Kept], its: list[Kept]
) -> None:
    sides = [_told_apart(records, name) for name, records in (("原", base), ("本", mine), ("对", its))]
    was, ours, theirs = ([one.lines() for one in side] for side in sides)
    merged = merge(_ledger(was), _ledger(was + ours), _ledger(was + theirs)).data
    head = _ledger(was)
    assert merged.startswith(head)
    for side in (ours, theirs):
        places = [merged.index(lines.encode()) for lines in side]
        assert places == sorted(places)
    assert len(merged) == len(head) + len("".join((*ours, *theirs)).encode())


def _told_apart(records: list[Kept], name: str) -> list[Kept]:
    return [
        Kept(one.day, one.task, f"{name}{place}", one.comment, one.flat) for place, one in enumerate(records)
    ]


def _ledger(lines: list[str]) -> bytes:
    return f"计划: p\n部门: 办公室\n记录:\n{''.join(lines)}".encode()
