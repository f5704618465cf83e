"""Which import a document calls for, and what the options of `gongkai import` mean."""

from pathlib import Path

from gongkai_cli.cli.import_.imported import Imported
from gongkai_cli.cli.session import Session
from gongkai_cli.documents.read import read
from gongkai_cli.model.leaf import whole
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.annual.recognise import is_annual


def imported(session: Session, file: Path, *, plan: str | None, year: int | None) -> Imported:
    """Read a document and understand it: as an annual report where it is one, else as a plan."""
    document = read(file)
    for remark in document.remarks:
        session.note(f"{file.name}：{remark}")
    if is_annual(document):
        from gongkai_cli.cli.import_.imported_annual import ImportedAnnual

        if plan:
            raise Refusal("annual-has-no-id", file=file)
        return ImportedAnnual(session, file, document, year)
    from gongkai_cli.cli.import_.imported_plan import ImportedPlan, id_from

    return ImportedPlan(session, file, document, id=plan or id_from(file), year=year)


def year_of(text: str | None) -> int | None:
    """Read `--year`."""
    if text is None:
        return None
    try:
        year = whole(text)
    except ValueError:
        year = 0
    if not 1990 <= year <= 2100:
        raise Refusal("bad-year", value=text)
    return year
