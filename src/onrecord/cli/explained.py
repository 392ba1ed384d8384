"""What stands at a place in a page, and what was made of it; or, where nothing was, why not."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.cli import explained_records as records
from onrecord.cli.paper import Cell, clean
from onrecord.cli.phrases import language_name, percent
from onrecord.cli.screen import KINDS
from onrecord.cli.study import Study
from onrecord.types import READ_BLOCKS, Block, Claim, Event, Figure, Span

AROUND = 60  # characters to each side of a place that stands in no sentence


def lay_event(study: Study, event: Event) -> list[str]:
    """An event: its sentence, its fields, and the statements on whose word it is told."""
    lines = _head(study) + _lay_surroundings(study, event.trigger, study.spans_of_event(event)) + records.lay_event(study, event)
    for claim in filter(None, map(study.people.claim, event.according_to)):
        lines += records.lay_claim(study, claim)
    return lines


def lay_claim(study: Study, claim: Claim) -> list[str]:
    """A statement: its sentence, its fields, and the statements in which it stands."""
    spans = study.spans_of_claim(claim)
    at = claim.cue or min(spans, default=Span(0, 0))
    lines = _head(study) + _lay_surroundings(study, at, spans) + records.lay_claim(study, claim)
    seen = {claim.id}
    while (outer := study.people.claim(claim.within or "")) and outer.id not in seen:
        lines += records.lay_claim(study, outer)
        seen.add(outer.id)
        claim = outer
    return lines


def lay_offset(study: Study, at: Span) -> list[str]:
    """All that was made of the words at a place; where that is nothing, why."""
    lines = _head(study) + _lay_surroundings(study, at, [_word(study, at.start) if len(at) == 1 else at])
    events, claims, figures = _records_at(study, at)
    for event in events:
        lines += records.lay_event(study, event)
    for claim in claims:
        lines += records.lay_claim(study, claim)
    for figure in figures:
        lines += records.lay_figure(study, figure)
    if not (events or claims or figures):
        lines += study.title("NOTHING WAS RECORDED HERE") + study.field("because", _why_nothing(study, at))
    return lines + _lay_beside(study, at, {event.id for event in events} | {claim.id for claim in claims})


def lay_list(study: Study) -> list[str]:
    """Which events, statements and figures there are, with the ids and offsets that explain them."""
    reading, lines = study.reading, _head(study)
    if not (reading.events or reading.claims or reading.figures):
        return [*lines, "", *study.paper.paragraph(Cell("Nothing on this page was put on record; --at OFFSET tells why."))]
    if reading.events:
        lines += study.title("EVENTS (--event ID)") + _short_events(study, reading.events)
    if reading.claims:
        lines += study.title("STATEMENTS (--claim ID)") + _short_claims(study, reading.claims)
    if reading.figures:
        lines += study.title("FIGURES (--at OFFSET)")
        for span in filter(None, (study.people.span(figure.mention) for figure in reading.figures)):
            lines += _item(study, "", study.place(span))
    return lines


def _head(study: Study) -> list[str]:
    doc = study.reading.document
    lines = study.paper.paragraph(Cell(clean(doc.title or "") or "(no title)", "bold"))
    told = f"document {doc.id}, {len(doc.text):,} characters"
    lines += study.paper.paragraph(Cell(told, "dim"))
    return lines + [
        line for note in study.reading.notes for line in study.paper.paragraph(Cell(f"note: {clean(note)}", "doubt"), hang=2)
    ]


def _lay_surroundings(study: Study, at: Span, marks: Sequence[Span]) -> list[str]:
    """The block and the sentence in which a place lies, with the words marked."""
    block, sentence = study.block(at), study.sentence(at)
    lines = study.title("WHERE IT STANDS")
    lines += study.field("block", _block(block) if block else "none: white space between two blocks")
    if sentence is None:
        return lines + study.field("words", _around(study, at, marks, block.span if block else Span(0, len(study.text))))
    number = study.reading.sentences.index(sentence) + 1
    lines += study.field("sentence", f"{number} of {len(study.reading.sentences)}, at {sentence.start}-{sentence.end}")
    return lines + study.field("words", study.marked(sentence, marks))


def _around(study: Study, at: Span, marks: Sequence[Span], whole: Span) -> str:
    """The words to both sides of a place, as far as ``whole`` goes."""
    start, end = max(whole.start, at.start - AROUND), min(whole.end, at.end + AROUND)
    return f"{'…' if start > whole.start else ''}{study.marked(Span(start, end), marks)}{'…' if end < whole.end else ''}"


def _block(block: Block) -> str:
    return f"{block.kind}, at {block.start}-{block.end}: {'read' if block.is_read else 'not read'}"


def _why_nothing(study: Study, at: Span) -> str:
    """Why no record touches these words: the first of these that holds."""
    block = study.block(at)
    if block is None:
        return "it is white space, which belongs to no part of the page"
    if block.kind not in READ_BLOCKS:
        name = KINDS.get(block.kind, str(block.kind))
        return f"this part of the page was taken for {name}, and only the story's own words are read; --blocks of onrecord read shows all parts"
    if block.language is not None:
        return f"this part of the page is in {language_name(block.language)}, and only English is read"
    if study.sentence(at) is None:
        return "it stands in no sentence: white space between two"
    if any(_records_in(study, at)):
        return "no record of this sentence uses these words: no act, no statement and no number was found in them"
    return "in this whole sentence no word was taken for an act, none attributes words to anybody, and no number counts anything"


def _records_at(study: Study, at: Span) -> tuple[list[Event], list[Claim], list[Figure]]:
    """The records whose own words are there."""
    reading = study.reading
    return (
        [event for event in reading.events if _touch(study.spans_of_event(event), at)],
        [claim for claim in reading.claims if _touch(study.spans_of_claim(claim), at)],
        [figure for figure in reading.figures if _touch(study.spans_of_figure(figure), at)],
    )


def _records_in(study: Study, at: Span) -> tuple[list[Event], list[Claim]]:
    """The events and statements of the sentence in which a place lies."""
    sentence = study.sentence(at)
    if sentence is None:
        return [], []
    events = [event for event in study.reading.events if event.trigger.overlaps(sentence)]
    return events, [claim for claim in study.reading.claims if _touch(study.spans_of_claim(claim), sentence)]


def _lay_beside(study: Study, at: Span, told: set[str]) -> list[str]:
    """What else is on record from the same sentence, in short."""
    events, claims = _records_in(study, at)
    rest = _short_events(study, [one for one in events if one.id not in told])
    rest += _short_claims(study, [one for one in claims if one.id not in told])
    return study.title("ALSO FROM THIS SENTENCE") + rest if rest else []


def _short_events(study: Study, events: Sequence[Event]) -> list[str]:
    lines = []
    for event in sorted(events, key=lambda event: event.trigger):
        act = " ".join(part for part in (event.type, event.mode or "") if part)
        lines += _item(study, event.id, f"{act} {study.place(event.trigger)}, {percent(event.confidence)}")
    return lines


def _short_claims(study: Study, claims: Sequence[Claim]) -> list[str]:
    lines = []
    for claim in claims:
        first = min(claim.content, default=claim.cue or Span(0, 0))
        lines += _item(study, claim.id, f"{study.who_says(claim)} {study.place(first)}")
    return lines


def _item(study: Study, name: str, told: str) -> list[str]:
    return study.paper.flow([Cell(name, "dim"), Cell(clean(told))], joint="", indent=2, hang=4)


def _touch(spans: Sequence[Span], at: Span) -> bool:
    return any(span.overlaps(at) for span in spans)


def _word(study: Study, offset: int) -> Span:
    """The word at an offset; the character alone where it is none."""
    start = end = offset
    while start > 0 and study.text[start - 1].isalnum() and study.text[offset].isalnum():
        start -= 1
    while end < len(study.text) and study.text[end].isalnum():
        end += 1
    return Span(start, max(end, offset + 1))
