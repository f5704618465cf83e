"""A proxy on this machine through which the browser asks the web: it connects to addresses that passed, no others.

A page may lead anywhere: by redirects, pictures, scripts, sockets. The browser resolves no name itself; every name is
resolved here, judged, and the connection made to the very address that was judged.
"""

import re
import select
import socket
import socketserver
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Self

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.web.address import addresses
from gongkai_cli.store.evidence.web.target import target_of

_MOST = 64 * 1024  # bytes of a head
_PIECE = 64 * 1024
_SECONDS = 20.0
_END = b"\r\n\r\n"
_HOP = re.compile(rb"\r\n(?:proxy-[\w-]+|connection|keep-alive):[^\r\n]*", re.IGNORECASE)
_CLOSED = b"HTTP/1.1 %d Gate\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Gate:
    """Open while it is entered, at `port` of 127.0.0.1; `refused` and `failed` are the hosts that were not reached."""

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.refused: set[str] = set()
        self.failed: set[str] = set()
        gate = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                try:
                    gate._serve(self.request)
                except OSError:
                    return  # either side hung up

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.block_on_close = False

    @property
    def port(self) -> int:
        """Where the browser finds it."""
        return int(self._server.server_address[1])

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _serve(self, client: socket.socket) -> None:
        """Answer one request: a tunnel, or one exchange in the clear."""
        head, rest = _head(client)
        method, _, line = head.partition(b" ")
        address = line.partition(b" ")[0].decode("latin-1")
        link = f"https://{address}" if method == b"CONNECT" else address
        far = self._connected(client, link)
        if far is None:
            return
        with far:
            if method == b"CONNECT":
                client.sendall(b"HTTP/1.1 200 Open\r\n\r\n")
            else:
                path = target_of(link).path.encode()
                far.sendall(method + b" " + path + b" HTTP/1.1" + _closing(head) + rest)
                answer, rest = _head(far)
                client.sendall(answer.partition(b"\r\n")[0] + _closing(answer) + rest)
            _relay(client, far)

    def _connected(self, client: socket.socket, link: str) -> socket.socket | None:
        """Connect to where a link leads; else tell the browser and note the host."""
        host = link
        try:
            target = target_of(link)
            host = target.host
            numbers = addresses(target.host, target.port, allow_private=self.allow_private)
            return _first_open(numbers, target.port)
        except Refusal as refusal:
            private = refusal.code == "private-address"
            (self.refused if private else self.failed).add(host)
            client.sendall(_CLOSED % (403 if private else 502))
        except OSError:
            self.failed.add(host)
            client.sendall(_CLOSED % 502)
        return None


def _first_open(numbers: list[str], port: int) -> socket.socket:
    """Connect to the first address that takes a connection."""
    for number in numbers[:-1]:
        with suppress(OSError):
            return socket.create_connection((number, port), timeout=_SECONDS)
    return socket.create_connection((numbers[-1], port), timeout=_SECONDS)


def _head(side: socket.socket) -> tuple[bytes, bytes]:
    """Read to the end of a head; returns it without its last line break, and what came after it."""
    side.settimeout(_SECONDS)
    data = b""
    while _END not in data:
        piece = side.recv(_PIECE)
        if not piece or len(data) > _MOST:
            raise ConnectionError
        data += piece
    head, _, rest = data.partition(_END)
    return head, rest


def _closing(head: bytes) -> bytes:
    """The header lines of a head, made to end the connection after one exchange."""
    lines = _HOP.sub(b"", head[head.find(b"\r\n") :] if b"\r\n" in head else b"")
    return lines + b"\r\nConnection: close" + _END


def _relay(one: socket.socket, other: socket.socket) -> None:
    """Carry bytes both ways until a side ends or both fall silent."""
    across = {one: other, other: one}
    while ready := select.select(list(across), [], [], _SECONDS)[0]:
        for side in ready:
            data = side.recv(_PIECE)
            if not data:
                return
            across[side].sendall(data)
