"""From drafts to records: ids, mentions, chains of voices, status, places, dates, quantities; nothing is decided twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from onrecord.codebooks.codebook import Codebook
from onrecord.extract.claim_draft import ClaimDraft
from onrecord.extract.claims import chain_at
from onrecord.extract.events import EventDraft
from onrecord.extract.figures import Number
from onrecord.extract.mentions import Chains, chain_mentions
from onrecord.extract.quantities import Worked, quantities_for, quantity_of
from onrecord.extract.settings import place_of, time_of
from onrecord.extract.standing import standing_of
from onrecord.extract.times import Time
from onrecord.types import (
    Claim,
    Entity,
    Event,
    Figure,
    Language,
    Mention,
    MentionForm,
    MentionKind,
    Place,
    Quantity,
    Source,
    SourceKind,
    Span,
    When,
    content_id,
)

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that was found on a page, before it is written down."""

    lang: Language
    claims: tuple[ClaimDraft, ...]
    events: tuple[EventDraft, ...]
    times: tuple[Time, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The records of a page."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]


def write_records(found: Found, codebook: Codebook) -> Records:
    """All records of a page, with stable ids and every reference inside the page."""
    told = tuple(e.proposal for e in found.events if e.proposal)
    found = replace(found, lang=replace(found.lang, triggers=told))  # a number is the nearest event's that is told
    places = {i: p for i, e in enumerate(found.events) if (p := place_of(found.lang, e.trigger, (*e.actors, *e.recipients)))}
    chains = chain_mentions(found.lang, _wanted(found, (r for r, _ in places.values())), _speakers(found))
    extra = _Extra(found.lang, len(chains.mentions))
    claims = tuple(_claims(found, chains))
    events = tuple(_events(found, chains, claims, places=places, extra=extra, codebook=codebook))
    figures = tuple(_figures(found, claims, extra))
    return Records(
        mentions=(*chains.mentions, *extra.mentions), entities=chains.entities, claims=claims, events=events, figures=figures
    )


class _Extra:
    """Mentions of times and quantities, numbered after those of somebody; one for each span."""

    def __init__(self, lang: Language, base: int) -> None:
        self.lang, self.base = lang, base
        self.ids: dict[Span, str] = {}
        self.worked = Worked()
        self.mentions: list[Mention] = []

    def at(self, span: Span, kind: MentionKind) -> str:
        """The id of the mention at a span, made at the first call."""
        if span not in self.ids:
            self.ids[span] = f"m{self.base + len(self.mentions) + 1}"
            self.mentions.append(
                Mention(
                    id=self.ids[span],
                    start=span.start,
                    end=span.end,
                    kind=kind,
                    form=MentionForm.DESCRIPTION,
                    entity=None,
                    head=span,
                )
            )
        return self.ids[span]


def _wanted(found: Found, places: Iterable[Range]) -> Iterator[Range]:
    for claim in found.claims:
        yield from claim.sources
    for event in found.events:
        yield from event.actors
        yield from event.recipients
    yield from places


def _source_of(claims: Sequence[ClaimDraft], i: int) -> tuple[Range, ...]:
    claim = claims[i]
    return claims[claim.borrowed].sources if claim.borrowed is not None else claim.sources


def _speakers(found: Found) -> dict[int, Range]:
    """For every word of a content its source's range; the innermost claim wins."""
    speaker: dict[int, Range] = {}
    for i in sorted(range(len(found.claims)), key=lambda i: -found.claims[i].size):
        source = _source_of(found.claims, i)
        if source:
            for content in found.claims[i].content:
                speaker |= dict.fromkeys(range(*found.lang.tokens_in(content)), source[0])
    return speaker


# --- claims -----------------------------------------------------------------------------------------------------------


def _claims(found: Found, chains: Chains) -> Iterator[Claim]:
    ids = [_claim_id(found, i) for i in range(len(found.claims))]
    named = {m.entity for m in chains.mentions if m.form is MentionForm.NAME}
    for i, draft in enumerate(found.claims):
        mentions = tuple(chains.at[r] for r in _source_of(found.claims, i))
        yield Claim(
            id=ids[i], source=Source(mentions=mentions, kind=_source_kind(chains, mentions, named)),
            cue=found.lang.span(*draft.cue) if draft.cue else None, content=draft.content, form=draft.form, stance=draft.stance,
            within=ids[draft.within] if draft.within is not None else None, confidence=round(draft.score, 3), why=draft.why,
        )  # fmt: skip


def _claim_id(found: Found, i: int) -> str:
    draft = found.claims[i]
    source = _source_of(found.claims, i)
    where = found.lang.span(*draft.cue) if draft.cue else draft.content[0].start
    return content_id("c", where, found.lang.span(*source[0]) if source else "", draft.content[0].start)


def _source_kind(chains: Chains, mentions: Sequence[str], named: Collection[str | None]) -> SourceKind:
    if not mentions:
        return SourceKind.IMPERSONAL
    entity = chains.entity(mentions[0])
    if entity.kind is MentionKind.DOCUMENT:
        return SourceKind.DOCUMENT
    return SourceKind.NAMED if entity.id in named else SourceKind.UNNAMED


# --- events -----------------------------------------------------------------------------------------------------------


def _events(
    found: Found,
    chains: Chains,
    claims: Sequence[Claim],
    *,
    places: dict[int, tuple[Range, Place]],
    extra: _Extra,
    codebook: Codebook,
) -> Iterator[Event]:
    lang = found.lang
    shared, book = Counter(e.trigger for e in found.events), codebook.version.partition(" ")[0]
    for i, draft in enumerate(found.events):
        trigger = lang.span(*draft.trigger)
        sentence = lang.sentence_of(draft.trigger[0])
        voices = chain_at(found.claims, trigger, sentence)
        status, reasons = standing_of(lang, draft, [found.claims[v].stance for v in voices])
        inner = _source_of(found.claims, voices[-1])[:1] if voices else ()
        place = places.get(i)
        actors, recipients = _sides(chains, draft)
        yield Event(
            id=content_id("v", book, trigger, lang.span(*inner[0]) if inner else "", *([draft.type] if shared[draft.trigger] > 1 else [])),
            codebook=book, type=draft.type, mode=draft.mode, trigger=trigger,
            evidence=lang.sentences[sentence],
            actors=actors, recipients=recipients,
            place=msgspec.structs.replace(place[1], mention=chains.at[place[0]]) if place else None,
            when=_when(time_of(lang, draft.trigger, found.times), extra),
            quantities=tuple(_quantities(found, draft, extra)), status=status,
            according_to=tuple(claims[v].id for v in voices), score=codebook.score_of(draft.type, draft.mode),
            quad=codebook.quad_of(draft.type), confidence=round(draft.score, 3), why=(*draft.why, *reasons),
        )  # fmt: skip


def _sides(chains: Chains, draft: EventDraft) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The mentions of both sides; who acts is not acted upon as well, also under another name."""
    actors = _people(chains, draft.actors)
    acting = {chains.entity(m).id for m in actors}
    return actors, tuple(m for m in _people(chains, draft.recipients) if chains.entity(m).id not in acting)


def _people(chains: Chains, ranges: Iterable[Range]) -> tuple[str, ...]:
    """Mentions of a side, each entity once; a joint actor ("the two countries") only where its members don't stand there too."""
    found: dict[str, str] = {}
    for r in ranges:
        found.setdefault(chains.entity(chains.at[r]).id, chains.at[r])
    members = {mention: set(chains.entity(mention).members) for mention in found.values()}
    return tuple(m for m in found.values() if not members[m] or not members[m] & found.keys())


def _when(time: Time | None, extra: _Extra) -> When | None:
    if time is None:
        return None
    mention = extra.at(time.span, MentionKind.TIME)
    return When(
        mention=mention, start=time.start, end=time.end, granularity=time.granularity, basis=time.basis,
        confidence=time.confidence, why=time.why,
    )  # fmt: skip


def _quantities(found: Found, draft: EventDraft, extra: _Extra) -> Iterator[Quantity]:
    for number in quantities_for(found.lang, draft.trigger, found.numbers, extra.worked):
        what = quantity_of(found.lang, number, draft.trigger, extra.worked)
        if what:
            yield Quantity(
                what=what, low=number.low, high=number.high, qualifier=number.qualifier, unit=number.unit,
                mention=extra.at(number.span, MentionKind.QUANTITY),
            )  # fmt: skip


def _figures(found: Found, claims: Sequence[Claim], extra: _Extra) -> Iterator[Figure]:
    for number in found.numbers:
        voices = chain_at(found.claims, number.span, found.lang.sentence_of(number.tokens[0]))
        yield Figure(
            mention=extra.at(number.span, MentionKind.QUANTITY), low=number.low, high=number.high, qualifier=number.qualifier,
            unit=number.unit, counts=number.counts, of=number.of,
            according_to=tuple(claims[v].id for v in voices), confidence=number.confidence, why=number.why,
        )  # fmt: skip
