"""Reading in a process of its own, bounded in time and memory: what a hostile file does to a library ends there."""

import subprocess
import sys
import traceback

import msgspec
from msgspec import Struct, field

from gongkai_cli.documents.block import Reading
from gongkai_cli.model.problem import Refusal

SECONDS = 300
MEMORY = 4 * 2**30
_OURS = f"{__name__.split('.', maxsplit=1)[0]}." if __name__ != "__main__" else "gongkai_cli."
_BUG = 70


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
            [sys.executable, "-P", "-m", __name__],
            input=msgspec.msgpack.encode(order),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal("document-endless", file=order.name, seconds=f"{seconds:g}") from error
    if child.returncode == _BUG:
        raise RuntimeError(child.stderr.decode("utf-8", "replace"))
    if child.returncode:
        raise Refusal("document-torn", file=order.name)
    answer = msgspec.msgpack.decode(child.stdout, type=Answer)
    if answer.reading is None:
        raise Refusal(answer.code, **answer.about)
    return answer.reading


def answer(order: Order) -> Answer:
    """Read; a refusal travels back as a value."""
    from gongkai_cli.documents.readers import APART  # noqa: PLC0415  # the parent needs no reader

    try:
        return Answer(reading=APART[order.kind](order.data, order.name))
    except Refusal as refusal:
        return Answer(code=refusal.code, about=refusal.about)


def bound_memory(limit: int = MEMORY) -> None:
    """Let the system refuse this process more memory; Windows has no such limit."""
    try:
        import resource  # noqa: PLC0415  # not everywhere
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def exit_code(error: BaseException) -> int:
    """Tell a fault of ours from what a library raises when a file misleads it."""
    frames = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    ours = bool(frames) and f"{frames[-1]}.".startswith(_OURS)
    return _BUG if ours and not isinstance(error, MemoryError | RecursionError) else 1


def main() -> int:
    """Answer the order on standard input."""
    bound_memory()
    asked = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    try:
        sys.stdout.buffer.write(msgspec.msgpack.encode(answer(asked)))
    except Exception as error:  # noqa: BLE001  # told from each other by where they come from
        traceback.print_exc()
        return exit_code(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
