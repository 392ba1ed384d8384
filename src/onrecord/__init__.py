"""Reads news pages and puts on record who did what to whom, where, when, how many, and who says so.

>>> import onrecord                                              # doctest: +SKIP
>>> reading = onrecord.read("page.txt", published="2015-10-20")  # doctest: +SKIP
>>> [event.type for event in reading.events]                     # doctest: +SKIP

Importing this package loads nothing: the network, the lists and numpy come with the first reading.
"""

from __future__ import annotations

from importlib import import_module
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.errors import DataError, InputError, OnrecordError, OptionError
    from onrecord.ingest.limits import Limits
    from onrecord.types import Document, Reading

__version__ = "0.1.0"
__all__ = [
    "DataError",
    "Document",
    "InputError",
    "Limits",
    "OnrecordError",
    "OptionError",
    "Reading",
    "__version__",
    "read",
    "read_text",
]

# Loaded when first asked for (__getattr__): types.py brings numpy and msgspec, a fifth of a second that --help need not wait for.
_ELSEWHERE = {
    "DataError": "onrecord.errors",
    "Document": "onrecord.types",
    "InputError": "onrecord.errors",
    "Limits": "onrecord.ingest.limits",
    "OnrecordError": "onrecord.errors",
    "OptionError": "onrecord.errors",
    "Reading": "onrecord.types",
}


def read(
    path: str | PathLike[str],
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    limits: Limits | None = None,
) -> Reading:
    """Read one page: a file of plain text or HTML, packed with gzip or not, or an address.

    The encoding is found (byte order mark, UTF-8, what the page declares, detection), and ``notes`` of the reading's document tell of all
    but UTF-8. What kind of file it is the ending tells, and where that says only "text" or nothing, the content.

    Args:
        path: The file, ``-`` for standard input, or an address (``https://…``), which is fetched politely: one request, robots.txt respected.
            Files of rows (JSONL, CSV) and folders hold many documents: ``onrecord.ingest.find_documents`` reads those.
        published: ``YYYY-MM-DD``; relative dates ("on Friday") are worked out from it. What you give wins over the page.
        publisher: Who published it; "we" in the page's own voice is the publisher.
        title: The headline, where the page does not carry one.
        uri: Where the page stands; part of the document's id.
        limits: What the page may cost: characters, bytes, seconds; the defaults of :class:`Limits` where it is None.

    Raises:
        InputError: the page cannot be read or holds no story; the subclass says which, the message names ``path``.
        OptionError: ``published`` is no date, or ``path`` holds rows.
        DataError: a file that ships with onrecord is missing or broken.
    """
    from onrecord import pipeline
    from onrecord.errors import NoStory
    from onrecord.ingest import sources
    from onrecord.ingest.files.raw import name_of
    from onrecord.ingest.limits import DEFAULT

    doc = sources.read_document(path, published=published, publisher=publisher, title=title, uri=uri, limits=limits or DEFAULT)
    try:
        return pipeline.read_document(doc)
    except NoStory as error:  # found long after the file was closed, and named by what the document says of itself
        raise NoStory(f"{name_of(path)}: {error}") from None


def read_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    limits: Limits | None = None,
) -> Reading:
    """Read a text that is already in memory; spans in the reading count code points of exactly this text.

    It is taken as plain text: HTML goes through a file and :func:`read`. The other arguments and the errors are those of :func:`read`;
    a value that is no string (bytes, say, which were never decoded) is an OptionError.
    """
    from onrecord import pipeline
    from onrecord.ingest import sources
    from onrecord.ingest.limits import DEFAULT

    doc = sources.document_of(text, published=published, publisher=publisher, title=title, uri=uri, limits=limits or DEFAULT)
    return pipeline.read_document(doc)


def __getattr__(name: str) -> object:
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_ELSEWHERE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
