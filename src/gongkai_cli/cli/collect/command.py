"""`gongkai collect`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json, PlanOption


def run(
    context: typer.Context,
    plan: PlanOption = None,
    window: Annotated[
        str | None,
        typer.Option("--window", metavar="报送期", help="看哪一期还有谁没报；默认当前一期和没报齐的"),
    ] = None,
    push: Annotated[bool, typer.Option("--push", help="汇总后推送到服务器；默认只汇总到本机")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只取回并显示，不汇总")] = False,
    as_of: AsOf = None,
    json: Json = False,
) -> int:
    """收台账：取回各部门的分支，逐条合并到当前分支，查错，列出还有谁没报

    查出错误的、动了别的文件的分支不收，逐个说明原因，这时以 1 退出。
    例：gongkai collect --push
    """
    from gongkai_cli.cli.collect.collecting import Intake
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.exchange import State
    from gongkai_cli.views.collect import collected_json, collected_page

    session = session_of(context)
    intake = Intake(session, session.day(as_of))
    collected = intake.collect(plan, window, dry_run=dry_run)
    if json:
        session.say(collected_json(collected))
    else:
        session.show(collected_page(collected, session.width))
    if not dry_run:
        intake.finish(push=push, quiet=json)
    return int(any(one.state is State.LEFT_OUT for one in collected.brought))
