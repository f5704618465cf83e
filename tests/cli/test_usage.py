import pytest
from typer._click.exceptions import BadParameter, ClickException, UsageError

from gongkai_cli.cli.usage import refusal_of


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadParameter("not a number", param_hint="--within"), "usage-value"),
        (UsageError("Missing command."), "usage-no-subcommand"),
    ],
)
def test_what_typer_says_in_english_has_a_refusal(error: ClickException, code: str) -> None:
    assert refusal_of(error).code == code
