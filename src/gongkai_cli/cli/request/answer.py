"""`gongkai request answer`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.request.options import Day, DryRun, Note, Number


def run(
    context: typer.Context,
    number: Number,
    result: Annotated[
        str | None,
        typer.Argument(metavar="结果", help="年度报告表三里的说法，不带序号；写出能认得的一部分也行"),
    ] = None,
    day: Day = None,
    delivered: Annotated[
        str | None,
        typer.Option(
            "--delivered", metavar="日期", help="送达之日：签收或者邮寄交邮；以后送达的，用 step 登记"
        ),
    ] = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """登记答复：结果归入年度报告表三的哪一行

    一件申请有几种答复的，只归入主要的一行；区分处理的，归入“部分公开”。
    结果有：予以公开；部分公开（区分处理的，只计这一情形，不计其他情形）；
    不予公开——属于国家秘密、其他法律行政法规禁止公开、危及“三安全一稳定”、保护第三方合法权益、属于三类内部事务信息、
    属于四类过程性信息、属于行政执法案卷、属于行政查询事项；
    无法提供——本机关不掌握相关政府信息、没有现成信息需要另行制作、补正后申请内容仍不明确；
    不予处理——信访举报投诉类申请、重复申请、要求提供公开出版物、无正当理由大量反复申请、要求行政机关确认或重新出具已获取信息；
    其他处理——申请人无正当理由逾期不补正、申请人逾期未按收费通知要求缴纳费用、其他。
    例：gongkai request answer 2021-003 予以公开 --delivered 2021-10-09
    """
    from gongkai_cli.cli.request.counter import Counter, entry_of
    from gongkai_cli.cli.request.filing import result_named, results
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.request import Step

    session = session_of(context)
    when = session.day(day)
    counter = Counter(session, session.day(None))
    said = {
        "日期": str(when),
        "步骤": "答复",
        "结果": result_named(result) if result else session.chosen("结果", results(), "结果"),
        "送达": delivered,
        "说明": note,
    }
    counter.step(number, entry_of(said, Step), dry_run=dry_run)
