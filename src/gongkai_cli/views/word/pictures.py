"""Pictures of web pages and events: the filter `图片` of a template."""

from collections.abc import Callable

from markupsafe import Markup

from gongkai_cli.views.word.relations import Relations


class Pictures:
    """The pictures of one document, each read once when the template comes to it."""

    def __init__(self, album: Callable[[str], bytes]) -> None:
        self._album = album
        self._parts: dict[str, bytes] = {}
        self.notes: list[str] = []

    def picture(self, relations: Relations, file: object) -> Markup:
        """Print a picture as wide as the text; a visible note where the file holds none."""
        raise NotImplementedError

    def enter(self, parts: dict[str, bytes]) -> None:
        """Put the pictures among the parts of the document."""
        parts |= self._parts
