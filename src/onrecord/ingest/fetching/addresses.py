"""Which address is meant by a URL, and may it be asked? Only public ones, by http(s), at the ports where the web is.

A page's address comes from outside: from a list, a feed, another server's redirect. Asking it must not turn this machine into a
way into the network it stands in (server-side request forgery). So a host is looked up once, all its addresses are checked, and the
connection goes to one of those: a second answer of the name server cannot lead it elsewhere.
"""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.parse import quote, urlsplit

from onrecord.errors import FetchFailed, NotAllowed
from onrecord.ingest.limits import Limits

Address = IPv4Address | IPv6Address

PORTS = {"http": 80, "https": 443}
WEB_PORTS = frozenset({80, 443, 8080, 8443})
NAT64 = ip_network("64:ff9b::/96")  # how a network without IPv4 writes an IPv4 address
# What the library's own notion of "global" lets through: tunnels (6to4, its relays, Teredo), NAT64 inside a network, site-local.
BARRED = tuple(map(ip_network, ("2002::/16", "192.88.99.0/24", "2001::/32", "64:ff9b:1::/48", "fec0::/10")))
HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?")
FORBIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")  # the library takes some of them out without a word
MOST_TRIED = 4  # addresses of one host


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A URL taken apart as a request needs it; ``path`` has the query in it, ``host`` is in ASCII, and nothing is left of a fragment."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """The part of the URL that all pages of the same server share."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")

    @property
    def url(self) -> str:
        """The URL in ASCII."""
        return self.site + self.path


def target_of(url: str, limits: Limits) -> Target:
    """The parts of a URL that may be asked.

    International host names are put into ASCII (IDNA), letters of the path that are none of ASCII's are written in percents.
    Not handled: the few letters that IDNA 2008 treats otherwise than the library's IDNA 2003 (ß, ς).

    Raises:
        FetchFailed: It is no URL.
        NotAllowed: Another protocol than http(s), a name and password in it, an odd port.
    """
    if FORBIDDEN.search(url.strip()):
        raise FetchFailed(
            f"{url!r}: no address, with a control character in it; expected one like https://example.org/news/1.html"
        )
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchFailed(f"{url}: no address ({error}); expected one like https://example.org/news/1.html") from error
    if parts.scheme not in PORTS:
        raise NotAllowed(
            f"{url}: only http and https addresses are fetched, not {parts.scheme or 'this'}: give a file by its path"
        )
    if not host:
        raise FetchFailed(f"{url}: no address; expected one like https://example.org/news/1.html")
    if parts.username is not None or parts.password is not None:
        raise NotAllowed(f"{parts.scheme}://…@{host}: a name and password stand in the address; save the page and give the file")
    number = port if port is not None else PORTS[parts.scheme]
    if number not in WEB_PORTS and not limits.allow_local:
        raise NotAllowed(
            f"{url}: port {number} is none where web pages are; allow it with --allow-local if you trust the address"
        )
    path = encoded(parts.path or "/") + (f"?{encoded(parts.query)}" if parts.query else "")
    return Target(scheme=parts.scheme, host=_ascii(host, url), port=number, path=path)


def encoded(path: str) -> str:
    """A path or query in ASCII; what is written in percents already stays."""
    return quote(path, safe="/%:@!$&'()*+,;=~[]|?", errors="replace")


def _ascii(host: str, url: str) -> str:
    if ":" in host:
        return host
    try:
        name = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        name = ""
    if not HOST.fullmatch(name):
        raise FetchFailed(f"{url}: {host!r} is no host name; check the address")
    return name


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet; an IPv4 address inside an IPv6 one counts as what it is."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if address in NAT64:
            return is_public(IPv4Address(int(address) & 0xFFFF_FFFF))
    if any(address in network for network in BARRED):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(target: Target, limits: Limits, seconds: float) -> list[Address]:
    """The addresses of a target's host, looked up once.

    Raises:
        FetchFailed: There is no such host, or no answer within the seconds.
        NotAllowed: One of its addresses is none of the open internet, and ``limits`` don't allow that.
    """
    found: SimpleQueue[list[Address] | OSError] = SimpleQueue()
    # The system's look-up has no time limit of its own; a thread that is still waiting is left behind.
    Thread(target=_look_up, args=(target, found), daemon=True).start()
    try:
        addresses = found.get(timeout=max(0.0, seconds))
    except Empty:
        raise FetchFailed(f"{target.url}: the name server did not answer in time; check the network and try again") from None
    if isinstance(addresses, OSError):
        raise FetchFailed(
            f"{target.url}: no such host as {target.host!r} ({addresses.strerror}); check the address and the network"
        ) from addresses
    private = next((address for address in addresses if not is_public(address)), None)
    if private and not limits.allow_local:
        raise NotAllowed(
            f"{target.url}: {target.host} is {private}, an address in a private network; allow it with --allow-local if you trust it"
        )
    return addresses[:MOST_TRIED]


def _look_up(target: Target, found: SimpleQueue[list[Address] | OSError]) -> None:
    try:
        rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
        found.put(list(dict.fromkeys(ip_address(row[4][0]) for row in rows)))
    except OSError as error:
        found.put(error)
    except ValueError as error:  # a name that the system's look-up cannot take
        found.put(OSError(0, str(error)))
