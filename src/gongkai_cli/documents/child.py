"""The child that reads what `apart` hands it, and leaves: an order on standard input, the answer on standard output."""

import sys
import traceback

import msgspec

from gongkai_cli.documents.apart import BUG, Answer, Order
from gongkai_cli.documents.readers import APART
from gongkai_cli.model.problem import Refusal

MEMORY = 4 * 2**30
_OURS = f"{__package__.partition('.')[0]}."


def answer(order: Order) -> Answer:
    """Read; a refusal travels back as a value."""
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
    return BUG if ours and not isinstance(error, MemoryError | RecursionError) else 1


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
