"""`gongkai record`."""
# ruff: noqa: D400  the docstring of a command is its help page, in Chinese

import typer

from gongkai_cli.cli.options import TaskArgument


def run(context: typer.Context, task: TaskArgument) -> None:
    """填进展：在本部门的台账里添一条记录

    例：gongkai record 15 --status 推进中 --note 已举办发布会1场
    """
