"""`gongkai init`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from pathlib import Path
from typing import Annotated

import typer

Text = str | None


def run(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="目录", help="工作区建在哪里；默认当前目录", show_default=False)
    ] = Path(),
    body: Annotated[Text, typer.Option("--body", metavar="单位", help="单位全称")] = None,
    offices: Annotated[
        Text, typer.Option("--offices", metavar="部门", help="全部部门，用顿号隔开，例如：办公室、法规宣传处")
    ] = None,
    coordinator: Annotated[
        Text, typer.Option("--coordinator", metavar="部门", help="统筹人员在哪个部门（牵头处室）")
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--from", metavar="文件", help="从这份计划里读单位和部门；不导入计划")
    ] = None,
    office: Annotated[
        Text,
        typer.Option("--office", metavar="部门", help="把这个克隆设为某个部门填报用；不动工作区里的文件"),
    ] = None,
    name: Annotated[
        Text, typer.Option("--name", metavar="姓名", help="联络员（建工作区时是统筹人员）的姓名")
    ] = None,
    email: Annotated[
        Text, typer.Option("--email", metavar="邮箱", help="联络员（建工作区时是统筹人员）的邮箱")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会做什么，什么都不改")] = False,
) -> None:
    """建工作区：设置、目录、git、编辑器、服务器检查、填报说明一次备齐

    再运行一次，只补缺的、更新没人改过的，改过的一律不动。
    在部门联络员的克隆里加 --office，设好身份、分支和默认部门。
    例：gongkai init 台账 --from 2021年分工方案.docx
    例：gongkai init --office 法规宣传处
    """
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.model.workspace import Liaison

    session = session_of(context)
    officer = Liaison(name=name or "", email=email or "")
    if office:
        from gongkai_cli.cli.init.joining import join
        from gongkai_cli.store.git.clone import Clone
        from gongkai_cli.store.paths import find_root

        clone = Clone(find_root((session.start / folder).resolve()), dry_run)
        join(session, clone, office, officer)
    else:
        from gongkai_cli.cli.init.founding import found
        from gongkai_cli.cli.init.naming import Wish

        wish = Wish(body or "", offices or "", coordinator or "", officer, source)
        found(session, folder, wish, dry_run=dry_run)
