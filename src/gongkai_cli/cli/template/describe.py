"""`gongkai template describe`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

import typer

from gongkai_cli.cli.options import Json, KindArgument


def run(context: typer.Context, kind: KindArgument, json: Json = False) -> None:
    """列出模板里可以填的全部内容：标记怎么写、是什么意思、填出来是什么样

    例：gongkai template describe year-end
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.views.template.describe import describe_json, describe_page
    from gongkai_cli.views.word.registry import kind_named

    kind_named(kind)
    session = session_of(context)
    if json:
        session.say(describe_json(kind))
    else:
        session.show(describe_page(kind, session.width))
