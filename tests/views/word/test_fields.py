"""Every field a template may print is explained, for every kind of report."""

import pytest
from msgspec import Struct
from msgspec.structs import fields

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.word.fields import fields_of
from gongkai_cli.views.word.registry import KINDS, maker


@pytest.mark.parametrize("kind", KINDS)
def test_each_field_of_a_kind_has_a_meaning_and_single_values_an_example(kind):
    for one in flat(fields_of(kind)):
        assert one.meaning
        assert bool(one.example) != bool(one.parts)


def test_nothing_is_explained_that_no_template_can_print():
    known = {
        struct.__name__: struct for kind in KINDS for part in maker(kind).PARTS for struct in nested(part)
    }
    explained = {name: list(told) for name, told in words("fields").items()}
    assert explained == {name: [one.encode_name for one in fields(known[name])] for name in explained}


def flat(found):
    for one in found:
        yield one
        yield from flat(one.parts)


def nested(part):
    yield part
    for one in flat_structs(part):
        yield from nested(one)


def flat_structs(part):
    from gongkai_cli.views.word.fields import struct_fields

    return [one.kind for one in struct_fields(part) if issubclass(one.kind, Struct)]
