"""`gongkai sheet export`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, PlanOption


def run(
    context: typer.Context,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="部门", help="出这个部门的表；默认 init --office 设的部门"),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="给有任务的每个部门各出一张")] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件", help="写到这个文件，或者这个目录里；默认 reports/"),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOf = None,
) -> None:
    """出填报表：把部门的任务填进 Excel 表，只留要填的格子

    表里锁住了任务原文，状态从下拉单里选，附填写说明。部门填好交回，用 gongkai sheet import 登记。
    例：gongkai sheet export --all
    """
    from gongkai_cli.cli.plans import plan_for
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.cli.sheet.exporting import Exporter
    from gongkai_cli.model.problem import Refusal

    if office and every:
        raise Refusal("sheet-office-and-all")
    session = session_of(context)
    day = session.day(as_of)
    exporter = Exporter(session, plan_for(session.root, plan, day), day)
    if every:
        exporter.all(output)
    else:
        exporter.one(office, output)
