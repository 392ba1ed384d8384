"""Which lines does a file of rows have? As text, one at a time, none longer than a row may be."""

from __future__ import annotations

import io
from collections.abc import Iterator

from onrecord.errors import EncodingError, InputError, TooLarge
from onrecord.ingest.files.encodings import decode, encoding_of
from onrecord.ingest.files.kinds import HEAD
from onrecord.ingest.files.raw import Opened

CONTROL_IN_ROWS = 0.02  # of the bytes: more is no text; fewer are broken rows, and those are told one by one
SKIPPED = 16  # times a row's limit: how much of an endless line is passed over before the file is given up


class Lines:
    """The lines of an open file, with their ends, and in which encoding they were.

    Bytes that are no UTF-8 in a file that begins as UTF-8 come as surrogates; :meth:`mend` makes text of them.

    Attributes:
        notes: What a user must know of the encoding.
    """

    def __init__(self, opened: Opened, *, charset: str | None, newline: str, most: int) -> None:
        self._name = opened.name
        self._most = most
        head = opened.stream.peek(HEAD)[:HEAD] if isinstance(opened.stream, io.BufferedReader) else b""
        found = encoding_of(head, opened.name, charset=charset, cut=len(head) >= HEAD, allowed=CONTROL_IN_ROWS)
        self._utf8 = found.codec == "utf-8"
        self.notes = () if found.note is None else (found.note,)
        self._text = io.TextIOWrapper(opened.stream, found.codec, errors="surrogateescape", newline=newline)

    def __iter__(self) -> Iterator[str | None]:
        """Each line; None for one that is longer than a row may be.

        Raises:
            TooLarge: A line does not end within many times that length: there is no telling where the next row begins.
        """
        first = True
        while line := self._text.readline(self._most + 1):
            if len(line) > self._most:
                self._skip()
                yield None
            else:
                yield line.removeprefix("\ufeff") if first else line
            first = False

    def _skip(self) -> None:
        """Pass over the rest of a line."""
        for _ in range(SKIPPED):
            rest = self._text.readline(self._most)
            if len(rest) < self._most or rest.endswith(("\n", "\r")):
                return
        raise TooLarge(
            f"{self._name}: a line of more than {SKIPPED * self._most:,} characters; expected rows: the rest is left unread"
        )

    def mend(self, parts: tuple[str, ...], name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The parts of a row, and notes, where bytes in it were not in the file's encoding.

        Raises:
            EncodingError: They are in no encoding that could be made out.
        """
        if not any(_has_surrogates(part) for part in parts):
            return parts, ()
        if not self._utf8:
            raise EncodingError(
                f"{name}: bytes that are not in the encoding of the rest; expected one encoding: convert it to UTF-8"
            )
        packed = [part.encode("utf-8", "surrogateescape") for part in parts]
        found = decode(b"\n".join(packed), name)
        return tuple(part.decode(found.encoding, "replace") for part in packed), found.notes


def _has_surrogates(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def end_of_input(error: InputError, name: str) -> InputError:
    """An error that ends a file of rows, with the file's name before it."""
    message = str(error)
    return error if message.startswith(name) else type(error)(f"{name}: {message}")
