"""`gongkai template check`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import Json


def run(
    context: typer.Context,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="文件", help="要查的模板；不写就查工作区 templates 里的全部"),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--kind", metavar="种类", help="是哪种报告的模板；默认看文件名")
    ] = None,
    json: Json = False,
) -> int:
    """查模板：写错的名称、不成对的标记、缺的样式，逐处指出在哪一段、怎样改；再用样例数据试填一遍

    有错误的以 1 退出。
    例：gongkai template check templates/year-end.docx
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.cli.template.checking import checked

    session = session_of(context)
    found = checked(session, files or [], kind)
    if json:
        from gongkai_cli.views.template.data import check_json

        session.say(check_json(found))
    else:
        from gongkai_cli.views.template.page import check_page

        session.show(check_page(found, session.width))
    return int(any(fault.is_error for one in found for fault in one.faults))
