"""One entity, many mentions: what all of them together say of who it is, and which country it is at home in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from onrecord.extract.actor_phrases import ActorFacts, because, code_of, is_leader
from onrecord.extract.actor_words import labelled, words_of
from onrecord.types import MentionKind

T = TypeVar("T")
SURE = 0.9  # a name that a list has: a country without a sector has none


def merge_facts(facts: Sequence[ActorFacts]) -> ActorFacts:
    """One entity's facts from all its mentions: the surest wins, what it leaves open is taken from the next.

    A surname that a list knows counts only where no mention gives it another first name. Nothing given: no facts.
    """
    if not facts:
        return ActorFacts(name="")
    told = _without_namesakes(facts)
    often = Counter((f.country, f.sectors) for f in told)
    ranked = sorted(told, key=lambda f: (-f.confidence, -often[f.country, f.sectors]))
    best = ranked[0]
    sectors = (
        best.sectors
        if best.confidence >= SURE
        else best.sectors or _most([f.sectors for f in ranked if f.sectors and f.kind is best.kind]) or ()
    )
    country = best.country
    if country is None and not set(sectors) & {"IGO"} and best.known_as is None:
        country = _most([f.country for f in ranked if f.country is not None])
    named = max(ranked, key=lambda f: (f.known_as is not None, f.confidence))
    local = country is None and "IGO" not in sectors and best.known_as is None and any(f.local for f in told)
    return replace(best, name=named.name, known_as=named.known_as, country=country, sectors=sectors, local=local)


def _without_namesakes(facts: Sequence[ActorFacts]) -> Sequence[ActorFacts]:
    full = [f for f in facts if f.known_as is None and f.kind is MentionKind.PERSON and " " in f.name]
    kept = [
        f
        for f in facts
        if not (0.5 < f.confidence < 0.7 and f.known_as and any(f.known_as.split()[-1] == x.name.split()[-1] for x in full))
    ]
    return kept or facts


def _most(values: Sequence[T]) -> T | None:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None


def at_home(facts: ActorFacts, country: str | None) -> ActorFacts:
    """The facts with the country that the text around is about, where the words tell of none though they must have one."""
    if not facts.local or facts.country is not None or country is None:
        return facts
    return replace(facts, country=country, why=(*facts.why, *because("at_home", f"no country told; the text is about {country}")))


MOST = 0.6  # share of all countries named from which a text is about one: between 0 and 0.6 gold dev changes by a point, pages about several are spared


@lru_cache(maxsize=8192)
def _countries_named(words: str) -> tuple[str, ...]:
    return tuple(code for x in labelled(words_of(words)) if not is_leader(x) and (code := code_of(x.meaning)))


def home_country(mentions: Iterable[str]) -> str | None:
    """The country that a text is about, for :func:`at_home`; None where it names none.

    Args:
        mentions: The sentences, or the names alone, in order of the text. The country named most wins, and the first three
            count three times: right for 67 % of those whose own words name no country (gold train, 2026-11-25).
    """
    counted: Counter[str] = Counter()
    seen = 0
    for words in mentions:
        for code in _countries_named(words):
            counted[code] += 3 if seen < 3 else 1
            seen += 1
    if not counted:
        return None
    code, times = counted.most_common(1)[0]
    return code if times >= MOST * counted.total() else None
