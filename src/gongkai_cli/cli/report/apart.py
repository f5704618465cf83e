"""Rendering in a process of its own, bounded in time and memory: what a workspace's template does there harms nobody.

The parent hands over the input as MessagePack and gets back the report, or the refusal.
"""

import subprocess
import sys
import traceback
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct, field

from gongkai_cli.documents.child import bound_memory
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.album import picture
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.report import Report, render

SECONDS = 60
MEMORY = 2 * 2**30
_BUG = 70


class Order(Struct, frozen=True):
    """What the child is asked to render: the kind, from what, by which template, and where evidence lies."""

    kind: str
    basis: Basis
    template: bytes
    root: str


class Answer(Struct, frozen=True, kw_only=True):
    """The report, or the code of a refusal and what it is about."""

    report: Report | None = None
    code: str = ""
    about: dict[str, str] = field(default_factory=dict)


def render_apart(order: Order, seconds: float = SECONDS) -> Report:
    """Render in a child process; refuses what the child refuses, and a template that never ends or wants too much."""
    try:
        child = subprocess.run(
            # -P: a file in the current folder must not pass for a module
            [sys.executable, "-P", "-m", __name__],
            input=msgspec.msgpack.encode(order),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal("template-endless", seconds=f"{seconds:g}") from error
    if child.returncode == _BUG:
        raise RuntimeError(child.stderr.decode("utf-8", "replace"))
    if child.returncode:  # the system ended it
        raise Refusal("template-greedy", limit=MEMORY // 2**30)
    answer = msgspec.msgpack.decode(child.stdout, type=Answer)
    if answer.report is None:
        raise Refusal(answer.code, **answer.about)
    return answer.report


def answer(order: Order) -> Answer:
    """Render; a refusal travels back as a value."""
    album = partial(picture, Path(order.root))
    try:
        return Answer(report=render(order.kind, order.basis, order.template, album))
    except Refusal as refusal:
        return Answer(code=refusal.code, about=refusal.about)


def main() -> int:
    """Answer the order on standard input."""
    bound_memory(MEMORY)
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    try:
        sys.stdout.buffer.write(msgspec.msgpack.encode(answer(asked)))
    except (MemoryError, RecursionError):
        return 1
    except Exception:  # noqa: BLE001  # the parent tells it as a bug
        traceback.print_exc()
        return _BUG
    return 0


if __name__ == "__main__":
    sys.exit(main())
