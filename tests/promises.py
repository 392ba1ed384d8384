"""What every reading promises (RECORDS.md), whatever stands on the page and whatever network read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.codebooks.codebook import load_codebook
from onrecord.types import Claim, Event, Reading, Span, Why


def check_promises(reading: Reading) -> None:
    """Fails where the reading breaks one of them."""
    check_blocks(reading)
    check_references(reading)
    check_spans(reading)
    check_voices(reading)
    for event in reading.events:
        check_event(reading, event)
    assert msgspec.json.decode(reading.to_json(), type=Reading) == reading


def ids_of(reading: Reading) -> list[str]:
    found: list[str] = []
    for records in (reading.mentions, reading.entities, reading.claims, reading.events):
        found += [r.id for r in records]
    return found


def check_blocks(reading: Reading) -> None:
    """Every character that is not white space lies in exactly one block, every sentence in one that is read."""
    text = reading.document.text
    ends = [0, *(edge for b in reading.blocks for edge in (b.start, b.end)), len(text)]
    assert ends == sorted(ends)
    assert not any(text[a:z].strip() for a, z in zip(ends[::2], ends[1::2], strict=True))
    assert all(text[b.start : b.end].strip() for b in reading.blocks)
    assert all(is_read(reading, s) for s in reading.sentences)
    assert all(a.end <= z.start for a, z in zip(reading.sentences, reading.sentences[1:], strict=False))


def is_read(reading: Reading, span: Span) -> bool:
    """Whether a span lies in one block, and that one is read."""
    at = bisect_right(reading.blocks, span.start, key=lambda b: b.start) - 1
    return at >= 0 and reading.blocks[at].span.holds(span) and reading.blocks[at].is_read


def check_references(reading: Reading) -> None:
    """Every id is one record's, and every id that is named is there."""
    ids = ids_of(reading)
    assert len(ids) == len(set(ids))
    assert set(mentions_named(reading)) <= {m.id for m in reading.mentions}
    entities = {e.id for e in reading.entities}
    assert {m.entity for m in reading.mentions} - {None} <= entities
    assert {member for e in reading.entities for member in e.members} <= entities
    assert {m.entity for m in reading.mentions} >= entities
    claims = {c.id for c in reading.claims}
    assert {c.within for c in reading.claims} - {None} <= claims
    assert {c for chain, _ in told_by(reading) for c in chain} <= claims


def told_by(reading: Reading) -> Iterator[tuple[tuple[str, ...], Span]]:
    """The voices of each event and figure, and where it stands."""
    where = {m.id: m.span for m in reading.mentions}
    yield from ((e.according_to, e.trigger) for e in reading.events)
    yield from ((f.according_to, where[f.mention]) for f in reading.figures)


def mentions_named(reading: Reading) -> Iterator[str]:
    for claim in reading.claims:
        yield from claim.source.mentions
    for event in reading.events:
        yield from (*event.actors, *event.recipients, *(q.mention for q in event.quantities))
        yield from (x.mention for x in (event.place, event.when) if x and x.mention)
    yield from (f.mention for f in reading.figures)


def spans_of(reading: Reading) -> Iterator[Span]:
    for mention in reading.mentions:
        yield from (mention.span, mention.head)
    for claim in reading.claims:
        yield from claim.content
        yield from [claim.cue] if claim.cue else []
    for event in reading.events:
        yield from (event.trigger, event.evidence)
    yield from (f.counts for f in reading.figures if f.counts)
    yield from (w.span for w in reasons_of(reading) if w.span)


def reasons_of(reading: Reading) -> Iterator[Why]:
    for records in (reading.entities, reading.claims, reading.events, reading.figures):
        for record in records:
            yield from record.why


def check_spans(reading: Reading) -> None:
    """Every span holds words of one block that is read; white space stands at no edge."""
    text = reading.document.text
    for span in spans_of(reading):
        assert is_read(reading, span), (span, span.of(text))
        assert span.of(text).strip() == span.of(text) != "", (span, span.of(text))
    assert all(m.span.holds(m.head) for m in reading.mentions)


def check_voices(reading: Reading) -> None:
    """A claim stands inside the one it is within; chains go from the outermost voice to the innermost and hold what they tell."""
    claims = {c.id: c for c in reading.claims}
    for claim in reading.claims:
        if claim.within:
            outer = claims[claim.within]
            assert holds(outer, claim.cue or claim.content[0])
            assert size(outer) > size(claim)
    for voices, at in told_by(reading):
        chain = [claims[c] for c in voices]
        assert all(holds(c, at) for c in chain)
        assert [size(c) for c in chain] == sorted(map(size, chain), reverse=True)
        order = [c.id for c in chain]
        assert all(order.index(c.within) < order.index(c.id) for c in chain if c.within in order)


def holds(claim: Claim, span: Span) -> bool:
    return any(c.start <= span.start < c.end for c in claim.content)


def size(claim: Claim) -> int:
    return sum(map(len, claim.content))


def check_event(reading: Reading, event: Event) -> None:
    """The trigger stands in its evidence, a sentence; type, mode, score and quad are the codebook's; nobody is on both sides."""
    book = load_codebook(event.codebook)
    at = bisect_left(reading.sentences, event.evidence)
    assert reading.sentences[at] == event.evidence
    assert event.evidence.holds(event.trigger)
    assert event.mode is None or event.mode in book.type_of(event.type).modes
    assert (event.score, event.quad) == (book.score_of(event.type, event.mode), book.quad_of(event.type))
    assert set(event.context) <= set(book.contexts)
    assert not set(event.actors) & set(event.recipients)
    assert 0 <= event.confidence <= 1
    assert event.why


def entities_told(reading: Reading, mentions: Iterable[str]) -> list[str]:
    """The names of those whom mentions stand for."""
    entity = {m.id: m.entity for m in reading.mentions}
    name = {e.id: e.name for e in reading.entities}
    return [name[e] for m in mentions if (e := entity[m]) is not None]
