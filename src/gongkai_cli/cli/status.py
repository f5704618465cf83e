"""`gongkai status`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json, PlanOption


def run(
    context: typer.Context,
    plan: PlanOption = None,
    office: Annotated[str | None, typer.Option("--office", metavar="部门", help="只看这个部门的任务")] = None,
    light: Annotated[
        str | None, typer.Option("--light", metavar="灯", help="只看亮这种灯的任务：红、黄、绿、灰、完成")
    ] = None,
    chapter: Annotated[
        str | None, typer.Option("--chapter", metavar="部分", help="只看标题含有这几个字的部分")
    ] = None,
    window: Annotated[
        str | None, typer.Option("--window", metavar="报送期", help="报送一栏看哪一期；默认当前一期")
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="灯", help="有任务亮这种灯时以 1 退出，供脚本使用")
    ] = None,
    as_of: AsOf = None,
    json: Json = False,
) -> int:
    """看进度：总数、亮灯、逾期的是谁，每项任务一行

    不指定计划时，看当年的全部计划；一月份连同上一年的。
    例：gongkai status --light 红 --office 办公室
    """
    from gongkai_cli.cli.filters import Filter, light_of
    from gongkai_cli.cli.plans import office_named, plans_for
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.rules.summary import summarise

    session = session_of(context)
    day = session.day(as_of)
    alarm = light_of(fail_on)
    lit = light_of(light)
    ids = plans_for(session.root, plan, day)
    workspace = session.workspace(ids)
    summary = summarise(workspace, day, ids)
    wanted = Filter(office=office_named(workspace.config, office), light=lit, chapter=chapter, window=window)
    shown = wanted.applied(summary)
    if json:
        from gongkai_cli.views.data import status_json

        session.say(status_json(summary, shown))
    else:
        from gongkai_cli.views.status import Asked, status_page

        session.show(status_page(summary, Asked(shown, window, session.width)))
    return int(any(task.light is alarm for tasks in shown for task in tasks))
