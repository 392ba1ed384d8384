"""How is a server reached? At an address that was checked, safely where the URL says so, and never for longer than there is time."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BufferedReader, RawIOBase
from time import monotonic
from typing import TYPE_CHECKING

from onrecord.ingest.fetching.addresses import Address, Target

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PIECE = 65_536  # bytes that are taken from the connection at a time


class Deadline:
    """A moment by which all must be done; ``seconds`` is how long that was from the start."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            TimeoutError: None are.
        """
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def within(self, seconds: float) -> Deadline:
        """Another deadline that many seconds from now, or this one's moment where that comes first."""
        return Deadline(min(seconds, max(0.0, self._end - monotonic())))


class Incoming(RawIOBase):
    """What comes in on a connection, read within the deadline however slowly it drips."""

    def __init__(self, connection: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._connection = connection
        self._deadline = deadline

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Takes what has come, waiting no longer than there is time."""
        self._connection.settimeout(self._deadline.left())
        return self._connection.recv_into(buffer)

    def makefile(self, *_: object) -> BufferedReader:
        """All that ``HTTPResponse`` wants of a socket."""
        return BufferedReader(self, PIECE)


@contextmanager
def connected(target: Target, addresses: Sequence[Address], deadline: Deadline) -> Iterator[socket.socket]:
    """A connection to one of the addresses that were checked, the first that answers; TLS holds for the host's name."""
    connection = _connect(target, addresses, deadline)
    with connection:
        if target.scheme == "http":
            yield connection
            return
        connection.settimeout(deadline.left())
        with _trust().wrap_socket(connection, server_hostname=target.host.rstrip(".")) as safe:
            yield safe


def _connect(target: Target, addresses: Sequence[Address], deadline: Deadline) -> socket.socket:
    for waiting, address in zip(range(len(addresses), 0, -1), addresses, strict=True):
        try:
            return socket.create_connection((str(address), target.port), timeout=deadline.left() / waiting)
        except OSError:
            if waiting == 1:
                raise
    raise OSError(0, "the host has no address")


@cache
def _trust() -> ssl.SSLContext:
    """The system's certificate authorities; certifi's where the system has none."""
    paths = ssl.get_default_verify_paths()
    if paths.cafile or paths.capath:
        return ssl.create_default_context()
    import certifi

    return ssl.create_default_context(cafile=certifi.where())
