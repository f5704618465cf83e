"""Files converted from a document: new ones are written whole, known ones changed where asked and where need be."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import UNSET, Struct
from msgspec.structs import replace as replace_fields

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.store.lock import locked
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.store.schemas import schema_line
from gongkai_cli.store.text import decode
from gongkai_cli.yamltext.edit import edited
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import file_text, stated

if TYPE_CHECKING:
    from gongkai_cli.model.annual import AnnualReport, Figure

T = TypeVar("T", bound=Entry)
Doubted = TypeVar("Doubted", Plan, Task, "AnnualReport", "Figure")

_ABSENT = ("", (), UNSET)
_BOM = b"\xef\xbb\xbf"


class Change(Struct, frozen=True):
    """What a file holds, None where there is none, and what it is to hold."""

    file: str
    was: bytes | None
    now: bytes

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty where there is none."""
        from difflib import unified_diff  # noqa: PLC0415  only where a change is shown

        was, now = (_lines(data) for data in (self.was, self.now))
        return "".join(f"{line}\n" for line in unified_diff(was, now, self.file, self.file, lineterm=""))


class Converted(Struct, Generic[T], frozen=True):
    """What a document says, where it is kept, and how it is put together with what the file said before."""

    file: str
    value: T
    merged: Callable[[T, T], T]

    def change(self, root: Path, *, update: bool) -> Change:
        """Tell what writing it would change, and write nothing.

        A file that is there is only changed for an update: then its comments stay, what a person settled or added
        stays where the document says nothing of it, and the rest becomes what the document says.
        """
        with told(root / self.file):
            was = present(root / self.file)
        plain = file_text(self.value).encode()
        fresh = schema_line(root, self.file).encode() + plain
        if was is None:
            return Change(self.file, None, fresh)
        if was in {plain, fresh}:
            return Change(self.file, was, was)
        if not update:
            raise Refusal("plan-exists", file=self.file)
        return Change(self.file, was, self._updated(was))

    def write(self, root: Path, *, update: bool) -> Change:
        """Write it; returns what changed."""
        path = root / self.file
        with locked(root):
            sweep(path)
            change = self.change(root, update=update)
            if change.now != change.was:
                replace(path, change.was, change.now)
        return change

    def _updated(self, was: bytes) -> bytes:
        text = decode(was, self.file)
        if isinstance(text, Problem):
            raise Refusal("plan-broken", file=self.file, line=1)
        try:
            old, _ = convert(load(text), type(self.value), self.file)
            if old is None:
                raise Refusal("plan-broken", file=self.file, line=1)
            now = edited(text, old, self.merged(old, self.value)).encode()
        except YamlFault as fault:
            code = fault.code if fault.code == "plan-layout" else "plan-broken"
            raise Refusal(code, file=self.file, line=fault.position.line) from fault
        return _BOM + now if was.startswith(_BOM) else now


def beside(old: Doubted, new: Doubted, names: Iterable[str]) -> Doubted:
    """Keep what only the old states of some fields, and no doubt a person has struck out."""
    kept = {name: getattr(old, name) for name in names if getattr(new, name) in _ABSENT}
    before, after = dict(stated(old)), dict(stated(new))
    open_doubts = {
        key: why for key, why in new.doubts.items() if key in old.doubts or before.get(key) != after.get(key)
    }
    return replace_fields(new, doubts=open_doubts, **kept)


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8-sig", "replace").splitlines()
