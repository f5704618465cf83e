"""What Typer says of a wrong command line, in Chinese."""

from typing import Any

from typer._click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchOption,
)

from gongkai_cli.model.problem import Refusal


def refusal_of(error: ClickException) -> Refusal:
    """Turn Typer's error into the refusal that says the same."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else "gongkai"
    match error:
        case NoSuchOption():
            near = "\n".join(error.possibilities or ())
            return Refusal("usage-no-option", value=error.option_name, known=near, command=command)
        case MissingParameter():
            return Refusal("usage-missing", name=_name(error), command=command)
        case BadOptionUsage():
            code = "usage-no-value" if "requires" in error.message else "usage-flag"
            return Refusal(code, option=error.option_name)
        case BadParameter():
            return Refusal("usage-value", name=_name(error), command=command)
        case _:
            return Refusal("usage-no-subcommand", command=command)


def _name(error: BadParameter) -> str:
    param: Any = error.param
    if param is None:
        return str(error.param_hint or "")
    return str(param.opts[-1] if param.param_type_name == "option" else param.metavar or param.name)
