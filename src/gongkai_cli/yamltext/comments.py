"""The comments of a YAML text."""

import re
from itertools import pairwise
from typing import Any

import yaml

from gongkai_cli.yamltext.read import loader

_COMMENT = re.compile(r"#[^\r\n]*")
_LITERAL_HEADER = re.compile(r"[|>][-+0-9]* +(#[^\r\n]*)")


def comments(text: str) -> list[tuple[int, str]]:
    """List the comments of a text that parses, each with where it begins."""
    tokens = list(yaml.scan(text, Loader=loader))
    return sorted((*_between(text, tokens), *_in_headers(text, tokens)))


def _between(text: str, tokens: list[Any]) -> list[tuple[int, str]]:
    """Where no token is, a `#` begins a comment."""
    gaps = [(one.end_mark.index, after.start_mark.index) for one, after in pairwise(tokens)]
    return [(found.start(), found[0]) for gap in gaps for found in _COMMENT.finditer(text, *gap)]


def _in_headers(text: str, tokens: list[Any]) -> list[tuple[int, str]]:
    """A comment beside the sign of a block of text belongs to that token."""
    blocks = [token for token in tokens if getattr(token, "style", None) in {"|", ">"}]
    headers = [_LITERAL_HEADER.match(text, token.start_mark.index) for token in blocks]
    return [(header.start(1), header[1]) for header in headers if header]
