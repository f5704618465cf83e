"""What `annual build` did: what was counted, where a person's figures differ, what is left to fill in."""

from collections.abc import Iterator

from msgspec import Struct, to_builtins

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.rules.annual.building import Difference, cell_words
from gongkai_cli.rules.annual.cells import Path
from gongkai_cli.rules.annual.form import NAMES, printed
from gongkai_cli.rules.annual.values import values
from gongkai_cli.rules.annual.year import Year
from gongkai_cli.views.data import english, json_text
from gongkai_cli.views.page import Line, Page, line, paragraph
from gongkai_cli.views.review import change_lines
from gongkai_cli.views.width import one_line


class BuildDone(Struct, frozen=True, kw_only=True):
    """The report built. `blanks`: what is left to fill in, by key; `is_new`: the file was not there before."""

    file: str
    report: TrialReport | Report
    counts: Year
    differences: tuple[Difference, ...]
    blanks: dict[str, tuple[Path, ...]]
    recount: bool
    written: bool
    is_new: bool
    diff: str


def build_page(done: BuildDone, width: int) -> Page:
    """Lay out what was done."""
    return (
        *_counted(done, width),
        *_different(done, width),
        *_open(done, width),
        *change_lines(done.diff, width),
        line(),
        *paragraph(_outcome(done), width, label="结果    "),
    )


def build_json(done: BuildDone) -> str:
    """Tell the report and what is left to do."""
    return json_text(
        {
            "file": done.file,
            "written": done.written,
            "report": english(done.report),
            "differences": to_builtins(done.differences),
            "blanks": {key: [list(path) for path in paths] for key, paths in done.blanks.items()},
        }
    )


def _counted(done: BuildDone, width: int) -> Iterator[Line]:
    said, counts = words("annual")["汇总"], done.counts
    if counts.requests is None:
        yield from paragraph(said["没有登记"].format(year=done.report.year), width, label="申请    ")
    else:
        total = values(counts.requests)
        yield from paragraph(
            said["登记"].format(
                year=done.report.year,
                cases=counts.cases,
                later=said["未收到"].format(count=counts.later) if counts.later else "",
                **{key: total[label, "总计"] for key, label in said["总数"].items()},
            ),
            width,
            label="申请    ",
        )
    figures = "；".join(f"{one.name} {one.number} {one.unit}".strip() for one in counts.figures)
    yield from paragraph(figures or said["没有计数"].format(year=done.report.year), width, label="台账    ")
    for draft in counts.drafts:
        yield from paragraph(one_line(draft.text), width, label="起草    ")


def _different(done: BuildDone, width: int) -> Iterator[Line]:
    said = words("annual")["汇总"]
    if not done.differences:
        return
    head = said["已重填" if done.recount else "不一致"].format(count=len(done.differences))
    yield line()
    yield from paragraph(head, width, style="yellow")
    for one in done.differences:
        if one.what in NAMES or one.path:
            yield from paragraph(f"{one.what}  {cell_words(one)}", width, label="  ")
        else:
            yield from paragraph(said["段落"].format(said=one.said, counted=one.counted), width, label="  ")


def _open(done: BuildDone, width: int) -> Iterator[Line]:
    said = words("annual")["汇总"]
    yield line()
    yield line(said["待填"].format(count=len(done.blanks)) if done.blanks else said["没有待填"], "bold")
    for key, paths in done.blanks.items():
        yield from paragraph(_blank(done, key, paths), width, label=f"  {key}  ")


def _blank(done: BuildDone, key: str, paths: tuple[Path, ...]) -> str:
    """Name the cells that are blank, unless the whole table is."""
    said = words("annual")["汇总"]
    if not paths:
        return str(said["文字"])
    if len(paths) == len(printed(done.report.form, key).paths):
        return str(said["整张"])
    return "、".join("·".join(path) for path in paths)


def _outcome(done: BuildDone) -> str:
    said = words("annual")["汇总"]
    if not done.is_new and not done.diff:
        return str(said["没有改动"]).format(file=done.file)
    if not done.written:
        return str(said["试看"]).format(file=done.file)
    return str(said["新建" if done.is_new else "更新"]).format(file=done.file)
