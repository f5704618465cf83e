"""`gongkai diff`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json, PlanOption

_REVISION = "git 版本（HEAD~1、分支、标签），或日期（那一天开始时的样子）"


def run(
    context: typer.Context,
    since: Annotated[str, typer.Argument(metavar="起点", help=_REVISION, show_default=False)],
    until: Annotated[
        str | None,
        typer.Argument(metavar="终点", help="写法同起点；默认工作区现在的样子", show_default=False),
    ] = None,
    plan: PlanOption = None,
    office: Annotated[str | None, typer.Option("--office", metavar="部门", help="只看这个部门的任务")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写成 Word 文件")
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """看变化：两个日期或版本之间，亮灯、状态、时限变了什么，添了哪些进展、佐证和督办

    不改动工作区里的任何文件。
    例：gongkai diff 2021-07-01 2021-10-01
    """
    from gongkai_cli.cli.diff.comparing import Span, compared, paper_of
    from gongkai_cli.cli.plans import office_named, plan_for
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    chosen = plan_for(session.root, plan, session.day(as_of))
    day = session.day(as_of) if as_of else None
    if office:
        office = office_named(session.workspace([chosen]).config, office)
    found = compared(session, chosen, Span(since=since, until=until, day=day), office)
    if output:
        from gongkai_cli.cli.report.reporting import rendered, written

        written(session, output, rendered(session.root, "changes", paper_of(session, found, office)))
    elif json:
        from gongkai_cli.views.diff_data import diff_json

        session.say(diff_json(found))
    else:
        from gongkai_cli.views.diff import diff_page

        session.show(diff_page(found, session.width))
