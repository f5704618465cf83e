"""`gongkai request show`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

import typer

from gongkai_cli.cli.options import AsOf, Json
from gongkai_cli.cli.request.options import Number


def run(context: typer.Context, number: Number, as_of: AsOf = None, json: Json = False) -> None:
    """看一件申请：三个日期、期限怎么算出来的、每一步

    例：gongkai request show 2021-003
    """
    from gongkai_cli.cli.request.counter import Counter
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    day = session.day(as_of)
    counter = Counter(session, day)
    found = counter.standing(counter.find(number).value)
    if json:
        from gongkai_cli.views.request_data import request_json

        session.say(request_json(found, day))
    else:
        from gongkai_cli.views.requests import request_page

        session.show(request_page(found, day, session.width))
