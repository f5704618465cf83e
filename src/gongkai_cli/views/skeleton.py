"""The files of a new workspace, filled with what it says of itself."""

import json
import re
from typing import Any

import jinja2
from msgspec import Struct
from msgspec.structs import asdict

from gongkai_cli.model.workspace import Config, Liaison
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.write import flow

_NOT_IN_PATTERN = re.compile(r"[ #\[\]\\!]")


class Facts(Struct, frozen=True, kw_only=True):
    """What the files may say: the settings, groups that the plan names, schemas, the program's version."""

    config: Config
    groups: tuple[str, ...] = ()
    schemas: tuple[Any, ...] = ()
    version: str = ""


def filled(text: str, facts: Facts) -> str:
    """Fill a file."""
    return _environment().from_string(text).render(asdict(facts))


def _environment() -> jinja2.Environment:
    """For YAML, JSON and patterns of git, each with its own way of quoting; nothing here is HTML."""
    environment = jinja2.Environment(
        autoescape=False,  # noqa: S701  see above
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"yaml": _yaml, "json": _json, "pattern": _pattern, "emails": _emails}
    return environment


def _yaml(value: object) -> str:
    """Write a text on the line of its key, anything else in flow style."""
    return scalar.block(value) if isinstance(value, str) else flow(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pattern(name: str) -> str:
    """Write a name as a part of a pattern of CODEOWNERS that matches it alone."""
    return _NOT_IN_PATTERN.sub(r"\\\g<0>", name)


def _emails(liaisons: tuple[Liaison, ...]) -> str:
    return " ".join(one.email for one in liaisons if one.email)
