"""`gongkai import`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.cli.options import Json


def run(
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="文件", help="计划或年度报告的原文件", show_default=False)
    ],
    plan: Annotated[
        str | None, typer.Option("--id", metavar="编号", help="计划的编号；默认取文件名（去掉末尾的 -plan）")
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="年度", help="原文没写年度时指定")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看结果，不写文件")] = False,
    update: Annotated[
        bool, typer.Option("--update", help="计划已在库里也写：保留手工改定的内容和注释")
    ] = False,
    report: Annotated[
        bool,
        typer.Option("--report", help="试读文件或目录里的全部文件，只列各份的任务、字段、待核和未归入字数"),
    ] = False,
    json: Json = False,
) -> None:
    """计划入库：把计划文件转换成 data/plans/<编号>.yaml

    政府信息公开工作年度报告认得出，转换成 data/annual/<年度>.yaml。
    逐项列出拿不准的字段和没有归入任务的文字，并核对一个字也没有丢。
    例：gongkai import data/sources/2021年分工方案.txt --id guangzhou-sports-2021
    """
    from gongkai_cli.cli.import_.importing import imported, year_of
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.problem import Refusal

    if report:
        from gongkai_cli.cli.import_.surveying import survey
        from gongkai_cli.views.survey import survey_page

        shown = session_of(context)
        shown.show(survey_page(survey(files, year_of(year)), shown.width))
        return
    if len(files) > 1 and (plan or year or json):
        raise Refusal("one-file-only")
    session = session_of(context)
    when = year_of(year)
    for file in files:
        one = imported(session, file, plan=plan, year=when)
        one.write(dry_run=dry_run, update=update)
        one.tell(json=json)
