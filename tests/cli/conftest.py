"""A demonstration workspace to run commands in, away from the user's own settings."""

import shutil
from pathlib import Path

import pytest

import gongkai_cli

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the project's own workspace and stand in it, on 2021-09-20, at a terminal of 80 columns."""
    root = tmp_path / "工作区"
    for name in ("data", "evidence"):
        shutil.copytree(PROJECT / name, root / name)
    shutil.copy(PROJECT / "gongkai.yaml", root)
    monkeypatch.chdir(root)
    for name, value in {
        "GONGKAI_TODAY": "2021-09-20",
        "COLUMNS": "80",
        "GIT_CONFIG_GLOBAL": "/dev/null",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PYTHONPATH", str(Path(gongkai_cli.__file__).parents[1]))  # for child processes
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return root
