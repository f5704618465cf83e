"""Writing a file whole or not at all: the old bytes or the new, whatever happens in between."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG

from gongkai_cli.model.problem import Refusal

_TEMPORARY = ".tmp"
_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "no-permission",
}


def replace(path: Path, was: bytes | None, data: bytes) -> None:
    """Write a file in place of what was read of it; None where there was no such file.

    Folders that are missing are made, the mode is kept. A Refusal says what stood in the way, and then the file
    is as it was.
    """
    with told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode(path)
        with _temporary(path, data, mode) as ready:
            if present(path) != was:
                raise Refusal("changed-meanwhile", file=path)
            ready.replace(path)
        _settle(path.parent)


def sweep(path: Path) -> None:
    """Remove what a writer of this file that was killed has left beside it. For the holder of the lock only."""
    with suppress(OSError):
        for left in list(path.parent.iterdir()):
            if left.name.startswith(f".{path.name}.") and left.name.endswith(_TEMPORARY):
                left.unlink()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system says against a write into a Refusal."""
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, "write-failed")
        raise Refusal(code, file=path, detail=error.strerror or error) from error


@contextmanager
def _temporary(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """Hold the bytes, safe on disk, in a hidden file beside the one they are for."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_TEMPORARY}")
    try:
        with open(temporary, "xb") as file:  # noqa: PTH123  with the umask's mode, as any new file
            file.write(data)
            file.flush()
            if mode is not None:
                temporary.chmod(mode)
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """Tell the mode of a file that may be replaced; None where there is none."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if not S_ISREG(mode):
        raise OSError(errno.EINVAL, "不是普通文件")
    if not os.access(path, os.W_OK):  # replacing it would need no permission on the file itself
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    return S_IMODE(mode)


def present(path: Path) -> bytes | None:
    """Read a file's bytes; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _settle(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can; the file is whole either way."""
    if os.name == "nt":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
