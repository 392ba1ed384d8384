"""What does a server answer to one request? One connection, one GET, within a time and a size, whatever the server does."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import cast
from urllib.parse import urljoin

from onrecord import __version__
from onrecord.errors import FetchFailed, InputError, NotAllowed, TooLarge
from onrecord.ingest.fetching.addresses import Target, resolve, target_of
from onrecord.ingest.fetching.connection import PIECE, Deadline, Incoming, connected
from onrecord.ingest.fetching.content import BadContent, unpacked
from onrecord.ingest.limits import Limits

AGENT = "onrecord"
USER_AGENT = f"{AGENT}/{__version__} (+https://pypi.org/project/onrecord)"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, the headers and the body, unpacked; the body of a redirect or an error is left aside."""

    status: int
    reason: str
    headers: HTTPMessage
    body: bytes


def ask(target: Target, limits: Limits, deadline: Deadline) -> Answer:
    """What the server says to one GET; statuses other than 200 are answers like any other, and nothing is tried again.

    Raises:
        FetchFailed: No connection, no valid certificate, no HTTP, or not all of it within the deadline.
        NotAllowed: The host is in a private network.
        TooLarge: More bytes than ``limits.max_bytes``, unpacked.
    """
    try:
        addresses = resolve(target, limits, deadline.left())
        with connected(target, addresses, deadline) as connection:
            connection.settimeout(deadline.left())
            connection.sendall(_request(target))
            return _answer(connection, target, limits, deadline)
    except TimeoutError as error:
        raise FetchFailed(
            f"{target.url}: no whole answer within {deadline.seconds:.2g} s; try again later or allow more (--fetch-timeout)"
        ) from error
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or error
        raise FetchFailed(
            f"{target.url}: no safe connection ({why}); if you trust the page, save it in a browser and give the file"
        ) from error
    except OSError as error:
        raise FetchFailed(
            f"{target.url}: no connection ({error.strerror or error}); check the address and the network (proxies are not used)"
        ) from error
    except (HTTPException, BadContent, ValueError) as error:
        said = f"{type(error).__name__}: {error}".strip(": ")[:200]
        raise FetchFailed(
            f"{target.url}: the answer is broken ({said!r}); try again later or save the page in a browser"
        ) from error


def redirected(target: Target, answer: Answer, limits: Limits) -> Target | None:
    """Where an answer leads on to, checked like any address; None where it is no redirect.

    Raises:
        FetchFailed: It leads nowhere, or to what is no address.
        NotAllowed: It leads to another protocol, a port or an address with a password.
    """
    if answer.status not in REDIRECTS:
        return None
    location = _utf8(answer.headers.get("Location", ""))
    if not location:
        raise FetchFailed(f"{target.url}: a redirect ({answer.status}) to nowhere; check the address")
    try:
        return target_of(urljoin(target.url, location), limits)
    except (InputError, ValueError) as error:
        kind = NotAllowed if isinstance(error, NotAllowed) else FetchFailed
        raise kind(f"{target.url} redirects to an address that is not asked ({error})") from error


def _utf8(header: str) -> str:
    """A header's text: it comes read as Latin-1, and servers write UTF-8 into it."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _request(target: Target) -> bytes:
    host = target.site.partition("://")[2]
    lines = (
        f"GET {target.path} HTTP/1.1",
        f"Host: {host}",
        f"User-Agent: {USER_AGENT}",
        "Accept: text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1",
        "Accept-Language: en",
        "Accept-Encoding: gzip, deflate",
        "Connection: close",
    )
    return "\r\n".join((*lines, "", "")).encode("ascii")


def _answer(connection: socket.socket, target: Target, limits: Limits, deadline: Deadline) -> Answer:
    response = HTTPResponse(cast("socket.socket", Incoming(connection, deadline)), method="GET")
    try:
        response.begin()
        body = _body(response, target, limits) if response.status == 200 else b""
        return Answer(status=response.status, reason=response.reason, headers=response.headers, body=body)
    finally:
        response.close()


def _body(response: HTTPResponse, target: Target, limits: Limits) -> bytes:
    whole = bytearray()
    for piece in unpacked(_pieces(response), response.headers.get("Content-Encoding", "")):
        whole += piece
        if len(whole) > limits.max_bytes:
            raise TooLarge(
                f"{target.url}: more than {limits.max_bytes:,} bytes, unpacked ones counted; expected one page: allow more (--max-bytes)"
            )
    return bytes(whole)


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    announced, got = response.length, 0
    while piece := response.read(PIECE):
        got += len(piece)
        yield piece
    if announced is not None and got < announced:
        raise BadContent(f"{got:,} of {announced:,} bytes, then the connection ended")
