"""What the options of a step leave to be worked out: a fee by its tariff, a result by a part of its name."""

from typing import get_args

from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.model.annual_tables import Requests
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.request import Step, StepWord
from gongkai_cli.rules.annual.cells import result_labels
from gongkai_cli.rules.requests.fee import fee

DAYS = {"确认": "confirmed", "登记": "registered"}
"""Registered like a step, but a day of the case itself: key → field."""


def paid(step: Step) -> Step:
    """Give a fee notice the amount its basis and quantity come to, where none is said (国办函〔2020〕109号)."""
    if (
        step.step == "收费"
        and step.amount is UNSET
        and step.basis is not UNSET
        and step.quantity is not UNSET
    ):
        return replace(step, amount=fee(step.basis, step.quantity))
    return step


def steps() -> tuple[str, ...]:
    """List what may be registered as a step; an answer has a command of its own."""
    return (*DAYS, *(one for one in get_args(StepWord) if one != "答复"))


def results() -> tuple[str, ...]:
    """List the results an answer may have, as table 3 prints them."""
    return tuple(result_labels(Requests))


def result_named(text: str) -> str:
    """Find a result by its printed label or a part of it that no other has (国家秘密)."""
    known = results()
    found = [text] if text in known else [one for one in known if text in one]
    if len(found) != 1:
        told = "、".join(found) if found else "\n".join(known)
        raise Refusal("which-result" if found else "no-such-result", value=text, known=told)
    return found[0]
