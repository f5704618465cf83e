"""One writer at a time: the workspace's lock, kept in a folder of its own that git never sees."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSYS
from os import strerror
from pathlib import Path

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store import paths
from gongkai_cli.store.replace import told

WAIT = 10.0


@contextmanager
def locked(root: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the workspace's lock; a Refusal where another process keeps it too long.

    The system frees the lock of a process that was killed.
    """
    import filelock  # noqa: PLC0415  only writing commands need it

    folder = root / paths.STATE
    lock = filelock.FileLock(folder / "lock", timeout=wait, poll_interval=0.01)
    with told(folder):
        _prepare(folder)
        try:
            lock.acquire()
        except filelock.Timeout:
            raise Refusal("locked", seconds=f"{wait:g}") from None
        except NotImplementedError as error:  # a file system without locks
            raise OSError(ENOSYS, strerror(ENOSYS)) from error
    try:
        yield
    finally:
        lock.release()


def _prepare(folder: Path) -> None:
    ignored = folder / ".gitignore"
    if not ignored.exists():
        folder.mkdir(exist_ok=True)
        ignored.write_text("*\n", "utf-8")
