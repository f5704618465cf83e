"""What a command may ask of the world: the workspace, today's date and the console."""

import os
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from gongkai_cli.model.problem import Refusal

if TYPE_CHECKING:
    import typer

    from gongkai_cli.model.problem import Problem
    from gongkai_cli.model.workspace import Workspace
    from gongkai_cli.views.page import Page

_TODAY = "GONGKAI_TODAY"
_NARROWEST = 80  # a narrower terminal breaks the lines itself


class Session:
    """One run of a command, started in a folder."""

    def __init__(self, start: Path) -> None:
        self.start = start

    @cached_property
    def root(self) -> Path:
        """The workspace the folder lies in."""
        from gongkai_cli.store.paths import find_root

        refuse_foreign_names()
        return find_root(self.start)

    def day(self, option: str | None) -> date:
        """Tell the as-of date: the option's, else today."""
        from gongkai_cli.model.leaf import day

        text = option or os.environ.get(_TODAY)
        if text is None:
            return date.today()  # noqa: DTZ011  an office's day is the day on its wall
        try:
            return day(text)
        except ValueError:
            raise Refusal("bad-day", value=text) from None

    def now(self) -> datetime:
        """Tell the moment, with its time zone: what a capture of a web page is true for."""
        return datetime.now().astimezone()

    def workspace(self, plans: Collection[str], offices: Collection[str] | None = None) -> "Workspace":
        """Read the plans wanted and their ledgers, or only those of some offices; all of them sound."""
        from gongkai_cli.store.read import read_workspace

        workspace, problems = read_workspace(self.root, plans=plans, offices=offices)
        self.ensure_sound(problems)
        return workspace

    def ensure_sound(self, problems: "Sequence[Problem]") -> None:
        """Refuse to go on with files that have problems; tells the first."""
        if problems:
            from gongkai_cli.lexicon.load import message
            from gongkai_cli.store.read import locate

            ((first, at),) = locate(self.root, problems[:1])
            said = message(first.code, first.about)
            where = f"{first.file}:{at.line}:{at.column}"
            raise Refusal("broken-file", where=where, message=said, count=len(problems))

    def registers(self) -> "Workspace":
        """Read the settings, the calendar and all disclosure requests; all of them sound."""
        from msgspec.structs import replace

        from gongkai_cli.store.read import read_registers, read_workspace

        workspace, problems = read_workspace(self.root, plans=())
        registers, faults = read_registers(self.root)
        self.ensure_sound((*problems, *faults))
        return replace(workspace, registers=registers)

    # --- the console ---------------------------------------------------------------------------------------

    @property
    def terminal(self) -> bool:
        """Whether a person looks at standard output."""
        return sys.stdout.isatty()

    @property
    def width(self) -> int:
        """How many cells a line may take; a pipe has room for a broad terminal's."""
        return max(get_terminal_size((100, 24)).columns, _NARROWEST)

    def show(self, page: "Page") -> None:
        """Draw a page: with rich on a terminal, as plain text elsewhere."""
        if self.terminal:
            from rich.console import Console

            from gongkai_cli.views.rich_page import renderable

            Console(width=self.width, highlight=False, soft_wrap=False).print(renderable(page))
        else:
            from gongkai_cli.views.plain import text_of

            self.say(text_of(page), end="")

    def say(self, text: str | bytes, end: str = "\n") -> None:
        """Write a result to standard output."""
        print(text if isinstance(text, str) else text.decode(), end=end)  # noqa: T201

    @property
    def conversing(self) -> bool:
        """Whether a person can be asked."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def ask(self, question: str) -> str:
        """Ask the person at the terminal, who may edit the line."""
        with suppress(ImportError):
            import readline  # noqa: F401  makes `input` erase a Chinese character whole

        return input(f"{question}：").strip()

    def need(self, question: str) -> str:
        """Ask until there is an answer."""
        while not (answer := self.ask(question)):
            pass
        return answer

    def confirm(self, question: str) -> bool:
        """Ask yes or no until it is one of them: the Enter key alone, pressed once too often, is neither."""
        while True:
            answer = self.ask(f"{question}？（是写 1，否写 0）").lower()
            if answer in {"1", "y", "yes", "是", "好", "对"}:
                return True
            if answer in {"0", "n", "no", "否", "不", "不是"}:
                return False

    def choose(self, question: str, choices: Sequence[str]) -> str:
        """Let the person at the terminal choose by number or by word; asks until it is one of the choices."""
        print("\n".join(f"  {number} {choice}" for number, choice in enumerate(choices, 1)))  # noqa: T201
        while True:
            answer = self.ask(f"{question}（写序号）")
            if answer in choices:
                return answer
            if answer.isdecimal() and 0 < int(answer) <= len(choices):
                return choices[int(answer) - 1]

    def chosen(self, question: str, choices: Sequence[str], option: str) -> str:
        """Let the person choose; refuses where nobody can be asked, naming the option that would say it."""
        if not self.conversing:
            raise Refusal("not-said", option=option, known="、".join(choices))
        return self.choose(question, choices)

    def note(self, text: str) -> None:
        """Write what is no result to standard error."""
        print(text, file=sys.stderr)  # noqa: T201


def refuse_foreign_names() -> None:
    """Stop where the system could not name our files, which are Chinese."""
    if sys.getfilesystemencoding() != "utf-8":
        raise Refusal("file-names-not-utf8", encoding=sys.getfilesystemencoding())


def session_of(context: "typer.Context") -> Session:
    """Take the session `gongkai` opened for its command."""
    session = context.obj
    assert isinstance(session, Session)  # noqa: S101  set by the group before any command runs
    return session
