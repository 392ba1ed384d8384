"""Which documents does a file of rows hold? JSONL, CSV and TSV, row by row; a broken row is an error in its place."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

import msgspec

from onrecord.errors import BrokenRow, EmptyInput, InputError, OptionError
from onrecord.ingest.documents import About, make_document
from onrecord.ingest.files.encodings import CONTROL_CHARACTER
from onrecord.ingest.files.kinds import HEAD, Kind, looks_like_html
from onrecord.ingest.files.raw import Opened, Raw
from onrecord.ingest.limits import DEFAULT, Limits
from onrecord.ingest.rows.columns import Columns, about_row, kind_of_value
from onrecord.ingest.rows.delimited import Record, find_records
from onrecord.ingest.rows.lines import Lines, end_of_input
from onrecord.types import Document

__all__ = ["Columns", "Found", "find_rows", "rows_of"]

Found = tuple[str, Document | InputError]  # what messages call it, and what it is
_Row = tuple[Mapping[str, object], tuple[str, ...]]  # its values by key, and notes on how they were decoded
TAGS = "the text has HTML tags in it, which were read as they stand: a row's text is taken as plain text"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the caller wants of all rows of a file."""

    name: str
    columns: Columns
    limits: Limits
    given: About


def rows_of(source: Raw | Opened, columns: Columns | None = None, limits: Limits = DEFAULT) -> Iterator[Document | InputError]:
    """The documents of a file of rows; a row that does not hold together comes out as an error with its number.

    JSONL: an object a line. CSV and TSV: a header, then a document a record. ``columns`` tells what holds what; the text is taken as
    plain text, tags and all. Blank lines are passed over. The file is read as it comes, so it may be larger than memory; a single row
    may have ``limits.max_bytes`` characters.
    """
    return (found for _, found in find_rows(source, columns or Columns(), limits))


def find_rows(source: Raw | Opened, columns: Columns, limits: Limits, given: About | None = None) -> Iterator[Found]:
    """As :func:`rows_of`, each with what messages call it; ``given`` holds for all rows that do not say otherwise themselves."""
    opened = source if isinstance(source, Opened) else _opened(source)
    charset = source.charset if isinstance(source, Raw) else None
    asked = _Asked(name=opened.name, columns=columns, limits=limits, given=given or About())
    is_table = opened.kind is Kind.CSV
    found = None
    try:
        lines = Lines(opened, charset=charset, newline="" if is_table else "\n", most=limits.max_bytes)
        asked = replace(asked, given=replace(asked.given, notes=(*asked.given.notes, *lines.notes)))
        for found in _tabled(lines, asked) if is_table else _objects(lines, asked):
            yield found
        if found is None:
            raise EmptyInput("no rows in it; expected a document a row")
    except InputError as error:  # of the file: its header, its archive, its encoding
        yield opened.name, end_of_input(error, opened.name)


def _opened(raw: Raw) -> Opened:
    return Opened(name=raw.name, kind=raw.kind, stream=io.BufferedReader(io.BytesIO(raw.data), HEAD))


def _objects(lines: Lines, asked: _Asked) -> Iterator[Found]:
    for number, line in enumerate(lines, start=1):
        name = f"{asked.name}, line {number}"
        if line is None:
            yield (
                name,
                BrokenRow(f"{name}: more than {asked.limits.max_bytes:,} characters; expected a row: allow more (--max-bytes)"),
            )
        elif line.strip():
            yield _tried(partial(_object, line, lines, name), asked, name)


def _tabled(lines: Lines, asked: _Asked) -> Iterator[Found]:
    delimiter = "\t" if asked.name.lower().removesuffix(".gz").endswith(".tsv") else None
    records = find_records(iter(lines), asked.limits.max_bytes, delimiter)
    header = next(records, None)
    if header is None:
        raise EmptyInput("nothing in it but white space; expected a header with the names of the columns, and a document a row")
    keys = tuple(key.strip() for key in header.fields)
    asked.columns.find(keys, "the header")
    for record in records:
        at = f" (line {record.line})" if record.line != record.number else ""
        name = f"{asked.name}, row {record.number}{at}"
        yield _tried(partial(_record, record, keys, lines, name), asked, name)


def _object(line: str, lines: Lines, name: str) -> _Row:
    (whole,), notes = lines.mend((line,), name)
    try:
        row = _decode(whole)
    except (ValueError, RecursionError) as error:
        raise BrokenRow(f'{name}: no JSON ({error}); expected one object a line with a string "text"') from error
    if not isinstance(row, dict):
        raise BrokenRow(f'{name}: {kind_of_value(row)} in JSON; expected an object with a string "text"')
    return row, notes


def _decode(line: str) -> object:
    """The value; msgspec is ten times quicker, and refuses the half surrogates that json lets pass."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line)


def _record(record: Record, keys: tuple[str, ...], lines: Lines, name: str) -> _Row:
    if record.wrong:
        raise BrokenRow(
            f"{name}: {record.wrong}; expected a field for each column, in quotation marks where it has such marks in it"
        )
    fields, notes = lines.mend(record.fields, name)
    if odd := next(filter(None, map(CONTROL_CHARACTER.search, fields)), None):
        raise BrokenRow(f"{name}: a control character (U+{ord(odd[0]):04X}) that no text has; expected text: take it out")
    row = dict(zip(reversed(keys), reversed(fields[: len(keys)]), strict=True))  # of two columns of one name the first holds
    return row, notes


def _tried(make: Callable[[], _Row], asked: _Asked, name: str) -> Found:
    """The document of a row with its name, or what is wrong with the row."""
    try:
        row, notes = make()
        doc = _document(row, notes, asked, name)
    except InputError as error:
        return name, error if isinstance(error, BrokenRow) else BrokenRow(str(error))
    except OptionError as error:
        return name, BrokenRow(f"{name}: {error}")
    return name if doc.given_id is None else f"{asked.name}: {doc.given_id}", doc


def _document(row: Mapping[str, object], notes: tuple[str, ...], asked: _Asked, name: str) -> Document:
    found = asked.columns.find(tuple(row), name)
    text = row[found["text"]]
    if not isinstance(text, str):
        raise BrokenRow(f"{name}: {found['text']!r} is {kind_of_value(text)}; expected a string with the text of a page")
    tags = (TAGS,) if looks_like_html(text[:HEAD].encode("utf-8", "replace")) else ()
    said = about_row(row, found, name)
    about = replace(said, notes=(*notes, *tags, *said.notes)).over(asked.given)
    return make_document(text, name, about, asked.limits)
