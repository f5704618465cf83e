"""`record` at a terminal: what the options left unsaid is asked, one thing after the other."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, get_args

from msgspec import UNSET

from gongkai_cli.cli.record.desk import Desk
from gongkai_cli.cli.record.offered import Offer, pieces
from gongkai_cli.cli.record.recording import Fields, evidence_of, record_of
from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import StatusWord
from gongkai_cli.planimport.filled.day import days
from gongkai_cli.rules.hints import open_window
from gongkai_cli.rules.own_tasks import OwnTask

_SHOWN = ("类型", "标题", "链接", "文件")


def interview(desk: Desk, said: Fields, offered: Sequence[Offer], *, dry_run: bool) -> None:
    """Ask what the options did not say, show the record, and write it once it is confirmed."""
    from gongkai_cli.cli.record.choosing import seen_from
    from gongkai_cli.views.own_tasks import task_page

    day = said["日期"]
    own = seen_from(desk, date.fromisoformat(day) if day else desk.session.day(None))
    desk.session.show(task_page(own, desk.session.width))
    asked = Interview(desk, own, said)
    fields = asked.fields()
    given = asked_evidence(desk, offered)
    record = record_of(fields, given)
    desk.tell(desk.checked(record, given))
    desk.show(record)
    if dry_run:
        return
    if desk.session.confirm(words("asking")["确认"]):
        desk.file_record(record, given, shown=True)
    else:
        desk.session.note(words("asking")["没有登记"])


def asked_evidence(desk: Desk, offered: Sequence[Offer] = ()) -> list[Offer]:
    """Ask for links and files until nothing more is given; refuses where nobody can be asked.

    `offered` is what is there already. What could not be filed is told, and asked for again.
    """
    if not desk.session.conversing:
        raise Refusal("usage-missing", name="佐证", command="gongkai evidence add")
    read = list(offered)
    while answer := desk.session.ask(words("asking")["还有佐证" if read else "佐证"]):
        try:
            more = pieces(answer, desk.place.after(read))
            desk.checked_evidence(evidence_of(more), more)
        except Refusal as refusal:
            desk.session.note(message(refusal.code, refusal.about))
            continue
        for one in more:
            desk.session.say("  √ " + "  ".join(one.said[key] for key in _SHOWN if key in one.said))
        read += more
    return read


class Interview:
    """The questions about one record; `said` is what the options say already."""

    def __init__(self, desk: Desk, own: OwnTask, said: Fields) -> None:
        self.desk = desk
        self.session = desk.session
        self.own = own
        self.said = said
        self.words: dict[str, Any] = words("asking")

    def fields(self) -> Fields:
        """Ask for day, status, window, texts and counts; returns them with what was said."""
        if self.said["日期"]:
            self._try("推进中")  # a wrong day is told before anybody types a word
        else:
            self._ask_day()
        status = self.said["状态"] or self._status()
        answers = {"状态": status, "报送期": self.said["报送期"] or self._window()}
        for key, question in self.words["项目"].items():
            answers[key] = self.said[key] or self._text(question, status)
        answers["原因"] = answers["原因"] or self._late_reason()
        return self.said | answers | {"计数": self.said["计数"] or dict(self._counts(status))}

    def _ask_day(self) -> None:
        """Ask when it happened, in any of the ways a clerk writes a day; the Enter key means today."""
        today = self.session.day(None)
        while True:
            answer = self.session.ask(self.words["日期"].format(today=today))
            try:
                day = self._day(answer, today) if answer else today
                self.said = self.said | {"日期": day.isoformat()}
                self._try("推进中")
            except Refusal as refusal:
                self._tell(refusal)
            else:
                return

    def _day(self, text: str, today: date) -> date:
        """Read a day; of the two that `1月5日` may be under a plan, the one that has come."""
        told = days(text, self.desk.plan.year)
        told = [one for one in told if one <= today] or told
        if len(told) != 1:
            raise Refusal("bad-day", value=text)
        return told[0]

    def _status(self) -> str:
        while True:
            status = self.session.choose(self.words["状态"], get_args(StatusWord))
            try:
                self._try(status)
            except Refusal as refusal:
                self._tell(refusal)
            else:
                return status

    def _try(self, status: str) -> None:
        """Refuse what could not be filed with this status, whatever else is said."""
        known = {key: self.said[key] for key in ("日期", "任务", "报送期", "更正")}
        self.desk.checked(record_of(known | {"状态": status}, ()), ())

    def _window(self) -> str | None:
        """Propose the window that has to be filed where the day lies in none."""
        day = date.fromisoformat(self.said["日期"])
        window = None if self.said["更正"] else open_window(self.desk.plan, day)
        question = self.words["报送期"]
        return window.name if window and self.session.confirm(question.format(window=window.name)) else None

    def _text(self, question: dict[str, Any], status: str) -> str:
        if status in question.get("必答", ()):
            return self.session.need(question["问"])
        return self._optional(question["问"]) if status in question.get("可答", ()) else ""

    def _late_reason(self) -> str:
        days = self.own.row.days_late if self.desk.office in self.own.row.answering else 0
        return self._optional(self.words["逾期原因"].format(days=days)) if days else ""

    def _counts(self, status: str) -> Iterator[tuple[str, str]]:
        """Ask how many of each counted target this record adds."""
        if status in self.words["项目"]["成效"]["可答"]:
            for target in self.desk.task.targets:
                if target.at_least is not UNSET:
                    question = self.words["计数"].format(name=target.name, unit=target.unit or "次")
                    number = self._number(question)
                    if number:
                        yield target.name, number

    def _number(self, question: str) -> str:
        while True:
            answer = self._optional(question)
            if not answer or answer.isdecimal():
                return answer.lstrip("0")

    def _optional(self, question: str) -> str:
        return self.session.ask(question + self.words["跳过"])

    def _tell(self, refusal: Refusal) -> None:
        self.session.note(message(refusal.code, refusal.about))
