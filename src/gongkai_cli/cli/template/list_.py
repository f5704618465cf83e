"""`gongkai template list`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

import typer


def run(context: typer.Context) -> None:
    """有哪些报告，各用哪个模板：自带的，还是工作区里的

    例：gongkai template list
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.store.templates import own_templates, shipped, template
    from gongkai_cli.views.template.page import InForce, list_page
    from gongkai_cli.views.word.registry import KINDS

    session = session_of(context)
    own = own_templates(session.root)
    kinds = [
        InForce(
            kind,
            ("same" if template(session.root, kind) == shipped(kind) else "own")
            if kind in own
            else "shipped",
        )
        for kind in KINDS
    ]
    strays = [f"{name}.docx" for name in own if name not in KINDS]
    session.show(list_page(kinds, strays, session.width))
