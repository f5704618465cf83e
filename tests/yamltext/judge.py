"""What ruamel's round-trip loader reads in a text, with every scalar left as written: the judge of our reader."""

import warnings
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.resolver import VersionedResolver


class AsWritten(VersionedResolver):
    """Leaves every plain scalar the text that was written."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {}


def judged(text: str) -> Any:
    yaml = YAML()
    yaml.Resolver = AsWritten
    yaml.preserve_quotes = True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # ruamel tells of what it does not round-trip
        data = yaml.load(text)
    return None if _is_empty(data) else _plain(data)


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items() if not _is_empty(value)}
    if isinstance(node, list):
        return ["" if _is_empty(item) else _plain(item) for item in node]
    return str(node)


def _is_empty(node: Any) -> bool:
    """An empty value is an absent key; `''` and `""` are texts, and of types of their own."""
    return node is None or (type(node) is str and not node)
