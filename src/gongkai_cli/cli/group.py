"""Typer's group and command, made to load a command when it is called and to explain themselves in Chinese."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

from contextlib import chdir
from functools import cache, partial
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command

from gongkai_cli.cli.app import COMMANDS, GROUPS
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal

_Typer = partial(typer.Typer, add_completion=False, rich_markup_mode=None)


class Command(TyperCommand):
    """One command: its help is Chinese, and so is what it says to a word too many."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the options; refuse arguments the command has no place for."""
        left = super().parse_args(ctx, args)
        if left:
            raise Refusal("usage-extra", words=" ".join(left), command=ctx.command_path)
        return left

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Say in Chinese what `--help` does."""
        return _explained(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from gongkai_cli.cli.help import command_page

        formatter.write(command_page(self, ctx))


class Group(TyperGroup):
    """`gongkai` itself, or the commands that share a first word: each is imported when it is asked for."""

    within = ""

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002  Typer's signature
        """Build the command called, and no other."""
        name = f"{self.within} {cmd_name}".strip()
        if name in GROUPS:
            return _grouped(name)
        return built_as(name) if name in COMMANDS else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command called; refuse, with the nearest name, where there is none."""
        known = names(self.within)
        if args[0] not in known and not args[0].startswith("-"):
            raise Refusal("usage-no-command", value=args[0], known="\n".join(known), command=ctx.command_path)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: Any) -> TyperOption | None:
        """Say in Chinese what `--help` does."""
        return _explained(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        from gongkai_cli.cli.help import group_page

        formatter.write(group_page(self, ctx, headlines(self.within)))


@cache
def gongkai() -> Group:
    """Build the command line, without its commands."""
    app = _Typer(cls=Group)
    app.callback()(_everywhere)
    command = get_command(app)
    assert isinstance(command, Group)  # noqa: S101  a Typer with a callback is a group
    return command


def names(within: str = "") -> list[str]:
    """List the commands, or those that share a first word, by the word that calls them."""
    if within:
        return [name.partition(" ")[2] for name in COMMANDS if name.startswith(f"{within} ")]
    return list(dict.fromkeys(name.partition(" ")[0] for name in COMMANDS))


def headlines(within: str = "") -> dict[str, list[tuple[str, str]]]:
    """Who needs it → the commands, each with the first line of its page."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for word in names(within):
        name = f"{within} {word}".strip()
        who, what = GROUPS.get(name) or (COMMANDS[name][0], "")
        groups.setdefault(who, []).append((word, what or _headline(name)))
    return groups


def built_as(name: str) -> TyperCommand:
    """Build one command of `app.COMMANDS`."""
    app = _Typer()
    app.command(name, cls=Command, rich_help_panel=COMMANDS[name][0])(_module(name).run)
    command = get_command(app)
    assert isinstance(command, TyperCommand)  # noqa: S101  a Typer of one function is a command
    return command


def _version(asked: bool) -> None:
    if asked:
        from gongkai_cli import __version__

        typer.echo(f"gongkai {__version__}")
        raise typer.Exit


def _everywhere(
    context: typer.Context,
    directory: Annotated[
        Path | None, typer.Option("-C", metavar="目录", help="在这个目录里运行；默认从当前目录向上找工作区")
    ] = None,
    version: Annotated[  # noqa: ARG001  answered by its callback, before a command is asked for
        bool, typer.Option("--version", is_eager=True, callback=_version, help="显示版本")
    ] = False,
) -> None:
    """政务公开工作台账：计划入库、进展登记、亮灯督办、Word 报告。"""
    if directory:
        if not directory.is_dir():
            raise Refusal("no-folder", folder=directory)
        context.with_resource(chdir(directory))
    context.obj = Session(_here())


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise Refusal("folder-gone") from None


def _grouped(name: str) -> Group:
    group = Group(name=name, help=GROUPS[name][1], rich_markup_mode=None)
    group.within = name
    return group


def _headline(name: str) -> str:
    return (getdoc(_module(name).run) or "").partition("\n")[0]


def _module(name: str) -> ModuleType:
    return import_module(f"gongkai_cli.cli.{COMMANDS[name][1]}")


def _explained(option: TyperOption | None) -> TyperOption | None:
    if option:
        option.help = "显示这页说明"
    return option
