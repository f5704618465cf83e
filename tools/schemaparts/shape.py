"""A type of the model as a JSON Schema document of draft-07; the walk is that of `model/mismatch.py`."""

from typing import Any, Literal, get_args, get_origin

from msgspec import UNSET
from msgspec.structs import FieldInfo, fields

from gongkai_cli.model.entry import Entry, bare, is_entry, keys_of
from schemaparts import words
from schemaparts.leaf import LEAVES, Shape, choice, example

_NULL: Shape = {"type": "null"}


def document(kind: type[Entry]) -> dict[str, Any]:
    """Describe a whole file."""
    definitions: dict[str, Shape] = {}
    root = _entry(kind, definitions)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": words.itself(kind),
        "$comment": "由 tools/make_schemas.py 生成，请勿手改",
        **root,
        "definitions": dict(sorted(definitions.items())),
    }


def _entry(kind: type[Entry], definitions: dict[str, Shape]) -> Shape:
    kinds = keys_of(kind)
    return {
        "description": words.itself(kind),
        "type": "object",
        "properties": {
            one.encode_name: _property(kind, one, kinds[one.encode_name], definitions) for one in fields(kind)
        },
        "required": [one.encode_name for one in fields(kind) if one.required],
        "additionalProperties": False,
    }


def _property(owner: type[Entry], key: FieldInfo, kind: Any, definitions: dict[str, Shape]) -> Shape:
    said, examples = words.of_key(owner, key.encode_name)
    more: Shape = {"description": said}
    if examples:
        more["examples"] = [example(one, bare(kind)) for one in examples]
    if isinstance(key.default, str | int) and key.default not in {"", UNSET}:
        more["default"] = key.default
    shape = _shape(kind, definitions)
    return more | (_wrapped(shape) if key.required else _or_nothing(shape))


def _shape(kind: Any, definitions: dict[str, Shape]) -> Shape:
    kind = bare(kind)
    if is_entry(kind):
        return _defined(kind, definitions)
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        shape = _shape(item, definitions)
        return {"type": ["array"], "items": _or_nothing(shape) if item is str else shape}
    if get_origin(kind) is dict:
        values = _or_nothing(_shape(get_args(kind)[1], definitions))
        return {"type": ["object"], "additionalProperties": values}
    return choice(kind) if get_origin(kind) is Literal else LEAVES[kind]


def _defined(kind: type[Entry], definitions: dict[str, Shape]) -> Shape:
    """Point to the definition of an entry, made where there is none."""
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}  # holds the place in case the entry holds one of its own kind
        definitions[name] = _entry(kind, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _wrapped(shape: Shape) -> Shape:
    """Let a description stand beside a reference: draft-07 ignores whatever stands beside `$ref`."""
    return {"allOf": [shape]} if "$ref" in shape else shape


def _or_nothing(shape: Shape) -> Shape:
    """Accept an empty value, which for us is an absent key and for an editor null."""
    if "$ref" in shape:
        return {"anyOf": [shape, _NULL]}
    if "enum" in shape:
        return {"enum": [*shape["enum"], None]}
    return shape | {"type": [*shape["type"], "null"]}
