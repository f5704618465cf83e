"""The page of a verification: sums, then what needs somebody's eye; it fits the terminal whatever a site says."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.verification import FileFound, LinkFound, Verification
from gongkai_cli.views.evidence import verification_json, verification_page
from gongkai_cli.views.plain import text_of
from gongkai_cli.views.width import wide

FINE = LinkFound(url="https://a.example/1", outcome="正常", status=200, title="题", tasks=("p/1", "p/2"))
DEAD = LinkFound(
    url="https://a.example/2", outcome="打不开", status=404, detail="网站回答 404", tasks=("p/3",)
)
UNSAFE = LinkFound(url="https://b.example/", outcome="正常", status=200, tls="self-signed", tasks=("p/4",))
SAME = FileFound(file="evidence/一.png", outcome="一致", tasks=("p/1",))
NOTE = Verification(day=date(2021, 9, 20), links=(FINE, DEAD, UNSAFE), files=(SAME,))


def drawn(note: Verification, *, online: bool = True, everything: bool = False, width: int = 80) -> str:
    return text_of(verification_page(note, online=online, everything=everything, width=width))


def test_only_what_needs_an_eye_is_listed() -> None:
    shown = drawn(NOTE)
    assert "文件 1 个：一致 1" in shown
    assert "链接 3 条：正常 2、打不开 1" in shown
    assert "网站回答 404" in shown
    assert "证书有问题：self-signed" in shown
    assert FINE.url not in shown


def test_everything_is_listed_where_that_is_asked() -> None:
    shown = drawn(NOTE, everything=True)
    assert all(one in shown for one in (FINE.url, SAME.file, "p/2", "标题：题"))


def test_links_not_asked_are_only_counted() -> None:
    shown = drawn(NOTE, online=False)
    assert "链接 3 条，没有访问" in shown
    assert DEAD.url not in shown
    assert "没有链接" in drawn(Verification(day=NOTE.day), online=False)


@pytest.mark.parametrize("width", [80, 100])
@given(title=st.text(), url=st.text(min_size=1), task=st.text())
def test_no_line_is_too_long_and_nothing_steers_the_terminal(
    width: int, title: str, url: str, task: str
) -> None:
    hostile = LinkFound(url=url, outcome="打不开", title=title, final=url, detail=title, tasks=(task,))
    shown = drawn(Verification(day=NOTE.day, links=(hostile,)), width=width)
    assert max(map(wide, shown.split("\n"))) <= width
    assert "\x1b" not in shown


def test_programs_get_every_key() -> None:
    told = msgspec.json.decode(verification_json(NOTE, online=True))
    assert told["links"][1] == {
        "url": DEAD.url, "outcome": "打不开", "status": 404, "title": None, "final": None, "tls": None,
        "detail": "网站回答 404", "tasks": ["p/3"],
    }  # fmt: skip
    assert told["files"] == [{"file": SAME.file, "outcome": "一致", "sha256": None, "tasks": ["p/1"]}]
    assert msgspec.json.decode(verification_json(NOTE, online=False))["links"][1]["outcome"] is None
