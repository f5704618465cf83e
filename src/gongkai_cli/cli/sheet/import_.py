"""`gongkai sheet import`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import PlanOption


def run(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="文件", help="交回的填报表（Excel、WPS 存的都行），或者放表的目录", show_default=False
        ),
    ],
    pictures: Annotated[
        Path | None,
        typer.Option("--pictures", metavar="目录", help="图片和文件在哪里；默认表旁边同名的目录或“图片”"),
    ] = None,
    office: Annotated[
        str | None, typer.Option("--office", metavar="部门", help="表里看不出是哪个部门时写明")
    ] = None,
    plan: PlanOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查并显示，不写文件")] = False,
) -> int:
    """收填报表：逐行检查，把填了的登记进部门的台账

    有一行有错，就一条也不登记，错处一次列全；同一张表交两次，不会登记两遍。
    例：gongkai sheet import 收到
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.cli.sheet.arrived import arrived
    from gongkai_cli.cli.sheet.inbox import Belonging, Inbox
    from gongkai_cli.cli.sheet.outcome import filed, told

    session = session_of(context)
    inbox = Inbox(session, Belonging(plan, office), pictures)
    sheets = arrived(files)
    batches = [inbox.take(path, alone=len(sheets) == 1) for path in sheets]
    if told(session, batches):
        return 1
    filed(session, batches, dry_run=dry_run)
    return 0
