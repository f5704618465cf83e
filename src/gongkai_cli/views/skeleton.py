"""The files of a new workspace, filled with what it says of itself."""

import json
import re
from typing import Any

import jinja2
from msgspec import Struct

from gongkai_cli.yamltext import scalar

_NOT_IN_PATTERN = re.compile(r"[ #\[\]\\!]")


class Named(Struct, frozen=True):
    """An office by its name, and the e-mail addresses of its liaisons."""

    name: str
    emails: tuple[str, ...] = ()


class Facts(Struct, frozen=True, kw_only=True):
    """What the files may say: the body, its offices, groups its plans name, schemas, the program's version."""

    body: str
    coordinator: str = ""
    offices: tuple[Named, ...] = ()
    groups: tuple[str, ...] = ()
    schemas: tuple[Any, ...] = ()
    version: str = ""

    @property
    def coordinators(self) -> tuple[str, ...]:
        """The addresses of the coordinator's office."""
        return next((one.emails for one in self.offices if one.name == self.coordinator), ())


def filled(text: str, facts: Facts) -> str:
    """Fill a file."""
    given = {name: getattr(facts, name) for name in (*facts.__struct_fields__, "coordinators")}
    return _environment().from_string(text).render(given)


def _environment() -> jinja2.Environment:
    """For YAML, JSON and patterns of git, each with its own way of quoting; nothing here is HTML."""
    environment = jinja2.Environment(
        autoescape=False,  # noqa: S701  see above
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yaml": scalar.block, "json": _json, "pattern": _pattern}
    return environment


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pattern(name: str) -> str:
    """Write a name as a part of a pattern of CODEOWNERS that matches it alone."""
    return _NOT_IN_PATTERN.sub(r"\\\g<0>", name)
