"""One text as a YAML scalar that every reader reads back as that text: plain where safe, else quoted."""

import re

from gongkai_cli.model.problem import Refusal

_SPACE_OR_INDICATOR = r"[\s\-?:,\[\]{}#&*!|>'\"%@`]"
_NOT_PLAIN = re.compile(
    rf"^{_SPACE_OR_INDICATOR}|^\.\.\.|\s$|:(?:\s|$)|\s#|[\t\r\n]|^(?:~|<<|=|null|Null|NULL)?$"
)
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?]")
_NOT_PRINTED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_NOT_LITERAL = re.compile(r"\A\s|\s\Z|[ \t]$|[\t\r]", re.MULTILINE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_LETTERS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def flow(text: str) -> str:
    """Write a text inside `{…}` or `[…]`, or as a key."""
    if _NOT_PLAIN_IN_FLOW.search(text):
        return _quoted(text)
    return block(text)


def block(text: str) -> str:
    """Write a text on the line of its key."""
    if _NOT_PLAIN.search(text) or _needs_escape(text):
        return _quoted(text)
    return text


def literal(text: str, indent: str) -> str | None:
    """Write a text of several lines as a literal block; None where blanks or signs would not survive in one."""
    if "\n" not in text or _NOT_LITERAL.search(text) or _needs_escape(text.replace("\n", "")):
        return None
    lines = (f"{indent}{line}" if line else "" for line in text.split("\n"))
    return "\n".join(("|-", *lines))


def _needs_escape(text: str) -> bool:
    return any(char not in '\\"' for char in _NOT_PRINTED.findall(text)) or bool(_SURROGATE.search(text))


def _quoted(text: str) -> str:
    if _SURROGATE.search(text):
        raise Refusal("unwritable-text", text=_SURROGATE.sub("\ufffd", text)[:40])
    return f'"{_NOT_PRINTED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _LETTERS:
        return _LETTERS[char]
    code = ord(char)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}"
