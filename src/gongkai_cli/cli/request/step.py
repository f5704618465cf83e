"""`gongkai request step`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.request.options import Day, DryRun, Note, Number

Text = str | None


def run(
    context: typer.Context,
    number: Number,
    step: Annotated[
        Text,
        typer.Argument(
            metavar="步骤",
            help="确认、登记、补正、收到补正、征求第三方、收到第三方意见、征求其他机关、收到机关意见、收费、缴费、延期、送达、归档、复议、诉讼",
        ),
    ] = None,
    day: Day = None,
    by: Annotated[Text, typer.Option("--by", metavar="日期", help="补正、缴费：要求对方哪天以前")] = None,
    days: Annotated[
        Text, typer.Option("--days", metavar="工作日", help="延期：延长几个工作日，最多 20；默认 20")
    ] = None,
    approver: Annotated[Text, typer.Option("--approver", metavar="姓名", help="延期：谁批准的")] = None,
    basis: Annotated[Text, typer.Option("--basis", metavar="方式", help="收费：按件、按量")] = None,
    quantity: Annotated[
        Text, typer.Option("--quantity", metavar="数量", help="收费：同一申请人当月共几件，或者多少页")
    ] = None,
    amount: Annotated[
        Text, typer.Option("--amount", metavar="元", help="收费、缴费的金额；收费不写的，按标准算")
    ] = None,
    suit: Annotated[
        Text, typer.Option("--suit", metavar="类型", help="诉讼：未经复议直接起诉、复议后起诉")
    ] = None,
    result: Annotated[
        Text, typer.Option("--result", metavar="结果", help="复议、诉讼：结果维持、结果纠正、其他结果")
    ] = None,
    note: Note = None,
    dry_run: DryRun = False,
) -> None:
    """登记一步：确认、录入平台、补正、征求意见、收费、延期、送达、归档、复议、诉讼

    答复用 gongkai request answer 登记。经过只往后添；期限随着重算：补正、缴费以后重新起算，
    征求意见的时间不计入，延期只能一次（条例第三十条、第三十二条至第三十四条）。
    例：gongkai request step 2021-003 征求第三方 --date 2021-09-15
    """
    from typing import get_args

    from gongkai_cli.cli.request.counter import Counter, entry_of
    from gongkai_cli.cli.request.filing import DAYS, paid, steps
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.problem import Refusal
    from gongkai_cli.model.request import Step, SuitKind

    session = session_of(context)
    when = session.day(day)
    counter = Counter(session, session.day(None))
    taken = step or session.chosen("步骤", steps(), "步骤")
    if taken == "诉讼" and not suit:
        suit = session.chosen("类型", get_args(SuitKind), "--suit")
    said = {
        "结果": result,
        "期限": by,
        "工作日": days,
        "批准人": approver,
        "方式": basis,
        "数量": quantity,
        "金额": amount,
        "类型": suit,
        "说明": note,
    }
    if taken not in DAYS:
        dated = {"日期": str(when), "步骤": taken, **said}
        counter.step(number, paid(entry_of(dated, Step)), dry_run=dry_run)
    elif any(said.values()):
        raise Refusal("day-alone", key=taken)
    else:
        counter.fill_in(number, taken, when, dry_run=dry_run)
