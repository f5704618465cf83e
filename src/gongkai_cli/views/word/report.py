"""A report of any kind: a basis and a template → a .docx, proven to carry every task it has to."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.origin import Origin
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.document import Album, Filled, Inserts, fill
from gongkai_cli.views.word.phrase import day_words
from gongkai_cli.views.word.properties import Imprint
from gongkai_cli.views.word.registry import kind_named, maker, title_of
from gongkai_cli.views.word.tally import gaps, mentions


class Report(Struct, frozen=True, kw_only=True):
    """A finished report. `gaps`: where a person still has to write; `notes`: what the person making it must know."""

    data: bytes
    gaps: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def render(kind: str, basis: Basis, template: bytes, album: Album) -> Report:
    """Fill the template; the same input gives the same bytes. Refuses a report that lost a task."""
    made = maker(kind)
    context = made.context(basis)
    imprint = _imprint(_title(context) or title_of(kind), basis)
    filled = fill(template, context, imprint, Inserts(album, made.charts(basis)))
    made.ensure(filled.body, basis)
    return Report(
        data=filled.data, gaps=gaps(filled.body), notes=(*_notes(kind, basis, filled), *filled.notes)
    )


def _notes(kind: str, basis: Basis, filled: Filled) -> Iterator[str]:
    """What was left out, and a day that the template does not print."""
    said = words("reports")
    if basis.left_out:
        yield said["略去"].format(count=basis.left_out)
    day = day_words(basis.as_of)
    if not kind_named(kind).of_calendar_year and not mentions(filled.body, said["截至"].format(day=day)):
        yield said["未印日期"].format(day=day)


def _title(context: Sequence[Struct]) -> str:
    """The title the paper itself has, on one line; "" where it prints none."""
    titles = (str(getattr(part, "title", "")) for part in context)
    return next(filter(None, titles), "").replace("\n", "")


def _imprint(title: str, basis: Basis) -> Imprint:
    """Say of which plan, day and filter the report is, and in which state its data was."""
    plan, said = basis.summary.plan, words("reports")["属性"]
    chosen = (basis.office, basis.window_name, said["公开版"] if basis.left_out is not None else "")
    return Imprint(
        title=title,
        author=plan.body,
        subject=said["主题"].format(plan=plan.id, day=basis.as_of.isoformat()),
        keywords="；".join(filter(None, chosen)) or said["全部"],
        description=_state(basis.origin, said),
        day=basis.as_of,
    )


def _state(origin: Origin, said: dict[str, str]) -> str:
    if not origin.commit:
        return said["无版本"]
    return said["已提交" if origin.clean else "未提交"].format(commit=origin.commit)
