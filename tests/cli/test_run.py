import gc
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from terminal import cells

from gongkai_cli.cli import bug, main
from gongkai_cli.cli.run import run

STATUS = ["status", "--plan", "guangzhou-sports-2021"]
GONGKAI = [sys.executable, "-m", "gongkai_cli"]


def test_a_bug_is_one_line_and_its_details_go_to_a_file(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bug.tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("gongkai_cli.rules.summary.summarise", _fails)
    assert run(STATUS) == 70
    out, err = capsys.readouterr()
    said = re.fullmatch(
        r"gongkai：程序出错（ZeroDivisionError），详情已写入 (\S+)，请把这个文件发给维护人员\n", err
    )
    assert said
    assert not out
    details = Path(said[1]).read_text("utf-8")
    assert "in _fails" in details
    assert "ZeroDivisionError" in details


def _fails(*_: object) -> NoReturn:
    raise ZeroDivisionError


@pytest.mark.parametrize("stop", [KeyboardInterrupt, EOFError])
def test_an_interrupted_command_says_so(
    stop: type[BaseException],
    workspace: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stopped(*_: object) -> NoReturn:
        raise stop

    monkeypatch.setattr("gongkai_cli.rules.summary.summarise", stopped)
    assert run(STATUS) == 130
    assert capsys.readouterr().err == "gongkai：已中断\n"


def test_a_reader_that_leaves_early_is_no_error(workspace: Path) -> None:
    with subprocess.Popen([*GONGKAI, *STATUS], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="没有 /dev/full")
def test_output_that_cannot_be_written_is_refused(workspace: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*GONGKAI, *STATUS], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("gongkai：结果写不出去")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_no_error(workspace: Path, closed: str) -> None:
    record = "record guangzhou-sports-2021/15 --status 推进中 --note 照常"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{sys.executable} -m gongkai_cli {record} {closed}"],
        capture_output=True,
        check=True,
    )
    assert not done.stderr
    assert "进展: 照常" in Path("data/ledger/guangzhou-sports-2021/办公室.yaml").read_text("utf-8")


def test_a_system_that_reads_file_names_otherwise_is_told(workspace: Path) -> None:
    latin = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*GONGKAI, *STATUS], env={**os.environ, **latin}, capture_output=True, check=False)
    assert done.returncode == 2
    assert "PYTHONUTF8=1" in done.stderr.decode()


def test_a_folder_that_is_gone_is_told(workspace: Path, tmp_path: Path) -> None:
    gone = tmp_path / "没了"
    done = subprocess.run(
        ["/bin/sh", "-c", f"mkdir {gone}; cd {gone}; rmdir {gone}; {sys.executable} -m gongkai_cli status"],
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "当前目录已经被删除" in done.stderr.decode()


def test_output_is_utf8_whatever_the_console_says(workspace: Path) -> None:
    done = subprocess.run(
        [*GONGKAI, *STATUS], env={**os.environ, "PYTHONIOENCODING": "gbk"}, capture_output=True, check=True
    )
    assert done.stdout.decode("utf-8").startswith("广州市体育局")


def test_every_mark_on_the_page_survives_a_gbk_console(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(STATUS)
    assert capsys.readouterr().out.encode("gbk")


def test_a_pipe_gets_no_colour_and_no_rich(workspace: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *GONGKAI[1:], *STATUS], capture_output=True, check=True
    )
    assert b"\x1b" not in done.stdout
    assert b"rich" not in done.stderr
    assert b"docx" not in done.stderr
    assert b"ruamel" not in done.stderr


@pytest.mark.parametrize("columns", [80, 100, 132])
def test_a_terminal_gets_colour_and_lines_that_fit(workspace: Path, columns: int) -> None:
    shown = _on_a_terminal(columns)
    assert "\x1b[" in shown
    assert max(cells(_uncoloured(line)) for line in shown.splitlines()) <= columns


def test_a_terminal_without_colour_gets_none(workspace: Path) -> None:
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", _on_a_terminal(80, NO_COLOR="1"))


def test_a_terminal_and_a_pipe_show_the_same_words(workspace: Path) -> None:
    piped = subprocess.run(
        [*GONGKAI, *STATUS], capture_output=True, check=True, env={**os.environ, "COLUMNS": "80"}
    )
    on_terminal = [_uncoloured(line).rstrip() for line in _on_a_terminal(80).splitlines()]
    rules = re.compile(r"[-─ ]+")
    assert [line for line in on_terminal if not rules.fullmatch(line)] == [
        line for line in piped.stdout.decode().splitlines() if not rules.fullmatch(line)
    ]


def test_the_process_leaves_with_the_code_and_without_ceremony(
    workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[int] = []
    monkeypatch.setattr(main.os, "_exit", left.append)
    monkeypatch.setattr(sys, "argv", ["gongkai", "show", "guangzhou-sports-2021/99"])
    try:
        main.main()
    finally:
        gc.enable()
    assert left == [2]


def _on_a_terminal(columns: int, **environment: str) -> str:
    reader, terminal = pty.openpty()
    env = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color", **environment}
    env.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    child = subprocess.Popen([*GONGKAI, *STATUS], stdout=terminal, stdin=terminal, env=env)
    os.close(terminal)
    shown = b""
    while True:
        try:
            part = os.read(reader, 65536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(reader)
    assert child.wait() == 0
    return shown.decode().replace("\r\n", "\n")


def _uncoloured(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)
