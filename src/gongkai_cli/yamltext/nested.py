"""An item of a list that holds a list itself, taken apart and put together again like a file of its own."""

import re
from collections.abc import Iterable

from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.items import Item, Listing, item_of, listing, moved
from gongkai_cli.yamltext.read import load

_DASH = re.compile(r"( *)-( +)(?=[^\s#{\[])")


def opened(item: Item) -> Listing | None:
    """Take an item apart whose keys stand line by line; None for any other. Its lead is left out."""
    dash = _DASH.match(item.body)
    if not dash:
        return None
    try:
        return listing(moved(" " * dash.end() + item.body[dash.end() :], -dash.end()))
    except YamlFault:
        return None


def closed(parts: Iterable[Item], like: Item) -> Item | None:
    """Make an item of its parts, indented like another and below the same comments; None where it does not read so."""
    dash = _DASH.match(like.body)
    text = "".join(part.text for part in parts)
    if not dash or text[:1] in {"#", "\n", " "}:
        return None
    body = f"{dash[0]}{moved(text, dash.end()).lstrip(' ')}"
    data = load(body)
    return item_of(like.lead, body, data[0]) if isinstance(data, list) else None
