"""A reading under the glass: where its records stand, and how a line of an explanation is laid."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.cli.paper import Cell, Paper, clean, fit
from onrecord.cli.people import People
from onrecord.cli.rows import INDENT, lay_why
from onrecord.types import Block, Claim, Entity, Event, Figure, Mention, Reading, Span, Why

LABEL = 14  # columns of the names on the left: "on the word of" is the longest
NARROW = 60  # columns below which a name stands on a line of its own


class Study:
    """A reading, the paper to write on, and the ways from a place in the text to the records that stand there."""

    def __init__(self, reading: Reading, paper: Paper) -> None:
        self.reading, self.paper, self.people = reading, paper, People(reading)
        self.text = reading.document.text
        self._mentions = {mention.id: mention for mention in reading.mentions}
        self._entities = {entity.id: entity for entity in reading.entities}

    def mention(self, mention_id: str | None) -> Mention | None:
        """The mention of that id."""
        return self._mentions.get(mention_id or "")

    def entity(self, mention: Mention | None) -> Entity | None:
        """What a mention stands for."""
        return self._entities.get(mention.entity or "") if mention else None

    def block(self, span: Span) -> Block | None:
        """The block in which a place begins."""
        return next((block for block in self.reading.blocks if block.start <= span.start < block.end), None)

    def sentence(self, span: Span) -> Span | None:
        """The sentence in which a place begins."""
        return next((sentence for sentence in self.reading.sentences if sentence.start <= span.start < sentence.end), None)

    def spans_of_event(self, event: Event) -> list[Span]:
        """All the words that an event is made of, without its sentence."""
        used = [*event.actors, *event.recipients, *(quantity.mention for quantity in event.quantities)]
        used += [part.mention for part in (event.when, event.place) if part and part.mention]
        return [event.trigger, *filter(None, map(self.people.span, used))]

    def spans_of_claim(self, claim: Claim) -> list[Span]:
        """Cue, sources and content."""
        cue = [claim.cue] if claim.cue else []
        return [*cue, *filter(None, map(self.people.span, claim.source.mentions)), *claim.content]

    def spans_of_figure(self, figure: Figure) -> list[Span]:
        """The number and what it counts."""
        return list(filter(None, (self.people.span(figure.mention), figure.counts)))

    def title(self, words: str) -> list[str]:
        """A section's name, with an empty line above."""
        return ["", *self.paper.paragraph(Cell(words, "bold"))]

    def field(self, label: str, told: str, why: Iterable[Why] = ()) -> list[str]:
        """One line of an explanation with its name on the left, and beneath it what decided it; nothing for nothing."""
        told = clean(told)
        if not told:
            return []
        hang = INDENT + LABEL + 1
        if self.paper.width < NARROW:
            lines = [
                *self.paper.paragraph(Cell(label, "dim"), indent=INDENT),
                *self.paper.paragraph(Cell(told), indent=2 * INDENT),
            ]
            return lines + self.reasons(why, 2 * INDENT)
        body = self.paper.paragraph(Cell(told), indent=hang, hang=hang)
        body[0] = " " * INDENT + self.paper.ink(label, "dim") + " " * (hang - INDENT - len(label)) + body[0][hang:]
        return body + self.reasons(why, hang)

    def reasons(self, why: Iterable[Why], indent: int | None = None) -> list[str]:
        """What decided it, each reason once."""
        return lay_why(list(dict.fromkeys(why)), self.paper, self.people, indent=INDENT if indent is None else indent)

    def who_says(self, claim: Claim) -> str:
        """A claim's voice with its verb: "two diplomats say"."""
        voice = self.people.voice(claim)
        return f"{voice.label} {voice.verb(claim.stance)}"

    def place(self, span: Span) -> str:
        """A place in the text with its words: "“seized” at 258-264"."""
        return f"“{self.words(span)}” at {span.start}-{span.end}"

    def words(self, span: Span, room: int = 80) -> str:
        """The words that stand there, cut to a line."""
        return fit(clean(span.of(self.text)), room)

    def marked(self, whole: Span, marks: Iterable[Span]) -> str:
        """The words of a span, with those of ``marks`` between >> and <<; marks that overlap are one."""
        told, at = "", whole.start
        for mark in _merged(mark for mark in marks if mark.overlaps(whole)):
            start, end = max(mark.start, whole.start), min(mark.end, whole.end)
            told += f"{self.text[at:start]}>>{self.text[start:end]}<<"
            at = end
        return clean(told + self.text[at : whole.end])

    def find(self, words: str) -> list[Span]:
        """Where words stand, whatever white space is between them; capitals and small letters are told apart."""
        pattern = r"\s+".join(map(re.escape, words.split()))
        return [Span(*match.span()) for match in re.finditer(pattern, self.text)] if pattern else []


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return merged
