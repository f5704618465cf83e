"""Whether the registers of requests may be counted: an error in them would be an error in the tables."""

from datetime import date

from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules import checks
from gongkai_cli.store.paths import REQUESTS
from gongkai_cli.store.read import locate


def errors_in(workspace: Workspace, day: date) -> list[Problem]:
    """Find the errors in the requests."""
    return [
        problem
        for problem in checks.run(workspace, day)
        if problem.file.startswith(f"{REQUESTS}/") and level(problem.code) == "错误"
    ]


def ensure_right(session: Session, workspace: Workspace, day: date) -> None:
    """Refuse while there is an error in the requests; tells the first."""
    found = sorted(
        locate(session.root, errors_in(workspace, day)), key=lambda located: (located[0].file, located[1])
    )
    if found:
        first, at = found[0]
        where = f"{first.file}:{at.line}:{at.column}"
        said = message(first.code, first.about)
        raise Refusal("annual-requests-wrong", count=len(found), where=where, said=said)
