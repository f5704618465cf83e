"""The help pages: what a command is for, its arguments and its options, in Chinese."""

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from shutil import get_terminal_size
from typing import Any

from gongkai_cli.views.width import padded, wide, wrapped

Rows = list[tuple[str, str]]
_INDENT = "  "
_BROADEST = 100


def command_page(command: Any, context: Any) -> str:
    """Explain one command."""
    rows = [
        (param, _row(param)) for param in command.get_params(context) if not getattr(param, "hidden", False)
    ]
    arguments = [row for param, row in rows if param.param_type_name == "argument"]
    options = [row for param, row in rows if param.param_type_name == "option"]
    usage = " ".join((context.command_path, *(name for name, _ in arguments), "[选项]"))
    parts = [f"用法：{usage}", _prose(command.help or "")]
    sections = (("参数", arguments), ("选项", options))
    return "\n\n".join((*parts, *(_section(title, body) for title, body in sections if body))) + "\n"


def group_page(group: Any, context: Any, commands: dict[str, Rows]) -> str:
    """Explain the whole command line: who needs which command."""
    options = [_row(param) for param in group.get_params(context)]
    column = max(wide(name) for rows in (*commands.values(), options) for name, _ in rows)
    parts = [f"用法：{context.command_path} [选项] 命令 …", _prose(group.help or "")]
    sections = (*commands.items(), ("选项", options))
    parts += [_section(title, rows, column) for title, rows in sections]
    parts.append(f"每个命令的用法：{context.command_path} 命令 --help")
    return "\n\n".join(parts) + "\n"


def _row(param: Any) -> tuple[str, str]:
    if param.param_type_name == "argument":
        many = "…" if param.nargs == -1 else ""
        name = f"{param.metavar or param.name}{many}"
        return (name if param.required else f"[{name}]"), param.help or ""
    metavar = "" if param.is_flag else f" {param.metavar or ''}"
    return ", ".join(param.opts) + metavar, param.help or ""


def _section(title: str, rows: Rows, column: int = 0) -> str:
    column = column or max(wide(name) for name, _ in rows)
    return "\n".join((title, *(line for name, text in rows for line in _lines(name, text, column))))


def _lines(name: str, text: str, column: int) -> Iterator[str]:
    room = _width() - column - 2 * len(_INDENT)
    first, *rest = wrapped(text, room)
    yield f"{_INDENT}{padded(name, column)}{_INDENT}{first}".rstrip()
    for line in rest:
        yield f"{_INDENT}{' ' * column}{_INDENT}{line}"


def _prose(text: str) -> str:
    return "\n".join(_wrapped_lines(cleandoc(text).splitlines()))


def _wrapped_lines(lines: Iterable[str]) -> Iterator[str]:
    """Wrap line by line: a line of a page is a paragraph, an indented one an example."""
    for line in lines:
        text = line.lstrip()
        indent = line[: len(line) - len(text)]
        yield from (f"{indent}{part}" for part in wrapped(text, _width() - len(indent)))


def _width() -> int:
    return min(get_terminal_size((80, 24)).columns, _BROADEST)
