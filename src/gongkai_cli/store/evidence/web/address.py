"""From a host's name to the addresses that may be connected to.

A link in a ledger was typed by somebody else: following it must not reach the machines of an office's own network.
So the name is resolved once, the addresses are judged, and the connection is made to an address that passed; a name
that resolves differently the next time gains nothing.
"""

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from gongkai_cli.model.problem import Refusal

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """Resolve a host to the addresses that may be reached, IPv4 first: few offices have IPv6 to the outside.

    Refuses a name that is unknown, and one that is only private.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refusal("host-unknown", host=host) from error
    numbers = sorted(dict.fromkeys(str(one[4][0]) for one in found), key=lambda one: ":" in one)
    allowed = [one for one in numbers if allow_private or is_public(one)]
    if not allowed:
        raise Refusal("private-address", host=host, address=numbers[0])
    return allowed


def is_public(number: str) -> bool:
    """Say if an address is one of the public internet; one that wraps another is judged by what it wraps."""
    address = ip_address(number.partition("%")[0])
    inner = _inner(address)
    if inner is not None:
        return is_public(str(inner))
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(address, IPv4Address):
        return None
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
