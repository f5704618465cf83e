"""Writing the disclosure requests: a case goes to the end of its year's file, a step to the end of its case."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace as changed

from gongkai_cli.model.convert import convert
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.request import Register, Request, Step
from gongkai_cli.store.lists import Section, append, current
from gongkai_cli.store.lock import locked
from gongkai_cli.store.paths import requests_file
from gongkai_cli.store.replace import replace
from gongkai_cli.store.text import BOM, decode
from gongkai_cli.yamltext.edit import edited
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import request_text

_REQUESTS = "申请"
_LAST_DIGITS = re.compile(r"(\d+)\Z")


def add_request(root: Path, request: Request, *, renumber: bool = False) -> Request:
    """Add a case to the file of the year it arrived in. Refuses a number that is taken, or gives the next free one.

    The number is settled under the lock, so that two clerks never get the same.
    """
    file = requests_file(request.arrived.year)
    with locked(root):
        was = current(root / file)
        known = [one.number for one in _register(was, file).requests] if was else []
        numbered = request
        if request.number in known:
            if not renumber:
                raise Refusal("request-number-taken", number=request.number, file=file)
            numbered = changed(request, number=next_number(request.arrived.year, known))
        section = Section(f"年度: {request.arrived.year}\n{_REQUESTS}:\n", _REQUESTS)
        append(root, file, section, request_text(numbered))
    return numbered


def add_step(root: Path, file: str, number: str, step: Step) -> None:
    """Add a step to a case: the bytes before and after it stay. Refuses a layout that leaves no room for it."""
    _change(root, file, number, lambda one: changed(one, steps=(*one.steps, step)))


def add_day(root: Path, file: str, number: str, days: Mapping[str, date]) -> None:
    """Add a day of the case itself that came later (`confirmed`, `registered`); refuses as a step does."""
    _change(root, file, number, lambda one: changed(one, **days))


def _change(root: Path, file: str, number: str, change: Callable[[Request], Request]) -> None:
    path = root / file
    with locked(root):
        was = current(path) or b""
        old = _register(was, file)
        requests = tuple(change(one) if one.number == number else one for one in old.requests)
        if requests == old.requests:
            raise Refusal(
                "no-such-request", value=number, known="\n".join(one.number for one in old.requests)
            )
        replace(path, was, _edited(was, old, changed(old, requests=requests), file))


def next_number(year: int, known: Iterable[str]) -> str:
    """Return the number after the greatest of the year: 2021-013."""
    own = (_LAST_DIGITS.search(number) for number in known if number.startswith(f"{year}-"))
    return f"{year}-{max((int(found[1]) for found in own if found), default=0) + 1:03}"


def _register(data: bytes, file: str) -> Register:
    """Read a file that is to be written to; refuses one with faults, which `check` tells."""
    text = decode(data, file)
    try:
        register = None if isinstance(text, Problem) else convert(load(text), Register, file)[0]
    except YamlFault as fault:
        raise Refusal("ledger-broken", file=file, line=fault.position.line) from fault
    if register is None:
        raise Refusal("ledger-broken", file=file, line=1)
    return register


def _edited(was: bytes, old: Register, new: Register, file: str) -> bytes:
    text = was.removeprefix(BOM).decode()
    try:
        return was[: len(was) - len(text.encode())] + edited(text, old, new).encode()
    except YamlFault as fault:
        raise Refusal("request-layout", file=file, line=fault.position.line) from fault
