"""`gongkai git guard`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from typing import Annotated

import typer

from gongkai_cli.cli.options import Json


def run(
    context: typer.Context,
    base: Annotated[
        str | None,
        typer.Argument(metavar="起点", help="查这个版本以后的提交，如 origin/main；也可写成 起点..终点"),
    ] = None,
    end: Annotated[str, typer.Argument(metavar="终点", help="查到哪个版本为止；默认 HEAD")] = "HEAD",
    trust: Annotated[
        str | None,
        typer.Option("--trust", metavar="版本", help="照哪个版本的 gongkai.yaml 认人；默认起点"),
    ] = None,
    hook: Annotated[
        bool, typer.Option("--hook", help="在服务端的 pre-receive 钩子里：从标准输入读推送的内容")
    ] = False,
    json: Json = False,
) -> int:
    """查归属：每次提交是否只动了提交人自己部门的台账和佐证

    按提交人的邮箱认部门（gongkai.yaml 的联络员）；牵头处室的联络员都可以动。有不合归属的以 1 退出。
    例：gongkai git guard origin/main HEAD
    """
    from gongkai_cli.cli.git.guarding import Verdict, of_push, of_span
    from gongkai_cli.cli.session import session_of
    from gongkai_cli.store.git.repository import Repository
    from gongkai_cli.views.guard import guard_json, guard_text

    session = session_of(context)
    repository = Repository(session.start)
    verdict: Verdict = of_push(repository) if hook else of_span(repository, base, end, trust)
    if json:
        session.say(guard_json(verdict.judged, verdict.lost))
    elif verdict.first:
        session.say(verdict.first)
    else:
        session.say(guard_text(verdict.judged, verdict.lost, all_told=not hook), end="")
    return int(bool(verdict.lost) or any(one.problems for one in verdict.judged))
