import os
import sys
from pathlib import Path

import pytest

import gongkai_cli


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, where git knows nobody and `gongkai` is a command."""
    home = tmp_path / "家"
    home.mkdir()
    command = tmp_path / "bin/gongkai"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gongkai_cli "$@"\n', "utf-8")
    command.chmod(0o755)
    for name, value in {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(gongkai_cli.__file__).parents[1]),
        "GONGKAI_TODAY": "2021-09-20",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CEILING_DIRECTORIES": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(home)
    return home
