"""How does whatever is named become documents? Files, folders, addresses, rows, standard input: each by its own way, in order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from os import PathLike
from urllib.parse import urlsplit

from onrecord.errors import EmptyInput, InputError, OptionError
from onrecord.ingest.documents import About, document_of, make_document
from onrecord.ingest.files.encodings import decode
from onrecord.ingest.files.folders import is_folder, list_folder
from onrecord.ingest.files.kinds import ROWS, Kind, kind_by_name
from onrecord.ingest.files.raw import STDIN, Raw, name_of, open_raw, read_raw
from onrecord.ingest.limits import DEFAULT, Limits
from onrecord.ingest.rows.columns import Columns
from onrecord.ingest.rows.find import Found, find_rows
from onrecord.types import Document

__all__ = ["About", "Columns", "document_of", "find_documents", "is_address", "read_document", "read_rows"]

ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def read_document(
    path: str | PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    limits: Limits = DEFAULT,
) -> Document:
    r"""The document in a file (plain text or HTML, packed with gzip or not), at an address, or on standard input (``-``).

    ``text`` of plain text is the decoded file, unchanged: a byte order mark and ``\r\n`` stay, so that offsets fit the file. Of HTML it
    is what was extracted. What the caller says wins over what the page says of itself.

    Raises:
        MissingInput: No such file.
        NotAFile: A directory or a device.
        EmptyInput: Nothing but white space.
        BinaryInput: The bytes are no text.
        EncodingError: Text, but in no encoding that could be made out.
        TooLarge: More bytes than ``limits.max_bytes``.
        BrokenArchive: A .gz file that does not hold together.
        HtmlFailed, FetchFailed: The page cannot be taken apart; the address does not answer.
        OptionError: ``published`` is no date, or the file holds rows, which are many documents.
    """
    about = About(published=published, publisher=publisher, title=title, uri=uri)
    raw = _fetch(str(path), limits) if is_address(path) else read_raw(path, limits)
    if raw.kind in ROWS:
        raise OptionError(f"{raw.name}: rows, which are many documents; expected one page: read them with ingest.find_documents")
    return document_from(raw, about, limits)


def find_documents(
    names: Sequence[str],
    about: About | None = None,
    columns: Columns | None = None,
    limits: Limits = DEFAULT,
    *,
    rows: Kind | None = None,
) -> Iterator[Found]:
    """All documents that are named, in order, each with what messages call it; what cannot be read is an error in its place.

    Args:
        names: Files, folders (all files in them with a known ending), addresses, files of rows, ``-`` for standard input; or one of them.
        about: What is known of the pages: the publisher and the date hold for all that do not say otherwise in a row of theirs.
        columns: Which column or key of rows holds what; the usual names where it is None.
        limits: What one input may cost.
        rows: That standard input holds rows, and of which form; where it is None, objects of JSON are recognised.

    Raises:
        OptionError: At once where a title or address is given for several pages; when it comes to it where standard input turns out to
            hold rows, or where ``about.published`` is no date.
    """
    given = about or About()
    each = [names] if isinstance(names, str) else [str(name) for name in names]
    _check_about(each, given)
    return _find(each, given, columns or Columns(), limits, rows=rows)


def read_rows(
    path: str | PathLike[str], columns: Columns | None = None, limits: Limits = DEFAULT
) -> Iterator[Document | InputError]:
    """The documents of a file of rows, JSONL unless its name says CSV (``-``: standard input); see :func:`ingest.rows.rows_of`.

    Raises:
        MissingInput: No such file.
        NotAFile: A directory or a device.
    """
    kind = kind_by_name(str(path))
    with open_raw(path, kind=kind if kind in ROWS else Kind.JSONL) as opened:
        yield from (found for _, found in find_rows(opened, columns or Columns(), limits))


def is_address(name: str | PathLike[str]) -> bool:
    """Whether a name is to be fetched: it opens as ``https://`` does."""
    return ADDRESS.match(str(name)) is not None


def document_from(raw: Raw, about: About, limits: Limits) -> Document:
    """The document in the bytes of one page; the errors are those of :func:`read_document`."""
    here = replace(about, uri=about.uri or raw.uri, retrieved=raw.retrieved)
    if raw.kind is Kind.HTML:
        return _from_html(raw, here, limits)
    decoded = decode(raw.data, raw.name, charset=raw.charset)
    return make_document(decoded.text, raw.name, replace(here, notes=(*here.notes, *decoded.notes)), limits)


def _from_html(raw: Raw, about: About, limits: Limits) -> Document:
    from onrecord.ingest.html.read import read_html

    page = read_html(raw, limits)
    said = About(
        published=page.published,
        publisher=page.publisher,
        title=page.title,
        uri=page.uri,
        authors=page.authors,
        language=page.language,
        notes=(*page.notes, *_differences(about, page.publisher)),
    )
    return make_document(page.text, raw.name, about.over(said), limits)


def _differences(about: About, publisher: str | None) -> Iterator[str]:
    """Where caller and page differ in what the reading itself does not compare."""
    if about.publisher and publisher and about.publisher.casefold() != publisher.casefold():
        yield f"publisher: the caller says {about.publisher!r}, the page says {publisher!r}; the caller's is used"


def _fetch(url: str, limits: Limits) -> Raw:
    from onrecord.ingest.fetching.fetch import fetch

    raw = fetch(url, limits)
    named = kind_by_name(urlsplit(raw.uri or url).path)
    # Servers call rows text/plain, or nothing at all.
    return replace(raw, kind=named) if raw.kind is Kind.PLAIN and named in ROWS and named else raw


def _check_about(names: Sequence[str], about: About) -> None:
    several = len(names) > 1 or any(is_folder(name) or kind_by_name(name) in ROWS for name in names if not is_address(name))
    for what, value in (("title", about.title), ("uri", about.uri)):
        if several and value is not None:
            raise OptionError(f"{what} {value!r} belongs to one page, and there are several; expected one page: read it alone")


def _find(names: Sequence[str], about: About, columns: Columns, limits: Limits, *, rows: Kind | None) -> Iterator[Found]:
    for name in names:
        if not is_address(name) and is_folder(name):
            yield from _find_in_folder(name, about, columns, limits)
        else:
            yield from _find_one(name, about, columns, limits, rows=rows if name == STDIN else None)


def _find_in_folder(name: str, about: About, columns: Columns, limits: Limits) -> Iterator[Found]:
    folder = list_folder(name)
    for path in map(str, folder.files):
        yield from _find_one(path, about, columns, limits)
    for error in folder.closed:
        yield str(error).partition(": ")[0], error
    if not folder.files and not folder.closed:
        yield (
            name,
            EmptyInput(
                f"{name}: nothing to read among {folder.passed_over} files; expected files that end in .txt, .html, .jsonl, .csv (or with .gz)"
            ),
        )


def _find_one(name: str, about: About, columns: Columns, limits: Limits, *, rows: Kind | None = None) -> Iterator[Found]:
    try:
        if is_address(name):
            raw = _fetch(name, limits)
            yield from find_rows(raw, columns, limits, about) if raw.kind in ROWS else [(name, document_from(raw, about, limits))]
            return
        with open_raw(name, kind=rows) as opened:
            if opened.kind in ROWS:
                _check_about([name, name], about)  # rows are several pages
                yield from find_rows(opened, columns, limits, about)
                return
            raw = opened.read(limits)
        yield name_of(name), document_from(raw, about, limits)
    except InputError as error:
        yield name_of(name), error
    except OptionError:
        raise
    except Exception as error:
        if os.environ.get("ONRECORD_DEBUG"):
            raise
        yield name_of(name), InputError(f"{name}: {type(error).__name__}: {error} (a fault in onrecord, please report it)")
