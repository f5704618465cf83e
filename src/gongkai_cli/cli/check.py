"""`gongkai check`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json


def run(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="路径", help="只报告这些文件或目录里的问题；默认全部")
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
) -> int:
    """查错：检查全部数据文件，逐条指出位置和改法

    有错误时以 1 退出，只有提示时以 0 退出。
    例：gongkai check data/ledger/guangzhou-sports-2021
    """
    from gongkai_cli.cli.findings import find
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    findings = find(session.root, session.day(as_of), tuple(session.start / path for path in paths or ()))
    if json:
        from gongkai_cli.views.problems import problems_json

        session.say(problems_json(findings.located))
    else:
        from gongkai_cli.views.problems import text

        session.say(text(findings.located), end="")
    return int(findings.errors > 0)
