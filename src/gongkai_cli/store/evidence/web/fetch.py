"""One GET: to an address that was checked, reading little, within a time; certificate faults are told, not fatal."""

import re
from time import monotonic
from typing import TYPE_CHECKING

from msgspec import Struct

from gongkai_cli import __version__
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.evidence.web.address import addresses
from gongkai_cli.store.evidence.web.manners import Manners
from gongkai_cli.store.evidence.web.target import Target

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, HTTPConnectionPool

_FAULT = re.compile(r"certificate verify failed: ([^(]+)")
_TITLE_END = b"</title>"
_PIECE = 16 * 1024
_ADDRESSES = 3  # of one host, tried one after the other
_PASSING = {"link-timeout", "link-broken"}
_AGENT = f"Mozilla/5.0 (compatible; gongkai/{__version__})"


class Reply(Struct, frozen=True):
    """What came back: `head` is the beginning of a page, to the end of its title; `tls` a certificate's fault."""

    status: int
    location: str = ""
    content_type: str = ""
    head: bytes = b""
    tls: str = ""


def fetch(target: Target, manners: Manners) -> Reply:
    """Ask, and once more (each address at least once) where the connection broke. Refuses what cannot be reached."""
    numbers = addresses(target.host, target.port, allow_private=manners.allow_private)
    *before, last = (numbers * manners.tries)[: max(manners.tries, len(numbers[:_ADDRESSES]))]
    for number in before:
        try:
            return _fetched(target, number, manners)
        except Refusal as refusal:
            if refusal.code not in _PASSING:
                raise
    return _fetched(target, last, manners)


def _fetched(target: Target, number: str, manners: Manners) -> Reply:
    from urllib3.exceptions import SSLError  # noqa: PLC0415  only this command asks the web

    if target.scheme == "http":
        return _asked(target, number, manners, "")
    try:
        return _asked(target, number, manners, "")
    except SSLError as error:
        return _asked(target, number, manners, _fault_of(error))


def _fault_of(error: Exception) -> str:
    """Name a certificate's fault as the TLS library does."""
    told = _FAULT.search(str(error))
    return told[1].strip() if told else "handshake failed"


def _asked(target: Target, number: str, manners: Manners, tls: str) -> Reply:
    """Ask, with verification unless its fault is known already."""
    import urllib3  # noqa: PLC0415
    from urllib3 import exceptions  # noqa: PLC0415

    pool = _pool(target, number, manners, verified=not tls)
    headers = {"Host": target.site, "User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.8"}
    try:
        response = pool.urlopen(
            "GET", target.path, headers=headers, redirect=False, retries=False, preload_content=False
        )
        return _reply(response, manners, tls)
    except exceptions.SSLError:
        if tls:
            raise Refusal("link-tls", host=target.host, detail=tls) from None
        raise
    except (exceptions.TimeoutError, exceptions.ConnectTimeoutError) as error:
        raise Refusal("link-timeout", host=target.host, seconds=f"{manners.seconds:g}") from error
    except (urllib3.exceptions.HTTPError, OSError) as error:
        raise Refusal("link-broken", host=target.host) from error
    finally:
        pool.close()


def _pool(target: Target, number: str, manners: Manners, *, verified: bool) -> "HTTPConnectionPool":
    """A connection to the checked address that asks for the host by its name, in TLS as in HTTP."""
    import urllib3  # noqa: PLC0415

    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(number, target.port, timeout=manners.seconds)
    if not verified:
        urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)  # the fault is told in the result
    return urllib3.HTTPSConnectionPool(
        number,
        target.port,
        timeout=manners.seconds,
        server_hostname=target.host,
        assert_hostname=target.host if verified else False,
        cert_reqs="CERT_REQUIRED" if verified else "CERT_NONE",
    )


def _reply(response: "BaseHTTPResponse", manners: Manners, tls: str) -> Reply:
    kind = response.headers.get("Content-Type", "")
    is_page = response.status < 300 and (not kind or "html" in kind.lower())
    return Reply(
        status=response.status,
        location=response.headers.get("Location", ""),
        content_type=kind,
        head=_head(response, manners) if is_page else b"",
        tls=tls,
    )


def _head(response: "BaseHTTPResponse", manners: Manners) -> bytes:
    """Read to the end of the title, so many bytes, or so many seconds at most."""
    data, until = b"", monotonic() + manners.seconds
    while len(data) < manners.most and monotonic() < until:
        piece = response.read1(_PIECE)
        data += piece
        end = data.lower().find(_TITLE_END)
        if end >= 0:
            return data[: end + len(_TITLE_END)]
        if not piece:
            break
    return data[: data.rfind(b">") + 1]
