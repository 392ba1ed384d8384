"""The section of voices: who says what, under the name of who says it, with the acts that stand in each statement."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.cli.acts import disputes, reasons
from onrecord.cli.paper import Cell, Paper, clean
from onrecord.cli.people import People, Voice
from onrecord.cli.phrases import act, date_words, hedge, percent, sides, where
from onrecord.cli.rows import INDENT, lay_notes, lay_why
from onrecord.types import Claim, Event, Form, Reading, Span, Stance

STANCE_WIDTH = 9  # "believes" and "promises" with a space
CONTENT_MOST = 240  # characters: four lines of a wide terminal; --format json has the whole


@dataclass(slots=True, kw_only=True)
class Statements:
    """A voice with its claims in the order of the text."""

    voice: Voice
    claims: list[Claim] = field(default_factory=list)


def gather(reading: Reading, people: People) -> list[Statements]:
    """All claims by their voice, voices in the order in which they first speak."""
    found: dict[tuple[str, ...], Statements] = {}
    for claim in sorted(reading.claims, key=_position):
        voice = people.voice(claim)
        found.setdefault(voice.key, Statements(voice=voice)).claims.append(claim)
    return list(found.values())


def lay_voices(reading: Reading, paper: Paper, people: People, *, why: bool) -> list[str]:
    """The section's lines."""
    told: dict[str, list[Event]] = {}
    for event in sorted(reading.events, key=lambda event: event.trigger):
        if event.according_to and event.status.actual:
            told.setdefault(event.according_to[-1], []).append(event)
    lines: list[str] = []
    for statements in gather(reading, people):
        voice = statements.voice
        known = f"({voice.known})" if voice.known else ""
        lines += paper.flow([Cell(voice.label, "voice"), Cell(known, "dim")], joint="", indent=INDENT, hang=2 * INDENT)
        before: Claim | None = None
        for claim in statements.claims:
            lines += _lay_claim(claim, paper, people, label=_verb(claim, before, voice))
            lines += [line for event in told.get(claim.id, ()) for line in _lay_event(event, reading, paper, people, why=why)]
            lines += lay_why(claim.why if why else (), paper, people, indent=_hang())
            before = claim
    return lines


def _lay_claim(claim: Claim, paper: Paper, people: People, *, label: str) -> list[str]:
    """The stance in a column of its own, then the words: in marks where they are the voice's own."""
    words = clean(" … ".join(people.words(span) for span in claim.content))
    if len(words) > CONTENT_MOST:
        words = words[:CONTENT_MOST].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    said = f"“{words}”" if claim.form is Form.DIRECT else words
    cells = [Cell(said), Cell(percent(claim.confidence), "dim")]
    lines = paper.flow(cells, joint="", indent=_hang(), hang=_hang())
    head = " " * 2 * INDENT + paper.ink(label, "doubt" if claim.stance is not Stance.SAYS else "plain")
    return [head + " " * (STANCE_WIDTH - len(label)) + lines[0][_hang() :], *lines[1:]]


def _lay_event(event: Event, reading: Reading, paper: Paper, people: People, *, why: bool) -> list[str]:
    """An act inside a statement, in short: its words are the statement above it."""
    cells = [
        Cell(date_words(event.when, people)),
        Cell(sides(event, people), "bold"),
        Cell(act(event), "type"),
        Cell(where(event)),
        Cell(hedge(event), "doubt"),
        Cell(percent(event.confidence), "dim"),
    ]
    lines = paper.flow(cells, joint="·", indent=_hang() + INDENT, hang=_hang() + INDENT)
    lines[0] = " " * _hang() + "• " + lines[0][_hang() + INDENT :]
    lines += lay_notes(disputes(event, reading.events, people), paper, indent=_hang() + INDENT)
    return lines + lay_why(reasons(event) if why else (), paper, people, indent=_hang() + INDENT)


def _verb(claim: Claim, before: Claim | None, voice: Voice) -> str:
    """The stance as a verb; nothing where a quotation simply goes on."""
    goes_on = before is not None and claim.cue is None and claim.stance is before.stance
    return "" if goes_on else voice.verb(claim.stance)


def _position(claim: Claim) -> Span:
    return min((*claim.content, *((claim.cue,) if claim.cue else ())), default=Span(0, 0))


def _hang() -> int:
    return 2 * INDENT + STANCE_WIDTH
