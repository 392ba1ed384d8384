"""Which documents the command line names; what cannot be read comes out as a failure in its place, and the rest goes on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onrecord.errors import InputError, OptionError
from onrecord.types import Document

DEMO_DATE = "2026-03-18"  # the Wednesday on which the demonstration page is dated
DEMO_PUBLISHER = "The Example Courier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One document, or why there is none; ``name`` is what messages call it."""

    name: str
    found: Document | InputError


def check_options(options: Namespace) -> None:
    """Refuse what cannot be meant.

    Raises:
        OptionError: a title or address for several pages, or facts about rows that carry their own.
    """
    several = len(options.inputs) > 1
    for name in ("title", "uri"):
        if several and getattr(options, name) is not None:
            raise OptionError(f"--{name} belongs to one page, and {len(options.inputs)} inputs were given; read them one by one")
    rows = [name for name in options.inputs if _is_rows(name)]
    given = [name for name in ("date", "publisher", "title", "uri") if getattr(options, name) is not None]
    if rows and given:
        raise OptionError(f"--{given[0]} cannot apply to {rows[0]}: put it into the rows (date: published)")
    if options.inputs.count("-") > 1:
        raise OptionError("- (standard input) can be read only once; name it once")


def open_inputs(options: Namespace) -> Iterator[Input]:
    """The documents in the order of the command line, read one at a time."""
    for name in options.inputs:
        if _is_rows(name):
            yield from _open_rows(name)
        else:
            yield _open_page(name, options)


def demo_page() -> str:
    """The text of the page that ships with onrecord."""
    return (files("onrecord") / "demo" / "page.txt").read_text("utf8")


def demo_document() -> Document:
    """The page that ships with onrecord, with its date."""
    from onrecord.ingest.sources import document_of

    return document_of(demo_page(), published=DEMO_DATE, publisher=DEMO_PUBLISHER)


def _is_rows(name: str) -> bool:
    return name != "-" and Path(name).suffix.lower() in {".jsonl", ".ndjson"}


def _open_page(name: str, options: Namespace) -> Input:
    from onrecord.ingest.sources import read_document

    about = {"published": options.date, "publisher": options.publisher, "title": options.title, "uri": options.uri}
    try:
        found = read_document(name, **about)
    except InputError as error:
        return Input(name=name, found=error)
    except OSError as error:
        return Input(name=name, found=InputError(f"cannot be read: {error.strerror or error}"))
    return Input(name=name, found=found)


def _open_rows(name: str) -> Iterator[Input]:
    from onrecord.ingest.sources import read_rows

    try:
        for row in read_rows(name):
            label = name if isinstance(row, InputError) or row.given_id is None else f"{name}: {row.given_id}"
            yield Input(name=label, found=row)
    except InputError as error:  # the file itself: missing, no text
        yield Input(name=name, found=error)
    except OSError as error:
        yield Input(name=name, found=InputError(f"cannot be read: {error.strerror or error}"))
