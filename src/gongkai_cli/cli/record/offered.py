"""Evidence as the user offers it: `报道 发布会实录 https://…`, or the path of a file, after a kind and a title."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.cli.record.dropped import dropped, dropped_together, is_folder
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import EvidenceKind
from gongkai_cli.store.evidence.files import Kept, look_at, look_at_bytes

# a link ends at a blank or at what no address holds unless a Chinese sentence goes on after it
_LINK = re.compile(r"(?<![A-Za-z0-9])https?://[^\s，。；、“”《》【】（）]+", re.IGNORECASE)
_BETWEEN = " \t，。；、"


class Offer(Struct, frozen=True):
    """One piece of evidence, as a ledger says it; and the file to keep, where it is one."""

    said: dict[str, str]
    kept: Kept | None = None


class Place(Struct, frozen=True):
    """Where the user stands, the workspace's root, the year the evidence belongs to, the files offered before."""

    start: Path
    root: Path
    year: int
    taken: dict[str, str] = {}

    def after(self, offered: Iterable[Offer]) -> "Place":
        """The place once these pieces are offered: two files may have one name, one file may stand twice."""
        return replace(
            self, taken=self.taken | {one.kept.file: one.kept.sha256 for one in offered if one.kept}
        )


def offers(texts: Iterable[str], place: Place) -> list[Offer]:
    """Read the evidence of one record."""
    read: list[Offer] = []
    for text in texts:
        read.append(offer(text, place.after(read)))
    return read


def offer(text: str, place: Place) -> Offer:
    """Read one `--evidence`: a link or a file, optionally after a kind and a title."""
    link = _LINK.search(text)
    if link and not text[link.end() :].strip(_BETWEEN):
        kind, title = _kind_and_title(text[: link.start()])
        return Offer(_said(kind or "其他", title, 链接=link[0]))
    head, path = _file(text, place.start)
    kind, title = _kind_and_title(head)
    return _of_file(path, place, kind, title)


def pieces(answer: str, place: Place) -> list[Offer]:
    """Read what was pasted or dropped at a prompt: several lines, several links or several files on a line."""
    read: list[Offer] = []
    for line in _lines(answer, place.start):
        read += _pieces(line, place.after(read))
    return read


def _lines(answer: str, start: Path) -> Iterator[str]:
    """Put a title on a line of its own (as a phone shares a page) before the link below it."""
    title = ""
    for line in filter(None, map(str.strip, answer.splitlines())):
        if _LINK.search(line) or dropped(line, start):
            yield f"{title} {line}".strip()
            title = ""
        else:
            yield from filter(None, [title])
            title = line
    yield from filter(None, [title])


def _pieces(line: str, place: Place) -> list[Offer]:
    links = list(_LINK.finditer(line))
    if links and not line[links[-1].end() :].strip(_BETWEEN):
        ends = [link.end() for link in links]
        return offers((line[a:b].strip(_BETWEEN) for a, b in zip([0, *ends], ends, strict=False)), place)
    together = dropped_together(line, place.start)
    return list(_of_files(together, place)) if together else [offer(line, place)]


def _of_files(paths: Iterable[Path], place: Place) -> Iterator[Offer]:
    for path in paths:
        read = _of_file(path, place, "", "")
        place = place.after([read])
        yield read


def _of_file(path: Path, place: Place, kind: str, title: str) -> Offer:
    kept = look_at(place.root, path, place.year, place.taken)
    named = title or " ".join(path.stem.split())  # a name may hold a line break
    return Offer(_said(kind or _by_suffix(path), named, 文件=kept.file, sha256=kept.sha256), kept)


def of_bytes(made: Kept, place: Place, said: dict[str, str]) -> Offer:
    """Offer a file made here, said to be what it is."""
    kept = look_at_bytes(place.root, made, place.year, place.taken)
    return Offer({**said, "文件": kept.file, "sha256": kept.sha256}, kept)


def _file(text: str, start: Path) -> tuple[str, Path]:
    """Part a title from a path, which may hold spaces itself: the longest end that is a file."""
    parts = re.split(r"(?<=\s)", text.strip())
    for index in range(len(parts)):
        path = dropped("".join(parts[index:]), start)
        if path:
            return "".join(parts[:index]), path
    if text.strip() and is_folder(text, start):
        raise Refusal("evidence-folder", path=text)
    raise Refusal("no-such-evidence", value=text)


def _kind_and_title(text: str) -> tuple[str, str]:
    kind, _, title = text.strip().partition(" ")
    titled = (kind, title) if kind in get_args(EvidenceKind) else ("", text)
    return titled[0], titled[1].strip().rstrip("：:").strip()


def _by_suffix(path: Path) -> str:
    kinds: dict[str, list[str]] = words("evidence")["扩展名"]
    suffix = path.suffix.lower()
    return next((kind for kind, suffixes in kinds.items() if suffix in suffixes), "其他")


def _said(kind: str, title: str, **rest: str) -> dict[str, str]:
    return {"类型": kind, **({"标题": title} if title else {}), **rest}
