"""`gongkai git resolve`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer


def run(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="文件", help="有合并冲突的文件；默认工作区里全部")
    ] = None,
    keep: Annotated[
        str | None,
        typer.Option(
            "--keep", metavar="哪份", help="要人定的都这样办：ours 留本方，theirs 留对方，both 两条都留"
        ),
    ] = None,
) -> int:
    """理清合并冲突：把留有“<<<<<<<”标记的台账按记录合并好

    两边添的记录都留下；同一条记录两边改得不一样的，在终端里逐条询问。还有没定的，以 1 退出。
    例：gongkai git resolve data/ledger/guangzhou-sports-2021/办公室.yaml
    """
    from gongkai_cli.cli.git.resolving import resolve
    from gongkai_cli.cli.session import session_of

    return int(not resolve(session_of(context), tuple(files or ()), keep))
