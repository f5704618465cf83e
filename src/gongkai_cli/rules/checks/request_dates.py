"""申请的几个日期前后矛盾，或者还没有到。

先有到达，再有确认；收到申请之日按渠道确定（条例第三十一条）：当面提交、邮寄以到达之日为准，平信、互联网、传真以双方确认之日为准。
期限从收到之日起算，错一天，二十个工作日就跟着错。
改法：对照信封、签收单、系统记录改正；只写“到达”和“确认”，“收到”可以不写。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.request import CONFIRMED_CHANNELS, Request
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests
from gongkai_cli.rules.reasons import say

CODE = "request-dates"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each day of a case that cannot be."""
    for asked in requests(workspace):
        for key, day, first, last in _bounds(asked.request, as_of):
            if not first <= day <= last:
                yield asked.problem(key, CODE, key=key, value=str(day), bounds=_told(first, last))


def _told(first: date, last: date) -> str:
    kind = "only" if first == last else "by" if first == date.min else "between"
    return say(f"request-day-{kind}", first=first, last=last)


def _bounds(request: Request, as_of: date) -> Iterator[tuple[str, date, date, date]]:
    """Each day with the first and last it can be."""
    yield "到达", request.arrived, date.min, as_of
    for key, day in (("确认", request.confirmed), ("登记", request.registered)):
        if day is not UNSET:
            yield key, day, request.arrived, as_of
    if request.received is not UNSET:
        legal = request.confirmed if request.channel in CONFIRMED_CHANNELS else request.arrived
        if legal is not UNSET:
            yield "收到", request.received, legal, legal
