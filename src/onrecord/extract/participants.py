"""Actors and recipients of an event: the network's links and the frames of the tree, weighed against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.extract.participant_acts import ACTOR, RECIPIENT
from onrecord.extract.participant_frames import parts_of
from onrecord.extract.participant_will import will_of
from onrecord.extract.syntax import conjuncts, core_phrase, head_of, names_a_place, trimmed
from onrecord.types import Language, Trigger

Range = tuple[int, int]
Scores = dict[tuple[int, str], float]

# ENOUGH and TRUST swept .38-.7 and .5-.9 on gold dev (2026-11-25): F1 is flat there, so what is right more often; LINKED .3-1
# on gold train.
ENOUGH = {ACTOR: 0.5, RECIPIENT: 0.48}  # the score from which a phrase is on a side
TRUST = 0.6  # what a link of the network with probability 1 counts
LINKED = 0.55  # what a frame still counts on a side where the network linked somebody else


def participants_of(lang: Language, trigger: Trigger) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """(actors, recipients) as token ranges of noun phrases, nobody on both sides."""
    kind = max(trigger.types, key=trigger.types.__getitem__, default=None)
    scores = framed_scores(lang, trigger.tokens, kind)
    for side, links in ((ACTOR, trigger.actors), (RECIPIENT, trigger.recipients)):
        linked = dict(_link_heads(lang, trigger.tokens, links))
        for head, role in list(scores):
            if role == side and linked and head not in linked:
                scores[head, role] *= LINKED
        for head, p in linked.items():
            scores[head, side] = 1 - (1 - scores.get((head, side), 0.0)) * (1 - TRUST * p)
    actors, recipients = _sides(lang, scores)
    return tuple(actors), tuple(recipients)


def framed(lang: Language, trigger: Range, kind: str | None = None) -> tuple[list[Range], list[Range]]:
    """(actors, recipients) by the tree alone, for a trigger that the network does not see; ``kind`` is the event's type."""
    return _sides(lang, framed_scores(lang, trigger, kind))


def framed_scores(lang: Language, trigger: Range, kind: str | None) -> Scores:
    """How strongly the frames put each head on each side, weighed by whether it names somebody."""
    scores: Scores = {}
    for part in parts_of(lang, trigger, kind):
        key = part.head, part.role
        scores[key] = max(scores.get(key, 0.0), part.strength * will_of(lang, part.head))
    return scores


def _link_heads(lang: Language, trigger: Range, links: Iterable[tuple[int, int, float]]) -> Iterator[tuple[int, float]]:
    """The heads of linked ranges, coordinated ones apart; none in the trigger, none that heads no noun phrase."""
    for first, end, p in links:
        span = trimmed(lang, (first, end))
        head = _carrier(lang, trigger, head_of(lang, span))
        for h in [head, *(c for c in conjuncts(lang, head) if span[0] <= c < span[1])]:
            if not trigger[0] <= h < trigger[1] and will_of(lang, h) > 0 and not names_a_place(lang, h):
                yield h, p


def _carrier(lang: Language, trigger: Range, head: int) -> int:
    """The noun right behind that a linked modifier belongs to, unless that noun is the trigger: "Russian" is of the "troops"."""
    above = int(lang.head[head])
    modifies = lang.deprel[head] in {"amod", "compound", "nummod", "det"} and lang.upos[above] in {"NOUN", "PROPN"}
    return above if modifies and head < above <= head + 2 and not trigger[0] <= above < trigger[1] else head


def _sides(lang: Language, scores: Scores) -> tuple[list[Range], list[Range]]:
    best = {h: max((s, r) for (g, r), s in scores.items() if g == h) for h, _ in scores}
    kept = sorted((h for h, (s, r) in best.items() if s >= ENOUGH[r]), key=lambda h: -best[h][0])
    taken: list[tuple[Range, str]] = []
    for head in kept:
        span = core_phrase(lang, head)
        if not any(a < span[1] and span[0] < z for (a, z), _ in taken):
            taken.append((span, best[head][1]))
    taken.sort()
    return [s for s, r in taken if r == ACTOR], [s for s, r in taken if r == RECIPIENT]
