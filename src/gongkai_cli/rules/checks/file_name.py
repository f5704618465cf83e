"""文件名与文件里写的不一致。

计划文件以计划的编号为名，台账文件放在计划编号的目录里、以部门为名，年度报告和申请登记以年度为名；不一致时，人和程序会各找各的。
改法：改文件名（目录名），或改文件里的“计划”“部门”“年度”，使两处相同。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace

CODE = "file-name"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each file that is not where it says it belongs."""
    for plan in workspace.plans:
        yield from _compare(plan.file, "计划", plan.value.id, _stem(plan.file))
    for ledger in workspace.ledgers:
        yield from _compare(ledger.file, "计划", ledger.value.plan, _folder(ledger.file))
        yield from _compare(ledger.file, "部门", ledger.value.office, _stem(ledger.file))
    for supervision in workspace.supervision:
        yield from _compare(supervision.file, "计划", supervision.value.plan, _folder(supervision.file))
    years = [(report.file, report.value.year) for report in workspace.annual]
    years += [(register.file, register.value.year) for register in workspace.registers]
    for file, year in years:
        yield from _compare(file, "年度", str(year), _stem(file))


def _compare(file: str, key: str, said: str, named: str) -> Iterator[Problem]:
    if said != named:
        yield Problem(file, (key,), CODE, {"key": key, "value": said, "named": named})


def _stem(file: str) -> str:
    return file.rpartition("/")[2].removesuffix(".yaml")


def _folder(file: str) -> str:
    return file.rpartition("/")[0].rpartition("/")[2]
