"""What is wrong with the user's data (a value) and what stops a command (an exception)."""

from typing import Any

from msgspec import Struct

Path = tuple[str | int, ...]


class Position(Struct, frozen=True, order=True):
    """A place in a text: line and column, both counted from 1 in characters."""

    line: int
    column: int = 1


class Problem(Struct, frozen=True):
    """A finding in the user's data: which file, where in it (key path or position), which kind, about what.

    `code` names the message in `lexicon/messages.yaml`; `about` fills its placeholders.
    """

    file: str
    at: Path | Position
    code: str
    about: dict[str, str] = {}


class Refusal(Exception):
    """The command cannot go on: one line for the user, exit code 2."""

    def __init__(self, code: str, **about: Any) -> None:
        super().__init__(code)
        self.code = code
        self.about = {key: str(value) for key, value in about.items()}
