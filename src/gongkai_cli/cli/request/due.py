"""`gongkai request due`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json


def run(
    context: typer.Context,
    within: Annotated[
        int | None,
        typer.Option("--within", metavar="工作日", help="只列几个工作日内到期的；默认全部未办结的"),
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
) -> int:
    """看期限：还没有答复的申请，最急的在前

    有超期的以 1 退出。
    例：gongkai request due --within 7
    """
    from gongkai_cli.cli.request.counter import Counter
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.rules.requests.standing import by_urgency

    session = session_of(context)
    day = session.day(as_of)
    wanted = by_urgency(Counter(session, day).standings(), within)
    if json:
        from gongkai_cli.views.request_data import requests_json

        session.say(requests_json(wanted, day))
    else:
        from gongkai_cli.views.requests import due_page

        session.show(due_page(wanted, day, session.width))
    return int(any(one.is_late for one in wanted))
