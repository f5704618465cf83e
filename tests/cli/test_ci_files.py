"""The checks that servers run, taken from the files `init` makes and run on real pushes."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from clones import CONFIG, commit, git

from gongkai_cli.cli.run import run

BRANCH = "office/法规宣传处"
NOTHING = "0" * 40
RECORD = ["15", "--status", "推进中", "--note", "演示"]

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="这台电脑没有安装 git")


def gitlab(root: Path) -> list[str]:
    script: list[str] = _read(root / ".gitlab-ci.yml")["台账检查"]["script"]
    return script


def actions(root: Path, folder: str) -> list[str]:
    steps = _read(root / folder / "workflows/gongkai.yml")["jobs"]["check"]["steps"]
    return [step["run"] for step in steps if "run" in step]


def gitee(root: Path) -> list[str]:
    commands: list[str] = _read(root / ".workflow/gongkai.yml")["stages"][0]["steps"][0]["commands"]
    return commands


SERVERS = {
    "GitLab": gitlab,
    "GitHub": lambda root: actions(root, ".github"),
    "Gitea": lambda root: actions(root, ".gitea"),
    "Gitee": gitee,
}


@pytest.fixture
def clone(clone: Path) -> Path:
    """The clone of the clerk of 法规宣传处, to stand in."""
    run(["init", "--office", "法规宣传处"])
    return clone


def checked(clone: Path, server: str, branch: str, before: str = NOTHING, *, tip: str = "HEAD") -> int:
    """Run what a server runs when a branch was pushed that stood at `before`; 0 where it lets the push pass.

    `tip` is the branch that a pull request is of: what is checked out then is a merge of it.
    """
    script = [line for line in SERVERS[server](clone) if not line.startswith("pip ")]
    told = {
        "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_BRANCH": branch, "CI_COMMIT_BEFORE_SHA": before,
        "MAIN": "main", "GITHUB_REF_NAME": branch, "BEFORE": before,
        "TIP": git(clone, "rev-parse", tip),
    }  # fmt: skip
    done = subprocess.run(
        ["sh", "-e", "-c", "\n".join(script)],
        cwd=clone,
        env=os.environ | told,
        capture_output=True,
        check=False,
    )
    return done.returncode


@pytest.mark.parametrize("server", SERVERS)
def test_an_office_may_file_its_own_records(server: str, clone: Path) -> None:
    run(["record", *RECORD])
    commit(clone, "填报")
    assert checked(clone, server, BRANCH) == 0


@pytest.mark.parametrize("server", SERVERS)
def test_an_office_may_not_touch_the_ledger_of_another(server: str, clone: Path) -> None:
    run(["record", *RECORD, "--office", "计划财务处"])
    commit(clone, "填报")
    assert checked(clone, server, BRANCH) == 1


@pytest.mark.parametrize("server", SERVERS)
def test_a_file_with_errors_does_not_pass(server: str, clone: Path) -> None:
    run(["record", *RECORD])
    ledger = clone / "data/ledger/guangzhou-sports-2021/法规宣传处.yaml"
    ledger.write_text(ledger.read_text("utf-8").replace("推进中", "推进"), "utf-8")
    git(clone, "add", "--all")
    git(clone, "commit", "--no-verify", "-m", "有错")
    assert checked(clone, server, BRANCH) == 1


@pytest.mark.parametrize("server", SERVERS)
def test_the_first_push_of_the_main_branch_passes(server: str, clone: Path) -> None:
    git(clone, "switch", "main")
    assert checked(clone, server, "main") == 0


@pytest.mark.parametrize("server", ["GitLab", "GitHub", "Gitea"])
def test_a_push_to_the_main_branch_is_judged_too(server: str, clone: Path) -> None:
    git(clone, "switch", "main")
    before = git(clone, "rev-parse", "HEAD")
    (clone / "gongkai.yaml").write_text(CONFIG + "电话: 演示\n", "utf-8")
    commit(clone, "改设置")
    assert checked(clone, server, "main", before) == 1


@pytest.mark.parametrize("server", ["GitHub", "Gitea"])
@pytest.mark.parametrize(("office", "passes"), [("法规宣传处", True), ("计划财务处", False)])
def test_a_pull_request_is_judged_by_its_branch(
    server: str, clone: Path, office: str, *, passes: bool
) -> None:
    run(["record", *RECORD, "--office", office])
    commit(clone, "填报")
    git(clone, "switch", "--detach", "main")
    git(clone, "commit", "--allow-empty", "-m", "主分支又进了一步")
    git(clone, "config", "user.email", "noreply@server.example")
    git(clone, "merge", "--no-ff", "--no-edit", BRANCH)
    assert (checked(clone, server, "1/merge", tip=BRANCH) == 0) is passes


def _read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))
