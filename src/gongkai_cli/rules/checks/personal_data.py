"""文字里像是有身份证号或者电话号码。

台账和申请登记都在 git 里，改了也留着历史；姓名、证件号、电话、住址一律不写进来，只留本单位的编号。
改法：删去号码；已经提交过的，请与管理员商量怎样从历史里清除。
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec.structs import fields

from gongkai_cli.model.entry import Entry
from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.workspace import Workspace

CODE = "personal-data"

_NUMBER = re.compile(r"(?<![\dA-Za-z/._-])(?:\d{17}[\dXx]|1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![\dA-Za-z_-])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"  # GB 11643: the last mark of an identity number, by the weighted sum modulo 11
_NO_TEXT = {"url", "file", "sha256"}


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each text of a ledger or of a request that holds such a number."""
    files: list[tuple[str, Entry]] = [(one.file, one.value) for one in workspace.registers]
    files += [(one.file, one.value) for one in workspace.ledgers]
    files += [(one.file, one.value) for one in workspace.supervision]
    for file, entry in files:
        for at, text in _texts(entry, ()):
            for found in filter(_is_personal, _NUMBER.findall(text)):
                yield Problem(file, at, CODE, {"value": f"{found[:3]}…{found[-2:]}"})


def _texts(entry: Entry, at: Path) -> Iterator[tuple[Path, str]]:
    for field in fields(entry):
        if field.name not in _NO_TEXT:
            yield from _inside(getattr(entry, field.name), (*at, field.encode_name))


def _inside(value: Any, at: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield at, value
    elif isinstance(value, Entry):
        yield from _texts(value, at)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _inside(one, (*at, index))


def _is_personal(number: str) -> bool:
    """Whether it is a telephone number, or eighteen marks whose last proves the others."""
    if len(number) < 18:
        return True
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number[:17], strict=True))
    return _CHECKS[total % 11] == number[17].upper()
