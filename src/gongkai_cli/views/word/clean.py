"""A text of the workspace as text of a Word file: nothing in it is markup, a Jinja tag or a control character."""

import re

from markupsafe import Markup, escape

_BREAK = Markup('</w:t><w:br/><w:t xml:space="preserve">')
_TAB = Markup('</w:t><w:tab/><w:t xml:space="preserve">')
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """Unite the line breaks; drop what XML cannot carry and marks that turn the text after them around.

    Letters that run from the right do so without such marks.
    """
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def word_text(value: object) -> Markup:
    """Escape what a template prints inside a `w:t`; line breaks and tabs become Word's own."""
    if isinstance(value, Markup):
        return value
    text = escape(clean(str(value)))
    if "\n" in text or "\t" in text:
        return text.replace("\n", _BREAK).replace("\t", _TAB)
    return text
