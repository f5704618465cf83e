"""What `init` made, and may renew."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.made import FILE, Outcome, lay

A, B, C = b"a\n", b"b\n", b"c\n"


def outcome(root: Path, now: bytes, file: str = "f/x.txt") -> Outcome:
    (laid,) = lay(root, {file: now}, dry_run=False)
    return laid.outcome


def test_a_file_goes_through_its_life(tmp_path: Path) -> None:
    path = tmp_path / "f/x.txt"
    assert outcome(tmp_path, A) is Outcome.NEW
    assert outcome(tmp_path, A) is Outcome.KEPT
    assert outcome(tmp_path, B) is Outcome.UPDATED
    assert path.read_bytes() == B
    path.write_bytes(C)
    assert outcome(tmp_path, A) is Outcome.CHANGED
    assert path.read_bytes() == C
    path.write_bytes(A)  # what it would be anyway is ours again
    assert outcome(tmp_path, A) is Outcome.KEPT
    assert outcome(tmp_path, B) is Outcome.UPDATED
    path.unlink()
    assert outcome(tmp_path, A) is Outcome.GONE
    assert not path.exists()
    (tmp_path / FILE).write_text("", "utf-8")
    assert outcome(tmp_path, A) is Outcome.NEW


def test_the_settings_are_never_renewed(tmp_path: Path) -> None:
    assert outcome(tmp_path, A, "gongkai.yaml") is Outcome.NEW
    assert outcome(tmp_path, B, "gongkai.yaml") is Outcome.KEPT
    assert (tmp_path / "gongkai.yaml").read_bytes() == A


def test_a_folder_in_use_needs_no_placeholder(tmp_path: Path) -> None:
    (tmp_path / "data/plans").mkdir(parents=True)
    (tmp_path / "data/plans/p.yaml").touch()
    files = {"data/plans/.gitkeep": b"", "data/ledger/.gitkeep": b""}
    assert [one.file for one in lay(tmp_path, files, dry_run=False)] == ["data/ledger/.gitkeep"]


def test_the_list_is_that_of_sha256sum(tmp_path: Path) -> None:
    outcome(tmp_path, A, "填报说明.md")
    digest = "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7"
    assert (tmp_path / FILE).read_text("utf-8") == f"{digest}  填报说明.md\n"


@settings(max_examples=30)
@given(st.text(max_size=200))
def test_a_list_that_is_none_makes_nothing_ours(said: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "x").write_bytes(A)
        (root / FILE).write_text(said, "utf-8", errors="replace")
        assert outcome(root, B, "x") is Outcome.CHANGED
        assert (root / "x").read_bytes() == A


def test_a_folder_where_a_file_belongs_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(Refusal):
        outcome(tmp_path, A, "x")
