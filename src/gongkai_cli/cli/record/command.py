"""`gongkai record`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import PlanOption

Text = str | None


def run(
    context: typer.Context,
    task: Annotated[
        Text, typer.Argument(metavar="任务", help="任务编号，如 15；不写就从本部门的任务里选")
    ] = None,
    office: Annotated[
        Text,
        typer.Option(
            "--office", metavar="部门", help="哪个部门填报；默认本工作区所属的部门，没有就是对任务负责的部门"
        ),
    ] = None,
    status: Annotated[
        Text,
        typer.Option("--status", metavar="状态", help="未启动、推进中、持续推进、已完成、未完成、不涉及"),
    ] = None,
    note: Annotated[Text, typer.Option("--note", metavar="进展", help="做了什么")] = None,
    effect: Annotated[Text, typer.Option("--effect", metavar="成效", help="有什么成效")] = None,
    problem: Annotated[Text, typer.Option("--problem", metavar="问题", help="有什么问题")] = None,
    next_step: Annotated[Text, typer.Option("--next", metavar="下一步", help="下一步打算")] = None,
    reason: Annotated[
        Text, typer.Option("--reason", metavar="原因", help="未完成、不涉及或逾期的原因")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Option("--evidence", metavar="佐证", help="链接或文件，前面可写类型和标题；可多次"),
    ] = None,
    count: Annotated[
        list[str] | None, typer.Option("--count", metavar="名称=数", help="计入指标的次数；可多次")
    ] = None,
    window: Annotated[
        Text, typer.Option("--window", metavar="报送期", help="为哪一期填报；默认日期所在的一期")
    ] = None,
    day: Annotated[Text, typer.Option("--date", metavar="日期", help="事情发生在哪一天；默认今天")] = None,
    corrects: Annotated[
        Text, typer.Option("--corrects", metavar="日期", help="更正本部门这一天对本任务的记录")
    ] = None,
    reporter: Annotated[
        Text, typer.Option("--reporter", metavar="姓名", help="填报人；默认 git 里的用户名")
    ] = None,
    reviewer: Annotated[Text, typer.Option("--reviewer", metavar="姓名", help="审核人")] = None,
    plan: PlanOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查并显示，不写文件")] = False,
) -> None:
    """填进展：在本部门的台账里添一条记录

    在终端里运行时，没写的逐项询问：不写任务编号就从本部门的任务里选，佐证可以粘贴链接、拖进文件，确认后才写。
    例：gongkai record 15 --status 推进中 --note 举办新闻发布会1场 --evidence "报道 发布会实录 https://…"
    """
    from gongkai_cli.cli.record.asking import interview
    from gongkai_cli.cli.record.choosing import Wanted, desk_at
    from gongkai_cli.cli.record.offered import offers
    from gongkai_cli.cli.record.recording import counts_of, record_of, reporter_of, status_missing
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    when = session.day(day)
    desk = desk_at(session, Wanted(task, plan, office, when))
    offered = offers(evidence or (), desk.place)
    fields = {
        "日期": when.isoformat(),
        "任务": desk.task.id,
        "状态": status,
        "报送期": window,
        "进展": note,
        "成效": effect,
        "问题": problem,
        "下一步": next_step,
        "原因": reason,
        "计数": counts_of(count or ()),
        "更正": corrects,
        "填报人": reporter or reporter_of(session.root),
        "审核人": reviewer,
    }
    if session.conversing and not (status and note):
        said = fields | {"日期": fields["日期"] if day else ""}
        interview(desk, said, offered, dry_run=dry_run)
    elif not status:
        raise status_missing()
    else:
        desk.write(record_of(fields, offered), offered, dry_run=dry_run)
