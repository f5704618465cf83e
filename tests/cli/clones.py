"""Real repositories, asked by git itself, and the people who sit at them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import gongkai_cli
from gongkai_cli.cli.run import run
from gongkai_cli.cli.session import Session

PLAN = Path(__file__).parents[2] / "data/sources/guangzhou-sports-2021-plan.txt"
CONFIG = """单位: 广州市体育局
牵头处室: 办公室
部门:
  - {名称: 办公室, 联络员: [{姓名: 甲, 邮箱: jia@example.gov.cn}]}
  - {名称: 法规宣传处, 别名: [法宣处], 联络员: [{姓名: 乙, 邮箱: yi@example.gov.cn}]}
  - {名称: 计划财务处, 联络员: [{姓名: 丙, 邮箱: bing@example.gov.cn}, {姓名: 丁, 邮箱: ding@example.gov.cn}]}
  - 名称: 人事处
"""


def at_home(folder: Path, patch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder, where git knows nobody and `gongkai` is a command."""
    home, command = folder / "家", folder / "bin/gongkai"
    home.mkdir()
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gongkai_cli "$@"\n', "utf-8")
    command.chmod(0o755)
    for name, value in {
        "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(Path(gongkai_cli.__file__).parents[1]),
        "GONGKAI_TODAY": "2021-09-20",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_CEILING_DIRECTORIES": str(folder),
    }.items():
        patch.setenv(name, value)
    patch.chdir(home)
    return home


def founded(home: Path, patch: pytest.MonkeyPatch) -> Path:
    """Found a workspace with a plan, committed by its coordinator; a bare repository of it."""
    (home / "gongkai.yaml").write_text(CONFIG, "utf-8")
    run(["init"])
    git(home, "config", "user.name", "甲")
    git(home, "config", "user.email", "jia@example.gov.cn")
    run(["import", str(PLAN)])
    commit(home, "建立工作区")
    git(home, "clone", "--bare", ".", "../服务器.git")
    return home.parent / "服务器.git"


def answers(monkeypatch: pytest.MonkeyPatch, given: list[str]) -> None:
    """Sit at a terminal and give these answers, one after the other."""
    left = iter(given)
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", lambda _question: next(left))


def git(folder: Path, *arguments: str) -> str:
    """Run git; what it says, or what it complains of."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return (done.stdout if done.returncode == 0 else done.stdout + done.stderr).strip()


def commit(folder: Path, said: str) -> str:
    """Commit all there is, in the name of whoever the clone belongs to."""
    git(folder, "add", "--all")
    return git(folder, "commit", "-m", said)


def state(root: Path) -> dict[str, bytes]:
    """Every file below a folder, git's own settings and hooks among them, but not the lock."""
    files = (path for path in root.rglob("*") if path.is_file() and ".gongkai/" not in path.as_posix())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
