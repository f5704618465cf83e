"""Links looked up against a real site."""

import socket
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec import UNSET

from gongkai_cli.model.verification import LinkFound
from gongkai_cli.store.evidence.web.manners import Manners
from gongkai_cli.store.evidence.web.survey import Survey
from webserver import Site

MANNERS = Manners(seconds=1.0, pause=0.0, allow_private=True)


def look_up(*links: str, manners: Manners = MANNERS) -> dict[str, LinkFound]:
    return {one.url: one for one in Survey(manners).found(links)}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/a", ("正常", 200, "第 /a 页")),
        ("/gb", ("正常", 200, "政务公开 “演示”㐂 & 其他")),
        ("/shared", ("正常", 200, "公众号文章")),
        ("/untitled", ("正常", 200, "")),
        ("/download", ("正常", 200, "")),
        ("/404", ("打不开", 404, "")),
        ("/403", ("需人工查看", 403, "")),
        ("/gone", ("疑似失效", 200, "您访问的页面不存在")),
        ("/home", ("疑似失效", 200, "首页")),
        ("/", ("正常", 200, "首页")),
        ("/drop", ("打不开", UNSET, "")),
        ("/drop-once", ("正常", 200, "第 /drop-once 页")),
        ("/silent", ("打不开", UNSET, "")),
        ("/drip", ("正常", 200, "")),
        ("/round", ("打不开", UNSET, "")),
        ("/to-file", ("未访问", UNSET, "")),
    ],
)
def test_how_a_link_answers(site: Site, path: str, found: tuple[str, object, str]) -> None:
    one = look_up(site.url + path)[site.url + path]
    assert (one.outcome, one.status, one.title) == found
    assert one.detail or one.outcome == "正常"


def test_a_redirect_is_told_with_where_it_leads(site: Site) -> None:
    found = look_up(f"{site.url}/moved")[f"{site.url}/moved"]
    assert (found.outcome, found.final, found.title) == ("正常", f"{site.url}/new", "第 /new 页")


def test_a_redirect_to_a_private_address_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "gongkai_cli.store.evidence.web.address.is_public", lambda number: number == "127.0.0.1"
    )
    public_only = Manners(seconds=1.0, pause=0.0)
    found = look_up(f"{site.url}/inward", manners=public_only)[f"{site.url}/inward"]
    assert found.outcome == "未访问"
    assert "127.0.0.2" in found.detail
    assert "/secret" not in site.paths()


def test_a_host_that_resolves_otherwise_the_next_time_gains_nothing(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection goes to the address that was judged; the name is not resolved again."""
    answers = ["8.8.8.8", "127.0.0.1"]
    real = socket.getaddrinfo

    def turning(host: str, *rest: object, **more: object) -> object:
        if host != "turning.example":
            return real(host, *rest, **more)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), site.port))]

    connected: list[object] = []

    def refusing(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address[0])
        raise OSError

    monkeypatch.setattr(socket, "getaddrinfo", turning)
    monkeypatch.setattr("urllib3.util.connection.create_connection", refusing)
    link = f"http://turning.example:{site.port}/secret"
    assert look_up(link, manners=Manners(seconds=1.0, pause=0.0))[link].outcome == "打不开"
    assert set(connected) == {"8.8.8.8"}
    assert answers == ["127.0.0.1"]


def test_a_certificate_nobody_vouches_for_is_told_and_the_page_read(tls_site: Site) -> None:
    found = look_up(f"{tls_site.url}/a")[f"{tls_site.url}/a"]
    assert (found.outcome, found.title) == ("正常", "第 /a 页")
    assert "self" in found.tls


def test_a_certificate_that_is_vouched_for_is_none_to_tell(
    tls_site: Site, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    assert look_up(f"{tls_site.url}/a")[f"{tls_site.url}/a"].tls == ""


def test_what_speaks_no_tls_of_ours_is_for_a_person_to_look_at(site: Site) -> None:
    link = site.url.replace("http:", "https:")
    found = look_up(link)[link]
    assert (found.outcome, "加密连接" in found.detail) == ("需人工查看", True)


def test_a_site_is_asked_one_thing_at_a_time_with_a_pause(site: Site) -> None:
    links = [f"{site.url}/{number}" for number in range(5)]
    assert len(look_up(*links, *links, manners=Manners(pause=0.1, allow_private=True))) == 5
    assert site.busiest == 1
    times = [at for _, at in site.asked]
    assert len(times) == 5
    assert min(b - a for a, b in pairwise(times)) >= 0.09


def test_nobody_is_asked_any_more_when_nobody_listens(site: Site) -> None:
    found = Survey(Manners(pause=0.05, allow_private=True)).found(f"{site.url}/{one}" for one in range(50))
    next(found)
    found.close()
    asked = len(site.asked)
    assert asked < 10
