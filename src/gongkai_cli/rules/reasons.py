"""Reasons, flags and roles in the words of `lexicon/reasons.yaml`."""

from datetime import date

from gongkai_cli.lexicon.load import words


def say(code: str, **about: object) -> str:
    """Say why a light is lit."""
    text: str = words("reasons")[code]
    return text.format_map(about)


def note(code: str) -> str:
    """Name a flag of a task (缺佐证, 待销号…)."""
    text: str = words("reasons")["标记"][code]
    return text


def role(code: str) -> str:
    """Name the part an office has in a task (牵头, 配合…)."""
    text: str = words("reasons")["身份"][code]
    return text


def quarter_name(number: int) -> str:
    """Name a quarter (1 … 4) as reporting windows are named."""
    names: list[str] = words("reasons")["季度"]
    return names[number - 1]


def day_in_words(day: date, year: int) -> str:
    """`9月30日`; with its year where that is not the year one speaks in."""
    short = f"{day.month}月{day.day}日"
    return short if day.year == year else f"{day.year}年{short}"
