"""`gongkai submit`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import PlanOption


def run(
    context: typer.Context,
    office: Annotated[
        str | None, typer.Option("--office", metavar="部门", help="哪个部门提交；默认 init --office 设的部门")
    ] = None,
    plan: PlanOption = None,
    message: Annotated[
        str | None, typer.Option("--message", "-m", metavar="说明", help="提交说明；默认写明改了哪几项任务")
    ] = None,
    no_push: Annotated[bool, typer.Option("--no-push", help="只提交到本机，不连服务器")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查并显示，不提交，也不连服务器")] = False,
) -> int:
    """交台账：取回别人的更新，检查本部门的改动，提交并推送

    只提交本部门的台账和记录里用到的佐证；动了别的文件就不提交，并说明怎样撤销。
    例：gongkai submit
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.cli.submit.submitting import Clerk, Wishes

    session = session_of(context)
    wishes = Wishes(plan=plan, message=message or "", online=not (no_push or dry_run), dry_run=dry_run)
    return Clerk(session, office, wishes).submit()
