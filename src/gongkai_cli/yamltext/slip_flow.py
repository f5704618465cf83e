"""Slips inside `[…]` and `{…}`, which may run over several lines."""

import re
from collections.abc import Callable

from gongkai_cli.yamltext.keys import Keys
from gongkai_cli.yamltext.slip import (
    BLANK,
    CLOSERS,
    KEY,
    OPENERS,
    PAIR,
    PROPER_COLON,
    Place,
    Slip,
    blank_slip,
    curly_slip,
    end_of_quote,
    gap_after,
    slip,
)

_STOP = re.compile(r"[,\[\]{}，】］｝]|:(?=[\s,\[\]{}]|$)|\s#")
_ENTRY_END = re.compile(r"[,\[\]{}]|\s#|$")
_INNER_OPEN, _INNER_CLOSE = "（(《“【［｛", "）)》”】］｝"


class Frame:
    """One open bracket: whose value it is, and which key of it is being read."""

    def __init__(self, bracket: str, owner: str | None, *, wide: bool) -> None:
        self.bracket, self.owner, self.wide = bracket, owner, wide
        self.key: str | None = None
        self.slipped = False  # whether a sign that looks like the next comma can be no text

    def next_entry(self) -> None:
        """Forget the entry that a comma ended."""
        self.key, self.slipped = None, False


class Flow:
    """Reads a flow collection piece by piece; `open` until its last bracket closes."""

    def __init__(self, keys: Keys, note: Callable[[Slip | None], None], owner: str | None) -> None:
        self.keys, self.note, self.owner = keys, note, owner
        self.frames: list[Frame] = []
        self.quote = ""

    def feed(self, at: Place) -> bool:
        """Read on to the end of the line; say if the collection is still open."""
        if self.quote:
            at = self._quoted(at)
        while at.rest:
            at = self._step(at)
            if not self.frames:
                return False
        return True

    def _step(self, at: Place) -> Place:
        char = at.rest[0]
        if char in BLANK:
            gap = gap_after(at)
            self.note(blank_slip(at, gap))
            return at.on(len(gap) or 1)
        if char == "#" and at.text[at.column - 1 : at.column] in {"", " ", "\t"}:
            return at.on(len(at.rest))
        if char in "\"'":
            self.quote = char
            return self._quoted(at.on(1))
        return self._sign(at, char) or self._token(at)

    def _sign(self, at: Place, char: str) -> Place | None:
        """Read a bracket, comma or colon that stands where a token would begin."""
        if char in PAIR or self._opens(at, char):
            self._push(at, char)
        elif char in PAIR.values():
            self.frames.pop()
        elif char == ",":
            self.frames[-1].next_entry()
        elif char == ":" and PROPER_COLON.match(at.rest):
            self.frames[-1].key = self.frames[-1].key or ""
        elif not self._closes(at, char, "") and not self._parts(at, char, ""):
            return None
        return at.on(1)

    def _push(self, at: Place, char: str) -> None:
        bracket = OPENERS.get(char, char)
        if char in OPENERS:
            self.note(slip("full-width-bracket", at, char, bracket, wrong=char, right=bracket))
        owner = (self.frames[-1].key or self.frames[-1].owner) if self.frames else self.owner
        self.frames.append(Frame(bracket, owner, wide=char in OPENERS))

    def _opens(self, at: Place, char: str) -> bool:
        """Say if a full-width bracket stands for a real one: at the start, or where an entry begins."""
        if char not in OPENERS:
            return False
        frame = self.frames[-1] if self.frames else None
        if not frame:
            return True
        found = KEY.match(at.rest[1:])
        entry = found is not None and self.keys.might_be(found["word"])
        return entry and OPENERS[char] == "{" and frame.bracket == "["

    def _quoted(self, at: Place) -> Place:
        end = end_of_quote(at.text, at.column, self.quote)
        if end is None:
            return at.on(len(at.rest))
        self.quote = ""
        self.frames[-1].slipped = True  # what stands behind a quote is no text
        return Place(at.line, at.text, end)

    def _token(self, at: Place) -> Place:
        frame = self.frames[-1]
        if frame.bracket == "{" and frame.key is None:
            after = self._key(at, frame)
            if after:
                return after
        curly = curly_slip(at, flow=True)
        if curly:
            self.note(curly)
            frame.slipped = True
            return at.on(len(curly.wrong))
        return self._plain(at)

    def _key(self, at: Place, frame: Frame) -> Place | None:
        """Read `key:` at the start of an entry, in whichever way it is written."""
        found = KEY.match(at.rest)
        if not found:
            return None
        word, after = found["word"], at.on(found.end())
        if found["colon"] == ":" and PROPER_COLON.match(at.rest, found.end() - 1):
            frame.key = word
            return after
        entry = at.rest[: _entry_end(at.rest)]
        proper = PROPER_COLON.search(entry, found.end())
        if not (self.keys.know(word) if proper else self.keys.might_be(word)):
            return None
        frame.key, frame.slipped = word, True
        self.note(colon_slip(at.on(found.end() - 1), word))
        return after.on(len(gap_after(after)))

    def _plain(self, at: Place) -> Place:
        """Read a plain scalar up to the sign that ends it, or is meant to."""
        for found in _STOP.finditer(at.rest):
            here = at.on(found.start())
            said = at.rest[: found.start()]
            sign = found[0][:1]
            if sign in ",[]{}:":
                return here if found.start() or sign != ":" else here.on(1)
            if sign.isspace():
                return at.on(len(at.rest))
            if self._closes(here, sign, said) or self._parts(here, sign, said):
                return here.on(1)
        return at.on(len(at.rest))

    def _parts(self, at: Place, sign: str, said: str) -> bool:
        """Say if a full-width comma stands between two entries, and note it."""
        if sign != "，" or _is_inside(said) or not self._begins_entry(at.on(1)):
            return False
        right = "," if at.rest[1:2] == " " else ", "
        self.note(slip("full-width-comma", at, sign, right))
        self.frames[-1].next_entry()
        return True

    def _begins_entry(self, at: Place) -> bool:
        frame, keys = self.frames[-1], self.keys
        if frame.bracket == "[":
            return not keys.is_text(frame.owner) and (not keys.kinds or keys.know(frame.owner or ""))
        found = KEY.match(at.rest.lstrip(BLANK))
        if not found:
            return False
        start = len(at.rest) - len(at.rest.lstrip(BLANK))
        if found["colon"] == ":" and PROPER_COLON.match(at.rest, start + found.end() - 1):
            return keys.might_be(found["word"])
        free = frame.key is not None and not keys.know(frame.key) and keys.might_be(found["word"])
        sure = frame.slipped or not keys.is_text(frame.key)
        return sure and (free or keys.beside(frame.key, found["word"]))

    def _closes(self, at: Place, sign: str, said: str) -> bool:
        """Say if a full-width bracket closes the collection, and note it."""
        frame = self.frames[-1]
        if CLOSERS.get(sign) != PAIR[frame.bracket] or _is_inside(said):
            return False
        rest = at.rest[1:].strip(BLANK)
        if not frame.wide and rest and rest[0] not in "#,，]}】］｝":
            return False
        if not frame.wide and PAIR[frame.bracket] in rest:
            return False
        self.note(slip("full-width-bracket", at, sign, CLOSERS[sign], wrong=sign, right=CLOSERS[sign]))
        self.frames.pop()
        return True


def colon_slip(at: Place, word: str) -> Slip | None:
    """Tell what is wrong with the colon after a key: full-width, no space after it, or a wide one."""
    after = at.on(1)
    gap = gap_after(after)
    if at.rest[0] == "：":
        return slip("full-width-colon", at, "：" + gap, ": " if after.rest else ":", key=word)
    return blank_slip(after, gap) or slip("space-after-colon", at, ":", ": ", key=word)


def _entry_end(text: str) -> int:
    found = _ENTRY_END.search(text)
    return found.start() if found else len(text)


def _is_inside(said: str) -> bool:
    """Say if a bracket or quote of the text itself is still open."""
    return sum(said.count(c) for c in _INNER_OPEN) > sum(said.count(c) for c in _INNER_CLOSE)
