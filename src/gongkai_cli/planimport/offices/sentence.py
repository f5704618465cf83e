"""A responsibility that is a sentence: the clauses say who does what, one after the other."""

import re

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.offices.clauses import Clause, deadline_in
from gongkai_cli.planimport.offices.duty import Duty, duty_of
from gongkai_cli.planimport.offices.names import NameList, joined, split_names

FROM_CLAUSE = "取自责任分工一句"
_TWO_LEADS = "原文分句各有承办单位，请确认谁牵头"
_NO_VERB = "这些名称后面没有说明分工，请确认"
_MADE = "原文为“{said}”，按配合记，请确认"


class _Reading:
    """Names gathered by role while the clauses are read one after the other."""

    def __init__(self) -> None:
        self.lists: dict[str, NameList] = {"lead": NameList(()), "support": NameList(())}
        self.doubts: dict[str, str] = {}
        self.pending = NameList(())
        self.last = ""
        self.led_by = ""
        self.deadline = ""

    def take(self, clause: Clause) -> None:
        """Put the names of a clause, and those still waiting for a verb, where they belong."""
        names = joined(self.pending, split_names(clause.names))
        if clause.role == "other":
            self.deadline = self.deadline or deadline_in(clause)
            if self.deadline:
                self.doubts.setdefault("完成时限", FROM_CLAUSE)
            return
        if not clause.role and not clause.goes_on:
            self.pending = names
            return
        if not clause.role and not self.last:
            self.pending = names
            return
        self.pending = NameList(())
        role = self.last if clause.goes_on and self.last else self.role_of(clause)
        self.lists[role] = joined(self.lists[role], names)
        self.last = role

    def role_of(self, clause: Clause) -> str:
        """Say what names with this verb are, given what was read before."""
        if clause.role in {"join", "support"}:
            return "support"
        if clause.role == "make":
            return self.role_of_making(clause)
        if clause.role == "do" and self.led_by == "lead":
            return "support"
        if self.led_by:
            self.doubts["牵头"] = _TWO_LEADS
        self.led_by = self.led_by or clause.role
        return "lead"

    def role_of_making(self, clause: Clause) -> str:
        """Tell 做好发布工作 (does the work) from 做好技术支持和指导 (helps)."""
        if re.search(words("offices")["做好即配合"], clause.object):
            return "support"
        if self.led_by or self.lists["lead"].names:
            self.doubts["配合"] = _MADE.format(said=f"做好{clause.object}".strip("。"))
            return "support"
        self.led_by = "make"
        return "lead"


def sentence(found: list[Clause]) -> Duty:
    """Read the clauses of a sentence; names that no verb follows are marked."""
    reading = _Reading()
    for clause in found:
        reading.take(clause)
    rest = reading.pending
    if rest.names:
        role = "support" if reading.lists["lead"].names else "lead"
        reading.lists[role] = joined(reading.lists[role], rest)
        reading.doubts.setdefault("配合" if role == "support" else "牵头", _NO_VERB)
    return duty_of(reading.lists, Duty(doubts=reading.doubts, deadline=reading.deadline, sentence=True))
