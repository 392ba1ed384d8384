"""Who an actor is: country and sectors from the words that name or describe it.

The conventions are CODEBOOK.md's: a bare country has no sector, its capital or palace is its government, bodies between states
have no country, media are JRN and medical people MED. Rules stand in an ordered list; the first that speaks decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from onrecord.extract.actor_merge import at_home, home_country, merge_facts
from onrecord.extract.actor_names import bare_country, by_suffix, known_body, known_leader, person_name
from onrecord.extract.actor_phrases import ActorFacts, Phrase, bare
from onrecord.extract.actor_roles import apposed, described, joint, modifiers_only
from onrecord.extract.actor_words import ARTICLES, Label, labelled, words_of
from onrecord.lexicon.entries import Body, Country, People, Spot
from onrecord.types import MentionKind

__all__ = ["ActorFacts", "at_home", "describe_actor", "home_country", "kind_of_name", "merge_facts"]

STOPS = frozenset(
    "of in from with for at on by against to near inside outside across within around among amongst including between under over"
    " who whom that which whose where when , ( ; : — – as after before since during without behind into through via"
    " living fighting operating seeking fleeing linked known called accused suspected associated affiliated belonging"
    " working serving visiting trying wounded killed injured arrested detained loyal opposed responsible".split()
)
HONORIFICS = frozenset("mr mrs ms miss dr sir lord lady dame madam mme hon honorable honourable".split())
RULES: tuple[Callable[[Phrase], ActorFacts | None], ...] = (
    known_body, known_leader, bare_country, joint, by_suffix, described, apposed, modifiers_only, person_name,
)  # fmt: skip


def describe_actor(words: str, *, head: str, kind: MentionKind | None = None, date: str | None = None) -> ActorFacts:
    """What a noun phrase says of who it names.

    Args:
        words: The whole phrase as it stands ("Russian Defense Minister Anatoly Antonov"), appositions included.
        head: Its head word; decides where several roles stand in the phrase.
        kind: What the mention is known to stand for: a person called Jordan is no country.
        date: ISO date of the text; an office counts only in its years. None: as if in office.

    >>> describe_actor("the Afghan government", head="government").country
    'AFG'
    """
    return _described(" ".join(words.split()), head, kind, int(date[:4]) if date and date[:4].isdigit() else None)


@lru_cache(maxsize=8192)
def _described(words: str, head: str, kind: MentionKind | None, year: int | None) -> ActorFacts:
    phrase = _taken_apart(words, head, kind, year)
    if not phrase.core:
        return ActorFacts(name=words, kind=kind or MentionKind.OTHER)
    for rule in RULES:
        facts = rule(phrase)
        if facts is not None:
            return replace(facts, kind=kind) if kind is not None else facts
    return ActorFacts(name=bare(words), kind=kind or MentionKind.OTHER, confidence=0.1)


def _taken_apart(text: str, head: str, kind: MentionKind | None, year: int | None) -> Phrase:
    def read(words: str, inner: str) -> ActorFacts:
        return _described(words, inner, None, year)

    words = words_of(text)
    labels = labelled(words)
    while len(labels) > 1 and says_nothing(labels[0]):
        labels = labels[1:]
    cut = next((i for i, label in enumerate(labels) if i and label.meaning is None and label.text.lower() in STOPS), len(labels))
    return Phrase(text=text, head=head, kind=kind, year=year, core=labels[:cut], tail=labels[cut:], words=words, read=read)


def says_nothing(label: Label) -> bool:
    word = label.text.lower().rstrip(".")
    return label.meaning is None and (word in ARTICLES or word in HONORIFICS or not word[:1].isalnum())


def kind_of_name(words: str) -> MentionKind | None:
    """What the lists know a name as; None where they don't have it."""
    labels = labelled(words_of(words))
    labels = labels[1:] if len(labels) > 1 and labels[0].text.lower() == "the" else labels
    if len(labels) != 1:
        return None
    meaning = labels[0].meaning
    if isinstance(meaning, Body):
        return MentionKind.ORGANIZATION
    if isinstance(meaning, People):
        return MentionKind.NATIONALITY
    if isinstance(meaning, (Country, Spot)):
        return MentionKind.PLACE
    return MentionKind.PERSON if isinstance(meaning, tuple) else None
