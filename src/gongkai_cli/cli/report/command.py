"""`gongkai report`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, PlanOption


def run(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(metavar="种类", help="哪种报告，见上", show_default=False)],
    year: Annotated[
        str | None, typer.Argument(metavar="年度", help="annual 写明哪一年，如 2021", show_default=False)
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写到哪里；默认写到 reports/")
    ] = None,
    office: Annotated[str | None, typer.Option("--office", metavar="部门", help="只写这个部门的任务")] = None,
    window: Annotated[
        str | None,
        typer.Option("--window", metavar="报送期", help="哪个报送期，如 第三季度；季度报告默认最近一期"),
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="版本", help="附上自这个版本或日期以来的变化")
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help="公开版：略去未标明主动公开或未经保密审查的佐证材料")
    ] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="同时存一份 PDF（要装 LibreOffice）")] = False,
    order: Annotated[
        str | None, typer.Option("--order", metavar="任务", help="督办通知单：督办哪一项红灯任务")
    ] = None,
    everyone: Annotated[
        bool, typer.Option("--all", help="催办、督办：该发的全发，一份一个文件，存到文件夹里")
    ] = False,
    reply_by: Annotated[
        str | None, typer.Option("--reply-by", metavar="日期", help="催办、督办的反馈时限；默认几个工作日后")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="只出草稿：催办、督办不编号、不登记，annual 不平也出")
    ] = False,
    html: Annotated[bool, typer.Option("--html", help="annual：同时存一份网页，供网站发布")] = False,
    plan: PlanOption = None,
    as_of: AsOf = None,
) -> None:
    """出报告：按台账生成 Word 文件

    种类：
    ledger    工作台账
    quarter   季度推进落实情况报告
    year-end  年度落实情况总结
    annual    政府信息公开工作年度报告
    notice    催办通知
    order     督办通知单
    lookback  回头看报告
    brief     一页简报
    changes   变化情况

    例：gongkai report year-end -o 总结.docx
    """
    from gongkai_cli.cli.report.making import Options, make
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    options = Options(
        year=year, output=output, office=office, window=window, since=since, public=public, pdf=pdf,
        order=order, everyone=everyone, reply_by=reply_by, draft=draft, html=html, plan=plan,
    )  # fmt: skip
    make(session, kind, options, as_of)
