"""The objects of a PDF file around the drawings of its pages.

The font (STSong-Light, Adobe's Chinese base font) is named and not embedded: a text layer needs no more.
"""

from collections.abc import Sequence

_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500]"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
    "/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
)
_FIRST_PAGE = 6


def pdf_file(pages: Sequence[str]) -> bytes:
    """Write a file of so many pages, A4 upright."""
    places = [_FIRST_PAGE + 2 * number for number in range(len(pages))]
    listed = " ".join(f"{place} 0 R" for place in places)
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{listed}]/MediaBox[0 0 595 842]>>",
        *_FONT,
    ]
    for place, drawn in zip(places, pages, strict=True):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>>>/Contents {place + 1} 0 R>>"
        )
        objects.append(f"<</Length {len(drawn)}>>\nstream\n{drawn}\nendstream")
    return _with_table(objects)


def _with_table(objects: Sequence[str]) -> bytes:
    """Write the objects and the table of where they stand."""
    data, offsets = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode("ascii")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("ascii")
