"""`gongkai request add`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.request.options import DryRun

Text = str | None


def run(
    context: typer.Context,
    channel: Annotated[
        Text, typer.Option("--channel", metavar="渠道", help="当面、邮寄、平信、互联网、传真")
    ] = None,
    applicant: Annotated[
        Text,
        typer.Option(
            "--applicant",
            metavar="申请人",
            help="自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他；不写姓名",
        ),
    ] = None,
    content: Annotated[Text, typer.Option("--content", metavar="内容", help="申请公开什么")] = None,
    arrived: Annotated[Text, typer.Option("--arrived", metavar="日期", help="到达之日；默认今天")] = None,
    confirmed: Annotated[
        Text,
        typer.Option("--confirmed", metavar="日期", help="与申请人确认之日；平信、互联网、传真从这一天起算"),
    ] = None,
    registered: Annotated[
        Text, typer.Option("--registered", metavar="日期", help="录入平台之日，有规定的才写")
    ] = None,
    office: Annotated[Text, typer.Option("--office", metavar="部门", help="交给哪个部门承办")] = None,
    number: Annotated[Text, typer.Option("--number", metavar="编号", help="本单位的编号；默认接着编")] = None,
    dry_run: DryRun = False,
) -> None:
    """登记一件申请：渠道、日期、申请人是哪一类、要什么

    在终端里运行时，没写的会逐项询问。答复期限从收到申请之日的次日起算二十个工作日（条例第三十三条）。
    例：gongkai request add --channel 互联网 --applicant 自然人 --arrived 2021-09-10 --confirmed 2021-09-13
    """
    from typing import get_args

    from gongkai_cli.cli.request.counter import Counter, entry_of
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.request import ApplicantKind, Channel, Request

    session = session_of(context)
    counter = Counter(session, session.day(None))
    day = session.day(arrived)
    said = {
        "编号": number or counter.next_number(day.year),
        "渠道": channel or session.chosen("渠道", get_args(Channel), "--channel"),
        "到达": str(day),
        "确认": confirmed,
        "登记": registered,
        "申请人": applicant or session.chosen("申请人", get_args(ApplicantKind), "--applicant"),
        "内容": content or (session.ask("内容（申请公开什么）") if session.conversing else ""),
        "承办": office,
    }
    counter.add(entry_of(said, Request), renumber=not number, dry_run=dry_run)
