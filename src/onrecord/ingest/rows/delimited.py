"""Which records does a CSV or TSV file hold? One broken record must not cost its neighbours."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import BrokenRow, TooLarge

DELIMITERS = ",;\t|"
ALONE = "\x1f"  # of a table with one column: a control character, so that no comma parts its texts
LONGEST_HEADER = 1_000_000  # characters
MOST_LINES = 100_000  # that one record may have
UNCLOSED = "a quotation mark that is never closed"
TOO_LONG = "too long for one row (--max-bytes), or a quotation mark in it is never closed"
NO_HEADER = "too long for a header; expected the names of the columns on the first line"
SEPARATOR_LINE = re.compile(r"sep=(.)\s*$", re.IGNORECASE)  # what spreadsheets write on top


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: its number, as a spreadsheet counts, the line where it begins, and its fields or what is wrong with it."""

    number: int
    line: int
    fields: tuple[str, ...] = ()
    wrong: str | None = None


class _TooLongError(Exception):
    """A record goes on beyond what one may have."""


class _Feed:
    """Lines for the csv module, which takes as many as a record has; the lines of the current record can be put back."""

    def __init__(self, lines: Iterator[str | None], most: int) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self._most = most
        self._length = 0
        self.taken: list[str] = []
        self.line = 0  # of the last line taken, counted from 1
        self.ended = False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines, "")
        if line == "":
            self.ended = True
            raise StopIteration
        self.line += 1
        self._length += len(line or "")
        if line is None or self._length > self._most or len(self.taken) >= MOST_LINES:
            raise _TooLongError
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """The next line opens a record."""
        self.taken, self._length, self.ended = [], 0, False

    def put_back(self, first: int) -> None:
        """The record's lines from ``first`` on are given out again."""
        self._again.extendleft(reversed(self.taken[first:]))
        self.line -= len(self.taken) - first
        self.ended = False


def find_records(lines: Iterator[str | None], most: int, delimiter: str | None = None) -> Iterator[Record]:
    """The records of a table, its header first; blank lines are passed over.

    A record with a wrong number of fields, or with a quotation mark that is never closed, comes out with what is wrong. Where such a
    mark has swallowed lines that are records by themselves, those are read: most of the lines where the record is wrong anyway; all of
    them, and at least two of at least three fields, where the next such mark makes it look right.

    Args:
        lines: With their line ends; None for a line that was too long to be given.
        most: Characters that a record may have.
        delimiter: Where it is known; otherwise the header tells.

    Raises:
        TooLarge: A record does not end, and where the next one begins cannot be told.
        BrokenRow: The header is too long.
    """
    # The csv module keeps one limit for the whole process (131,072); it is only ever raised, never lowered, so nobody is hurt.
    csv.field_size_limit(max(csv.field_size_limit(), most))
    feed = _Feed(lines, most)
    header, delimiter = _find_header(feed, delimiter)
    if header is None:
        return
    yield header
    reader = csv.reader(feed, delimiter=delimiter)
    number = header.number
    while (record := _next_record(feed, reader, number + 1)) is not None:
        if record.fields or record.wrong:
            number += 1
            yield _checked(record, feed, header, delimiter)


def _find_header(feed: _Feed, delimiter: str | None) -> tuple[Record | None, str]:
    for line in _header_lines(feed):
        if asked := SEPARATOR_LINE.match(line):
            delimiter = asked[1]
        elif line.strip():
            delimiter = delimiter or max(DELIMITERS, key=lambda mark: len(_split(line, mark)))
            if len(_split(line, delimiter)) == 1:
                delimiter = ALONE
            feed.put_back(0)
            feed.begin()
            return _next_record(feed, csv.reader(feed, delimiter=delimiter), 1), delimiter
    return None, delimiter or ","


def _header_lines(feed: _Feed) -> Iterator[str]:
    """Lines one by one, each a record by itself, the byte order mark taken off."""
    while True:
        feed.begin()
        try:
            line = next(feed)
        except StopIteration:
            return
        except _TooLongError as error:
            raise BrokenRow(f"line {feed.line}: {NO_HEADER}") from error
        if len(line) > LONGEST_HEADER:
            raise BrokenRow(f"line {feed.line}: {NO_HEADER}")
        feed.taken = [line.removeprefix("\ufeff")]
        yield feed.taken[0]


def _next_record(feed: _Feed, reader: Iterator[list[str]], number: int) -> Record | None:
    feed.begin()
    line = feed.line + 1
    wrong = None
    fields: tuple[str, ...] = ()
    try:
        fields = tuple(next(reader))
    except StopIteration:
        return None
    except _TooLongError:
        wrong = TOO_LONG
    except csv.Error as error:
        wrong = f"not in the form of CSV ({error})"
    if feed.ended:
        wrong = UNCLOSED
    return Record(number=number, line=line, fields=fields, wrong=wrong)


def _checked(record: Record, feed: _Feed, header: Record, delimiter: str) -> Record:
    """The record, or what is wrong with it; lines that it has swallowed go back where they are records by themselves.

    Raises:
        TooLarge: It is too long, and where the next one begins cannot be told.
    """
    count, wanted = len(record.fields), len(header.fields)
    wrong = record.wrong
    if wrong is None and (count < wanted or any(record.fields[wanted:])):
        wrong = f"fields: {count}, but the header has {wanted}"
    whole = _share_of_records(feed.taken[1:], wanted, delimiter)
    if wrong is None and not (wanted > 2 and len(feed.taken) > 2 and whole == 1):
        return record
    if wanted > 1 and whole > 0.5:
        feed.put_back(1)
        return Record(number=record.number, line=record.line, wrong=wrong or UNCLOSED)
    if wrong == TOO_LONG and len(feed.taken) > 1:
        raise TooLarge(f"line {record.line}: {wrong}; expected rows: the rest is left unread")
    until = f"; it goes on to line {record.line + len(feed.taken) - 1}" if len(feed.taken) > 1 else ""
    return Record(number=record.number, line=record.line, wrong=f"{wrong}{until}")


def _share_of_records(lines: list[str], wanted: int, delimiter: str) -> float:
    """How many of these lines have as many fields as the header has columns; blank ones have not."""
    return sum(len(_split(line, delimiter)) == wanted for line in lines) / len(lines) if lines else 0.0


def _split(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])
