"""`gongkai git merge-driver`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer


def run(
    context: typer.Context,
    base: Annotated[Path, typer.Argument(metavar="原版本", help="git 给的 %O：两边分开之前的文件")],
    ours: Annotated[Path, typer.Argument(metavar="本方", help="git 给的 %A：本方的文件，合并的结果写在这里")],
    theirs: Annotated[Path, typer.Argument(metavar="对方", help="git 给的 %B：对方的文件")],
    name: Annotated[str, typer.Argument(metavar="名称", help="git 给的 %P：合并的是工作区里的哪个文件")],
) -> int:
    """按记录合并台账：由 git 在合并时自己调用，不用手工运行

    gongkai init 已经设好。两边添的记录都留下；同一条记录两边改得不一样的，留待人定，以 1 退出。
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.store.git.merging import ByLine, drive
    from gongkai_cli.views.merging import by_line_lines, left_lines

    session = session_of(context)
    result = drive(*(session.start / path for path in (base, ours, theirs)))
    if isinstance(result, ByLine):
        lines = by_line_lines(name, result.fault, result.conflicts)
    else:
        lines = left_lines(name, result.conflicts)
    for line in lines:
        session.note(line)
    return int(bool(result.conflicts))
