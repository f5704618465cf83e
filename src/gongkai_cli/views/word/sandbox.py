"""Templates come from people: they run sandboxed, and a fault in one is told with its name and its paragraph."""

import re
from functools import partial
from html import unescape
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateAssertionError, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.clean import word_text
from gongkai_cli.views.word.links import link
from gongkai_cli.views.word.pictures import Pictures
from gongkai_cli.views.word.relations import Relations
from gongkai_cli.views.word.sections import free_sections

_MISTAKES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_MARKUP = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r"'([^']*)'")
_PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
_OPENS = re.compile(r"<w:p(?=[ >])")
_TAG = re.compile(r"\{\{[^{}]*\}\}|\{%.*?%\}|\{#.*?#\}")
_LOOSE = re.compile(r"\{[{%#]|[}%#]\}")
_SHOWN = 60

_SAFE = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)


def environment(relations: Relations, pictures: Pictures) -> ImmutableSandboxedEnvironment:
    """Make the Jinja environment: unknown names are errors, every value printed is escaped and cleaned.

    The filters, told in `lexicon/reports.yaml` (过滤器), enter what they need among the relationships of the part.
    """
    jinja = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=word_text)
    jinja.filters["链接"] = partial(link, relations)
    jinja.filters["图片"] = partial(pictures.picture, relations)
    return jinja


def rendered(part: bytes, context: dict[str, Any], jinja: ImmutableSandboxedEnvironment) -> Any:
    """Fill the tags of one part; a fault is refused with the paragraph it stands in."""
    source = prepared(part)
    try:
        xml = jinja.from_string(source).render(context)
    except _MISTAKES as error:
        raise _refusal(error, source) from error
    try:
        return etree.fromstring(xml.encode(), _SAFE)
    except etree.XMLSyntaxError as error:
        raise Refusal("template-structure") from error


def prepared(part: bytes) -> str:
    """Make the XML of a part a Jinja template, each paragraph on a line of its own, for Jinja tells lines only.

    A tag that its paragraph does not close would swallow the paragraphs after it, hence is refused.
    """
    root = _root(part)
    free_sections(root)
    xml = etree.tostring(root, encoding="unicode")
    for paragraph in _PARAGRAPH.findall(xml):
        text = unescape(_MARKUP.sub("", paragraph))
        if _LOOSE.search(_TAG.sub("", text)):
            raise Refusal("template-syntax", where=_cut(text.strip()))
    # the break stands inside the paragraph's tag, where it says nothing
    return _OPENS.sub("<w:p\n", str(DocxTemplate("").patch_xml(xml)))


def _root(part: bytes) -> Any:
    try:
        return etree.fromstring(part, _SAFE)
    except etree.XMLSyntaxError as error:
        raise Refusal("template-not-docx") from error


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
    """The text of the paragraph at fault, by the line it stands on."""
    lines = [_MARKUP.sub("", f"<w:p{line}") for line in f">{source}".split("\n")]
    number = min(_line(error), len(lines)) - 1
    return _cut(lines[number].strip() or "".join(lines[number : number + 2]).strip())


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
