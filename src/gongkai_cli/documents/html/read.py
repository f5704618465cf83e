"""Bytes of a web page → its blocks."""

from lxml import etree

from gongkai_cli.documents.block import Reading
from gongkai_cli.documents.html.charset import decoded
from gongkai_cli.documents.html.lists import Lists
from gongkai_cli.documents.html.survey import survey
from gongkai_cli.documents.html.unseen import take_out, take_out_unseen
from gongkai_cli.documents.html.walk import Walk
from gongkai_cli.documents.remarks import remark
from gongkai_cli.model.problem import Refusal

MAX_BYTES = 16 * 1024 * 1024  # of one page; the pictures of a saved page are not in it


def read(data: bytes, name: str, charset: str | None = None) -> Reading:
    """Transcribe a page. Refuses one without text, too long, or nested deeper than any browser shows."""
    if len(data) > MAX_BYTES:
        raise Refusal("document-large", file=name, size=len(data) // 2**20, limit=MAX_BYTES // 2**20)
    text, remarks = decoded(data, charset)
    root = _parsed(text, name)
    lists = Lists(root)
    take_out_unseen(root)
    found = survey(root)
    take_out(found.left_out)
    walk = Walk(found.layout, lists, name)
    _through(root, walk)
    if not walk.blocks:
        raise Refusal("document-empty", file=name)
    left = len(found.left_out) + len(walk.bars)
    if left:
        characters = found.characters + sum(map(len, walk.bars))
        remarks += (remark("page-parts", count=left, characters=characters),) if characters else ()
    return Reading(tuple(walk.blocks), remarks)


def _parsed(text: str, name: str) -> etree._Element:
    # given as UTF-8 bytes: lxml refuses text that declares an encoding of its own
    source = text.replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError as error:
        raise Refusal("document-empty", file=name) from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise Refusal("document-deep", file=name)
    if root is None:
        raise Refusal("document-empty", file=name)
    return root


def _through(root: etree._Element, walk: Walk) -> None:
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            walk.start(element)
            walk.say(element.text)
        else:
            walk.end(element)
            walk.say(element.tail)
