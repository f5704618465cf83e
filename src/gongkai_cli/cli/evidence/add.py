"""`gongkai evidence add`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import PlanOption

Text = str | None


def run(
    context: typer.Context,
    task: Annotated[
        Text, typer.Argument(metavar="任务", help="任务编号，如 15；在终端里不写就从本部门的任务里选")
    ] = None,
    evidence: Annotated[
        list[str] | None,
        typer.Argument(metavar="佐证", help="链接或文件，前面可写类型和标题；在终端里可不写"),
    ] = None,
    office: Annotated[
        Text, typer.Option("--office", metavar="部门", help="哪个部门的记录；默认与 record 相同")
    ] = None,
    of: Annotated[Text, typer.Option("--of", metavar="日期", help="附到哪一天的记录上；默认最近一条")] = None,
    day: Annotated[Text, typer.Option("--date", metavar="日期", help="补附的日期；默认今天")] = None,
    reporter: Annotated[
        Text, typer.Option("--reporter", metavar="姓名", help="填报人；默认 git 里的用户名")
    ] = None,
    plan: PlanOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只检查并显示，不写文件")] = False,
) -> None:
    """补附佐证：把后来找到的链接、文件附到本部门已有的记录上

    记录只增不改：照原来的记录再写一条，添上佐证，标明更正；报送期和状态从哪一天算起都不变。
    例：gongkai evidence add 15 "报道 发布会实录 https://…" 签到表.jpg
    """
    from gongkai_cli.cli.evidence.adding import Filing, add, added, word_of
    from gongkai_cli.cli.record.asking import asked_evidence
    from gongkai_cli.cli.record.choosing import Wanted, desk_at
    from gongkai_cli.cli.record.offered import offers
    from gongkai_cli.cli.record.recording import evidence_of, reporter_of
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    when = session.day(day)
    desk = desk_at(session, Wanted(task, plan, office, when))
    word = word_of(desk, session.day(of) if of else None)
    offered = offers(evidence or (), desk.place) or asked_evidence(desk)
    filing = Filing(when, reporter or reporter_of(session.root))
    record = added(word, evidence_of(offered), filing)
    add(desk, record, offered, dry_run=dry_run)
