"""`gongkai request list`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json


def run(
    context: typer.Context,
    year: Annotated[int | None, typer.Option("--year", metavar="年度", help="只列这一年到达的")] = None,
    open_: Annotated[bool, typer.Option("--open", help="只列还没有办结的")] = False,
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """列出申请：收到、到期、办到哪一步，每件一行

    例：gongkai request list --open
    """
    from gongkai_cli.cli.request.counter import Counter
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    day = session.day(as_of)
    wanted = [
        one
        for one in Counter(session, day).standings()
        if (year is None or one.request.arrived.year == year) and not (open_ and one.is_settled)
    ]
    if json:
        from gongkai_cli.views.request_data import requests_json

        session.say(requests_json(wanted, day))
    else:
        from gongkai_cli.views.requests import register_page

        session.show(register_page(wanted, day, session.width))
