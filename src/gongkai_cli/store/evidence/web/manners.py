"""How the web is asked: patiently, seldom, and little at a time."""

from msgspec import Struct


class Manners(Struct, frozen=True):
    """Seconds for a connection and for a page, seconds between requests to one site, tries, sites asked at once.

    Of a page at most so many bytes are read, and so many redirects followed; private addresses only if allowed.
    """

    seconds: float = 15.0
    pause: float = 1.0
    tries: int = 2
    at_once: int = 8
    most: int = 256 * 1024
    redirects: int = 5
    allow_private: bool = False
