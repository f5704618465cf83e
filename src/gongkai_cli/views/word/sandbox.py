"""Templates come from people: they run sandboxed, and a fault in one is told with its name and its paragraph."""

import re
from html import unescape
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateAssertionError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.clean import word_text
from gongkai_cli.views.word.links import Links

_MISTAKES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_MARKUP = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"'([^']*)'")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%.*?%\}|\{#.*?#\}")
_LOOSE = re.compile(r"\{[{%#]|[}%#]\}")
_SHOWN = 60

_NEEDLESS = re.compile(r'<w:t xml:space="preserve">(?!\s)([^<]*)(?<!\s)</w:t>')
"""A text that keeps its blanks anyway. lxml takes quadratic time to move elements that carry `xml:space`."""


class Template(DocxTemplate):  # type: ignore[misc]  # docxtpl is untyped
    """A docxtpl template that refuses in Chinese and never lets broken structure pass."""

    def patch_xml(self, src_xml: str) -> str:
        """Prepare a part for Jinja; a tag its paragraph does not close would swallow the paragraphs after it."""
        for paragraph in _PARAGRAPH.findall(src_xml):
            text = unescape(_MARKUP.sub("", paragraph))
            if _LOOSE.search(_TAG.sub("", text)):
                raise Refusal("template-syntax", where=_cut(text.strip()))
        return str(super().patch_xml(src_xml))

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        """Render one part; a fault is refused with the paragraph it stands in."""
        try:
            xml = str(super().render_xml_part(src_xml, part, context, jinja_env))
        except _MISTAKES as error:
            raise _refusal(error, src_xml) from error
        _ensure_whole(xml)
        return _NEEDLESS.sub(r"<w:t>\1</w:t>", xml)


def environment(links: Links) -> ImmutableSandboxedEnvironment:
    """Make the Jinja environment: unknown names are errors, every value printed is escaped and cleaned."""
    jinja = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=word_text)
    jinja.filters["链接"] = links.run
    return jinja


def _refusal(error: Exception, source: str) -> Refusal:
    where = _paragraph(error, source)
    if isinstance(error, UndefinedError | TemplateAssertionError):
        name = (_QUOTED.findall(str(error)) or [str(error)])[-1]
        return Refusal("template-unknown-name", name=name, where=where)
    return Refusal(_code(error), where=where)


def _code(error: Exception) -> str:
    if isinstance(error, TemplateSyntaxError):
        return "template-syntax"
    return "template-forbidden" if isinstance(error, SecurityError) else "template-value"


def _paragraph(error: Exception, source: str) -> str:
    """The text of the paragraph at fault: docxtpl begins a new line before each."""
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", source).split("\n")
    number = min(_line(error), len(lines)) - 1
    text = (
        _MARKUP.sub("", lines[number]).strip() or _MARKUP.sub("", "".join(lines[number : number + 2])).strip()
    )
    return _cut(text)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _line(error: Exception) -> int:
    """The template's line: a syntax error knows it, others left it in Jinja's rewritten traceback."""
    line: int = getattr(error, "lineno", None) or 1
    step = error.__traceback__
    while step:
        if step.tb_frame.f_code.co_filename == "<template>":
            line = step.tb_lineno
        step = step.tb_next
    return line


def _ensure_whole(xml: str) -> None:
    """Refuse markup that does not close: docxtpl would mend it, and lose what stood in it."""
    try:
        etree.fromstring(xml.encode(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    except etree.XMLSyntaxError as error:
        raise Refusal("template-structure") from error
