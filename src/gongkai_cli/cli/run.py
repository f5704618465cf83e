"""From a command line to an exit code: every way a command can end, said in one Chinese line."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO, cast

from typer import Abort, Exit

from gongkai_cli.cli.group import gongkai
from gongkai_cli.model.problem import Refusal

FINE, FINDINGS, WRONG, BUG, STOPPED = 0, 1, 2, 70, 130


def run(arguments: Sequence[str]) -> int:
    """Run one command line and say how it ended: nothing leaves here as a traceback."""
    _open_all()
    _speak_utf8()
    try:
        code = _ended(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        return _hung_up()
    return code


def _ended(arguments: Sequence[str]) -> int:
    try:
        return _answered(arguments)
    except (KeyboardInterrupt, EOFError, Abort):
        _say("已中断")
        return STOPPED
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001  a bug: the user gets one line, the details go to a file
        from gongkai_cli.cli.bug import noted

        _say(f"程序出错（{type(error).__name__}），详情已写入 {noted(error)}，请把这个文件发给维护人员")
        return BUG


def _answered(arguments: Sequence[str]) -> int:
    try:
        return _called(list(arguments) or ["--help"])
    except Refusal as refusal:
        return _refused(refusal)
    except OSError as error:
        if error.filename is None and not isinstance(error, BrokenPipeError):
            return _refused(Refusal("output-failed", detail=error.strerror or error))
        raise


def _called(arguments: list[str]) -> int:
    """Parse and invoke without Typer's own ending, which speaks English."""
    from typer._click.exceptions import ClickException

    try:
        with gongkai().make_context("gongkai", arguments) as context:
            code = context.command.invoke(context) or FINE
    except Exit as ended:
        code = ended.exit_code
    except ClickException as error:
        from gongkai_cli.cli.usage import refusal_of

        raise refusal_of(error) from error
    sys.stdout.flush()
    return code


def _refused(refusal: Refusal) -> int:
    from gongkai_cli.lexicon.load import message

    _say(message(refusal.code, refusal.about))
    return WRONG


def _say(line: str) -> None:
    print("gongkai：" + " ".join(line.splitlines()), file=sys.stderr)  # noqa: T201  the one place that ends a run


def _speak_utf8() -> None:
    """UTF-8 whatever the console says; a file name that is no text is shown, not refused."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _open_all() -> None:
    """Let a stream that was closed before the start (`>&-`) lead nowhere instead of failing."""
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")


def _nowhere(mode: str) -> TextIO:
    return cast("TextIO", Path(os.devnull).open(mode, encoding="utf-8"))


def _hung_up() -> int:
    """Leave quietly when the reader of a pipe has gone (`gongkai status | head`)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return FINE
