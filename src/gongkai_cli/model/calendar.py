"""Holidays and make-up working days that the calendar library lacks (calendar.yaml)."""

from datetime import date

from msgspec import field

from gongkai_cli.model.entry import Entry


class Calendar(Entry, frozen=True, kw_only=True):
    """Days the workspace knows better: a year not published yet when the library was made, a province's own days."""

    off: tuple[date, ...] = field(default=(), name="放假")
    on: tuple[date, ...] = field(default=(), name="上班")
    source: str = field(default="", name="依据")
