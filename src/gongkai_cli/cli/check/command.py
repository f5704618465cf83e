"""`gongkai check`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf


def run(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="路径", help="只报告这些文件或目录里的问题；默认全部")
    ] = None,
    changed_from: Annotated[
        str | None, typer.Option("--changed-from", metavar="版本", help="只报告从这个 git 版本以来改动的文件")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="先改好只有一种改法的笔误，不动内容")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="与 --fix 合用：只显示要改什么，不写文件")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="格式", help="text、json、github、gitlab，后三种供程序读取")
    ] = "text",
    as_of: AsOf = None,
    json: Annotated[bool, typer.Option("--json", help="同 --format json")] = False,
) -> int:
    """查错：检查全部数据文件，逐条指出位置和改法

    有错误时以 1 退出，只有提示时以 0 退出。
    例：gongkai check data/ledger/guangzhou-sports-2021
    """
    from gongkai_cli.cli.check.checking import Checking
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.problem import Refusal

    if dry_run and not fix:
        raise Refusal("preview-without-fix")
    session = session_of(context)
    below = tuple(session.start / path for path in paths or ())
    checking = Checking(session, below, "json" if json else form)
    changed = checking.changed_since(changed_from) if changed_from else None
    if fix:
        checking.fix(changed, dry_run=dry_run)
    return checking.tell(session.day(as_of), changed)
