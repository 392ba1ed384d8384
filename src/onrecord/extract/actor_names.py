"""Actors named in full: bodies, leaders and countries that the lists have, and names that only look like some."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.actor_phrases import (
    BESIDE,
    ActorFacts,
    Phrase,
    Sectors,
    bare,
    because,
    code_of,
    country_in,
    is_leader,
    sectors_at,
    was_once,
)
from onrecord.extract.actor_words import ARTICLES, Label, suffix_of
from onrecord.lexicon.entries import Body, Country, Leader, People, Role, Spot
from onrecord.types import MentionKind

OFFICES = frozenset({"GOV", "LEG", "MIL", "IGO", "SPY", "JUD"})


def known_body(p: Phrase) -> ActorFacts | None:
    """The core is one listed organisation or armed group, or ends in one after its description ("the terrorist group ISIL")."""
    last = p.core[-1].meaning
    if not isinstance(last, Body) or p.core[-1].owns or _goes_on(p):
        return None
    before = [x.meaning for x in p.core[:-1] if x.meaning is not None]
    country = last.country or (country_in(p.core[:-1]) if not set(last.sectors) & {"IGO", "REB"} else None)
    known = last.name if not before or isinstance(before[-1], Role) else None
    return ActorFacts(
        name=last.name if known else bare(p.text), country=country, sectors=sectors_at(last, p.year), known_as=known,
        kind=MentionKind.ORGANIZATION, confidence=0.95, why=because("known_body", f"“{p.core[-1].text}” stands in the list as {last.name}"),
    )  # fmt: skip


def _goes_on(p: Phrase) -> bool:
    """The listed word is the end of a longer name that no list has: the company Antonov is not Anatoly Antonov."""
    if len(p.core) < 2 or " " in p.core[-1].text or p.core[-1].text.isupper():
        return p.kind is MentionKind.PERSON
    return (p.core[-2].capital and p.core[-2].meaning is None) or p.kind is MentionKind.PERSON


def known_leader(p: Phrase) -> ActorFacts | None:
    """A listed person, with or without a title before or after the name; what the title says of the sector wins."""
    at = next((i for i in range(len(p.core) - 1, -1, -1) if is_leader(p.core[i])), None)
    if at is None or p.kind in {MentionKind.PLACE, MentionKind.FACILITY} or not _stands_alone(p, at):
        return None
    people = p.core[at].meaning
    assert isinstance(people, tuple)
    title = next((x.meaning for x in reversed(p.core[:at]) if isinstance(x.meaning, Role) and x.meaning.sectors), None)
    fitting = tuple(x for x in people if title is not None and set(x.sectors) & set(title.sectors)) or people
    leader, sectors = _in_office(fitting, p.year)
    sectors = title.sectors if title is not None else sectors
    if was_once(p.core[:at]) and set(sectors) & OFFICES:
        sectors = ("ELI",)
    whole = " " in p.core[at].text
    said = country_in(p.core[:at])
    if said is not None and leader.country not in {None, said} and not whole:
        return None
    return ActorFacts(
        name=leader.name, country=leader.country, sectors=sectors, known_as=leader.name, kind=MentionKind.PERSON,
        confidence=0.95 if whole or title else 0.6,
        why=because("known_leader", f"{leader.name} stands in the list as {leader.country or 'international'} {leader.role}"),
    )  # fmt: skip


def _stands_alone(p: Phrase, at: int) -> bool:
    """The name is all there is but for titles: Mohammed Assad is not Bashar, "Trump supporters" and "Assad's regime" no person."""
    beside = (*p.core[max(0, at - 1) : at], *p.core[at + 1 : at + 2])
    if p.core[at].owns or any(x.capital and x.meaning is None and x.text.lower() not in ARTICLES for x in beside):
        return False
    after = p.core[at + 1] if at + 1 < len(p.core) else None
    return after is None or (isinstance(after.meaning, Role) and after.capital and " " not in after.text)


def _in_office(people: Sequence[Leader], year: int | None) -> tuple[Leader, Sectors]:
    """The one in office in that year, else who was last before; then an official is a former one. No year: who comes last before 2026."""
    if year is None:
        return people[0], people[0].sectors
    for leader in people:
        if any(first <= year <= (last or 9999) for first, last in leader.terms):
            return leader, leader.sectors
    past = [x for x in people if x.terms[0][0] <= year]
    leader = max(past, key=lambda x: x.terms[-1][1] or 9999) if past else people[0]
    if not set(leader.sectors) & OFFICES:
        return leader, leader.sectors
    return leader, ("ELI",) if past else ("PTY",)


def bare_country(p: Phrase) -> ActorFacts | None:
    """A country, its people's name, its capital or a place, alone."""
    said = [x for x in p.core if x.meaning is not None and not (x.meaning.__class__ is Role and not x.meaning.sectors)]
    if len(said) != 1 or len(p.core) > 1 + sum(x.meaning is None or x.meaning.__class__ is Role for x in p.core):
        return None
    label = said[0]
    rest = [x for x in p.core if x is not label]
    if any((x.capital and x.meaning is None) or "-" in x.text for x in rest) or (label.owns and rest) or _beside(rest):
        return None
    meaning = label.meaning
    sectors: Sectors
    if isinstance(meaning, People) and not any(isinstance(x.meaning, Role) for x in rest):
        sectors, kind = ("CVL",) if meaning.plural else (), MentionKind.NATIONALITY
    elif isinstance(meaning, (Country, Spot)) and p.kind is not MentionKind.PERSON:
        sectors, kind = ("GOV",) if label.seat and not rest else (), MentionKind.PLACE
    else:
        return None
    if label.text == "Brussels":
        return _brussels()
    country = code_of(meaning)
    return ActorFacts(
        name=bare(p.text), country=country, sectors=sectors, kind=kind, confidence=0.9,
        why=because("bare_country", f"“{label.text}” is {'the seat of the government of ' if 'GOV' in sectors else ''}{country or 'no one country'}"),
    )  # fmt: skip


def _beside(rest: Sequence[Label]) -> bool:
    return any(isinstance(x.meaning, Role) and x.meaning.word in BESIDE for x in rest)


def _brussels() -> ActorFacts:
    """Belgium's capital acts as the European Union's (and NATO's) more often than as Belgium's."""
    why = because("bare_country", "Brussels as an actor is the European Union")
    return ActorFacts(name="European Union", sectors=("IGO",), kind=MentionKind.ORGANIZATION, confidence=0.7, why=why)


def by_suffix(p: Phrase) -> ActorFacts | None:
    """A capitalised name whose last word tells what it is: "Cairo Times", "Invoke Capital"."""
    sectors = suffix_of(p.core[-1].text) if len(p.core) > 1 and not p.core[-1].owns else None
    if sectors is None or p.kind is MentionKind.PERSON:
        return None
    return ActorFacts(
        name=bare(p.text), country=country_in(p.core[:-1]), sectors=sectors, kind=MentionKind.ORGANIZATION, confidence=0.5,
        why=because("by_suffix", f"a name that ends in “{p.core[-1].text}”"), local=True,
    )  # fmt: skip


def person_name(p: Phrase) -> ActorFacts | None:
    """Capitalised words that no list has: a name, about which the words say nothing; most people in the news are at home there."""
    if not all(x.capital for x in p.core) or p.kind not in {None, MentionKind.PERSON}:
        return None
    several = len(p.core) > 1
    name = " ".join(x.text for x in p.core)
    return ActorFacts(
        name=name, kind=MentionKind.PERSON if several else MentionKind.OTHER, confidence=0.15 if several else 0.1, local=True
    )
