"""The two sections made of events: what the page says happened, and what is asked, planned, imagined or denied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from onrecord.cli.paper import Cell
from onrecord.cli.people import People
from onrecord.cli.phrases import act, date_words, excerpt, hedge, percent, sides, standing, where
from onrecord.cli.rows import WORDS_ROOM, Row
from onrecord.types import Event, Polarity, Reading, Why

# The order in which people look for what is no fact: first what somebody contradicts, last what is merely in the air.
STANDINGS = (
    "denied",
    "did not happen",
    "doubted",
    "asked for",
    "wanted",
    "promised",
    "planned",
    "to come",
    "predicted",
    "warned of",
    "imagined",
    "a question",
    "possible",
    "open",
)


def is_fact(event: Event) -> bool:
    """Told as happened in the page's own voice. Everything else is somebody's word or no fact at all."""
    return event.status.actual and not event.according_to


def fact_rows(reading: Reading, people: People, *, why: bool) -> list[Row]:
    """The page's facts in the order of the text; what it tells twice stands once, at its fullest."""
    groups: dict[str, list[Event]] = {}
    for event in sorted(filter(is_fact, reading.events), key=lambda event: event.trigger):
        groups.setdefault(event.happening or event.id, []).append(event)
    return [_fact_row(group, reading, people, why=why) for group in groups.values()]


def unreal_rows(reading: Reading, people: People, *, why: bool) -> list[Row]:
    """What is not told as happened, by how it stands, with the voice that puts it so."""
    found = [(_standing(event, people), event) for event in reading.events if not event.status.actual]
    found.sort(key=lambda pair: (STANDINGS.index(pair[0]), pair[1].trigger))
    return [_unreal_row(label, event, reading, people, why=why) for label, event in found]


def disputes(event: Event, events: Iterable[Event], people: People) -> tuple[Cell, ...]:
    """Who contradicts a record: another voice on the same happening with the other polarity."""
    if event.happening is None:
        return ()
    others = [
        other
        for other in events
        if other.happening == event.happening
        and _negative(other) != _negative(event)
        and (other.status.actual or event.status.actual)
        and other.according_to != event.according_to
    ]
    verb = "says that it happened" if _negative(event) else "denies it"
    return tuple(Cell(f"⚡ {who} {verb}", "clash") for who in dict.fromkeys(_who(other, people) for other in others))


def reasons(event: Event) -> tuple[Why, ...]:
    """What decided an event, its date and its place, each reason once."""
    when = event.when.why if event.when else ()
    place = event.place.why if event.place else ()
    return tuple(dict.fromkeys(chain(event.why, when, place)))


def _fact_row(group: Sequence[Event], reading: Reading, people: People, *, why: bool) -> Row:
    event = max(group, key=_fullness)
    words = _quoted(event, reading)
    remarks = [part for part in (hedge(event), f"told {len(group)} times" if len(group) > 1 else "") if part]
    return Row(
        cells=(
            Cell(date_words(event.when, people)),
            Cell(sides(event, people), "bold"),
            Cell(act(event), "type"),
            Cell(where(event)),
        ),
        words=" · ".join([words, *remarks]),
        confidence=percent(event.confidence),
        notes=disputes(event, reading.events, people),
        why=reasons(event) if why else (),
    )


def _unreal_row(label: str, event: Event, reading: Reading, people: People, *, why: bool) -> Row:
    who = people.voice_of(event.according_to)
    words = _quoted(event, reading)
    day = date_words(event.when, people)
    return Row(
        cells=(
            Cell(label, "doubt"),
            Cell(sides(event, people), "bold"),
            Cell(", ".join(part for part in (act(event), day) if part), "type"),
            Cell(where(event)),
        ),
        words=f"{words} – {who.label}" if who else words,
        confidence=percent(event.confidence),
        notes=disputes(event, reading.events, people),
        why=reasons(event) if why else (),
    )


def _standing(event: Event, people: People) -> str:
    claim = people.claim(event.according_to[-1]) if event.according_to else None
    return standing(event, claim.stance if claim else None)


def _quoted(event: Event, reading: Reading) -> str:
    return f"“{excerpt(reading.document.text, event.trigger, event.evidence, WORDS_ROOM)}”"


def _fullness(event: Event) -> tuple[int, float]:
    """How much a record tells: of two records of one happening the fuller is shown."""
    told = (event.actors, event.recipients, event.place, event.when, event.mode)
    return (sum(map(bool, told)) + len(event.quantities), event.confidence)


def _negative(event: Event) -> bool:
    return event.status.polarity is Polarity.NEGATIVE


def _who(event: Event, people: People) -> str:
    voice = people.voice_of(event.according_to)
    return voice.label if voice else "the page"
