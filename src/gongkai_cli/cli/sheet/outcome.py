"""What came of sheets: their problems row by row, or the records filed."""

from collections.abc import Sequence

from gongkai_cli.cli.session import Session
from gongkai_cli.cli.sheet.inbox import Batch
from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.problem import Problem
from gongkai_cli.views.width import one_line


def told(session: Session, batches: Sequence[Batch]) -> int:
    """Tell the problems of all sheets, by row; return how many are errors."""
    problems = sorted((one for batch in batches for one in batch.problems), key=_place)
    errors = sum(level(one.code) == "错误" for one in problems)
    for one in problems:
        (session.say if errors else session.note)(_line(one))
    if errors:
        session.say(f"错误 {errors}、提示 {len(problems) - errors}；一条也没有登记，请改好再导入")
    return errors


def filed(session: Session, batches: Sequence[Batch], *, dry_run: bool) -> None:
    """Write the records, sheet by sheet, and say what was added; with `dry_run` only say it."""
    for batch in batches:
        if not dry_run:
            _write(session, batch)
        done = "将登记" if dry_run else "登记"
        known = f"，已有 {batch.known} 条" if batch.known else ""
        session.say(f"{batch.file}：{batch.office}，{done} {len(batch.lines)} 条{known}")
        for line in batch.lines:
            one = line.record
            proof = f"  佐证 {len(one.evidence)} 份" if one.evidence else ""
            session.say(f"  第{line.row}行  任务 {one.task}  {one.day.isoformat()}  {one.status}{proof}")


def _write(session: Session, batch: Batch) -> None:
    """Keep the files first: a record must not name evidence that is not there."""
    from gongkai_cli.store.evidence.files import keep
    from gongkai_cli.store.ledgers import append_records

    for line in batch.lines:
        for one in line.offered:
            if one.kept:
                keep(session.root, one.kept)
    append_records(session.root, batch.plan.id, batch.office, [line.record for line in batch.lines])


def _line(problem: Problem) -> str:
    hint = "" if level(problem.code) == "错误" else "提示："
    return one_line(f"{problem.file}{_where(problem)}：{hint}{message(problem.code, problem.about)}")


def _where(problem: Problem) -> str:
    row, column = problem.at if isinstance(problem.at, tuple) and problem.at else (0, "")
    return (f" 第{row}行" if row else "") + (f"“{column}”" if column else "")


def _place(problem: Problem) -> tuple[str, int]:
    row = problem.at[0] if isinstance(problem.at, tuple) and problem.at else 0
    return problem.file, int(row)
