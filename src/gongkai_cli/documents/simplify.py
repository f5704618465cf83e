"""Documents in traditional characters → simplified ones, without the pinyin a bad converter left in brackets.

`政務(wù)公開` becomes `政务公开`. A document in simplified characters passes as it is, and then OpenCC is not loaded.
"""

import re
from collections.abc import Callable, Iterable

from msgspec.structs import replace

from gongkai_cli.documents.block import Block, Document, Paragraph, Row
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal

Change = Callable[[str], str]

_ENOUGH = 20_000  # characters
_TONED = frozenset("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ\u0300\u0301\u0304\u030c")
_FEWEST = (
    3  # a name or two in traditional characters, a rare character with its pinyin: no reason to change a text
)


def simplified(document: Document) -> Document:
    """Give the document in simplified characters, and say in its remarks what was changed."""
    text = _sample(document.blocks)
    traditional = is_traditional(text)
    if not traditional and _TONED.isdisjoint(text):
        return document
    from gongkai_cli.documents.pinyin import glosses, without_glosses  # noqa: PLC0415  # few documents need it

    if not traditional and glosses(text, toned=True) < _FEWEST:
        return document
    text = "\n".join(_texts(document.blocks))
    change = _simplifier() if traditional else lambda said: said
    return replace(
        document,
        blocks=tuple(
            _changed(block, lambda said: change(without_glosses(said))) for block in document.blocks
        ),
        remarks=(*document.remarks, _remark(glosses(text), traditional=traditional)),
    )


def _sample(blocks: Iterable[Block]) -> str:
    """Enough of a document's text to tell how it is written."""
    pieces: list[str] = []
    size = 0
    for text in _texts(blocks):
        pieces.append(text)
        size += len(text)
        if size > _ENOUGH:
            break
    return "\n".join(pieces)


def is_traditional(text: str) -> bool:
    """Whether a text has more characters of the traditional writing than of the simplified."""
    pairs: dict[str, str] = dict(words("traditional")["对照"].split())
    letters = set(text)
    old = sum(text.count(letter) for letter in letters & pairs.keys())
    new = sum(text.count(letter) for letter in letters.intersection(pairs.values())) if old else 0
    return old >= _FEWEST and old > new


def _remark(count: int, *, traditional: bool) -> str:
    said = words("traditional")["说明"]
    parts = [said["繁体"]] if traditional else []
    return "；".join([*parts, said["注音"].format(count=count)] if count else parts)


def _texts(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for row in block.rows for cell in row.cells)


def _changed(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=change(block.text))
    return replace(block, rows=tuple(_changed_row(row, change) for row in block.rows))


def _changed_row(row: Row, change: Change) -> Row:
    return replace(row, cells=tuple(replace(cell, text=change(cell.text)) for cell in row.cells))


def _simplifier() -> Change:
    try:
        from opencc import OpenCC  # noqa: PLC0415  few documents need it
    except ImportError as error:
        raise Refusal("no-opencc") from error
    convert = OpenCC("t2s").convert
    mended: dict[str, str] = words("traditional")["改正"]
    wrong = re.compile("|".join(sorted(mended, key=len, reverse=True)))
    return lambda said: wrong.sub(lambda found: mended[found[0]], convert(said))
