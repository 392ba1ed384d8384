"""Events: the network's triggers and the codebook's lexicon decide together what was done, and by which type and mode."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.codebooks.codebook import load_codebook
from onrecord.extract.lexical import LexicalHit, best_hit, find_lexical, mode_for
from onrecord.extract.participants import framed, participants_of
from onrecord.types import Language, Trigger, Why

Range = tuple[int, int]

# Swept on gold dev (docs/evaluation.md).
SURE = 0.8  # the network alone
FLOOR = 0.3  # below it fewer than a third have the right type: no record is better
EVEN = 0.5  # a mode of the network's
BACKED = 0.3  # the network where a word of the lexicon stands there too
WORDS = 0.1  # the network's least support for a lexicon entry that nearly always means its type
TYPE_BACKED = 0.1  # the share of the network's belief that a strong entry needs to decide the type


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """An event before its participants are mentions; token ranges. ``proposal`` is None where only the lexicon tells it."""

    trigger: Range
    type: str
    mode: str | None
    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]
    score: float
    proposal: Trigger | None
    why: tuple[Why, ...]


def find_events(lang: Language) -> tuple[EventDraft, ...]:
    """All events of a page in order of their triggers."""
    hits = find_lexical(lang)
    found = [d for t in lang.triggers if (d := _from_network(lang, t, best_hit(hits, t.tokens)))]
    taken = {i for d in found for i in range(*d.trigger)}
    found += [d for h in hits if taken.isdisjoint(range(*h.tokens)) and (d := _from_words(lang, h))]
    told = _told_once(lang, sorted(found, key=lambda d: d.trigger))
    return tuple(d for d in told if d.score >= FLOOR)


def _told_once(lang: Language, drafts: Iterable[EventDraft]) -> list[EventDraft]:
    """Neighbouring triggers of one type are one event, at the surer of the two: "military" and "campaign"."""
    kept: list[EventDraft] = []
    for d in drafts:
        last = kept[-1] if kept else None
        near = (
            last and d.trigger[0] - last.trigger[1] <= 1 and lang.sentence_of(last.trigger[0]) == lang.sentence_of(d.trigger[0])
        )
        if last and near and last.type == d.type:
            kept[-1] = max(last, d, key=lambda e: e.score)
        else:
            kept.append(d)
    return kept


# --- is it an event, and of which type --------------------------------------------------------------------------------

Decision = tuple[str, str]  # type, and what decided it
Decider = Callable[[Trigger, LexicalHit | None], Decision | None]


def _agreed(t: Trigger, hit: LexicalHit | None) -> Decision | None:
    """Network and lexicon name the same type."""
    best = max(t.types, key=t.types.__getitem__)
    if hit and hit.type == best and t.score >= BACKED:
        return best, "network and lexicon agree"
    return None


def _strong_entry(t: Trigger, hit: LexicalHit | None) -> Decision | None:
    """An entry that nearly always means its type, where the network thinks it possible too."""
    if hit and hit.strength == "high" and t.types.get(hit.type, 0.0) >= TYPE_BACKED and t.score >= BACKED:
        return hit.type, "a strong entry of the lexicon that the network allows"
    return None


def _network(t: Trigger, hit: LexicalHit | None) -> Decision | None:
    """The network alone."""
    best = max(t.types, key=t.types.__getitem__)
    return (best, "the network alone") if t.score >= SURE else None


DECIDERS: tuple[Decider, ...] = (_agreed, _strong_entry, _network)


def _from_network(lang: Language, t: Trigger, hit: LexicalHit | None) -> EventDraft | None:
    decision = next((d for decide in DECIDERS if (d := decide(t, hit))), None)
    if decision is None:
        return None
    kind, reason = decision
    span = lang.span(*t.tokens)
    why = [Why(by="reader", says=f"{kind} {t.types[kind]:.2f}, event {t.score:.2f}: {reason}", span=span)]
    if hit:
        why.append(hit.why)
    mode, told = _mode(lang, t, kind)
    if told:
        why.append(told)
    actors, recipients = participants_of(lang, t)
    return EventDraft(
        trigger=t.tokens, type=kind, mode=mode, actors=actors, recipients=recipients,
        score=_confidence(t, kind, hit), proposal=t, why=tuple(why),
    )  # fmt: skip


def _confidence(t: Trigger, kind: str, hit: LexicalHit | None) -> float:
    """The network's belief, raised halfway to certainty where the lexicon names the same type. Not calibrated yet."""
    belief = t.score * t.types[kind]
    return (1 + belief) / 2 if hit and hit.type == kind else belief


def _mode(lang: Language, t: Trigger, kind: str) -> tuple[str | None, Why | None]:
    """The codebook's mode by the words; where they tell none, the network's where it is sure."""
    mode, why = mode_for(lang, t.tokens, kind)
    if mode is not None:
        return mode, why
    allowed = {m: p for m, p in t.modes.items() if m in load_codebook().type_of(kind).modes or m == "-"}
    best = max(allowed, key=allowed.__getitem__)
    if best != "-" and allowed[best] >= EVEN:
        return best, Why(by="reader", says=f"mode {best} {allowed[best]:.2f}", span=lang.span(*t.tokens))
    return None, None


def _from_words(lang: Language, hit: LexicalHit) -> EventDraft | None:
    """An entry of the lexicon where the network saw nothing: kept where it hardly ever means anything else."""
    support = max(lang.eventful[hit.tokens[0] : hit.tokens[1]], default=0.0)
    if hit.strength != "high" or support < WORDS:
        return None
    mode, told = mode_for(lang, hit.tokens, hit.type)
    actors, recipients = framed(lang, hit.tokens, hit.type)
    return EventDraft(
        trigger=hit.tokens, type=hit.type, mode=mode or hit.mode, actors=tuple(actors), recipients=tuple(recipients),
        score=(1 + support) / 2, proposal=None, why=(hit.why, *([told] if told else [])),
    )  # fmt: skip
