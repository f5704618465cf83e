"""`gongkai report`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, PlanOption


def run(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="种类", help="year-end：年度落实情况总结", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写到哪里；默认写到 reports/")
    ] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="部门", help="只写这个部门的任务")] = None,
    plan: PlanOption = None,
    as_of: AsOf = None,
) -> None:
    """出报告：按台账生成 Word 文件

    例：gongkai report year-end -o 总结.docx
    """
    from gongkai_cli.cli.plans import plan_for
    from gongkai_cli.cli.reporting import Wanted, report, usual_path, written
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.views.word.registry import kind_named

    kind_named(kind)
    session = session_of(context)
    day = session.day(as_of)
    basis, made = report(session, kind, plan_for(session.root, plan, day), day, Wanted(office=office))
    written(session, output or usual_path(session.root, kind, basis), made)
