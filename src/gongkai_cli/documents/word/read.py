"""Bytes of a .docx file → its blocks."""

from gongkai_cli.documents.block import Block
from gongkai_cli.documents.package import Package
from gongkai_cli.documents.word.body import Body
from gongkai_cli.documents.word.names import W
from gongkai_cli.documents.word.numbering import Lists
from gongkai_cli.model.problem import Refusal


def blocks(data: bytes, name: str) -> tuple[Block, ...]:
    """Transcribe a Word document. Refuses a file that is torn, locked or holds no document."""
    package = Package(data, name)
    document = package.xml("word/document.xml")
    body = document.find(f"{W}body") if document is not None else None
    if document is None or body is None:
        raise Refusal("document-torn", file=name)
    lists = Lists(package.xml("word/numbering.xml"), package.xml("word/styles.xml"))
    return tuple(Body(document, lists).blocks(body))
