"""From chains to entities: what each is called, where it is at home, and what its mentions together say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.actor_phrases import bare
from onrecord.extract.actors import ActorFacts, at_home, describe_actor, home_country, merge_facts
from onrecord.extract.mention_scene import Chain, Scene
from onrecord.extract.mention_seen import Seen
from onrecord.extract.mention_words import PRONOUNS
from onrecord.extract.places import resolve_place
from onrecord.extract.syntax import case_of, phrase
from onrecord.lexicon.loader import states
from onrecord.types import Entity, Language, MentionForm, MentionKind, Why

Range = tuple[int, int]
PARTS = frozenset(
    "hundred thousand dozen score million number group majority member some many all several one most half none each part rest".split()
)
ACTING = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "iobj"})
WHERE = frozenset("in at near inside outside around to from through".split())
LONGEST = 8  # words of a description that become an entity's name


def entities_of(scene: Scene, chains: Sequence[int]) -> tuple[Entity, ...]:
    """The entities of some chains, numbered in their order; members that are not among them are left out."""
    home = home_country(scene.lang.text(*m.tokens) for c in scene.chains for m in c.mentions[:1] if not m.pronoun)
    ids = {number: f"e{at}" for at, number in enumerate(chains, 1)}
    return tuple(_entity(scene, _Place(number=n, ids=ids, home=home)) for n in chains)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A chain's number, the ids of all that are written, and the country that the text is about."""

    number: int
    ids: dict[int, str]
    home: str | None


def _entity(scene: Scene, at: _Place) -> Entity:
    chain = scene.chains[at.number]
    if chain.page:
        return _publisher(scene.lang, at)
    telling = [m for m in chain.mentions if not m.pronoun] or chain.mentions
    facts = at_home(merge_facts([scene.facts(m) for m in telling]), at.home)
    kind = chain.kind
    name = name_of(scene, chain, facts)
    return Entity(
        id=at.ids[at.number], name=name, kind=kind, country=facts.country, sectors=facts.sectors, known_as=facts.known_as,
        members=tuple(at.ids[n] for n in chain.members if n in at.ids), confidence=facts.confidence, why=facts.why,
        place=resolve_place(name) if kind is MentionKind.PLACE else None,
    )  # fmt: skip


def _publisher(lang: Language, at: _Place) -> Entity:
    """The page's own "we"."""
    name = str(lang.doc.publisher)
    facts = describe_actor(name, head=name.rsplit(maxsplit=1)[-1], kind=MentionKind.ORGANIZATION, date=lang.doc.published)
    why = (*facts.why, Why(by="mentions.of_page", says=f"“we” outside quotation marks is the page's publisher, {name}"))
    return Entity(
        id=at.ids[at.number], name=name, kind=MentionKind.ORGANIZATION, country=facts.country, sectors=facts.sectors,
        known_as=facts.known_as, confidence=facts.confidence, why=why,
    )  # fmt: skip


def name_of(scene: Scene, chain: Chain, facts: ActorFacts) -> str:
    """What an entity is called: its name in the lists, its fullest name, else the words of its first description."""
    if chain.members:
        return " and ".join(
            name_of(scene, scene.chains[n], merge_facts([scene.facts(m) for m in scene.chains[n].mentions]))
            for n in chain.members
        )
    named = [m for m in chain.mentions if m.name]
    if _acts_for_country(scene.lang, chain, facts):
        return states().by_code[str(facts.country)].name
    if facts.known_as in chain.known:
        return str(facts.known_as)
    if named:
        best = max(named, key=lambda m: (m.kind is MentionKind.PERSON, min(len(m.key), 4)))
        return _listed(" ".join(scene.lang.text(*(best.name or best.tokens)).split()))
    return _described(scene.lang, chain.best)


def _acts_for_country(lang: Language, chain: Chain, facts: ActorFacts) -> bool:
    """A capital or palace that acts ("Beijing warned") is its country's government; one where things happen is a place."""
    if chain.kind is not MentionKind.PLACE or facts.sectors != ("GOV",) or facts.country not in states().by_code:
        return False
    heads = [m.head for m in chain.mentions if m.name]
    return any(lang.deprel[h] in ACTING for h in heads) and not any(case_of(lang, h) in WHERE for h in heads)


def _listed(name: str) -> str:
    """A country by the name that the lists show; other names without their article."""
    country = states().names.find(name)
    return country.name if country else bare(name)


def _described(lang: Language, m: Seen) -> str:
    """A description with what belongs to it, without its article or possessive pronoun; "hundreds of" whom rather than "hundreds"."""
    if m.form is MentionForm.PRONOUN:
        return lang.text(*m.tokens)
    first, end = _whole(lang, m)
    while first < end - 1 and (
        lang.words[first].lower() in PRONOUNS | {"the", "a", "an"} or lang.upos[first] in {"ADP", "PUNCT"}
    ):
        first += 1
    while end - 1 > first and lang.upos[end - 1] in {"ADP", "PUNCT"}:
        end -= 1
    return " ".join(lang.text(first, end).split())


def _whole(lang: Language, m: Seen) -> Range:
    first, end = phrase(lang, m.head)
    if lang.lemmas[m.head].lower() in PARTS and m.head + 2 < len(lang.words) and lang.words[m.head + 1].lower() == "of":
        last = next(
            (i for i in range(m.head + 2, min(m.head + LONGEST, len(lang.words))) if lang.upos[i] in {"NOUN", "PROPN"}), m.head
        )
        inner = phrase(lang, last)
        return (max(inner[0], m.head + 2), inner[1]) if last != m.head else (first, end)
    whole = min(first, m.tokens[0]), max(end, m.tokens[1])
    return whole if whole[1] - whole[0] <= LONGEST else m.tokens
