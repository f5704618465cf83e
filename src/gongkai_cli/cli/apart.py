"""Rendering in a process of its own, with a time limit: what a workspace's template does there harms nobody.

The parent hands over the input as MessagePack and gets back the report, or the refusal.
"""

import subprocess
import sys
from datetime import date

import msgspec
from msgspec import Struct, field

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word.year_end import render

SECONDS = 60


class Order(Struct, frozen=True):
    """What the child is asked to render."""

    summary: PlanSummary
    as_of: date
    config: Config
    template: bytes


class Answer(Struct, frozen=True, kw_only=True):
    """The report, or the code of a refusal and what it is about."""

    data: bytes = b""
    code: str = ""
    about: dict[str, str] = field(default_factory=dict)


def render_apart(order: Order, seconds: float = SECONDS) -> bytes:
    """Render in a child process; refuses what the child refuses, and a template that never ends."""
    try:
        child = subprocess.run(
            # -P: a file in the current folder must not pass for a module
            [sys.executable, "-P", "-m", __name__],
            input=msgspec.msgpack.encode(order),
            capture_output=True,
            timeout=seconds,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal("template-endless", seconds=f"{seconds:g}") from error
    answer = msgspec.msgpack.decode(child.stdout, type=Answer)
    if answer.code:
        raise Refusal(answer.code, **answer.about)
    return answer.data


def answer(order: Order) -> Answer:
    """Render; a refusal travels back as a value."""
    try:
        return Answer(data=render(order.summary, order.as_of, order.config, order.template))
    except Refusal as refusal:
        return Answer(code=refusal.code, about=refusal.about)


if __name__ == "__main__":
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer(asked)))
