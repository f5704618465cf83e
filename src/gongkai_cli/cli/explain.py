"""`gongkai explain`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer


def run(
    context: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(metavar="代码", help="check 报告的代码，如 future-date；不写列出全部检查"),
    ] = None,
) -> None:
    """查代码：说明一条检查查什么、为什么、怎样改

    例：gongkai explain future-date
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.views.explain import headlines_page, manual_page

    session = session_of(context)
    session.show(manual_page(code, session.width) if code else headlines_page(session.width))
