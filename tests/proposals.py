"""Events as the network would propose them: every label has a probability, and only those a test names count."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reader.labels import AUXILIARY, CERTAINTY, MODES, TYPES
from onrecord.types import Language, Trigger

Range = tuple[int, int]
Belief = dict[str, float]


def where(lang: Language, words: str, nth: int = 1) -> Range:
    """The token range of words joined by single spaces, at their nth place.

    Raises:
        ValueError: they don't stand there so often.
    """
    wanted = words.split()
    found = [i for i in range(len(lang.words)) if list(lang.words[i : i + len(wanted)]) == wanted]
    if len(found) < nth:
        raise ValueError(f"{words!r} stands {len(found)} times in {lang.doc.text!r}, not {nth}")
    return found[nth - 1], found[nth - 1] + len(wanted)


def spread(labels: tuple[str, ...], belief: Belief, other: str) -> Belief:
    """Probabilities for all labels that sum to 1: those given, the rest on ``other``."""
    return dict.fromkeys(labels, 0.0) | {other: 1 - sum(v for k, v in belief.items() if k != other)} | belief


def propose(
    lang: Language,
    words: str,
    types: Belief,
    *,
    score: float = 0.9,
    modes: Belief | None = None,
    certainty: Belief | None = None,
    auxiliary: Belief | None = None,
    sides: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> Trigger:
    """A proposal at these words; ``sides`` are the words linked as actors and as recipients, all surely."""
    actors, recipients = (tuple((*where(lang, w), 1.0) for w in side) for side in sides)
    return Trigger(
        tokens=where(lang, words),
        score=score,
        types=dict.fromkeys(TYPES, 0.0) | types,
        modes=spread(MODES, modes or {}, "-"),
        certainty=spread(CERTAINTY, certainty or {}, "certain"),
        auxiliary=dict.fromkeys(AUXILIARY, 0.0) | (auxiliary or {}),
        actors=actors,
        recipients=recipients,
    )


def proposing(lang: Language, *triggers: Trigger, eventful: Belief | None = None) -> Language:
    """The language with these proposals; ``eventful`` says how likely single words belong to an event."""
    seen = eventful or {}
    return replace(lang, triggers=triggers, eventful=tuple(seen.get(w, 0.0) for w in lang.words))
