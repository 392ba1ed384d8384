"""Which sectors a role has together with the words around it: "opposition lawmakers", "police spokesman", "ISIS militants"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.actor_phrases import ActorFacts, Phrase, Sectors, joined, sectors_at
from onrecord.extract.actor_words import Label
from onrecord.lexicon.entries import Body, Role

BETWEEN = frozenset({"IGO", "NGO"})
KEPT = frozenset({"OPP", "REB", "REL", "EDU", "REF", "LEG", "JRN", "MED", "IGO"})  # worth telling as a second sector
# Heads that say little: whose they are says more ("police spokesman", "rebel leaders", "hospital officials").
GENERIC = frozenset(
    "leader leaders leadership official officials authority authorities spokesman spokeswoman spokesperson member members chief head deputy boss chairman"
    " chairwoman chairperson chair director representative figure source staff staffer employee worker workers group groups organization organisation"
    " network body team wing unit branch command commander fighter volunteer secretary agent operative personnel aide adviser advisor coordinator"
    " delegation delegate manager administrator founder owner department agency office commission council committee campaign movement side member"
    " system institution center centre service board panel expert people men".split()
)
# Heads that suffer under or stand by a group and are no part of it.
NOT_THEIRS = frozenset(
    "victim hostage captive prisoner detainee supporter sympathizer sympathiser family relative survivor refugee defector opponent critic backer".split()
)
ADDS = {
    "opposition": ("OPP",), "rebel": ("REB",), "militant": ("REB",), "insurgent": ("REB",), "terrorist": ("REB",), "terror": ("REB",),
    "jihadist": ("REB",), "jihadi": ("REB",), "separatist": ("REB",), "guerrilla": ("REB",), "extremist": ("REB",), "islamist": ("REB",),
    "islamic": (), "military": ("MIL",), "army": ("MIL",), "naval": ("MIL",), "air": (), "paramilitary": ("PRM",), "police": ("COP",),
    "intelligence": ("SPY",), "government": ("GOV",), "state": (), "federal": (), "presidential": ("GOV",), "diplomatic": ("GOV",),
    "parliamentary": ("LEG",), "congressional": ("LEG",), "legislative": ("LEG",), "judicial": ("JUD",), "court": ("JUD",),
    "religious": ("REL",), "church": ("REL",), "muslim": ("REL",), "christian": ("REL",), "student": ("EDU",), "school": ("EDU",),
    "university": ("EDU",), "academic": ("EDU",), "medical": ("MED",), "health": ("MED",), "hospital": ("MED",), "media": ("JRN",),
    "press": ("JRN",), "news": ("JRN",), "business": ("BUS",), "company": ("BUS",), "corporate": ("BUS",), "industry": ("BUS",),
    "oil": ("BUS",), "labor": ("LAB",), "labour": ("LAB",), "union": ("LAB",), "farm": ("AGR",), "agricultural": ("AGR",), "aid": ("NGO",),
    "humanitarian": ("NGO",), "rights": ("NGO",), "refugee": ("REF",), "migrant": ("REF",), "displaced": ("REF",), "criminal": ("CRM",),
    "gang": ("CRM",), "drug": ("CRM",), "mafia": ("CRM",), "civilian": ("CVL",), "tribal": ("CVL",), "community": ("CVL",), "party": ("PTY",),
    "republican": ("PTY",), "democratic": ("PTY",), "democrat": ("PTY",), "coalition": ("IGO", "MIL"), "security": ("MIL", "COP"),
    "protest": ("CVL",), "activist": ("CVL",), "civil": (), "pro-democracy": ("OPP",), "dissident": ("OPP",), "embassy": ("GOV",),
}  # fmt: skip


def with_modifiers(role: Role, before: Sequence[Label], owner: Body | None, p: Phrase) -> Sectors:
    """The role's sectors, with those of the words before it; a head that says little takes theirs, or its complement's."""
    last = role.word.split()[-1]
    generic = last in GENERIC or not role.sectors
    if owner is not None and last not in NOT_THEIRS:
        return _of_body(role, owner, p.year, generic=generic)
    added = _said_before(before)
    if generic and added:
        of_soldiers = role.sectors == ("GOV",) and set(added) <= {"MIL"} and role.word in {"leader", "leadership"}
        return joined(added, ("GOV",)) if of_soldiers else added
    if generic and role.sectors in {(), ("GOV",), ("IGO",)}:
        whose = complement(p)
        if whose is not None and whose.sectors and last not in NOT_THEIRS:
            return whose.sectors
    return _told_with(role, added)


def _of_body(role: Role, owner: Body, year: int | None, *, generic: bool) -> Sectors:
    """ "ISIS militants" are the group, "EU ministers" the union and ministers, "Reuters staff" the agency."""
    if owner.armed or generic:
        return sectors_at(owner, year)
    return joined(owner.sectors if set(owner.sectors) & BETWEEN else (), role.sectors)


def _said_before(before: Sequence[Label]) -> Sectors:
    """The sectors that the modifiers tell: words of ADDS, and roles that are bodies ("army", "the government's")."""
    added: Sectors = ()
    for label in before:
        role = label.meaning if isinstance(label.meaning, Role) else None
        if label.meaning is not None and role is None:
            continue
        for word in label.text.split():
            added = joined(added, ADDS.get(word.lower(), ()))
        if role is not None and not added and role.kind != "person":
            added = role.sectors
    return added


def _told_with(role: Role, added: Sectors) -> Sectors:
    """A role that says what it is keeps that; armed opposition is what matters most of its fighters and leaders."""
    keep = tuple(s for s in added if s in KEPT) if role.sectors != ("REF",) else ()
    if "REB" in keep and set(role.sectors) & {"MIL", "CVL", "GOV"}:
        return ("REB",)
    return joined(keep, role.sectors) if "IGO" in keep else joined(role.sectors, keep)


def complement(p: Phrase) -> ActorFacts | None:
    """Who or where follows "of", "for", "with", "in", "from": "the government of Iraq", "civilians in Mosul"."""
    for i, label in enumerate(p.tail[:-1]):
        if label.meaning is None and label.text.lower() in {"of", "for", "with", "in", "from", "to", "at"} and i < 6:
            rest = p.tail[i + 1 :]
            words = " ".join(x.text for x in rest)
            facts = p.read(words, rest[0].text)
            if facts.country or facts.sectors:
                if label.text.lower() not in {"of", "for", "with"}:
                    return replace(facts, sectors=())
                return facts
    return None
