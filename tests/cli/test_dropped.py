"""Paths as terminals write them when a file is dropped in."""

import shlex
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_cli.cli.record.dropped import dropped, dropped_together, is_folder

NAMES = [
    "会议 纪要.docx",
    "a'b.png",
    'a"b.png',
    "100%.png",
    "“引号”.txt",
    "a\\b.txt",
    "(1) & $x.txt",
    " 前.txt",
]


def escaped(path: Path) -> str:
    """As macOS and GNOME terminals do: a backslash before what a shell would read."""
    return "".join(f"\\{one}" if one in " '\"\\()&$%“”" else one for one in str(path))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "written",
    [
        str,
        lambda path: shlex.quote(str(path)),
        lambda path: f"'{path}'".replace("a'b", "a'\\''b"),
        escaped,
        lambda path: f"{escaped(path)} ",
        lambda path: f"file://{quote(str(path))}",
        lambda path: f"FILE://localhost{quote(str(path))}",
        lambda path: f"& '{path}'",
    ],
    ids=["plain", "shell", "quoted", "escaped", "space-after", "address", "host", "powershell"],
)
def test_a_dropped_file_is_found(tmp_path: Path, name: str, written: object) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    assert callable(written)
    found = dropped(written(path), tmp_path)
    assert found
    assert found.samefile(path)


def test_a_path_may_start_from_here_or_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "图.png").write_bytes(b"")
    assert dropped("图.png", tmp_path) == dropped("~/图.png", Path("/")) == tmp_path / "图.png"


def test_several_files_dropped_at_once_are_all_found(tmp_path: Path) -> None:
    paths = [tmp_path / "一 号.png", tmp_path / "二.png"]
    for path in paths:
        path.write_bytes(b"")
    assert dropped_together(shlex.join(map(str, paths)), tmp_path) == paths
    assert dropped_together(f"{paths[1]} 没有.png", tmp_path) == []
    assert dropped_together("'没有关上的引号", tmp_path) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert dropped(str(tmp_path), tmp_path) is None
    assert is_folder(f"'{tmp_path}'", Path("/"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
def test_no_text_makes_it_fail(tmp_path: Path, text: str) -> None:
    assert dropped(text, tmp_path) is None
    assert dropped_together(text, tmp_path) == []
