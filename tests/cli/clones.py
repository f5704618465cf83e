"""Real repositories, asked by git itself."""

import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    """Run git; what it says, or what it complains of."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return (done.stdout if done.returncode == 0 else done.stdout + done.stderr).strip()


def commit(folder: Path, said: str) -> str:
    """Commit all there is, in the name of whoever the clone belongs to."""
    git(folder, "add", "--all")
    return git(folder, "commit", "-m", said)


def state(root: Path) -> dict[str, bytes]:
    """Every file below a folder, git's own settings and hooks among them, but not the lock."""
    files = (path for path in root.rglob("*") if path.is_file() and ".gongkai/" not in path.as_posix())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
