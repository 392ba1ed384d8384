"""A noun phrase taken apart, and what is said of the actor that it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.extract.actor_words import Label
from onrecord.lexicon.entries import Body, Country, Leader, People, Spot
from onrecord.types import MentionKind, Why

Sectors = tuple[str, ...]
PAST = frozenset(
    "former ex onetime one-time ousted deposed toppled late retired outgoing-former exiled disgraced impeached".split()
)
# Who stands beside a country is of another: "America's allies".
BESIDE = frozenset("ally partner neighbor neighbour backer adversary rival friend enemy".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorFacts:
    """What the words say of an actor; ``local`` where they tell a role that belongs to some country but not to which."""

    name: str
    country: str | None = None
    sectors: Sectors = ()
    known_as: str | None = None
    kind: MentionKind = MentionKind.OTHER
    confidence: float = 0.0
    why: tuple[Why, ...] = ()
    local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase taken apart: ``core`` up to the first preposition, clause or comma, ``tail`` what follows."""

    text: str
    head: str
    kind: MentionKind | None
    year: int | None
    core: tuple[Label, ...]
    tail: tuple[Label, ...]
    words: tuple[str, ...]
    read: Callable[[str, str], ActorFacts]  # describes another phrase of the same text: (words, head)


def bare(text: str) -> str:
    """The phrase without its article."""
    first, _, rest = text.partition(" ")
    return rest if first.lower() in {"the", "a", "an"} and rest else text


def because(rule: str, says: str) -> tuple[Why, ...]:
    """One reason: the rule and what it saw."""
    return (Why(by=f"actors.{rule}", says=says),)


def joined(left: Sectors, right: Sectors) -> Sectors:
    """Both, each sector once, in order."""
    return tuple(dict.fromkeys((*left, *right)))


def was_once(before: Sequence[Label]) -> bool:
    """Whether the words say that an office is past: "former", "ousted", "ex-"."""
    return any(x.text.lower() in PAST or x.text.lower().startswith("ex-") for x in before)


def sectors_at(body: Body, year: int | None) -> Sectors:
    """The Taliban have been Afghanistan's government since August 2021 and were until 2001."""
    if body.name == "Taliban" and year is not None and (year > 2021 or year < 2001):
        return ("GOV",)
    return body.sectors


def country_in(labels: Sequence[Label]) -> str | None:
    """The country that the modifiers name; two different ones name none. "U.S.-trained" is one word and names none."""
    found: list[str] = []
    for label in labels:
        code = code_of(label.meaning)
        if code is not None:
            found.append(code)
    return found[-1] if len(set(found)) == 1 else None


def code_of(meaning: object) -> str | None:
    """The country that a list entry belongs to, None where to none or several."""
    if isinstance(meaning, Country):
        return meaning.code
    if isinstance(meaning, (People, Spot, Body)):
        return meaning.country
    if isinstance(meaning, tuple) and meaning:
        return meaning[0].country if isinstance(meaning[0], Leader) else None
    return None


def is_leader(label: Label) -> bool:
    """Whether the words are the name of a listed person."""
    return isinstance(label.meaning, tuple)
