"""A reading's claims in the form of PolNeAR's attributions, so that the literature's scorer can judge them.

The two differ: a claim stands in one sentence, an attribution runs over all sentences of a quotation; a claim's content leaves
out "that", the quotation marks and the full stop before the closing one, an attribution's has them (PolNeAR guidelines,
Newell et al. 2018).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypedDict

from onrecord.types import Claim, Reading, Span

THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
OPENING = re.compile(r"[\"“'‘]+$")
CLOSING = re.compile(r"^(?:[,.;:?!…]*[\"”'’]+(?!\w)|[?!]+)")
BETWEEN = re.compile(r"[ \xa0.?!…]*")  # no line ends: PolNeAR mostly keeps paragraphs apart
Pair = tuple[int, int]


class Attribution(TypedDict):
    """What the scorer takes: half-open character offsets, sorted."""

    source: list[Pair]
    cue: list[Pair]
    content: list[Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A claim with what decides whether the next one goes on with it."""

    claim: Claim
    entities: frozenset[str]
    sentences: Pair  # the first and the last that its content stands in

    @property
    def span(self) -> Span:
        """From the first word of the content to the last."""
        return Span(self.claim.content[0].start, self.claim.content[-1].end)


def polnear_form(reading: Reading) -> list[Attribution]:
    """The attributions that a reading's claims make up, in order of their content."""
    text = reading.document.text
    voices = sorted((voice_of(reading, c) for c in reading.claims if c.content), key=lambda v: (v.span.start, v.span.end))
    mentions = {m.id: m.span for m in reading.mentions}
    return [attribution_of(text, group, mentions) for group in groups_of(text, voices)]


def voice_of(reading: Reading, claim: Claim) -> Voice:
    """The claim with its source's entities and the sentences of its content."""
    entity = {m.id: m.entity for m in reading.mentions}
    ordered = sorted(claim.content)
    inside = [i for i, s in enumerate(reading.sentences) if any(s.overlaps(part) for part in ordered)] or [-1]
    known = frozenset(who for m in claim.source.mentions if (who := entity.get(m)))
    return Voice(claim=claim, entities=known, sentences=(inside[0], inside[-1]))


def groups_of(text: str, voices: list[Voice]) -> list[list[Voice]]:
    """Each claim with a cue, with the cue-less ones beside it that go on with its quotation; the rest by themselves.

    A cue-less claim in the same quotation as the next claim with a cue ('"It rains. It pours," she said') goes with that one,
    any other with the one before it.
    """
    groups: list[list[Voice]] = []
    for at, voice in enumerate(voices):
        last = groups[-1] if groups else []
        open_start = bool(last) and not any(v.claim.cue for v in last)
        if last and goes_on(last[-1], voice) and (open_start or not (voice.claim.cue or leads_on(text, voices, at))):
            last.append(voice)
        else:
            groups.append([voice])
    return groups


def goes_on(first: Voice, second: Voice) -> bool:
    """Whether the second stands in the next sentence (or the same one) with the same source, and one of them has no cue."""
    near = 0 <= second.sentences[0] - first.sentences[1] <= 1
    same = first.entities == second.entities or not (first.entities and second.entities)
    return near and same and first.claim.within == second.claim.within and not (first.claim.cue and second.claim.cue)


def leads_on(text: str, voices: list[Voice], at: int) -> bool:
    """Whether a cue-less claim stands in the quotation of a later claim that has a cue, and not in that of the one before."""
    if at and same_quotation(text, voices[at - 1], voices[at]):
        return False
    for first, second in zip(voices[at:], voices[at + 1 :], strict=False):
        if not (goes_on(first, second) and same_quotation(text, first, second)):
            return False
        if second.claim.cue:
            return True
    return False


def same_quotation(text: str, first: Voice, second: Voice) -> bool:
    """Whether nothing but white space and full stops lies between the two contents."""
    return bool(BETWEEN.fullmatch(text[first.span.end : second.span.start]))


def attribution_of(text: str, group: list[Voice], mentions: dict[str, Span]) -> Attribution:
    """One attribution: the source and cue of the claim that has a cue, the contents of all."""
    lead = next((v.claim for v in group if v.claim.cue), group[0].claim)
    parts = sorted(widened(text, span) for v in group for span in v.claim.content)
    return {
        "source": sorted((mentions[m].start, mentions[m].end) for m in lead.source.mentions if m in mentions),
        "cue": [(lead.cue.start, lead.cue.end)] if lead.cue else [],
        "content": joined(text, parts),
    }


def widened(text: str, span: Span) -> Pair:
    """The span over the quotation marks around it and a "that" before it."""
    start, end = span.start, span.end
    if found := OPENING.search(text, 0, start):
        start = found.start()
    if (found := CLOSING.match(text[end : end + 6])) and (found[0][-1] in "?!" or closes(text[start:end], found[0][-1])):
        end += found.end()
    if found := THAT.search(text[max(0, start - 12) : start]):
        start -= len(found.group())
    return start, end


def closes(words: str, mark: str) -> bool:
    """Whether a mark after the words is a closing quotation mark of theirs, and no apostrophe ("the voters' will")."""
    return mark not in "'’" or any(opening in words for opening in "'‘")


def joined(text: str, parts: list[Pair]) -> list[Pair]:
    """Neighbours with nothing but white space and full stops between them made one."""
    out: list[Pair] = []
    for start, end in parts:
        if out and (start <= out[-1][1] or BETWEEN.fullmatch(text[out[-1][1] : start])):
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
