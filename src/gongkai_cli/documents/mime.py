"""A page saved as one file (.mht) → the blocks of its HTML parts."""

import email
import email.policy
from email.message import Message

from gongkai_cli.documents.block import Block, Reading
from gongkai_cli.documents.html.charset import known
from gongkai_cli.documents.html.read import read as read_html
from gongkai_cli.model.problem import Refusal


def read(data: bytes, name: str) -> Reading:
    """Transcribe the page; where it is but a frame, the pages in it."""
    pages = list(_pages(email.message_from_bytes(data, policy=email.policy.compat32)))
    if not pages:
        raise Refusal("document-torn", file=name)
    framed = len(pages) > 1 and b"<frameset" in pages[0][0].lower()
    blocks: list[Block] = []
    remarks: list[str] = []
    for page, charset in pages[1:] if framed else pages[:1]:
        try:
            reading = read_html(page, name, charset)
        except Refusal as refusal:
            if refusal.code != "document-empty":
                raise
            continue
        blocks.extend(reading.blocks)
        remarks.extend(reading.remarks)
    if not blocks:
        raise Refusal("document-empty", file=name)
    return Reading(tuple(blocks), tuple(dict.fromkeys(remarks)))


def _pages(message: Message) -> list[tuple[bytes, str | None]]:
    found = []
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() in {"text/html", "application/xhtml+xml"} and isinstance(content, bytes):
            found.append((content, known(part.get_content_charset())))
    return found
