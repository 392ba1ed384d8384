"""How does a file, standard input or a row become a Document? Byte for byte, or with an error that says what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

import msgspec

from onrecord.errors import BinaryInput, BrokenRow, EmptyInput, EncodingError, InputError, MissingInput, NotAFile, OptionError
from onrecord.ingest.dates import check_date
from onrecord.types import Document, content_id

STDIN = "-"
# What no text has: NUL and the other control bytes, without tab, line ends, form feed, backspace (man pages) and escape.
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b"))


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A line of JSONL; fields that are not named here are left aside."""

    text: str
    id: str | int | None = None
    title: str | None = None
    publisher: str | None = None
    uri: str | None = None
    published: str | None = None


def read_document(
    path: str | PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
) -> Document:
    r"""The document in a plain-text file, or on standard input where the path is ``-``.

    ``text`` is the file, byte for byte: a byte order mark and ``\r\n`` stay, so that offsets fit the file.

    Raises:
        MissingInput: No such file.
        NotAFile: A directory or a device.
        EmptyInput: Nothing but white space.
        BinaryInput: The bytes are no text.
        EncodingError: Text, but not UTF-8.
        OptionError: ``published`` is no date.
    """
    name = "standard input" if str(path) == STDIN else str(path)
    text = decode(_read_bytes(path), name)
    return document_of(text, name=name, published=published, publisher=publisher, title=title, uri=uri)


def document_of(
    text: str,
    *,
    name: str = "text",
    given_id: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
) -> Document:
    """A document from a text and what the caller knows of it; ``name`` is what messages call it.

    Two papers' verbatim copies share the ``text_id`` and differ in the ``id``, which also tells where it stands.

    Raises:
        EmptyInput: Nothing but white space.
        OptionError: ``published`` is no date.
    """
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise EmptyInput(f"{name}: nothing in it but white space; expected the text of a page")
    where = (uri,) if uri else (publisher or "", title or "")
    return Document(
        id=content_id("d", *where, text),
        text_id=content_id("t", text),
        given_id=given_id,
        text=text,
        uri=uri,
        title=title,
        publisher=publisher,
        published=check_date(published) if published is not None else None,
        language="en",
    )


def read_rows(path: str | PathLike[str]) -> Iterator[Document | InputError]:
    """The documents of a JSONL file (``-``: standard input), one a line.

    A line is an object with the string ``text`` and, where they are known, ``id``, ``title``, ``publisher``, ``uri`` and
    ``published``. A line that does not hold together comes out as an error with the line's number, and the others go on; empty lines are
    passed over. The file is read line by line, so it may be larger than memory.

    Raises:
        MissingInput: No such file.
        NotAFile: A directory or a device.
    """
    name = "standard input" if str(path) == STDIN else str(path)
    if str(path) == STDIN:
        yield from _rows_of(sys.stdin.buffer, name)
        return
    _check_file(Path(path))
    with Path(path).open("rb") as lines:
        yield from _rows_of(lines, name)


def decode(data: bytes, name: str) -> str:
    """The text of UTF-8 bytes, all of it; ``name`` is what messages call it.

    Raises:
        EmptyInput: No bytes, or only white space.
        BinaryInput: Control bytes that no text has.
        EncodingError: Not UTF-8; the message names the byte.
    """
    if not data.strip():
        raise EmptyInput(f"{name}: nothing in it but white space; expected the text of a page")
    _check_utf16(data, name)
    _check_control(data, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at, byte = error.start, data[error.start]
        raise EncodingError(
            f"{name}: byte {at} (0x{byte:02x}) is not UTF-8; expected UTF-8 text: convert it, for instance with "
            "iconv -f WINDOWS-1252 -t UTF-8"
        ) from error


def _check_utf16(data: bytes, name: str) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise EncodingError(
            f"{name}: byte 0 (0x{data[0]:02x}) opens UTF-16; expected UTF-8: convert it with iconv -f UTF-16 -t UTF-8"
        )


def _check_control(data: bytes, name: str) -> None:
    if len(data.translate(None, CONTROL)) == len(data):
        return
    at = next(at for at, byte in enumerate(data) if byte in CONTROL)
    raise BinaryInput(f"{name}: byte {at} (0x{data[at]:02x}) is a control byte that no text has; expected plain text in UTF-8")


def _read_bytes(path: str | PathLike[str]) -> bytes:
    if str(path) == STDIN:
        return sys.stdin.buffer.read()
    _check_file(Path(path))
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error


def _check_file(path: Path) -> None:
    try:
        there, is_file = path.exists(), path.is_file()
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it
        there = is_file = False
    if not there:
        raise MissingInput(f"{path}: no such file; expected the path of a text file, or - for standard input")
    if not is_file:
        raise NotAFile(f"{path}: a directory or a device; expected a text file: name the files in it one by one")


def _rows_of(lines: Iterable[bytes], name: str) -> Iterator[Document | InputError]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(line, f"{name}, line {number}")


def _row(line: bytes, name: str) -> Document | InputError:
    try:
        row = msgspec.json.decode(line, type=Row)
        return document_of(
            row.text,
            name=name,
            given_id=None if row.id is None else str(row.id),
            published=row.published or None,
            publisher=row.publisher,
            title=row.title,
            uri=row.uri,
        )
    except msgspec.ValidationError as error:
        return BrokenRow(f'{name}: {error}; expected an object with a string "text", and strings besides it')
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return BrokenRow(f'{name}: no JSON in UTF-8 ({error}); expected one object a line with a string "text"')
    except (EmptyInput, OptionError) as error:
        return BrokenRow(str(error) if str(error).startswith(name) else f"{name}: {error}")
