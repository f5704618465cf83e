"""Which addresses may be reached, and what no link may hold."""

import socket
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.web.address import addresses, is_public
from gongkai_cli.store.evidence.web.target import moved, target_of


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104
        "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::",
    ],
)  # fmt: skip
def test_an_address_of_this_or_an_office_network_is_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_an_address_of_the_internet_is_public(number: str) -> None:
    assert is_public(number)


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_does_not_change_what_it_is(address: object) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "2130706433", "0x7f.1", "127.1", "::1"])
def test_however_a_host_is_written_it_is_judged_by_its_address(host: str) -> None:
    with pytest.raises(Refusal) as refused:
        addresses(host, 80, allow_private=False)
    assert refused.value.code == "private-address"


def test_of_a_host_with_both_kinds_only_the_public_address_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(0, 0, 0, "", (number, 80)) for number in ("2400:3200::1", "10.0.0.1", "8.8.8.8")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert addresses("a.example", 80, allow_private=False) == ["8.8.8.8", "2400:3200::1"]
    assert addresses("a.example", 80, allow_private=True)[0] == "10.0.0.1"


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://a.example", "https://a.example/"),
        ("HTTP://A.example:80/x?y=1#z", "http://a.example/x?y=1"),
        (
            "https://例子.example:8080/公开 页",
            "https://xn--fsqu00a.example:8080/%E5%85%AC%E5%BC%80%20%E9%A1%B5",
        ),
        ("http://[2400:3200::1]:81/%E5%85%AC", "http://[2400:3200::1]:81/%E5%85%AC"),
    ],
)
def test_a_link_as_it_travels(link: str, url: str) -> None:
    assert target_of(link).url == url


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("file:///etc/passwd", "link-scheme"),
        ("ftp://a.example/1", "link-scheme"),
        ("javascript:alert(1)", "link-scheme"),
        ("https:///1", "link-scheme"),
        ("www.a.example", "link-scheme"),
        ("https://a.example:99999/", "link-unreadable"),
        ("https://[::1/", "link-unreadable"),
        (f"https://{'a' * 70}.example/", "link-unreadable"),
        ("https://张三:密码@a.example/", "link-credentials"),
        ("https://token@a.example/", "link-credentials"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(link: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        target_of(link)
    assert refused.value.code == code
    assert "密码@" not in message(code, refused.value.about)


def test_a_redirect_is_read_as_strictly_as_a_link() -> None:
    assert moved(target_of("https://a.example/b/c"), "../d?e").url == "https://a.example/d?e"
    with pytest.raises(Refusal):
        moved(target_of("https://a.example/"), "file:///etc/passwd")


@given(st.text())
def test_any_text_is_a_target_or_a_refusal(text: str) -> None:
    with suppress(Refusal):
        assert target_of(text).url.isascii()
