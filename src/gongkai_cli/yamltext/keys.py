"""Which words may be keys of a file: told by the caller, or guessed from their shape."""

import re

from msgspec import Struct

_SHAPE = re.compile(r"[\u4e00-\u9fff]{1,8}")


class Keys(Struct, frozen=True):
    """The keys of each kind of entry; True where the key's value is free text. Without kinds: shape alone."""

    kinds: tuple[dict[str, bool], ...] = ()

    def know(self, word: str) -> bool:
        """Say if some kind of entry has this key."""
        return any(word in kind for kind in self.kinds)

    def might_be(self, word: str) -> bool:
        """Say if a word that stands where only a key can stand looks like one."""
        return self.know(word) or bool(_SHAPE.fullmatch(word))

    def is_text(self, word: str | None) -> bool:
        """Say if this key always holds free text, in which anything may be written."""
        holders = [kind[word] for kind in self.kinds if word in kind]
        return bool(holders) and all(holders)

    def opens(self, parent: str | None, word: str) -> bool:
        """Say if a word may be the first key of an entry under `parent`, where a text could stand as well."""
        if self.is_text(parent):
            return False
        if not self.kinds or self.know(parent or ""):
            return self.might_be(word)
        return self.know(word)

    def beside(self, key: str | None, word: str) -> bool:
        """Say if a word may be a key of the entry that has `key` already."""
        if not self.kinds:
            return self.might_be(word)
        return any(word in kind for kind in self.kinds if key is None or key in kind)


BY_SHAPE = Keys()
