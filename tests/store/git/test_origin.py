"""Which commit the data of a workspace is from, and whether it was changed since."""

import subprocess
from pathlib import Path

import pytest

from gongkai_cli.model.origin import Origin
from gongkai_cli.store.git.origin import origin_of


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GLOBAL", "SYSTEM"):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.yaml").write_text("甲: 1\n", "utf-8")
    return tmp_path


def git(folder: Path, *arguments: str) -> str:
    author = ("-c", "user.name=演示", "-c", "user.email=demo@example.com")
    done = subprocess.run(["git", *author, *arguments], cwd=folder, check=True, capture_output=True)
    return done.stdout.decode().strip()


def committed(folder: Path) -> str:
    git(folder, "init", "-q")
    git(folder, "add", "data")
    git(folder, "commit", "-q", "-m", "初始")
    return git(folder, "rev-parse", "HEAD")


def test_outside_a_repository_nothing_is_known(repository: Path) -> None:
    assert origin_of(repository) == Origin()


def test_before_the_first_commit_nothing_is_known(repository: Path) -> None:
    git(repository, "init", "-q")
    assert origin_of(repository) == Origin()


def test_a_report_beside_the_data_changes_nothing(repository: Path) -> None:
    commit = committed(repository)
    (repository / "reports").mkdir()
    (repository / "reports" / "总结.docx").write_bytes(b"report")
    (repository / "总结.docx").write_bytes(b"report")
    assert origin_of(repository) == Origin(commit=commit, clean=True)


@pytest.mark.parametrize("file", ["data/a.yaml", "data/b.yaml", "gongkai.yaml", "templates/year-end.docx"])
def test_changed_and_new_data_is_told(repository: Path, file: str) -> None:
    commit = committed(repository)
    (repository / file).parent.mkdir(exist_ok=True)
    (repository / file).write_text("甲: 2\n", "utf-8")
    assert origin_of(repository) == Origin(commit=commit, clean=False)
