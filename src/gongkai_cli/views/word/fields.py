"""What a template may print, as data: every field of a kind by its Chinese name, with its meaning and an example."""

from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.word.registry import maker


class Field(Struct, frozen=True, kw_only=True):
    """A name a template may print. `parts`: the names behind its dot, where it is a list or a group of values.

    `repeated`: to be gone through with `for`. `kind`: str, int or bool, or the struct of the parts.
    """

    name: str
    kind: type
    repeated: bool
    meaning: str
    example: str
    parts: "tuple[Field, ...]" = ()


def fields_of(kind: str) -> tuple[Field, ...]:
    """List the fields of a kind of report, in the order of its context."""
    return tuple(one for part in maker(kind).PARTS for one in struct_fields(part))


@cache
def struct_fields(part: type[Struct]) -> tuple[Field, ...]:
    """List the fields of one struct of a context; each has an entry in `lexicon/fields.yaml`."""
    hints = get_type_hints(part)
    told = words("fields")[part.__name__]
    return tuple(_field(one, hints[one.name], told[one.encode_name]) for one in fields(part))


def _field(info: FieldInfo, hint: Any, told: dict[str, str]) -> Field:
    repeated = get_origin(hint) is tuple
    kind = get_args(hint)[0] if repeated else hint
    options = [one for one in get_args(kind) if one is not type(None)]
    kind = options[0] if options else kind
    return Field(
        name=info.encode_name,
        kind=kind,
        repeated=repeated,
        meaning=told["义"],
        example=told.get("例", ""),
        parts=struct_fields(kind) if issubclass(kind, Struct) else (),
    )
