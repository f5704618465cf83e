"""`gongkai show`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

import typer

from gongkai_cli.cli.options import AsOf, Json, PlanOption, TaskArgument


def run(
    context: typer.Context,
    task: TaskArgument,
    plan: PlanOption = None,
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """看一项任务：原文、时限、责任单位、每条记录和佐证材料

    例：gongkai show 15
    """
    from gongkai_cli.cli.plans import address, plan_for, task_of
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.rules.summary import summarise

    session = session_of(context)
    day = session.day(as_of)
    named = address(task, plan)
    chosen = plan_for(session.root, named.plan, day)
    (summary,) = summarise(session.workspace([chosen]), day, [chosen]).plans
    wanted = task_of(summary.plan, named.task)
    row = next(one for one in summary.tasks if one.task.id == wanted.id)
    if json:
        from gongkai_cli.views.data import show_json

        session.say(show_json(day, chosen, row))
    else:
        from gongkai_cli.views.show import show_page

        session.show(show_page(summary.plan.title, row, day, session.width))
