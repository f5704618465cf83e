"""What is wrong with a template, and where."""

from msgspec import Struct

from gongkai_cli.lexicon.load import level
from gongkai_cli.views.template.places import Place


class Fault(Struct, frozen=True):
    """A fault: its place (None for the file as a whole), the words it stands in, and a message of the lexicon."""

    place: Place | None
    text: str
    code: str
    about: dict[str, str] = {}

    @property
    def is_error(self) -> bool:
        """Whether the template cannot be used as it is."""
        return level(self.code) == "错误"
