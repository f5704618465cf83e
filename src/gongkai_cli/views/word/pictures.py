"""Pictures of web pages and events: the filter `图片` of a template."""

from collections.abc import Callable
from errno import EFBIG

from markupsafe import Markup

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.word.clean import word_text
from gongkai_cli.views.word.package import add_type
from gongkai_cli.views.word.print_copy import Box, PrintCopy, UnshowableError, print_copy
from gongkai_cli.views.word.relations import Relations

_WIDTH, _HEIGHT = 156, 78
"""Millimetres: as wide as the text, and so tall that two with their captions share a page."""

_EMU = 36_000  # English Metric Units in a millimetre
_NOTE = Markup('<w:r><w:t xml:space="preserve">{}</w:t></w:r>')
_CUT = Markup('<w:r><w:br/><w:t xml:space="preserve">{}</w:t></w:r>')
_DRAWING = Markup(
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{name}" '
    'descr="{name}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{id}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/><a:stretch><a:fillRect/></a:stretch>'
    '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)


class Pictures:
    """The pictures of one document, each read when the template comes to it; only its print copy is kept."""

    def __init__(self, album: Callable[[str], bytes]) -> None:
        self._album = album
        self._parts: dict[str, bytes] = {}
        self.notes: list[str] = []

    def picture(
        self, relations: Relations, file: object, width: float = _WIDTH, height: float = _HEIGHT
    ) -> Markup:
        """Print an evidence file as a picture within so many millimetres; a visible note where it is none."""
        name = str(file)
        try:
            copy = print_copy(self._read(name), Box(width, height))
        except UnshowableError as error:
            return self._told(name, error.reason)
        return self._drawn(relations, name, copy)

    def enter(self, parts: dict[str, bytes]) -> None:
        """Put the pictures among the parts of a document."""
        for kind in dict.fromkeys(name.rpartition(".")[2] for name in self._parts):
            add_type(parts, kind, f"image/{kind}")
        parts |= self._parts
        self._parts = {}

    def _read(self, file: str) -> bytes:
        try:
            return self._album(file)
        except (OSError, ValueError) as error:
            raise UnshowableError("large" if getattr(error, "errno", 0) == EFBIG else "missing") from error

    def _told(self, file: str, reason: str) -> Markup:
        said = words("reports")["图片"]
        about = {"file": file, "why": said["原因"][reason]}
        self.notes.append(said["提醒"].format(**about))
        return _NOTE.format(word_text(said["不能显示"].format(**about)))

    def _drawn(self, relations: Relations, file: str, copy: PrintCopy) -> Markup:
        name = f"media/gongkai{len(self._parts) + 1}.{copy.kind}"
        self._parts[f"word/{name}"] = copy.data
        said = word_text(words("reports")["图片"]["只印上部"]) if copy.cut else ""
        return _DRAWING.format(
            id=relations.add("image", name),
            name=word_text(" ".join(file.split())),
            width=round(copy.width * _EMU),
            height=round(copy.height * _EMU),
        ) + (_CUT.format(said) if said else "")
