"""Actors described by what they do, and whose and where they are: "the Afghan government", "civilians in Mosul"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.actor_names import OFFICES
from onrecord.extract.actor_phrases import (
    BESIDE,
    ActorFacts,
    Phrase,
    Sectors,
    bare,
    because,
    code_of,
    country_in,
    sectors_at,
    was_once,
)
from onrecord.extract.actor_sectors import NOT_THEIRS, complement, with_modifiers
from onrecord.extract.actor_words import Label
from onrecord.lexicon.entries import Body, Role
from onrecord.types import MentionKind

KINDS = {"person": MentionKind.PERSON, "group": MentionKind.GROUP, "organization": MentionKind.ORGANIZATION}
# "International dignitaries" belong to no one country, and neither do those who stand beside one ("America's allies").
ABROAD = frozenset(
    "international foreign global world multinational neighbouring neighboring overseas various worldwide transnational".split()
)


def joint(p: Phrase) -> ActorFacts | None:
    """ "A and B": what both have in common; countries that differ leave none."""
    at = next((i for i, x in enumerate(p.core) if i and x.meaning is None and x.text.lower() in {"and", "or", "&"}), None)
    if at is None or at + 1 >= len(p.core):
        return None
    left = p.read(" ".join(x.text for x in p.core[:at]), p.core[at - 1].text)
    right_words = " ".join(x.text for x in (*p.core[at + 1 :], *p.tail))
    right = p.read(right_words, p.core[-1].text)
    if left.confidence < 0.2 and right.confidence < 0.2:
        return None
    country = left.country if left.country == right.country or (right.country is None and right.local) else None
    if left.country is None and not left.local and left.kind is not MentionKind.NATIONALITY and set(left.sectors) != {"IGO"}:
        country = right.country if left.confidence < 0.2 or left.sectors == () else country
    elif left.country is None and left.local:
        country = right.country
    sectors = tuple(dict.fromkeys((*left.sectors, *right.sectors)))
    return ActorFacts(
        name=bare(p.text), country=country, sectors=sectors, kind=right.kind if right.kind is not MentionKind.PERSON else MentionKind.GROUP,
        confidence=min(left.confidence, right.confidence) or 0.3, why=(*left.why, *right.why), local=left.local and right.local,
    )  # fmt: skip


def described(p: Phrase) -> ActorFacts | None:
    """A role, with what stands before it and after it: whose it is, of which country."""
    at = _role_at(p)
    if at is None:
        return None
    role = p.core[at].meaning
    assert isinstance(role, Role)
    before, after = p.core[:at], p.core[at + 1 :]
    owner = next((x.meaning for x in reversed(before) if isinstance(x.meaning, Body)), None)
    sectors = with_modifiers(role, before, owner, p)
    if role.word in {"secretary", "minister"} and p.core[at].capital and after and not sectors:
        sectors = ("GOV",)
    if was_once(before) and set(sectors) & OFFICES:
        sectors = ("ELI",)
    international = "IGO" in sectors
    country = None if international else _country_of(p, before, role, owner)
    name = " ".join(x.text for x in after) if after and all(x.capital for x in after) else bare(p.text)
    return ActorFacts(
        name=name, country=country, sectors=sectors, kind=_kind(p.core[at], role, after), confidence=_sureness(sectors, country, owner),
        why=because("described", f"“{p.core[at].text}” is {' '.join(sectors) or 'no sector'}" + (f", of {country}" if country else "")),
        local=country is None and owner is None and _belongs_here(p, role, sectors),
    )  # fmt: skip


def _sureness(sectors: Sectors, country: str | None, owner: Body | None) -> float:
    """Whose country and sector are told is told best; bodies between states and groups of several countries need none."""
    if country is not None or "IGO" in sectors or (owner is not None and owner.armed):
        return 0.8 if sectors else 0.4
    return 0.5 if sectors else 0.3


def _belongs_here(p: Phrase, role: Role, sectors: Sectors) -> bool:
    """Whether who is meant must be of the country that the text is about: "the police", "the country"; no one's allies or refugees."""
    if not sectors:
        return role.word in {"country", "nation"} and p.words[0].lower() == "the"
    if set(sectors) & {"IGO", "NGO", "REF"} or role.word in BESIDE:
        return False
    return not any(x.text.lower() in ABROAD or code_of(x.meaning) for x in (*p.core, *p.tail[:8]))


def _kind(label: Label, role: Role, after: Sequence[Label]) -> MentionKind:
    if role.kind == "person" and label.plural and not after:
        return MentionKind.GROUP
    return KINDS[role.kind]


def _role_at(p: Phrase) -> int | None:
    """The role that carries the phrase: the last title before a name, else the head's, else the last."""
    at = [i for i, x in enumerate(p.core) if isinstance(x.meaning, Role) and not x.owns]
    if not at:
        return None
    titles = [i for i in at if p.core[i + 1 :] and all(x.capital for x in p.core[i + 1 :]) and not _title_next(p.core, i)]
    if titles and p.kind is not MentionKind.ORGANIZATION and p.core[titles[-1]].meaning.kind != "organization":  # type: ignore[union-attr]
        return titles[-1]
    telling = [i for i in at if p.core[i].text.split()[-1] == p.head]
    return (telling or at)[-1]


def _title_next(core: Sequence[Label], at: int) -> bool:
    """Another role follows that is itself followed by a name: "Army Brigadier General X"."""
    return any(isinstance(x.meaning, Role) for x in core[at + 1 : -1])


def _country_of(p: Phrase, before: Sequence[Label], role: Role, owner: Body | None) -> str | None:
    """The country in whose service or from where: words before the role, its owner's, else "of", "in", "from"."""
    theirs = role.word.split()[-1] in NOT_THEIRS
    if role.word in BESIDE:
        return None
    if owner is not None and not theirs and (owner.country or owner.armed):
        return owner.country or None
    found = country_in(before)
    if found is not None:
        return found
    whose = complement(p)
    if whose is not None and not (theirs and whose.known_as) and whose.country:
        return whose.country
    return role.country if not p.tail or p.tail[0].text not in {"for", "to"} else None


def apposed(p: Phrase) -> ActorFacts | None:
    """A name that no list has, explained after a comma: "Mike Lynch, managing director with Invoke Capital"."""
    at = next((i for i, x in enumerate(p.tail) if x.text in {",", "(", "—", "–"}), None)
    if at is None or at + 1 >= len(p.tail) or not any(x.capital for x in p.core):
        return None
    words = " ".join(x.text for x in p.tail[at + 1 :]).rstrip(" ,)")
    if not words:
        return None
    facts = p.read(words, p.tail[-1].text)
    if not facts.sectors and not facts.country:
        return None
    name = " ".join(x.text for x in p.core)
    return replace(facts, name=name, known_as=None, why=(*because("apposed", f"“{words}” explains {name}"), *facts.why))


def modifiers_only(p: Phrase) -> ActorFacts | None:
    """No role that a list has: the country and sectors of what stands in the phrase ("Taliban checkpoint", "ISIL tanks")."""
    body = next((x.meaning for x in reversed(p.core) if isinstance(x.meaning, Body)), None)
    if body is not None:
        return ActorFacts(
            name=bare(p.text),
            country=body.country,
            sectors=sectors_at(body, p.year),
            kind=MentionKind.GROUP,
            confidence=0.6,
            why=because("modifiers_only", f"of {body.name}"),
        )
    country = country_in(p.core)
    if country is not None and p.kind is not MentionKind.PERSON:
        return ActorFacts(
            name=bare(p.text),
            country=country,
            kind=MentionKind.OTHER,
            confidence=0.4,
            why=because("modifiers_only", f"of {country}"),
        )
    return None
