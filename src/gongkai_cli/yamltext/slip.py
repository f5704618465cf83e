"""One slip of the keyboard, and the signs that are mistaken for one another."""

import re

from msgspec import Struct

INDENTATION = "缩进"
SEPARATOR = "分隔"

BLANK = " \t\u3000\u00a0"
NAMES = {"\u3000": "全角空格", "\u00a0": "不换行空格", "\t": "制表符（Tab）"}
OPENERS = {"【": "[", "［": "[", "｛": "{"}
CLOSERS = {"】": "]", "］": "]", "｝": "}"}
PAIR = {"[": "]", "{": "}"}

KEY = re.compile(r"(?P<word>[^\s:：,，\[\]{}#\"'“”]{1,20}?)(?P<pad>[ \u3000\u00a0]*)(?P<colon>[:：])")
PROPER_COLON = re.compile(r":(?=[ \t,\[\]{}]|$)")
_CURLY = re.compile(r"[“”＂](?P<double>[^“”＂]*)[“”＂]|[‘’＇](?P<single>[^‘’＇]*)[‘’＇]")
_BLOCK_SIGNS = re.compile(r":\s|\s#")
_FLOW_SIGNS = re.compile(r":\s|\s#|[,\[\]{}]")


class Slip(Struct, frozen=True, kw_only=True):
    """What stands where (line and column from 0), and what was meant; None where only a person can say."""

    code: str
    line: int
    column: int
    wrong: str
    right: str | None = None
    about: dict[str, str] = {}


class Place(Struct, frozen=True):
    """A line and how far it is read."""

    line: int
    text: str
    column: int = 0

    @property
    def rest(self) -> str:
        """What is still to be read."""
        return self.text[self.column :]

    def on(self, length: int) -> "Place":
        """Go on by so many characters."""
        return Place(self.line, self.text, self.column + length)


def slip(code: str, at: Place, wrong: str, right: str | None = None, /, **about: str) -> Slip:
    """Make a slip at a place."""
    return Slip(code=code, line=at.line, column=at.column, wrong=wrong, right=right, about=about)


def blank_slip(at: Place, gap: str, where: str = SEPARATOR) -> Slip | None:
    """Tell a tab or a full-width space that stands for spaces; None where the gap is plain spaces."""
    bad = next((index for index, char in enumerate(gap) if char != " "), None)
    if bad is None:
        return None
    code = "tab" if gap[bad] == "\t" else "full-width-space"
    right = " " if where == SEPARATOR else None
    return slip(code, at.on(bad), gap[bad:], right, name=NAMES[gap[bad]], where=where)


def gap_after(at: Place) -> str:
    """Take what stands for the spaces after a colon or a dash; full-width ones only where no real one is."""
    gap = at.rest[: len(at.rest) - len(at.rest.lstrip(BLANK))]
    return gap if gap[:1] != " " else gap[: len(gap) - len(gap.lstrip(" \t"))]


def curly_slip(at: Place, *, flow: bool) -> Slip | None:
    """Tell curly quotes around a whole value: an error only where YAML would read something else."""
    found = _CURLY.match(at.rest)
    if not found or not _ends(at.rest[found.end() :], flow=flow):
        return None
    inner = found["double"] if found["double"] is not None else found["single"]
    if not (_FLOW_SIGNS if flow else _BLOCK_SIGNS).search(inner):
        return slip("curly-quotes", at, found[0], value=found[0])
    right = None if re.search(r'["\\]', inner) else f'"{inner}"'
    return slip("curly-quotes-break", at, found[0], right, value=found[0])


def end_of_quote(text: str, start: int, quote: str) -> int | None:
    """Return the index after the closing quote, None where the line does not hold it."""
    body = r'(?:[^"\\]|\\.)*(?:"|(?P<open>\\?$))' if quote == '"' else r"(?:[^']|'')*?(?:'(?!')|(?P<open>$))"
    found = re.compile(body).match(text, start)
    return None if found is None or found["open"] is not None else found.end()


def _ends(rest: str, *, flow: bool) -> bool:
    """Say if a value ends here."""
    after = rest.lstrip(BLANK)
    return not after or (after[0] == "#" and after != rest) or (flow and after[0] in ",，]}】］｝")
