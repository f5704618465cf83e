"""`gongkai annual check`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import Json


def run(
    context: typer.Context,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="年度或文件", help="哪一年，或者已公布的报告（Word、网页、PDF）；默认全部"),
    ] = None,
    json: Json = False,
) -> int:
    """核对年度报告：逐项证明表里的勾稽关系，不成立的指出是哪一格

    有错误时以 1 退出，只有提示时以 0 退出。别的单位公布的报告也能核对，不必在工作区里。
    例：gongkai annual check 2021
    """
    from gongkai_cli.cli.annual.checking import checked
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    found = checked(session, which or (), session.day(None))
    if json:
        from gongkai_cli.views.annual_check import check_json

        session.say(check_json(found))
    else:
        from gongkai_cli.views.annual_check import check_page

        session.show(check_page(found, session.width))
    return int(any(one.errors for one in found))
