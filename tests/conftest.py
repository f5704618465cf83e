"""What all tests share: the flag that rewrites golden files, to be read by eye, and the demonstration workspace."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import gongkai_cli

PROJECT = Path(__file__).parents[1]

# CI tries the same examples each time, so that a change is judged by what it changed; elsewhere they are drawn anew
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
if os.environ.get("CI"):
    settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite", action="store_true", help="rewrite golden files with what came out")


@pytest.fixture(scope="session")
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Copy the project's own workspace and stand in it, on 2021-09-20, at a terminal of 80 columns."""
    root = tmp_path / "工作区"
    for name in ("data", "evidence", "templates"):
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
