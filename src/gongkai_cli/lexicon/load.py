"""The lexicon's YAML files as plain data, read once when first asked for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gongkai_cli.lexicon.nearest import nearest
from gongkai_cli.yamltext.read import load

_FOLDER = Path(__file__).parent
_PARTING = "；"


@cache
def words(name: str) -> Any:
    """Read `<name>.yaml` of this folder: lists, mappings and text; whole numbers are still text."""
    return load((_FOLDER / f"{name}.yaml").read_text("utf-8"))


def message(code: str, about: Mapping[str, str]) -> str:
    """Say a problem or refusal in Chinese: what is wrong and how to mend it."""
    text: str = words("messages")[code]["文"]
    return text.format_map(dict(about) | _more(code, about))


def level(code: str) -> str:
    """Say how grave a problem is: 错误 or 提示."""
    grave: str = words("messages")[code].get("级别", "错误")
    return grave


def sentence(code: str) -> str:
    """Say in general what a message says of a case: `…` for what differs."""
    blank = _Ellipses(nearest=_PARTING)
    text: str = words("messages")[code]["文"]
    return text.format_map(blank)


class _Ellipses(dict[str, str]):
    def __missing__(self, _key: str) -> str:
        return "…"


def _more(code: str, about: Mapping[str, str]) -> dict[str, str]:
    """Put in words what the message may say beyond what it was given."""
    more = {}
    if "known" in about and "value" in about:
        more["nearest"] = nearest(about["value"], about["known"])
    if "detail" in about:
        reasons = words("details")
        more["detail"] = _in_chinese(about["detail"], reasons.get(code) or reasons["系统"])
    return more


def _in_chinese(detail: str, reasons: Mapping[str, str]) -> str:
    """Say a reason in Chinese: by the list, as it is where it is Chinese already, else in general."""
    return reasons.get(detail) or (reasons["其他"] if detail.isascii() else detail)
