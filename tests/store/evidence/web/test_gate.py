"""The proxy the browser asks through."""

import socket

import pytest

from gongkai_cli.store.evidence.web.gate import Gate
from webserver import Site


def ask(gate: Gate, text: str) -> bytes:
    with socket.create_connection(("127.0.0.1", gate.port), timeout=5) as asking:
        asking.sendall(text.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        return b"".join(iter(lambda: asking.recv(65536), b""))


def test_an_exchange_in_the_clear_is_passed_on_and_ended(site: Site) -> None:
    with Gate(allow_private=True) as gate:
        said = ask(gate, f"GET {site.url}/a?b HTTP/1.1\nHost: 127.0.0.1\nProxy-Connection: keep-alive")
    assert said.startswith(b"HTTP/1.0 200")
    assert b"Connection: close" in said
    assert "正文".encode() in said
    assert site.paths() == ["/a?b"]


def test_a_tunnel_carries_what_it_is_given(site: Site) -> None:
    with (
        Gate(allow_private=True) as gate,
        socket.create_connection(("127.0.0.1", gate.port), timeout=5) as asking,
    ):
        asking.sendall(f"CONNECT 127.0.0.1:{site.port} HTTP/1.1\r\n\r\n".encode())
        assert asking.recv(100).startswith(b"HTTP/1.1 200")
        asking.sendall(b"GET /tunnelled HTTP/1.0\r\n\r\n")
        assert asking.recv(100).startswith(b"HTTP/1.0 200")
    assert site.paths() == ["/tunnelled"]


@pytest.mark.parametrize("request_line", ["GET {url}/a", "CONNECT 127.0.0.1:{port}"])
def test_a_private_address_is_refused_and_noted(site: Site, request_line: str) -> None:
    line = request_line.format(url=site.url, port=site.port)
    with Gate(allow_private=False) as gate:
        assert ask(gate, f"{line} HTTP/1.1").startswith(b"HTTP/1.1 403")
        assert gate.refused == {"127.0.0.1"}
    assert site.asked == []


@pytest.mark.parametrize("address", ["http://nowhere.invalid/", "gopher://a.example/", "http://127.0.0.1:1/"])
def test_what_cannot_be_reached_is_noted(address: str) -> None:
    with Gate(allow_private=True) as gate:
        assert ask(gate, f"GET {address} HTTP/1.1").startswith(b"HTTP/1.1 502")
        assert len(gate.failed) == 1
