"""Documents as offices have them, written without any library the readers use: docx, xlsx, html, pdf, text."""

from collections.abc import Callable, Mapping

from writers.docx import docx
from writers.html import html
from writers.page import Page
from writers.pdf import pdf
from writers.text import md, txt
from writers.xlsx import xlsx

WRITERS: Mapping[str, Callable[[Page], bytes]] = {
    "docx": docx,
    "xlsx": xlsx,
    "html": html,
    "pdf": pdf,
    "txt": txt,
    "md": md,
}
