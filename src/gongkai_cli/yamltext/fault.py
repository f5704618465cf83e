"""Why a text cannot be read as YAML of the house kind."""

from gongkai_cli.model.problem import Position


class YamlFault(ValueError):
    """The text breaks off here: `code` and `about` as in a Problem, `position` in the text."""

    def __init__(self, code: str, position: Position, **about: str) -> None:
        super().__init__(code)
        self.code = code
        self.position = position
        self.about = about
