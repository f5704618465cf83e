"""Slips line by line: knows which lines belong to a text and which begin an entry."""

import re

from gongkai_cli.yamltext.keys import Keys
from gongkai_cli.yamltext.slip import (
    BLANK,
    CLOSERS,
    INDENTATION,
    KEY,
    OPENERS,
    PROPER_COLON,
    SEPARATOR,
    Place,
    Slip,
    blank_slip,
    curly_slip,
    end_of_quote,
    gap_after,
    slip,
)
from gongkai_cli.yamltext.slip_flow import Flow, colon_slip

_LONGEST = 5000  # no hand types a longer line; what a line costs grows with its square
_CONFLICT = re.compile(r"(?:<{7}|>{7})(?: |$)")
_WITHIN_CONFLICT = re.compile(r"={7}|\|{7}(?: .*)?")
_DOCUMENT = re.compile(r"(?:---|\.\.\.)(?:\s|$)|%")
_BLOCK = re.compile(r"[|>][-+\d]{0,2}[ \t]*(?:#.*)?$")
_COMMENT = re.compile(r"[ \t]#.*")
_DASH = re.compile(r"-(?=[ \t\u3000\u00a0]|$)")
_WRONG_DASH = re.compile(r"([-－–—−﹣])(?!\1)(?=[^\d])")
_OTHER_KEY = re.compile(
    r"""(?:"[^"]*"|'[^']*'|[^\s#"'\[\]{}&*!|>%@`,][^#]*?)[ ]*(?P<colon>:)(?=[ \t\u3000\u00a0]|$)"""
)
_BLOCK_ENTRY = re.compile(r"\s*(?:- +)?(?P<word>[^\s:：,\[\]{}#\"']{1,20})[:：]")


class Lines:
    """Walks through a text; `mode` says what a deeper line would belong to, `column` deeper than what."""

    def __init__(self, text: str, keys: Keys) -> None:
        self.lines = text.split("\n")
        self.keys = keys
        self.found: list[Slip] = []
        self.owners: dict[int, str] = {}
        self.mode, self.column, self.quote = "none", -1, ""
        self.flow: Flow | None = None
        self.conflict = False

    def slips(self) -> list[Slip]:
        """Find them all."""
        for number, text in enumerate(self.lines):
            line = text.removesuffix("\r")[:_LONGEST]
            if not self._is_conflict(number, line) and not self._continues(number, line):
                self._entry(Place(number, line))
            if len(text) > _LONGEST and self.mode in {"quote", "flow"}:
                self.mode = "none"
        return self.found

    def _note(self, found: Slip | None) -> None:
        if found:
            self.found.append(found)

    def _is_conflict(self, number: int, line: str) -> bool:
        """Say if a line is a mark of git's; a conflict is told once, where it begins."""
        if self.conflict and _WITHIN_CONFLICT.fullmatch(line):
            return True
        if self.mode == "quote" or not _CONFLICT.match(line):
            return False
        if not self.conflict:
            self._note(slip("conflict-marker", Place(number, line), line))
        self.conflict = line[0] == "<"
        return True

    def _continues(self, number: int, line: str) -> bool:
        """Say if a line still belongs to the value begun above."""
        deep = len(line) - len(line.lstrip(" ")) > self.column
        if self.mode == "block":
            return deep or not line.strip(BLANK)
        if self.mode == "plain":
            return deep and bool(line.strip(BLANK)) and not line.lstrip(" ").startswith("#")
        if self.mode == "quote":
            self.mode = "quote" if end_of_quote(line, 0, self.quote) is None else "none"
            return True
        if self.mode == "flow" and self.flow and not self._abandons_flow(line, deep=deep):
            self.mode = "flow" if self.flow.feed(Place(number, line)) else "none"
            return True
        return False

    def _abandons_flow(self, line: str, *, deep: bool) -> bool:
        """Say if a bracket was never closed and the next entry begins here."""
        entry = _BLOCK_ENTRY.match(line)
        return not deep and bool(entry and self.keys.might_be(entry["word"]))

    def _entry(self, at: Place) -> None:
        """Read a line that begins an entry, a comment or nothing."""
        content = at.text.strip(BLANK)
        lead = at.text[: len(at.text) - len(at.text.lstrip(BLANK))]
        if not content or content.startswith("#"):
            self._note(blank_slip(at, lead, INDENTATION if content else SEPARATOR))
        elif not _DOCUMENT.match(at.text):
            self._begin(at, lead)

    def _begin(self, at: Place, lead: str) -> None:
        column = sum(1 if char == " " else 2 for char in lead)
        here = at.on(len(lead))
        nested = self.mode == "empty" and column > self.column
        parent = self._parent(column) if nested else None
        if nested and self.keys.is_text(parent):
            self._value(here, parent, self.column)
            return
        self._note(blank_slip(at, lead, INDENTATION))
        if here.rest[0] == "＃":
            self._note(slip("full-width-hash", here, "＃", "#"))
            return
        item = False
        while (length := self._dash(here, column)) is not None:
            here, column, item = here.on(length), column + max(length, 2), True
        if not here.rest:
            return
        parent = self._parent(self.column if item else column, dash=item)
        sibling = not (item or nested)
        if not self._key(here, column, parent, sibling=sibling):
            self._value(here, parent, self.column if item or nested else column)

    def _parent(self, column: int, *, dash: bool = False) -> str | None:
        """Return the key whose value stands at this column (a list may stand right below its key)."""
        above = [place for place in self.owners if place < column or (dash and place == column)]
        return self.owners[max(above)] if above else None

    def _dash(self, at: Place, column: int) -> int | None:
        """Read a list marker, right or wrong, with the gap after it; None where there is none."""
        parent = self._parent(column, dash=True)
        gap = gap_after(at.on(1))
        if _DASH.match(at.rest):
            if gap[:1] in {"\u3000", "\u00a0"} and self.keys.is_text(parent):
                return None
            self._note(blank_slip(at.on(1), gap))
        elif self._is_wrong_dash(at, gap, parent):
            wrong = at.rest[0]
            code = "space-after-dash" if wrong == "-" else "full-width-dash"
            self._note(slip(code, at, wrong + gap, "- ", wrong=wrong))
        else:
            return None
        self.owners = {place: key for place, key in self.owners.items() if place <= column}
        self.mode, self.column = "empty", column
        return 1 + len(gap)

    def _is_wrong_dash(self, at: Place, gap: str, parent: str | None) -> bool:
        if not _WRONG_DASH.match(at.rest) or at.rest.startswith("--") or self.keys.is_text(parent):
            return False
        key = KEY.match(at.rest[1 + len(gap) :])
        return bool(key and self.keys.might_be(key["word"])) or self.keys.know(parent or "")

    def _key(self, at: Place, column: int, parent: str | None, *, sibling: bool) -> bool:
        """Read `key:` however it is written; say if there was one."""
        found = KEY.match(at.rest)
        if found and self._is_key(found, at.rest, parent, sibling=sibling):
            self._note(blank_slip(at.on(len(found["word"])), found["pad"]))
        else:
            found = _OTHER_KEY.match(at.rest)
        if not found:
            return False
        word, colon = found[0][:-1].strip(BLANK + "\"'"), at.on(found.end() - 1)
        self.owners = {place: key for place, key in self.owners.items() if place < column} | {column: word}
        self.mode, self.column = "empty", column
        after = colon.on(1)
        gap = gap_after(after)
        proper = found["colon"] == ":" and (not after.rest or gap[:1] in {" ", "\t"})
        self._note(blank_slip(after, gap) if proper else colon_slip(colon, word))
        self._value(after.on(len(gap)), word, column)
        return True

    def _is_key(self, found: re.Match[str], rest: str, parent: str | None, *, sibling: bool) -> bool:
        word, after = found["word"], rest[found.end() :]
        if found["colon"] == ":" and (not after or after[0] in BLANK):
            return True
        if after.startswith("//"):
            return False
        if PROPER_COLON.search(after):
            return self.keys.know(word)
        return self.keys.might_be(word) if sibling else self.keys.opens(parent, word)

    def _value(self, at: Place, owner: str | None, column: int) -> None:
        """Read what follows a key or a dash, and note what a deeper line will belong to."""
        first = at.rest[:1]
        self.column = column
        if not first or first == "#":
            return
        if _BLOCK.match(at.rest):
            self.mode = "block"
        elif first in "\"'":
            self.quote = first
            self.mode = "quote" if end_of_quote(at.text, at.column + 1, first) is None else "none"
        elif first in "[{" or self._opens_wide(at.rest, owner):
            self.flow = Flow(self.keys, self._note, owner)
            self.mode = "flow" if self.flow.feed(at) else "none"
        else:
            self.mode = "plain"
            self._note(curly_slip(at, flow=False))
            self._note(_trailing_tab(at))

    def _opens_wide(self, rest: str, owner: str | None) -> bool:
        """Say if a value wholly in full-width brackets is meant as a list or a mapping."""
        last = _COMMENT.sub("", rest).rstrip(BLANK)[-1:]
        closed = last in CLOSERS or last in {"]", "}"}
        return rest[0] in OPENERS and closed and not self.keys.is_text(owner)


def _trailing_tab(at: Place) -> Slip | None:
    found = re.search(r"[ \t]*\t[ \t]*(?=#|$)", at.rest)
    return blank_slip(at.on(found.start()), found[0]) if found else None
