import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from clones import at_home, founded, git


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, where git knows nobody and `gongkai` is a command."""
    return at_home(tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A bare repository of a new workspace, for tests to copy."""
    with pytest.MonkeyPatch.context() as patch:
        yield founded(at_home(tmp_path_factory.mktemp("published"), patch), patch)


@pytest.fixture
def clone(home: Path, published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a clerk's fresh clone of a workspace on a server of its own."""
    shutil.copytree(published, home / "服务器.git")
    git(home, "clone", "服务器.git", "联络员")
    monkeypatch.chdir(home / "联络员")
    return home / "联络员"
