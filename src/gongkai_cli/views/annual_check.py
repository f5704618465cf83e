"""What `annual check` proved of each report, and what does not hold: both sides, and which cell it may be."""

from collections.abc import Iterator

from msgspec import Struct, to_builtins

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.rules.annual.building import Difference, cell_words
from gongkai_cli.rules.annual.identities import Break
from gongkai_cli.rules.annual.suspect import Suspect
from gongkai_cli.rules.annual.telling import told
from gongkai_cli.views.annual_paper import title_of
from gongkai_cli.views.data import json_text
from gongkai_cli.views.page import Line, Page, line, paragraph
from gongkai_cli.views.width import one_line


class Checked(Struct, frozen=True, kw_only=True):
    """One report: how many identities of each kind it was held to, what breaks them, what else is wrong or missing.

    `faults`: cells that hold no number, in words, with whether that is an error; `differences`: from the registers;
    `missing`: tables without numbers.
    """

    place: str
    report: TrialReport | Report
    proofs: dict[str, int]
    breaks: tuple[Break, ...]
    suspects: tuple[Suspect, ...]
    faults: tuple[tuple[bool, str], ...]
    differences: tuple[Difference, ...]
    missing: tuple[str, ...]

    @property
    def errors(self) -> int:
        """Count what is wrong, hints left out."""
        return sum(grave for grave, _ in self.faults) + sum(one.grave for one in self.breaks)


def check_page(found: tuple[Checked, ...], width: int) -> Page:
    """Lay out the reports, one after the other."""
    return tuple(one for checked in found for one in (*_report(checked, width), line()))[:-1]


def check_json(found: tuple[Checked, ...]) -> str:
    """Tell the reports as data."""
    return json_text([_data(one) for one in found])


def _report(checked: Checked, width: int) -> Iterator[Line]:
    said = words("annual")["核对"]
    yield from paragraph(one_line(title_of(checked.report)), width, style="head")
    yield from paragraph(checked.place, width, style="dim")
    for rule, count in checked.proofs.items():
        wrong = sum(one.rule == rule for one in checked.breaks)
        label = f"  {'×' if wrong else '√'} {rule:9}{count:>3} 项  "
        said_of = said[rule] + (said["不成立"].format(wrong=wrong) if wrong else "")
        yield from paragraph(said_of, width, label=label, style="red" if wrong else "")
    if checked.missing:
        yield from paragraph(said["缺失"].format(tables="、".join(checked.missing)), width, label="  ")
    for grave, text in _findings(checked):
        level = "错误" if grave else "提示"
        yield from paragraph(one_line(text), width, label=f"{level}：", style="red" if grave else "yellow")
    hints = sum(not grave for grave, _ in _findings(checked))
    if checked.errors or hints:
        yield line(said["小计"].format(errors=checked.errors, hints=hints))
    elif checked.proofs:
        yield line(said["没有问题"])


def _findings(checked: Checked) -> Iterator[tuple[bool, str]]:
    """Give every finding in words, the errors first, with whether it is one."""
    said = words("annual")["核对"]
    broken = [(one.grave, f"{told(one)}（{one.rule}）") for one in checked.breaks]
    yield from sorted((*checked.faults, *broken), key=lambda one: not one[0])
    for suspect in checked.suspects:
        yield (
            False,
            said["多半"].format(
                table=suspect.table,
                cell="·".join(suspect.path),
                number=suspect.number,
                expected=suspect.expected,
            ),
        )
    for differ in checked.differences:
        yield False, said["与登记"].format(table=differ.what, cell=cell_words(differ))


def _data(checked: Checked) -> dict[str, object]:
    report = checked.report
    return {
        "file": checked.place,
        "title": title_of(report),
        "body": report.body,
        "year": report.year,
        "form": report.form,
        "missing": checked.missing,
        "proofs": checked.proofs,
        "errors": checked.errors,
        "breaks": [to_builtins(one) | {"message": told(one)} for one in checked.breaks],
        "suspects": to_builtins(checked.suspects),
        "faults": [{"grave": grave, "message": text} for grave, text in checked.faults],
        "differences": to_builtins(checked.differences),
    }
