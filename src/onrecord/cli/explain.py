"""The sub-command ``explain``: which reading, and which record of it; ``explained.py`` says what there is to say."""

from __future__ import annotations

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO, TypeVar

import msgspec

from onrecord.cli.explained import lay_claim, lay_event, lay_list, lay_offset
from onrecord.cli.explained_tokens import lay_tokens
from onrecord.cli.inputs import STDIN, check_options, open_inputs
from onrecord.cli.output import terminal_width, wants_colour, write_text
from onrecord.cli.paper import Cell, Paper, clean
from onrecord.cli.study import Study
from onrecord.cli.tally import complain, message_of
from onrecord.errors import BrokenRow, DataError, InputError, OptionError
from onrecord.types import Claim, Event, Language, Reading, Span

Found = TypeVar("Found", Event, Claim)

# How a reading begins that --format json or jsonl wrote: its first field is the number of its schema.
WRITTEN = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"\s*:')
BLANK = re.compile(r"\s+")
LISTED = 5  # ids that a message lists: enough to see what they look like


def run_explain(options: Namespace) -> int:
    """Explain one record, one offset, or list what there is; how many inputs failed."""
    check_options(options, [options.input])
    if options.tokens and {options.at, options.words, options.event, options.claim} == {None}:
        raise OptionError("--tokens shows one sentence; say which with --at, --words, --event or --claim")
    try:
        reading = _chosen(_readings(options), options)
    except (DataError, OptionError):
        raise
    except Exception as error:  # noqa: BLE001 - a page that cannot be read, or a fault of ours: one line, as in read
        complain(message_of(error))
        return 1
    study = Study(reading, Paper(width=terminal_width(), colour=wants_colour()))
    lines = _explained(study, options)
    if options.tokens:
        lines += lay_tokens(study, _place(study, options), _language(reading, options))
    write_text("\n".join(lines) + "\n")
    return 0


def _explained(study: Study, options: Namespace) -> list[str]:
    reading = study.reading
    if options.event is not None:
        return lay_event(study, _record(reading.events, options.event, "event"))
    if options.claim is not None:
        return lay_claim(study, _record(reading.claims, options.claim, "claim"))
    if options.at is not None:
        size = len(reading.document.text)
        if options.at >= size:
            raise OptionError(f"--at {options.at}: the text has {size:,} characters; expected an offset from 0 to {size - 1}")
        return lay_offset(study, Span(options.at, options.at + 1))
    if options.words is not None:
        return _explained_words(study, options.words)
    return lay_list(study)


def _place(study: Study, options: Namespace) -> Span:
    """Where the record or the words stand that are explained; they have been found before."""
    if options.event is not None:
        return _record(study.reading.events, options.event, "event").trigger
    if options.claim is not None:
        claim = _record(study.reading.claims, options.claim, "claim")
        return claim.cue or claim.content[0]
    return study.find(options.words)[0] if options.words is not None else Span(options.at, options.at + 1)


def _language(reading: Reading, options: Namespace) -> Language:
    from onrecord import pipeline

    return pipeline.understand_document(reading.document, options.reader or "small")


def _explained_words(study: Study, words: str) -> list[str]:
    places = study.find(words)
    if not places:
        raise OptionError(f"--words {words!r}: they do not stand in the text like that; expected words as they are written there")
    rest = [str(place.start) for place in places[1 : LISTED + 1]]
    more = [f"These words stand there {len(places)} times; --at {', '.join(rest)} for the next."] if rest else []
    return [*lay_offset(study, places[0]), *(line for told in more for line in ["", *study.paper.paragraph(Cell(told, "dim"))])]


def _readings(options: Namespace) -> Iterator[Reading]:
    """The readings that were written into the file before, else those that are made of it now."""
    written = _written(options)
    if written is not None:
        yield from written
        return
    from onrecord import pipeline

    failed: InputError | None = None
    there = False
    for item in open_inputs(options, [options.input]):
        if isinstance(item.found, InputError):
            failed = failed or item.found
            continue
        there = True
        if options.document in {None, item.found.id, item.found.given_id}:
            yield pipeline.read_document(item.found, options.reader or "small")
    if failed and not there:
        raise failed


def _written(options: Namespace) -> list[Reading] | None:
    """None where the file holds no readings."""
    from onrecord.ingest.files.raw import open_raw

    if options.input == STDIN:
        # Looked at without taking it out: what is no reading is read as a page afterwards.
        stream = sys.stdin.buffer
        head = stream.peek(64) if hasattr(stream, "peek") else b""
        return _decoded(stream, "standard input") if WRITTEN.match(head) else None
    if "://" in options.input:
        return None
    with open_raw(options.input) as opened:
        head = opened.stream.read(4096)
        return _decoded(opened.stream, opened.name, head) if WRITTEN.match(head) else None


def _decoded(stream: BinaryIO, name: str, head: bytes = b"") -> list[Reading]:
    """All readings of a file: one a line, or indented one after the other."""
    try:
        text = (head + stream.read()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenRow(
            f"{name}: no UTF-8 ({error.reason} at byte {error.start}); expected what --format json or jsonl writes"
        ) from error
    decoder = json.JSONDecoder()
    found: list[Reading] = []
    at = _next(text, 0)
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
            found.append(msgspec.convert(value, Reading))
        except (ValueError, RecursionError) as error:  # msgspec.ValidationError is a ValueError
            raise BrokenRow(
                f"{name}: reading {len(found) + 1} is broken ({error}); expected what --format json or jsonl writes"
            ) from error
        at = _next(text, at)
    return found


def _next(text: str, at: int) -> int:
    """Where the white space ends."""
    found = BLANK.match(text, at)
    return found.end() if found else at


def _chosen(readings: Iterable[Reading], options: Namespace) -> Reading:
    """The one reading that is meant.

    Raises:
        OptionError: none is, or more than one.
    """
    wanted: str | None = options.event if options.event is not None else options.claim
    meant = (one for one in readings if options.document in {None, one.document.id, one.document.given_id})
    found = list(meant if wanted else islice(meant, LISTED + 1))
    if len({one.document.id for one in found}) == 1:
        return found[0]  # one page that was read more than once is one document
    if wanted:
        found = [one for one in found if _holds(one, wanted)]
        if not found:
            raise OptionError(
                f"{wanted!r}: no record of this id in {options.input}; --document ID alone lists those of one document"
            )
    if not found:
        asked = f"no document {options.document!r}" if options.document is not None else "no document"
        raise OptionError(f"{options.input}: {asked} in it; expected a page, or what --format json or jsonl writes")
    if len(found) == 1:
        return found[0]
    some = ", ".join(map(_name, found[:LISTED])) + (" …" if len(found) > LISTED else "")
    raise OptionError(f"{options.input} holds several documents; choose one with --document ({some})")


def _holds(reading: Reading, wanted: str) -> bool:
    ids = [event.id for event in reading.events] + [claim.id for claim in reading.claims]
    return any(one.startswith(wanted) for one in ids)


def _name(reading: Reading) -> str:
    return clean(reading.document.given_id or reading.document.id)


def _record(records: Sequence[Found], wanted: str, option: str) -> Found:
    """The record of that id, or the one whose id begins so.

    Raises:
        OptionError: there is none, or more than one.
    """
    exact = [record for record in records if record.id == wanted]
    found = exact or [record for record in records if record.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise OptionError(f"--{option} {wanted!r} fits {len(found)} of them ({_some(one.id for one in found)}); write more of it")
    there = f"there are {_some(one.id for one in records)}" if records else f"the page has no {option}s on record"
    raise OptionError(f"--{option} {wanted!r}: no such {option}; {there}")


def _some(names: Iterable[str]) -> str:
    listed = list(map(clean, names))
    return ", ".join(listed[:LISTED]) + (f" and {len(listed) - LISTED} more" if len(listed) > LISTED else "")
