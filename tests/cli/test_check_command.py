"""`check` as machines and hurried people run it: what changed, what can be mended, before a commit."""

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.yamltext.read import load

PROJECT = Path(__file__).parents[2]
PLAN = Path("data/plans/guangzhou-sports-2021.yaml")
LEDGERS = Path("data/ledger/guangzhou-sports-2021")
LAST_DAY = ["--as-of", "2022-03-31"]
SLIPS = "  - 日期: 2021-09-15\n    任务：7  \n    状态:　推进中\n    进展: “关于: 公开”\n"


@pytest.fixture
def repository(workspace: Path) -> Path:
    """The workspace as a git repository in which everything is committed."""
    _git("init", "-q", "-b", "main")
    _commit()
    return workspace


def test_only_what_changed_since_a_revision_is_told(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _break(LEDGERS / "办公室.yaml")
    _commit()
    _break(LEDGERS / "计划财务处.yaml")
    _break(LEDGERS / "新来的处.yaml", "计划: guangzhou-sports-2021\n部门: 新来的处\n记录:\n")
    assert _files(capsys, "--changed-from", "HEAD") == {"计划财务处", "新来的处"}
    assert _files(capsys, "--changed-from", "HEAD~1") == {"办公室", "计划财务处", "新来的处"}
    assert _files(capsys, "--changed-from", "HEAD", str(LEDGERS / "办公室.yaml")) == set()


def test_what_a_branch_changed_is_counted_from_where_it_left(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _git("checkout", "-q", "-b", "office")
    _break(LEDGERS / "办公室.yaml")
    _commit()
    _git("checkout", "-q", "main")
    _break(LEDGERS / "计划财务处.yaml")
    _commit()
    _git("checkout", "-q", "office")
    assert _files(capsys, "--changed-from", "main") == {"办公室"}


def test_a_changed_plan_brings_its_ledgers_into_view(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    PLAN.write_text(PLAN.read_text("utf-8").replace("  - 编号: 50\n", "  - 编号: 500\n"), "utf-8")
    assert "办公室" in _files(capsys, "--changed-from", "HEAD")


def test_changed_settings_bring_everything_into_view(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _break(LEDGERS / "办公室.yaml")
    _commit()
    Path("gongkai.yaml").write_text(Path("gongkai.yaml").read_text("utf-8") + "# 改过\n", "utf-8")
    assert _files(capsys, "--changed-from", "HEAD") == {"办公室"}


def test_a_branch_pushed_for_the_first_time_is_checked_whole(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _break(LEDGERS / "办公室.yaml")
    _commit()
    assert _files(capsys, "--changed-from", "0" * 40) == {"办公室"}


def test_a_shallow_clone_compares_with_the_revision_itself(
    repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _git("tag", "before")
    _break(LEDGERS / "办公室.yaml")
    _commit()
    shallow = tmp_path / "浅克隆"
    _git("clone", "-q", "--depth", "1", repository.as_uri(), str(shallow))
    monkeypatch.chdir(shallow)
    assert run(["check", "--changed-from", "before"]) == 2
    assert "fetch-depth" in capsys.readouterr().err
    _git("fetch", "-q", "--depth", "1", "origin", "tag", "before")
    assert _files(capsys, "--changed-from", "before") == {"办公室"}


@pytest.mark.parametrize("revision", ["nope", "-x", "HEAD~99"])
def test_a_revision_that_is_not_there_is_refused(repository: Path, revision: str) -> None:
    assert run(["check", "--changed-from", revision]) == 2


def test_without_a_repository_nothing_can_have_changed(workspace: Path) -> None:
    assert run(["check", "--changed-from", "HEAD"]) == 2


def test_servers_find_the_files_of_a_workspace_inside_a_repository(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(workspace.parents[1]))
    subprocess.run(["git", "init", "-q"], cwd=workspace.parent, check=True)
    _break(LEDGERS / "办公室.yaml")
    run(["check", *LAST_DAY, "--format", "gitlab"])
    (told,) = json.loads(capsys.readouterr().out)
    assert told["location"]["path"] == f"工作区/{LEDGERS}/办公室.yaml"
    run(["check", *LAST_DAY, "--format", "github"])
    assert capsys.readouterr().out.startswith(f"::error file=工作区/{LEDGERS}/办公室.yaml,line=")


def test_an_unknown_form_is_refused(workspace: Path) -> None:
    assert run(["check", "--format", "xml"]) == 2


def test_json_has_two_spellings(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--json"])
    first = capsys.readouterr().out
    run(["check", "--format", "json"])
    assert capsys.readouterr().out == first


def test_fixing_mends_the_slips_and_leaves_the_rest(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = LEDGERS / "计划财务处.yaml"
    before = ledger.read_text("utf-8")
    ledger.write_text(before.replace("\n", "\r\n") + SLIPS, "utf-8", newline="")
    assert run(["check", "--fix", *LAST_DAY]) == 0
    assert ledger.read_text("utf-8").startswith(before)
    assert _last(ledger) == {"日期": "2021-09-15", "任务": "7", "状态": "推进中", "进展": "关于: 公开"}
    told = capsys.readouterr().out
    assert f"{ledger}:29: 全角冒号改成半角冒号加空格" in told
    assert f"{ledger}:1: 行尾统一成 LF" in told


def test_a_preview_writes_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger = LEDGERS / "计划财务处.yaml"
    ledger.write_text(ledger.read_text("utf-8") + SLIPS, "utf-8")
    before = ledger.read_bytes()
    assert run(["check", "--fix", "--dry-run", *LAST_DAY]) == 1
    assert ledger.read_bytes() == before
    assert "  -     任务：7  \n  +     任务: 7  \n" in capsys.readouterr().out


def test_a_preview_of_nothing_is_refused(workspace: Path) -> None:
    assert run(["check", "--dry-run"]) == 2


def test_what_is_clean_is_not_touched_by_fixing(workspace: Path) -> None:
    before = {path: path.read_bytes() for path in Path("data").rglob("*.yaml")}
    assert run(["check", "--fix", *LAST_DAY]) == 0
    assert {path: path.read_bytes() for path in Path("data").rglob("*.yaml")} == before


def test_fixing_stays_where_it_was_asked_to(workspace: Path) -> None:
    for name in ("计划财务处", "办公室"):
        path = LEDGERS / f"{name}.yaml"
        path.write_text(path.read_text("utf-8") + "# 注  \n", "utf-8")
    run(["check", "--fix", *LAST_DAY, str(LEDGERS / "办公室.yaml")])
    assert (LEDGERS / "计划财务处.yaml").read_text("utf-8").endswith("# 注  \n")
    assert (LEDGERS / "办公室.yaml").read_text("utf-8").endswith("# 注\n")


def test_a_program_gets_its_form_and_nothing_else(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = LEDGERS / "计划财务处.yaml"
    ledger.write_text(ledger.read_text("utf-8") + SLIPS, "utf-8")
    run(["check", "--fix", "--format", "json", *LAST_DAY])
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    assert "已改 1 个文件" in said.err


def test_the_hook_for_pre_commit_is_well_formed_and_runs(workspace: Path) -> None:
    (hook,) = load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert (hook["language"], hook["pass_filenames"]) == ("python", "false")
    command = shlex.split(hook["entry"])
    assert command[0] == "gongkai"
    assert run([*command[1:], *LAST_DAY]) == 0
    _break(LEDGERS / "办公室.yaml")
    assert run([*command[1:], *LAST_DAY]) == 1


def _break(ledger: Path, head: str = "") -> None:
    was = ledger.read_text("utf-8") if ledger.exists() else head
    ledger.write_text(was + "  - {日期: 2021-09-15, 任务: 7, 状态: 进行中}\n", "utf-8")


def _files(capsys: pytest.CaptureFixture[str], *options: str) -> set[str]:
    """Say which ledgers `check` tells of."""
    run(["check", *LAST_DAY, "--json", *options])
    return {Path(one["file"]).stem for one in json.loads(capsys.readouterr().out)}


def _last(ledger: Path) -> object:
    read = load(ledger.read_text("utf-8"))
    assert isinstance(read, dict)
    return read["记录"][-1]


def _git(*arguments: str) -> None:
    said = ("-c", "user.name=演示", "-c", "user.email=yanshi@example.com", "-c", "core.autocrlf=false")
    subprocess.run(["git", *said, *arguments], check=True)


def _commit() -> None:
    _git("add", "-A")
    _git("commit", "-q", "-m", "演示")
