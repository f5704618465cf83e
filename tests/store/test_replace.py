"""Old bytes or new, never half: what happens to a file when its writing goes wrong."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.replace import replace, sweep

ENDLESS_WRITER = """
import sys
from pathlib import Path
from gongkai_cli.store.replace import replace
path, was = Path(sys.argv[1]), Path(sys.argv[1]).read_bytes()
print("begun", flush=True)
while True:
    now = bytes([was[0] ^ 1]) * len(was)
    replace(path, was, now)
    was = now
"""
WRITER_WITHOUT_ROOM = """
import resource, signal, sys
from pathlib import Path
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.replace import replace
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    replace(Path(sys.argv[1]), b"old", b"n" * 100_000)
except Refusal as refused:
    print(refused.code)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "办公室.yaml"
    path.write_bytes(b"old")
    return path


def refusal(path: Path, was: bytes | None, data: bytes) -> str:
    with pytest.raises(Refusal) as refused:
        replace(path, was, data)
    assert message(refused.value.code, refused.value.about)
    return refused.value.code


def alone(path: Path) -> bool:
    """Nothing was left beside the file."""
    return [path] == list(path.parent.iterdir())


def test_replaces_what_was_read(file: Path) -> None:
    replace(file, b"old", b"new")
    assert file.read_bytes() == b"new"
    assert alone(file)


def test_makes_a_new_file_and_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "data" / "ledger" / "p" / "办公室.yaml"
    replace(path, None, b"new")
    assert path.read_bytes() == b"new"
    assert alone(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有这些权限位")
def test_keeps_the_mode_and_gives_new_files_the_usual_one(file: Path) -> None:
    file.chmod(0o640)
    replace(file, b"old", b"new")
    assert file.stat().st_mode & 0o777 == 0o640
    other, usual = file.with_name("other"), file.with_name("usual")
    usual.touch()
    replace(other, None, b"new")
    assert other.stat().st_mode == usual.stat().st_mode


@pytest.mark.parametrize("was", [b"older", None, b""])
def test_writes_over_nothing_but_what_was_read(file: Path, was: bytes | None) -> None:
    assert refusal(file, was, b"new") == "changed-meanwhile"
    assert file.read_bytes() == b"old"
    assert alone(file)


def test_does_not_bring_back_a_file_that_was_removed(tmp_path: Path) -> None:
    assert refusal(tmp_path / "x", b"old", b"new") == "changed-meanwhile"
    assert list(tmp_path.iterdir()) == []


CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EROFS: "no-permission",
    errno.EIO: "write-failed",
}


@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("step", [(os, "fsync"), (Path, "replace")], ids=["fsync", "replace"])
def test_keeps_the_old_file_when_the_system_refuses(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int, step: tuple[object, str]
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*step, refuse)
    assert refusal(file, b"old", b"new") == CODES[number]
    assert file.read_bytes() == b"old"
    assert alone(file)


@pytest.mark.skipif(sys.platform != "linux", reason="只有 Linux 能这样限制文件大小")
def test_keeps_the_old_file_when_there_is_no_room(file: Path) -> None:
    writer = subprocess.run(
        [sys.executable, "-c", WRITER_WITHOUT_ROOM, file], capture_output=True, text=True, check=True
    )
    assert writer.stdout.strip() == "write-failed"
    assert file.read_bytes() == b"old"
    assert alone(file)


def test_refuses_a_read_only_file_though_its_folder_may_be_written(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.chmod(0o444)
    if os.access(file, os.W_OK):  # root may write anything: let the system say what it says to others
        monkeypatch.setattr(os, "access", lambda *_: False)
    assert refusal(file, b"old", b"new") == "no-permission"
    assert file.read_bytes() == b"old"
    assert alone(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root 不受目录权限限制")
def test_refuses_a_read_only_folder(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        assert refusal(file, b"old", b"new") == "no-permission"
        assert file.read_bytes() == b"old"
    finally:
        file.parent.chmod(0o755)


def test_refuses_links_and_folders(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link")
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path / "link", None, b"new") == "write-failed"
    assert refusal(tmp_path / "folder", None, b"new") == "write-failed"
    assert refusal(tmp_path / "folder" / ("长" * 200), None, b"new") == "write-failed"


def test_sweeps_up_after_a_writer_that_was_killed(file: Path) -> None:
    for name in (".办公室.yaml.0badcafe.tmp", ".人事处.yaml.0badcafe.tmp"):
        file.with_name(name).touch()
    sweep(file)
    assert {path.name for path in file.parent.iterdir()} == {"办公室.yaml", ".人事处.yaml.0badcafe.tmp"}
    sweep(file.parent / "none" / "x")


@pytest.mark.skipif(os.name == "nt", reason="Windows 没有 SIGKILL")
@pytest.mark.parametrize("wait", [0.0, 0.003, 0.011, 0.023, 0.05, 0.08])
def test_a_writer_killed_at_any_moment_leaves_one_whole_version(file: Path, wait: float) -> None:
    size = 2_000_000
    file.write_bytes(b"a" * size)
    with subprocess.Popen([sys.executable, "-c", ENDLESS_WRITER, file], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
    assert file.read_bytes() in {b"a" * size, b"`" * size}
    sweep(file)
    assert alone(file)
