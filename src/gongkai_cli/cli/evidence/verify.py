"""`gongkai evidence verify`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AllowPrivate, AsOf, Json, PlanOption

Text = str | None


def run(
    context: typer.Context,
    subjects: Annotated[
        list[str] | None,
        typer.Argument(metavar="对象", help="只核验这些任务、文件或目录里的佐证；默认全部"),
    ] = None,
    office: Annotated[Text, typer.Option("--office", metavar="部门", help="只核验这个部门的佐证")] = None,
    plan: PlanOption = None,
    as_of: AsOf = None,
    online: Annotated[
        bool, typer.Option("--online", help="链接也逐个打开看看，结果写进 evidence/核验/")
    ] = False,
    allow_private: AllowPrivate = False,
    everything: Annotated[bool, typer.Option("--all", help="没有问题的也列出来")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只核验并显示，不写核验记录")] = False,
    json: Json = False,
) -> int:
    """核验佐证：文件与登记时是否一致；加 --online 还看链接是否打得开

    有打不开的链接，或者缺失、改动的文件，以 1 退出。
    例：gongkai evidence verify --online --office 法规宣传处
    """
    from gongkai_cli.cli.evidence.chosen import Choice, chosen
    from gongkai_cli.cli.evidence.verifying import answered, failed, verified
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.lexicon.load import message
    from gongkai_cli.store.evidence.web.manners import Manners

    session = session_of(context)
    day = session.day(as_of)
    pieces = chosen(session, Choice(tuple(subjects or ()), office, plan, day))
    manners = Manners(allow_private=allow_private) if online else None
    note = verified(session.root, pieces, session.day(None) if online else day, manners)
    kept = ""
    if online and not answered(note):
        session.note(message("no-answer-at-all", {}))
    elif online and not dry_run:
        from gongkai_cli.store.evidence.verification import keep_note
        from gongkai_cli.store.git.repository import default_office

        kept = keep_note(session.root, note, default_office(session.root))
    if json:
        from gongkai_cli.views.evidence import verification_json

        session.say(verification_json(note, online=online))
    else:
        from gongkai_cli.views.evidence import verification_page

        session.show(verification_page(note, online=online, everything=everything, width=session.width))
    if kept:
        session.note(f"核验记录已写入 {kept}")
    return int(failed(note))
