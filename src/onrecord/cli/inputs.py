"""Which documents the command line names; what cannot be read comes out as a failure in its place, and the rest goes on."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from onrecord.cli.option_groups import COLUMNS
from onrecord.errors import InputError, OptionError
from onrecord.ingest.files.folders import Expanded, is_folder
from onrecord.ingest.files.kinds import ROWS, Kind, kind_by_name
from onrecord.ingest.limits import Limits
from onrecord.types import Document

DEMO_DATE = "2026-03-18"  # the Wednesday on which the demonstration page is dated
DEMO_PUBLISHER = "The Example Courier"
STDIN = "-"
# The option that sets each limit; an option that is not given leaves the default.
LIMITS = {
    "max_chars": "max_chars",
    "max_bytes": "max_bytes",
    "timeout": "html_seconds",
    "memory": "html_memory",
    "fetch_timeout": "fetch_seconds",
    "allow_local": "allow_local",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One document, or why there is none; ``name`` is what messages call it."""

    name: str
    found: Document | InputError


def check_options(options: Namespace, names: Sequence[str]) -> None:
    """Refuse what cannot be meant.

    Raises:
        OptionError: a title or address for several pages, columns or a form of rows where there are no rows, standard input twice.
    """
    for name in ("title", "uri"):
        if getattr(options, name) is not None and is_many(names, options):
            said = f"{len(names)} inputs were given" if len(names) > 1 else f"{names[0]} may hold many"
            raise OptionError(f"--{name} belongs to one page, and {said}; read them one by one")
    if names.count(STDIN) > 1:
        raise OptionError("- (standard input) can be read only once; name it once")
    if options.rows and STDIN not in names:
        raise OptionError("--rows says what standard input holds; name - as an input, or leave it out: a file's name tells")
    columns = [name for name in COLUMNS if getattr(options, f"{name}_column") is not None]
    if columns and not any(map(_may_hold_rows, names)):
        raise OptionError(
            f"--{columns[0]}-column is for rows, and {names[0]} holds none; expected .csv, .tsv, .jsonl or a folder"
        )


def open_inputs(options: Namespace, names: Sequence[str]) -> Iterator[Input]:
    """The documents in the order of the command line, read one at a time."""
    from onrecord.ingest.sources import About, Columns, find_documents

    about = About(published=options.date, publisher=options.publisher, title=options.title, uri=options.uri)
    columns = Columns(**{name: getattr(options, f"{name}_column") for name in COLUMNS})
    rows = Kind(options.rows) if options.rows else None
    for name, found in find_documents(names, about, columns, to_limits(options), rows=rows):
        yield Input(name=name, found=found)


def to_limits(options: Namespace) -> Limits:
    """What one input may cost."""
    given = {field: getattr(options, option) for option, field in LIMITS.items() if getattr(options, option) is not None}
    return Limits(**given)


def is_many(names: Sequence[str], options: Namespace) -> bool:
    """Whether more than one document is to be expected."""
    return len(names) > 1 or bool(options.rows) or any(is_folder(name) or _is_rows(name) for name in names)


def total_of(there: Expanded, options: Namespace) -> int | None:
    """How many documents there will be; None where that shows only when rows are read."""
    unknown = bool(options.rows) or any(map(_is_rows, there.names))
    return None if unknown else len(there.names) + len(there.closed)


def demo_page() -> str:
    """The text of the page that ships with onrecord."""
    return (files("onrecord") / "demo" / "page.txt").read_text("utf8")


def demo_document() -> Document:
    """The page that ships with onrecord, with its date."""
    from onrecord.ingest.sources import document_of

    return document_of(demo_page(), published=DEMO_DATE, publisher=DEMO_PUBLISHER)


def _is_rows(name: str) -> bool:
    return name != STDIN and kind_by_name(name) in ROWS


def _may_hold_rows(name: str) -> bool:
    # A file without a known ending may turn out to hold JSONL; an address may lead to anything.
    return name == STDIN or is_folder(name) or kind_by_name(name) in {None, *ROWS}
