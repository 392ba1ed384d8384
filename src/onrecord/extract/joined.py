"""One page's records from those of its windows: numbered through, and who is named in several is one somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from onrecord.extract.records import Records
from onrecord.types import Claim, Entity, Event, Figure, Mention, MentionForm, MentionKind

Renamed = Mapping[str, str]


def join_records(windows: Iterable[Records]) -> Records:
    """The records of all windows in order of the text; those of a single one as they are.

    An entity that a later window names as an earlier one does is that entity; what is only described, or stands for a pronoun, is
    somebody new in every window. Ids of claims and events tell where they stand, so they stay.
    """
    whole = _Whole()
    for window in windows:
        whole.take(window)
    return Records(
        mentions=tuple(whole.mentions),
        entities=tuple(whole.entities),
        claims=tuple(whole.claims),
        events=tuple(whole.events),
        figures=tuple(whole.figures),
    )


@dataclass(slots=True)
class _Whole:
    """The page's records so far, and its named entities' ids by name and kind."""

    mentions: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    named: dict[tuple[str, MentionKind], str] = field(default_factory=dict)

    def take(self, window: Records) -> None:
        """Puts a window's records behind the others."""
        who = self._entities(window)
        at = {m.id: f"m{number}" for number, m in enumerate(window.mentions, len(self.mentions) + 1)}
        self.mentions += [replace(m, id=at[m.id], entity=who[m.entity] if m.entity else None) for m in window.mentions]
        self.claims += [_claim(c, at) for c in window.claims]
        self.events += [_event(e, at) for e in window.events]
        self.figures += [_figure(f, at) for f in window.figures]

    def _entities(self, window: Records) -> Renamed:
        """The ids that the window's entities have from now on; two of one window stay two."""
        called = {m.entity for m in window.mentions if m.form is MentionForm.NAME}
        before = dict(self.named)
        who: dict[str, str] = {}
        fresh: list[Entity] = []
        for entity in window.entities:
            key = (entity.name, entity.kind)
            known = before.pop(key, None) if entity.id in called and not entity.members else None
            who[entity.id] = known or f"e{len(self.entities) + len(fresh) + 1}"
            if known is None:
                fresh.append(entity)
            if entity.id in called:
                self.named.setdefault(key, who[entity.id])
        self.entities += [replace(e, id=who[e.id], members=tuple(who[m] for m in e.members)) for e in fresh]
        return who


def _claim(claim: Claim, at: Renamed) -> Claim:
    return replace(claim, source=replace(claim.source, mentions=_all(claim.source.mentions, at)))


def _event(event: Event, at: Renamed) -> Event:
    place, when = event.place, event.when
    return replace(
        event,
        actors=_all(event.actors, at),
        recipients=_all(event.recipients, at),
        place=replace(place, mention=at[place.mention]) if place and place.mention else place,
        when=replace(when, mention=at[when.mention]) if when else None,
        quantities=tuple(replace(q, mention=at[q.mention]) for q in event.quantities),
    )


def _figure(figure: Figure, at: Renamed) -> Figure:
    return replace(
        figure, mention=at[figure.mention], when=replace(figure.when, mention=at[figure.when.mention]) if figure.when else None
    )


def _all(mentions: Iterable[str], at: Renamed) -> tuple[str, ...]:
    return tuple(at[m] for m in mentions)
