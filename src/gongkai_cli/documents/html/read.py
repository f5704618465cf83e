"""Bytes of a web page → its blocks."""

from lxml import etree

from gongkai_cli.documents.block import Reading
from gongkai_cli.documents.html.charset import decoded
from gongkai_cli.documents.html.survey import Survey, survey
from gongkai_cli.documents.html.unseen import is_unseen
from gongkai_cli.documents.html.walk import Walk
from gongkai_cli.documents.remarks import remark
from gongkai_cli.model.problem import Refusal


def read(data: bytes, name: str, charset: str | None = None) -> Reading:
    """Transcribe a page. Refuses one without text, or nested deeper than any browser shows."""
    text, remarks = decoded(data, charset)
    root = _parsed(text, name)
    found = survey(root)
    walk = _walked(root, found, name)
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


def _walked(root: etree._Element, found: Survey, name: str) -> Walk:
    result, walk = Walk(root, found, name), etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        left_out = is_unseen(element) or element in found.left_out
        if event == "start" and left_out:
            walk.skip_subtree()
        elif event == "start":
            result.start(element)
            result.say(element.text)
        else:
            if not left_out:
                result.end(element)
            result.say(element.tail)
    return result
