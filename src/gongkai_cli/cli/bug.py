"""Where the details of a bug go, so that the user sees one line and the maintainer everything."""

import platform
import sys
import tempfile
import traceback
from pathlib import Path

from gongkai_cli import __version__


def noted(error: BaseException) -> Path:
    """Write what happened to a new file of the user's temporary folder and say where."""
    text = "\n".join(
        (
            f"gongkai {__version__} · Python {platform.python_version()} · {platform.platform()}",
            f"{sys.argv[1:]}",
            "".join(traceback.format_exception(error)),
        )
    )
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", prefix="gongkai-", suffix=".log", delete=False
    ) as file:
        file.write(text)
    return Path(file.name)
