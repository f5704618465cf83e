"""The counter where requests are registered: what the register says, and what may be added to it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.request import CONFIRMED_CHANNELS, Register, Request, Step
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules import checks
from gongkai_cli.rules.requests.standing import Standing, standing
from gongkai_cli.rules.workdays import overlay_of
from gongkai_cli.store.paths import requests_file

T = TypeVar("T", bound=Entry)


class Counter:
    """The register as of a day; what is added is checked as strictly as a file is read."""

    def __init__(self, session: Session, day: date) -> None:
        self.session = session
        self.day = day
        self.workspace: Workspace = session.registers()

    def standings(self) -> tuple[Standing, ...]:
        """Say how every case that had arrived by the day stands, the oldest first."""
        arrived = [case.value for case in self._cases() if case.value.arrived <= self.day]
        return tuple(self.standing(one) for one in sorted(arrived, key=lambda one: one.arrived))

    def standing(self, request: Request) -> Standing:
        """Say how one case stands."""
        thresholds, overlay = self.workspace.config.thresholds, overlay_of(self.workspace.calendar)
        return standing(request, self.day, thresholds, overlay)

    def find(self, number: str) -> Sourced[Request]:
        """Find a case by its number: `2021-003`, or `3` where only one number ends so."""
        known = self._cases()
        same = [one for one in known if one.value.number == number]
        if not same and number.isdecimal():
            same = [one for one in known if _ends_in(one.value.number, int(number))]
        if len(same) != 1:
            told = "\n".join(one.value.number for one in same or known)
            raise Refusal("which-request" if same else "no-such-request", value=number, known=told)
        return same[0]

    def next_number(self, year: int) -> str:
        """Return the number a case that arrived in a year would get."""
        from gongkai_cli.store.requests import next_number

        return next_number(year, (case.value.number for case in self._cases()))

    def add(self, request: Request, *, renumber: bool, dry_run: bool) -> None:
        """Register a case, or show what would be registered."""
        from gongkai_cli.store.requests import add_request
        from gongkai_cli.yamltext.write import request_text

        file = requests_file(request.arrived.year)
        taken = next((one.file for one in self._cases() if one.value.number == request.number), None)
        if taken and not renumber:
            raise Refusal("request-number-taken", number=request.number, file=taken)
        self._check(file, request)
        added = request if dry_run else add_request(self.session.root, request, renumber=renumber)
        self._say(file, request_text(added), dry_run=dry_run)
        self._tell(added)

    def step(self, number: str, step: Step, *, dry_run: bool) -> None:
        """Add a step to a case, or show what would be added."""
        from gongkai_cli.store.requests import add_step
        from gongkai_cli.yamltext.write import flow

        case = self.find(number)
        grown = replace(case.value, steps=(*case.value.steps, step))
        self._check(case.file, grown)
        if not dry_run:
            add_step(self.session.root, case.file, case.value.number, step)
        self._say(case.file, f"{case.value.number}  {flow(step)}", dry_run=dry_run)
        self._tell(grown)

    def fill_in(self, number: str, key: str, day: date, *, dry_run: bool) -> None:
        """Add a day of the case itself that was not known when it came (确认, 登记), or show it."""
        from gongkai_cli.cli.request.filing import DAYS
        from gongkai_cli.store.requests import add_day

        case = self.find(number)
        _ensure_open(case.value, key)
        grown = replace(case.value, **{DAYS[key]: day})
        self._check(case.file, grown)
        if not dry_run:
            add_day(self.session.root, case.file, case.value.number, {DAYS[key]: day})
        self._say(case.file, f"{case.value.number}  {key}: {day}", dry_run=dry_run)
        self._tell(grown)

    def _cases(self) -> list[Sourced[Request]]:
        registers = self.workspace.registers
        return [Sourced(register.file, one) for register in registers for one in register.value.requests]

    def _say(self, file: str, text: str, *, dry_run: bool) -> None:
        self.session.say(f"{'将' if dry_run else '已'}登记到 {file}：\n{text}".rstrip("\n"))

    def _tell(self, request: Request) -> None:
        from gongkai_cli.views.requests import outcome

        self.session.say(outcome(self.standing(request)))

    def _check(self, file: str, request: Request) -> None:
        """Make every check that concerns a case; refuses on errors, tells the hints."""
        alone = replace(
            self.workspace,
            registers=(Sourced(file, Register(year=request.arrived.year, requests=(request,))),),
        )
        found = [one for one in checks.run(alone, self.session.day(None)) if one.file == file]
        errors = [one for one in found if level(one.code) == "错误"]
        if errors:
            raise refused(errors)
        for hint in found:
            self.session.note(f"{level(hint.code)}：{message(hint.code, hint.about)}")


def entry_of(said: Mapping[str, Any], kind: type[T]) -> T:
    """Make an entry of what the options say, as strictly as from a file; what says nothing is left out."""
    entry, problems = convert({key: value for key, value in said.items() if value}, kind, "")
    if entry is None:
        raise refused(problems)
    return entry


def _ensure_open(request: Request, key: str) -> None:
    """Refuse a day that the case has already, and a confirmation where none is needed (条例 art. 31)."""
    if key == "确认" and request.channel not in CONFIRMED_CHANNELS:
        raise Refusal("needs-no-confirmation", channel=request.channel)
    there = request.confirmed if key == "确认" else request.registered
    if there is not UNSET:
        raise Refusal("day-already", number=request.number, key=key, day=str(there))


def refused(problems: list[Problem] | tuple[Problem, ...]) -> Refusal:
    """Refuse a case or a step for what is wrong with it."""
    return Refusal("bad-request", detail="；".join(message(one.code, one.about) for one in problems))


def _ends_in(number: str, count: int) -> bool:
    last = number.rpartition("-")[2]
    return last.isdecimal() and int(last) == count
