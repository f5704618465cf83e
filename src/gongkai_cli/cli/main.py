"""The way in."""

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run `gongkai` as a process of its own, and leave at once.

    A command lives for a moment: collecting cycles, and taking the interpreter down piece by piece, would be
    a third of what it costs.
    """
    gc.disable()
    try:
        from gongkai_cli.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # before there was anybody to say so
        code = 130
    os._exit(code)
