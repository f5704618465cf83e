"""What an expression of a template is about: it is read, never run, and every name is looked up."""

from collections.abc import Mapping
from typing import TypeAlias

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.views.word.fields import Field

Shape: TypeAlias = Field | None
"""A field of the report, or None for what cannot be told (a sum, a count, the counter of a loop)."""

Scope: TypeAlias = Mapping[str, Shape]


class Doubt(Struct, frozen=True):
    """What is wrong in an expression: a code of `lexicon/messages.yaml` and what it is about."""

    code: str
    about: dict[str, str]


def parsed(environment: ImmutableSandboxedEnvironment, code: str) -> nodes.Expr | None:
    """Read an expression; None where it is none."""
    try:
        body = environment.parse("{{ " + code + " }}").body
    except (TemplateSyntaxError, ValueError, RecursionError):
        return None
    printed = body[0].nodes if len(body) == 1 and isinstance(body[0], nodes.Output) else []
    return printed[0] if len(printed) == 1 else None


class Reader:
    """Reads expressions; gathers what is wrong with them in `doubts`."""

    def __init__(self, environment: ImmutableSandboxedEnvironment) -> None:
        self._environment = environment
        self.doubts: list[Doubt] = []

    def shape(self, node: nodes.Node, scope: Scope) -> Shape:
        """Tell what an expression is about."""
        match node:
            case nodes.Name():
                return self._named(node.name, scope)
            case nodes.Getattr():
                return self._part(node.node, str(node.attr), scope)
            case nodes.Getitem():
                return self._item(node, scope)
            case nodes.Filter():
                self._known(node.name, self._environment.filters, "tag-unknown-filter")
            case nodes.Test():
                self._known(node.name, self._environment.tests, "tag-unknown-test")
        for child in node.iter_child_nodes():
            self.shape(child, scope)
        return None

    def _named(self, name: str, scope: Scope) -> Shape:
        if name not in scope and name not in self._environment.globals:
            self._doubt("tag-unknown", value=name, known="\n".join(scope))
        return scope.get(name)

    def _part(self, owner: nodes.Expr, name: str, scope: Scope) -> Shape:
        shape = self.shape(owner, scope)
        if name.startswith("_"):
            self._doubt("tag-forbidden", value=name)
        if shape is None or name.startswith("_"):
            return None
        if shape.repeated:
            self._doubt("tag-is-list", value=_written(owner), better=shape.name)
            return None
        parts = {one.name: one for one in shape.parts}
        if name not in parts and not hasattr(dict if parts else shape.kind, name):
            self._lost(_written(owner), name, parts)
        return parts.get(name)

    def _lost(self, owner: str, name: str, parts: Mapping[str, Field]) -> None:
        if parts:
            self._doubt("tag-unknown-part", owner=owner, value=name, known="、".join(parts))
        else:
            self._doubt("tag-no-parts", owner=owner, value=name)

    def _item(self, node: nodes.Getitem, scope: Scope) -> Shape:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._part(node.node, node.arg.value, scope)
        shape = self.shape(node.node, scope)
        self.shape(node.arg, scope)
        if shape is None or isinstance(node.arg, nodes.Slice):
            return shape
        return one_of(shape)

    def _known(self, name: str, known: Mapping[str, object], code: str) -> None:
        if name not in known:
            self._doubt(code, value=name, known="\n".join(known))

    def _doubt(self, code: str, **about: str) -> None:
        self.doubts.append(Doubt(code, about))


def one_of(shape: Shape) -> Shape:
    """What a loop over a list goes through."""
    return replace(shape, repeated=False) if shape else None


def given(target: str, shape: Shape) -> dict[str, Shape]:
    """The names a loop gives to what it goes through: one, or several for the parts of each."""
    names = [name.strip(" ()") for name in target.split(",")]
    return {names[0]: one_of(shape)} if len(names) == 1 else dict.fromkeys(names)


def _written(node: nodes.Node) -> str:
    """An expression as staff wrote it, as far as it is names and dots."""
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
    return "…"
