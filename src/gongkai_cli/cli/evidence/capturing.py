"""A page captured, its two files kept as evidence, and filed with a record or shown to be pasted."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from gongkai_cli.cli.evidence.adding import Filing, add, added
from gongkai_cli.cli.record.desk import Desk
from gongkai_cli.cli.record.offered import Offer, Place, of_bytes
from gongkai_cli.cli.record.recording import evidence_of
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.rules.ledger import Word
from gongkai_cli.store.evidence.capture.page import Capture, Wish, capture
from gongkai_cli.store.evidence.files import Kept, keep
from gongkai_cli.views.capture_data import capture_json
from gongkai_cli.views.width import one_line

_KIND = "网页截图"
_NAME = 60  # characters of a title that go into a file's name


class Asked(Struct, frozen=True):
    """What is wanted of a page: its address, a title other than its own, how long to wait, whom it may ask.

    `json`: a program reads the answer.
    """

    url: str
    title: str
    seconds: int
    allow_private: bool
    json: bool = False


class Taken(Struct, frozen=True):
    """A capture, the moment, and its title as evidence."""

    capture: Capture
    at: datetime
    title: str


def take(session: Session, asked: Asked) -> Taken:
    """Capture a page now; tell on standard error what was odd about it."""
    at = session.now()
    got = capture(Wish(asked.url, float(asked.seconds), at, asked.allow_private))
    for note in got.notes:
        session.note(f"提示：{note}")
    return Taken(got, at, asked.title or " ".join(got.title.split()) or got.final)


def offers_of(taken: Taken, place: Place) -> list[Offer]:
    """Offer both files: the picture, then the PDF."""
    name = f"{taken.at.date().isoformat()} {taken.title[:_NAME]}"
    said = {"类型": _KIND, "标题": taken.title, "链接": taken.capture.final}
    offered: list[Offer] = []
    for suffix, data in ((".png", taken.capture.png), (".pdf", taken.capture.pdf)):
        offered.append(of_bytes(Kept(name + suffix, "", data), place.after(offered), said))
    return offered


def file_capture(desk: Desk, asked: Asked, word: Word, filing: Filing) -> None:
    """Capture a page and put both files to an office's record."""
    taken = take(desk.session, asked)
    offered = offers_of(taken, desk.place)
    evidence = evidence_of(offered)
    record = added(word, evidence, filing)
    if asked.json:
        desk.tell(desk.checked(record, offered))
        desk.append(record, offered)
        desk.session.say(capture_json(taken.at, evidence, desk.file))
        return
    desk.session.say(described(taken))
    add(desk, record, offered, dry_run=False)


def keep_capture(session: Session, asked: Asked) -> None:
    """Capture a page, keep both files, and show the lines to paste into a record."""
    taken = take(session, asked)
    offered = offers_of(taken, Place(session.start, session.root, taken.at.year))
    for one in offered:
        if one.kept:
            keep(session.root, one.kept)
    if asked.json:
        session.say(capture_json(taken.at, evidence_of(offered), None))
    else:
        session.say(f"{described(taken)}\n{_to_paste(offered)}")


def described(taken: Taken) -> str:
    """Say what was captured: its title, where it was found, when."""
    got, labels = taken.capture, words("evidence")["存证"]["项目"]
    texts = (got.title or taken.title, got.final, taken.at.isoformat(" ", "seconds"))
    return "\n".join(f"{label}  {one_line(text)}" for label, text in zip(labels, texts, strict=True))


def _to_paste(offered: Sequence[Offer]) -> str:
    from gongkai_cli.yamltext.write import item_lines

    said = words("evidence")["存证"]
    kept = (said["已存"].format(file=one.said["文件"]) for one in offered)
    lines = (line for one in evidence_of(offered) for line in item_lines(one, " " * 6))
    return "\n".join((*kept, said["粘贴"], *lines))
