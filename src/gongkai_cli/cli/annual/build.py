"""`gongkai annual build`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import AsOf, Json


def run(
    context: typer.Context,
    year: Annotated[str, typer.Argument(metavar="年度", help="报告哪一年，如 2021", show_default=False)],
    recount: Annotated[
        bool, typer.Option("--recount", help="手工填的数、段落与登记不一致时，也照登记重填")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看结果，不写文件")] = False,
    as_of: AsOf = None,
    json: Json = False,
) -> None:
    """汇总年度报告：表三、表四照申请登记数出来，数据和第六部分照台账起草

    写到 data/annual/<年度>.yaml。表二和文字由人填；手工填的数从不悄悄改掉，与登记不一致的逐格列出。
    例：gongkai annual build 2021
    """
    from gongkai_cli.cli.annual.building import build
    from gongkai_cli.cli.annual.years import year_named
    from gongkai_cli.cli.session import session_of

    session = session_of(context)
    done = build(session, year_named(year), session.day(as_of), recount=recount, dry_run=dry_run)
    if json:
        from gongkai_cli.views.annual_build import build_json

        session.say(build_json(done))
    else:
        from gongkai_cli.views.annual_build import build_page

        session.show(build_page(done, session.width))
