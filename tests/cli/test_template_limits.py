"""A template that wants what it may not have, or never ends, is stopped with one line."""

import sys
from io import BytesIO
from zipfile import ZipFile

import pytest

from gongkai_cli.cli.report.apart import Order, render_apart
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.sample import sample_basis

HEADING = "{{ 变化.全称 }}"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds no memory")

GREEDY = {
    "a long text": "{{ 'x' * 10**10 }}",
    "a list of lists": "{% set a = [0] * 10**9 %}{{ a|length }}",
    "a filter": "{{ 'x'|center(10**10) }}",
}
ENDLESS = {
    "loops in loops": "{% for a in range(99999) %}{% for b in range(99999) %}{{ a }}{% endfor %}{% endfor %}",
    "a power of a power": "{{ 9 ** (9 ** (9 ** 9)) }}",
}
FORBIDDEN = {
    "inside a text": "{{ 变化.全称.__class__.__mro__ }}",
    "by its name": "{{ 变化.全称['__class__'] }}",
    "through a format": "{{ '{0.__class__}'.format(变化.全称) }}",
    "a filter that looks": "{{ 变化.全称|attr('__class__') }}",
    "the program's functions": "{{ cycler.__init__.__globals__ }}",
    "a long range": "{% for a in range(10**9) %}{% endfor %}",
    "another file": "{% include '/etc/passwd' %}",
    "a change": "{{ 变化.计划变化.append('x') }}",
}


REFUSED = {"template-forbidden", "template-value", "template-unknown-name", "template-syntax"}


def made_with(code: str, seconds: float = 20) -> Refusal:
    stream = BytesIO()
    with ZipFile(BytesIO(shipped("changes"))) as parts, ZipFile(stream, "w") as docx:
        for name in parts.namelist():
            text = parts.read(name)
            docx.writestr(name, text.replace(HEADING.encode(), code.encode()))
    with pytest.raises(Refusal) as refusal:
        render_apart(Order("changes", sample_basis(), stream.getvalue(), "."), seconds)
    return refusal.value


@POSIX
@pytest.mark.parametrize("code", GREEDY.values(), ids=GREEDY)
def test_a_template_that_wants_all_memory_is_stopped(code: str) -> None:
    assert made_with(code).code == "template-greedy"


@pytest.mark.parametrize("code", ENDLESS.values(), ids=ENDLESS)
def test_a_template_that_never_ends_is_stopped(code: str) -> None:
    assert made_with(code, seconds=2).code == "template-endless"


@pytest.mark.parametrize("code", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_template_that_reaches_for_more_is_refused(code: str) -> None:
    refusal = made_with(code)
    assert refusal.code in REFUSED
    assert "root:" not in str(refusal.about)


def test_a_template_that_calls_itself_without_end_is_stopped() -> None:
    code = "{% macro 再来() %}{{ 再来() }}{% endmacro %}{{ 再来() }}"
    assert made_with(code).code in {"template-greedy", "template-value"}
