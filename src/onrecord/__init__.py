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
    from onrecord.types import Document, Reading

__version__ = "0.1.0"
__all__ = [
    "DataError",
    "Document",
    "InputError",
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
) -> Reading:
    """Read one page, a file of plain text in UTF-8.

    Args:
        path: The file, or ``-`` for standard input. A ``.jsonl`` file holds many documents: ``onrecord.ingest.sources.read_rows`` reads those.
        published: ``YYYY-MM-DD``; relative dates ("on Friday") are worked out from it. What you give wins over the page.
        publisher: Who published it; "we" in the page's own voice is the publisher.
        title: The headline, where the page does not carry one.
        uri: Where the page stands; part of the document's id.

    Raises:
        InputError: the file cannot be read or holds no story; the subclass says which.
        OptionError: ``published`` is no date.
        DataError: a file that ships with onrecord is missing or broken.
    """
    from onrecord import pipeline
    from onrecord.ingest import sources

    doc = sources.read_document(path, published=published, publisher=publisher, title=title, uri=uri)
    return pipeline.read_document(doc)


def read_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
) -> Reading:
    """Read a text that is already in memory; spans in the reading count code points of exactly this text.

    The arguments and errors are those of :func:`read`.
    """
    from onrecord import pipeline
    from onrecord.ingest import sources

    doc = sources.document_of(text, published=published, publisher=publisher, title=title, uri=uri)
    return pipeline.read_document(doc)


def __getattr__(name: str) -> object:
    if name not in _ELSEWHERE:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_ELSEWHERE[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
