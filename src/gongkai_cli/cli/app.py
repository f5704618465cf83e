"""The list of commands, and the way in."""

import gc
import os
import sys
from typing import NoReturn

# command → who needs it, and the module of this folder that holds it
COMMANDS = {
    "record": ("填报", "record"),
    "show": ("填报", "show"),
    "status": ("统筹", "status"),
    "check": ("统筹", "check"),
    "report": ("报告", "report"),
    "import": ("维护", "import_"),
}

# first word of commands that have two → who needs them, and what they are for
GROUPS: dict[str, tuple[str, str]] = {}


def main() -> NoReturn:
    """Run `gongkai` as a process of its own, and leave at once.

    A command lives for a moment: collecting cycles, and taking the interpreter down piece by piece, would be
    a third of what it costs.
    """
    gc.disable()
    from gongkai_cli.cli.run import run

    code = run(sys.argv[1:])
    os._exit(code)
