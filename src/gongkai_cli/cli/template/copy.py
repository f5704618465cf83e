"""`gongkai template copy`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import KindArgument


def run(
    context: typer.Context,
    kind: KindArgument,
    force: Annotated[bool, typer.Option("--force", help="工作区里已经有了也换成自带的")] = False,
) -> None:
    """把自带的模板复制到工作区的 templates，用 Word 或 WPS 改，以后就用它出报告

    例：gongkai template copy year-end
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.problem import Refusal
    from gongkai_cli.store.replace import present, replace
    from gongkai_cli.store.templates import own_file, shipped
    from gongkai_cli.views.word.registry import kind_named

    kind_named(kind)
    session = session_of(context)
    path = session.root / own_file(kind)
    if path.exists() and not force:
        raise Refusal("template-exists", file=own_file(kind))
    replace(path, present(path), shipped(kind))
    session.say(f"已写入 {own_file(kind)}；改好后运行 gongkai template check")
