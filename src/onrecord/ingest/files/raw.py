"""What comes in before anybody knows what it says: bytes, where they are from, and what they seem to be."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import InputError, MissingInput, NotAFile, TooLarge
from onrecord.ingest.files.kinds import HEAD, Kind, check_readable, kind_of
from onrecord.ingest.files.unpack import MAGIC, Unpacked
from onrecord.ingest.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["STDIN", "Kind", "Opened", "Raw", "name_of", "open_raw", "read_raw"]

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of one input.

    Attributes:
        name: What messages call it.
        data: The bytes, unpacked.
        kind: How they are to be taken.
        charset: What the server or the caller says the encoding is; None where nobody does.
        uri: Where it stands, after redirects; None where it is a file.
        retrieved: When it was fetched, an ISO 8601 timestamp in UTC; None for files.
    """

    name: str
    data: bytes
    kind: Kind = Kind.PLAIN
    charset: str | None = None
    uri: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An input that is open for reading: unpacked as it is read, so that rows may be more than memory holds."""

    name: str
    kind: Kind
    stream: BinaryIO

    def read(self, limits: Limits) -> Raw:
        """All of it.

        Raises:
            TooLarge: More bytes than ``limits.max_bytes``; no more than those are ever held.
            BrokenArchive: The gzip data do not hold together.
        """
        data = self.stream.read(limits.max_bytes + 1)
        if len(data) > limits.max_bytes:
            raise TooLarge(
                f"{self.name}: more than {limits.max_bytes:,} bytes, unpacked ones counted; expected one page: "
                "split it, or allow more (--max-bytes)"
            )
        return Raw(name=self.name, data=data, kind=self.kind)


class _Headed(io.RawIOBase):
    """A stream whose beginning has been taken out already; closing it leaves the rest open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        piece, self._head = self._head[: len(view)], self._head[len(view) :]
        piece = piece or self._rest.read(len(view))
        view[: len(piece)] = piece
        return len(piece)


def read_raw(path: str | PathLike[str], limits: Limits = DEFAULT, *, kind: Kind | None = None) -> Raw:
    """The bytes of a file, or of standard input where the path is ``-``; gzip is unpacked, by its first bytes.

    ``kind`` is what the caller knows; where it is None, the name and the first bytes tell.

    Raises:
        MissingInput: No such file.
        NotAFile: A directory or a device.
        BinaryInput: A PDF, an archive, a picture; what is plainly no text.
        TooLarge: More bytes than the limit.
        BrokenArchive: The gzip data do not hold together.
        InputError: It cannot be read for another reason (permissions, a disk error).
    """
    with open_raw(path, kind=kind) as opened:
        return opened.read(limits)


@contextmanager
def open_raw(path: str | PathLike[str], *, kind: Kind | None = None) -> Iterator[Opened]:
    """A file or standard input, opened, with its kind told; what goes wrong while it is read is an InputError as well.

    The arguments and errors are those of :func:`read_raw`, without its limit: the bytes come as they are asked for.
    """
    name = name_of(path)
    try:
        if str(path) == STDIN:
            yield _told(sys.stdin.buffer, name, "", kind)
            return
        _check_file(Path(path))
        with Path(path).open("rb") as file:
            yield _told(file, name, str(path), kind)
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error}); check its permissions") from error


def name_of(path: str | PathLike[str]) -> str:
    """What messages call it."""
    return "standard input" if str(path) == STDIN else str(path)


def _told(file: BinaryIO, name: str, path: str, kind: Kind | None) -> Opened:
    head = file.read(HEAD)
    stream = io.BufferedReader(_Headed(head, file), HEAD)
    if head.startswith(MAGIC):
        unpacked = io.BufferedReader(Unpacked(stream, name), HEAD)
        head = unpacked.read(HEAD)
        stream = io.BufferedReader(_Headed(head, unpacked), HEAD)
    check_readable(head, name)
    return Opened(name=name, kind=kind or kind_of(path, head), stream=stream)


def _check_file(path: Path) -> None:
    try:
        there, is_file = path.exists(), path.is_file()
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it
        there = is_file = False
    if not there:
        raise MissingInput(
            f"{path}: no such file; expected the path of a file, a folder, an address (https://…), or - for standard input"
        )
    if not is_file:
        raise NotAFile(f"{path}: a directory or a device; expected a file with a page")
