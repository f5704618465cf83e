"""`gongkai evidence capture`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AllowPrivate, Json, PlanOption

Text = str | None


def run(
    context: typer.Context,
    url: Annotated[str, typer.Argument(metavar="网址", help="要存证的网页，https:// 或 http:// 开头")],
    task: Annotated[
        Text,
        typer.Argument(metavar="任务", help="附到这项任务最近的记录上；不写就只存文件，显示可粘贴的几行"),
    ] = None,
    office: Annotated[
        Text, typer.Option("--office", metavar="部门", help="哪个部门的记录；默认与 record 相同")
    ] = None,
    of: Annotated[Text, typer.Option("--of", metavar="日期", help="附到哪一天的记录上；默认最近一条")] = None,
    title: Annotated[Text, typer.Option("--title", metavar="标题", help="佐证的标题；默认网页的标题")] = None,
    day: Annotated[Text, typer.Option("--date", metavar="日期", help="登记的日期；默认今天")] = None,
    reporter: Annotated[
        Text, typer.Option("--reporter", metavar="姓名", help="填报人；默认 git 里的用户名")
    ] = None,
    seconds: Annotated[
        int, typer.Option("--seconds", metavar="秒", min=5, max=300, help="最多等网页多少秒；默认 40")
    ] = 40,
    plan: PlanOption = None,
    allow_private: AllowPrivate = False,
    json: Json = False,
) -> None:
    """网页存证：把网页存成整页截图（PNG）和 PDF，记下时间、标题、网址和指纹

    用这台电脑上的 Chromium、Chrome 或 Edge，另要装部件 capture。
    例：gongkai evidence capture https://www.gz.gov.cn/… 15
    """
    from gongkai_cli.cli.evidence.adding import Filing, word_of
    from gongkai_cli.cli.evidence.capturing import Asked, file_capture, keep_capture
    from gongkai_cli.cli.record.choosing import Wanted, desk_at
    from gongkai_cli.cli.record.recording import reporter_of
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    asked = Asked(url, title or "", seconds, allow_private, json)
    if task is None:
        keep_capture(session, asked)
        return
    filing = Filing(session.day(day), reporter or reporter_of(session.root))
    desk = desk_at(session, Wanted(task, plan, office, filing.day))
    file_capture(desk, asked, word_of(desk, session.day(of) if of else None), filing)
