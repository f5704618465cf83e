"""A link → what to connect to and what to ask for; only plain web addresses pass."""

from urllib.parse import SplitResult, quote, urljoin, urlsplit

from msgspec import Struct

from gongkai_cli.model.problem import Refusal

_PORTS = {"http": 80, "https": 443}
KEPT = "!$%&'()*+,/:;=?@[]~"  # what a path and a query may hold beside letters and digits


class Target(Struct, frozen=True):
    """Where a link leads: host and path as they travel, in ASCII."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """The host as the `Host` header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.site}{self.path}"


def target_of(link: str) -> Target:
    """Read a link. Refuses other schemes, names and passwords in it, and what is no address."""
    try:
        parts = urlsplit(link.strip())
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:  # UnicodeError is one: a host that no resolver takes
        raise Refusal("link-unreadable", value=link) from error
    if parts.scheme not in _PORTS or not ascii_host:
        raise Refusal("link-scheme", value=link)
    if parts.username is not None or parts.password is not None:
        raise Refusal("link-credentials", value=f"{parts.scheme}://{host}")
    return Target(parts.scheme, ascii_host, port or _PORTS[parts.scheme], _path(parts))


def moved(target: Target, location: str) -> Target:
    """Follow a redirect."""
    return target_of(urljoin(target.url, location))


def _path(parts: SplitResult) -> str:
    query = f"?{parts.query}" if parts.query else ""
    return quote((parts.path or "/") + query, safe=KEPT)
