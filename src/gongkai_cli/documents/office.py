"""Old office formats → .docx, and .docx → PDF, through LibreOffice, in a profile of its own, with a time limit."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from gongkai_cli.model.problem import Refusal

SECONDS = 120
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_INPUT = {"wordxml": "xml", "sheetxml": "xml"}
_OUTPUT = {"sheetxml": "ods"}


def converted(data: bytes, name: str, kind: str, seconds: float = SECONDS) -> bytes:
    """Return the file as .docx (a sheet as .ods). Refuses without LibreOffice and what it cannot convert."""
    files = f"in.{_INPUT.get(kind, kind)}", f"in.{_OUTPUT.get(kind, 'docx')}"
    return _made(data, name, files, seconds)


def to_pdf(data: bytes, name: str, seconds: float = SECONDS) -> bytes:
    """Print a .docx to PDF. Refuses without LibreOffice and what it cannot print in time."""
    return _made(data, name, ("in.docx", "in.pdf"), seconds)


def _made(data: bytes, name: str, files: tuple[str, str], seconds: float) -> bytes:
    office = program()
    if office is None:
        raise Refusal("office-needed", file=name)
    with tempfile.TemporaryDirectory(prefix="gongkai-") as folder:
        source, result = Path(folder, files[0]), Path(folder, "out", files[1])
        source.write_bytes(data)
        _run(_command(office, source, result), name, seconds)
        try:
            return result.read_bytes()
        except OSError as error:
            raise Refusal("document-torn", file=name) from error


def program() -> str | None:
    """Find LibreOffice: on the path, or where its installers put it."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _command(office: str, source: Path, result: Path) -> list[str]:
    profile = (source.parent / "profile").as_uri()
    quiet = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo")
    target = ("--convert-to", result.suffix[1:], "--outdir", str(result.parent))
    return [office, f"-env:UserInstallation={profile}", *quiet, *target, str(source)]


def _run(command: list[str], name: str, seconds: float) -> None:
    """Run to the end; the launcher's child outlives it, so that the whole group is ended."""
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired as error:
        raise Refusal("document-endless", file=name, seconds=f"{seconds:g}") from error
    finally:
        _end(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    if sys.platform == "win32":
        child.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
