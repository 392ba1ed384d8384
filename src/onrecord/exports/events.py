"""Events as a table: one event a row, the same columns for every reading. What each column holds is said in docs/reading.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from onrecord.exports.csv_text import Cell
from onrecord.exports.told import Known, Told, joined
from onrecord.types import Claim, Event, Place, Quantity, Reading, When

COUNTS = ("killed", "injured", "casualties", "arrested", "abducted", "released", "displaced", "participants", "money")
Column = tuple[str, Callable[[Told], Cell]]

_DOCUMENT: tuple[Column, ...] = (
    ("document_id", lambda told: told.reading.document.id),
    ("given_id", lambda told: told.reading.document.given_id),
    ("uri", lambda told: told.reading.document.uri),
    ("title", lambda told: told.reading.document.title),
    ("publisher", lambda told: told.reading.document.publisher),
    ("published", lambda told: told.reading.document.published),
)
_ACT: tuple[Column, ...] = (
    ("event_id", lambda told: told.event.id),
    ("happening", lambda told: told.event.happening),
    ("codebook", lambda told: told.event.codebook),
    ("type", lambda told: told.event.type),
    ("mode", lambda told: told.event.mode),
    ("context", lambda told: joined(told.event.context)),
    ("quad", lambda told: told.event.quad),
    ("score", lambda told: told.event.score),
    ("trigger", lambda told: told.words(told.event.trigger)),
    ("evidence", lambda told: told.words(told.event.evidence)),
)
_STATUS: tuple[Column, ...] = (
    ("page_fact", lambda told: told.event.status.actual and not told.event.according_to),
    ("told_as_happened", lambda told: told.event.status.actual),
    ("polarity", lambda told: told.event.status.polarity),
    ("certainty", lambda told: told.event.status.certainty),
    ("auxiliary", lambda told: joined(told.event.status.auxiliary)),
    ("according_to", lambda told: joined(_voice(told, claim) for claim in told.voices())),
    ("source_kinds", lambda told: joined(claim.source.kind for claim in told.voices())),
    ("stances", lambda told: joined(claim.stance for claim in told.voices())),
)
_PLACE: tuple[Column, ...] = (
    ("place", lambda told: _of(told.event.place, "name")),
    ("place_country", lambda told: _of(told.event.place, "country")),
    ("admin1", lambda told: _of(told.event.place, "admin1")),
    ("lat", lambda told: _of(told.event.place, "lat")),
    ("lon", lambda told: _of(told.event.place, "lon")),
    ("geonames_id", lambda told: _of(told.event.place, "geonames_id")),
    ("place_precision", lambda told: _of(told.event.place, "precision")),
)
_DATE: tuple[Column, ...] = (
    ("date_words", lambda told: told.words_of(told.event.when.mention) if told.event.when else None),
    ("date_start", lambda told: _of(told.event.when, "start")),
    ("date_end", lambda told: _of(told.event.when, "end")),
    ("date_granularity", lambda told: _of(told.event.when, "granularity")),
    ("date_basis", lambda told: _of(told.event.when, "basis")),
    ("day", lambda told: told.day()[0]),
    ("day_from", lambda told: told.day()[1]),
)
_PROOF: tuple[Column, ...] = (
    ("confidence", lambda told: told.event.confidence),
    ("trigger_start", lambda told: told.event.trigger.start),
    ("trigger_end", lambda told: told.event.trigger.end),
    ("evidence_start", lambda told: told.event.evidence.start),
    ("evidence_end", lambda told: told.event.evidence.end),
)


def event_rows(reading: Reading, name: str = "") -> Iterator[tuple[Cell, ...]]:
    """The events of a reading in the order of its text, a row each, cells in the order of EVENT_COLUMNS.

    Args:
        reading: What was read; a reading without events has no rows.
        name: What the caller calls the input: the first column.
    """
    known = Known(reading)
    for event in sorted(reading.events, key=lambda event: event.trigger):
        told = Told(event, known)
        yield (name, *(value(told) for _, value in COLUMNS))


def _side(name: str, side: Callable[[Event], tuple[str, ...]]) -> tuple[Column, ...]:
    """Three columns for one side, whose values stand in the same order."""
    return (
        (f"{name}s", lambda told: joined(party.name for party in told.parties(side(told.event)))),
        (f"{name}_countries", lambda told: joined(party.country for party in told.parties(side(told.event)))),
        (f"{name}_sectors", lambda told: joined(party.sectors for party in told.parties(side(told.event)))),
    )


def _count(what: str) -> tuple[Column, ...]:
    """How many, as bounds and how the words bind them; for money also in what."""
    bounds: tuple[Column, ...] = (
        (f"{what}_low", lambda told: _of(told.quantity(what), "low")),
        (f"{what}_high", lambda told: _of(told.quantity(what), "high")),
        (f"{what}_qualifier", lambda told: _of(told.quantity(what), "qualifier")),
    )
    return (*bounds, ("money_unit", lambda told: _of(told.quantity(what), "unit"))) if what == "money" else bounds


def _of(part: Place | When | Quantity | None, field: str) -> Cell:
    """A field of what an event may lack."""
    found: Cell = getattr(part, field) if part else None
    return found


def _voice(told: Told, claim: Claim) -> str:
    """The names of a claim's sources; empty where nobody is named, which ``source_kinds`` tells."""
    return ", ".join(party.name for party in told.parties(claim.source.mentions))


COLUMNS: tuple[Column, ...] = (
    *_DOCUMENT,
    *_ACT,
    *_STATUS,
    *_side("actor", lambda event: event.actors),
    *_side("recipient", lambda event: event.recipients),
    *_PLACE,
    *_DATE,
    *chain.from_iterable(map(_count, COUNTS)),
    *_PROOF,
)
EVENT_COLUMNS: tuple[str, ...] = ("input", *(name for name, _ in COLUMNS))
