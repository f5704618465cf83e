"""A picture as it is printed: turned as the camera held it, no finer than print, in a format every Word shows.

Pillow is an extra: without it no picture is shown, and the report says so.
"""

import io
import struct
import warnings
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1")
_LARGEST = 40_000_000
"""Pixels; unpacked they take four bytes each. A page photographed whole has fewer."""

_DOTS = 220
"""Dots an inch, as Word itself keeps pictures for print."""

_COARSEST = 72
"""Dots an inch, as on a screen: a small picture is not blown up further."""

_TALL = 2.0
"""A picture so many times as tall as wide is a whole web page: scaled down it could not be read, so it is cut."""

_QUALITY = 88
_PNG_LIMIT = 400_000
"""Bytes up to which a drawing or a page stays sharp as PNG; a photograph is larger."""

_BROKEN = (OSError, ValueError, SyntaxError, IndexError, TypeError, struct.error, MemoryError)


class Box(Struct, frozen=True):
    """The room on the page, in millimetres."""

    width: float
    height: float


class PrintCopy(Struct, frozen=True, kw_only=True):
    """The copy: its bytes, `png` or `jpeg`, its size on the page in millimetres, whether only its top is shown."""

    data: bytes
    kind: str
    width: float
    height: float
    cut: bool = False


class UnshowableError(Exception):
    """No picture to show; `reason` is a key of `lexicon/reports.yaml` (图片 → 原因)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def print_copy(data: bytes, box: Box) -> PrintCopy:
    """Make the copy that fills its box as far as its shape and dots allow; raises UnshowableError with the reason."""
    if not data:
        raise UnshowableError("empty")
    if data[4:12] in _HEIC:
        raise UnshowableError("heic")
    try:
        image = _upright(data, box)
        return _copied(image, box)
    except _BROKEN as error:
        raise UnshowableError("broken") from error


def _upright(data: bytes, box: Box) -> "Image":
    """Open a picture, check its size before it is unpacked, and turn it as its EXIF says."""
    try:
        from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415  an extra
    except ImportError as error:
        raise UnshowableError("program") from error
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # Pillow's own word on bombs and odd files; what counts is asked below
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except UnidentifiedImageError as error:
            raise UnshowableError("unknown") from error
        except Image.DecompressionBombError as error:
            raise UnshowableError("large") from error
        if image.width * image.height > _LARGEST:
            raise UnshowableError("large")
        width, height = (2 * _pixels(side) for side in _fitted(image, box))
        image.draft("RGB", (width, height))  # a photograph is unpacked no finer than this
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
        return image


def _copied(image: "Image", box: Box) -> PrintCopy:
    from PIL.Image import Resampling  # noqa: PLC0415

    photograph = image.format == "JPEG"
    cut = image.height > _TALL * image.width
    if cut:
        image = image.crop((0, 0, image.width, round(image.width * box.height / box.width)))
    width, height = _fitted(image, box)
    size = (min(image.width, _pixels(width)), min(image.height, _pixels(height)))
    small = _flat(image.reduce(max(1, image.width // size[0] // 2)))
    data, kind = _packed(small if small.size == size else small.resize(size, Resampling.LANCZOS), photograph)
    return PrintCopy(data=data, kind=kind, width=width, height=height, cut=cut)


def _fitted(image: "Image", box: Box) -> tuple[float, float]:
    """Millimetres a picture takes of its box."""
    scale = min(box.width / image.width, box.height / image.height, 25.4 / _COARSEST)
    return image.width * scale, image.height * scale


def _flat(image: "Image") -> "Image":
    """Lay a picture on white: Word prints what shines through as it likes."""
    from PIL import Image  # noqa: PLC0415

    if image.has_transparency_data:
        seen = image.convert("RGBA")
        white = Image.new("RGBA", seen.size, "white")
        image = Image.alpha_composite(white, seen)
    return image.convert("RGB")


def _packed(image: "Image", photograph: bool) -> tuple[bytes, str]:
    """Pack it without its properties: where and by whom it was taken is nobody's business."""
    drawing = b"" if photograph else _saved(image, "png")
    if drawing and len(drawing) <= _PNG_LIMIT:
        return drawing, "png"
    return _saved(image, "jpeg", quality=_QUALITY), "jpeg"


def _saved(image: "Image", kind: str, **options: int) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def _pixels(millimetres: float) -> int:
    return max(1, round(millimetres / 25.4 * _DOTS))
