"""Whose template is taken."""

from pathlib import Path

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.templates import shipped, template


def test_the_workspaces_own_template_comes_first(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/year-end.docx").write_bytes(b"own")
    assert template(tmp_path, "year-end") == b"own"


def test_without_one_the_template_of_the_program_is_taken(tmp_path: Path) -> None:
    assert template(tmp_path, "year-end") == template(None, "year-end") == shipped("year-end")
    assert shipped("year-end").startswith(b"PK")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        template(None, "no-such")
    assert refusal.value.code == "template-missing"


def test_a_template_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "templates/year-end.docx").mkdir(parents=True)
    with pytest.raises(Refusal) as refusal:
        template(tmp_path, "year-end")
    assert refusal.value.code == "template-unreadable"
