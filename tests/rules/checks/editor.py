"""A file as an editor reads it (YAML 1.2: there are numbers and truth values, a date is text), and what it marks."""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

Place = tuple[str | int, ...]


class _Constructor(SafeConstructor):
    """Leaves a date the text that was written."""


_Constructor.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def read(text: str) -> Any:
    yaml = YAML(typ="safe", pure=True)
    yaml.Constructor = _Constructor
    return yaml.load(text)


def marked(schema: dict[str, Any], data: Any) -> set[tuple[Place, str]]:
    """The places an editor marks, and why: the keyword of the schema that was broken."""
    return {place for error in Draft7Validator(schema).iter_errors(data) for place in _places(error)}


def _places(error: ValidationError) -> Iterator[tuple[Place, str]]:
    """Look inside a choice between something and nothing; say of an empty value what is said of an absent key."""
    if error.instance is None:
        yield tuple(error.absolute_path)[:-1], "required"
    elif error.validator == "anyOf":
        for one in error.context:
            if one.schema_path[0] == 0:
                yield from _places(one)
    else:
        yield tuple(error.absolute_path), str(error.validator)
