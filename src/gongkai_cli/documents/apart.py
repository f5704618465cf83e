"""Reading in a process of its own, bounded in time and memory: what a hostile file does to a library ends there."""

import subprocess
import sys

import msgspec
from msgspec import Struct, field

from gongkai_cli.documents.block import Reading
from gongkai_cli.model.problem import Refusal

SECONDS = 300
BUG = 70  # how the child leaves after a fault of ours

_CHILD = "gongkai_cli.documents.child"


class Order(Struct, frozen=True):
    """What the child is asked to read."""

    kind: str
    name: str
    data: bytes


class Answer(Struct, frozen=True, kw_only=True):
    """What was read, or the code of a refusal and what it is about."""

    reading: Reading | None = None
    code: str = ""
    about: dict[str, str] = field(default_factory=dict)


def read_apart(order: Order, seconds: float = SECONDS) -> Reading:
    """Read in a child process; refuses what the child refuses, what kills it and what never ends."""
    try:
        child = subprocess.run(
            # -P: a file in the current folder must not pass for a module
            [sys.executable, "-P", "-m", _CHILD],
            input=msgspec.msgpack.encode(order),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal("document-endless", file=order.name, seconds=f"{seconds:g}") from error
    if child.returncode == BUG:
        raise RuntimeError(child.stderr.decode("utf-8", "replace"))
    if child.returncode:
        raise Refusal("document-torn", file=order.name)
    answer = msgspec.msgpack.decode(child.stdout, type=Answer)
    if answer.reading is None:
        raise Refusal(answer.code, **answer.about)
    return answer.reading
