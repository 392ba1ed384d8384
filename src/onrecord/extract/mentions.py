"""Mention chains: which words of a page stand for the same somebody, by ordered rules on names, titles and pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.mention_entities import entities_of
from onrecord.extract.mention_joint import members_of
from onrecord.extract.mention_rules import RULES
from onrecord.extract.mention_scene import Chain, Scene
from onrecord.extract.mention_seen import Seen, names_in, see_all
from onrecord.text.quotes import find_quotations
from onrecord.types import Entity, Language, Mention, Span

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The mentions and entities of a page, and the mention that stands at a range of tokens."""

    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    at: Mapping[Range, str]

    def entity(self, mention: str) -> Entity:
        """The entity of a mention's id."""
        number = int(mention[1:]) - 1
        return self.entities[int(str(self.mentions[number].entity)[1:]) - 1]


def chain_mentions(lang: Language, wanted: Iterable[Range], speaker: Mapping[int, Range]) -> Chains:
    """Gathers all names and all ``wanted`` ranges (participants, sources, places) into entities.

    Further noun phrases and pronouns are chained too, since a pronoun may stand for one that no record uses; they are written
    down only where their entity has a name or a wanted mention.

    Args:
        lang: the page.
        wanted: token ranges that records use.
        speaker: for the words of a claim's content, the range of its source: whom "I" and "we" stand for.
    """
    asked = tuple(dict.fromkeys(wanted))
    scene = Scene(lang=lang, speaker=speaker, sources=frozenset(speaker.values()), quotations=_quotations(lang))
    seen = see_all(lang, asked)
    for mention in _in_order(scene, seen):
        number = next((n for rule in RULES if (n := rule(scene, mention)) is not None), None)
        if number is None:
            scene.chains.append(Chain(members=members_of(scene, mention)))
            number = len(scene.chains) - 1
        scene.add(mention, number)
    return _written(scene, seen, {*asked, *(n.tokens for n in names_in(lang))})


def _quotations(lang: Language) -> tuple[Span, ...]:
    return tuple(q for b in lang.blocks if b.is_read for q in find_quotations(lang.doc.text, b.span))


def _in_order(scene: Scene, seen: Sequence[Seen]) -> Sequence[Seen]:
    """In order of the text, but the words of a content after its source: "I", said before the speaker is named."""

    def late(m: Seen) -> tuple[int, int]:
        source = scene.speaker.get(m.head)
        behind = m.pronoun and m.gender == "" and source is not None and source[0] > m.head
        return (source[0] if behind and source else m.tokens[0]), int(behind)

    return sorted(seen, key=late)


def _written(scene: Scene, seen: Sequence[Seen], kept: set[Range]) -> Chains:
    """The mentions that stay, numbered in order of the text, with their entities."""
    used = {scene.where[r] for r in kept}
    used |= {n for number in used for n in scene.chains[number].members}
    order = {number: at for at, number in enumerate(sorted(used, key=lambda n: scene.chains[n].mentions[0].tokens), 1)}
    mentions: list[Mention] = []
    at: dict[Range, str] = {}
    for s in (s for s in seen if scene.where[s.tokens] in used):
        span = scene.lang.span(*s.tokens)
        at[s.tokens] = f"m{len(mentions) + 1}"
        entity, head = f"e{order[scene.where[s.tokens]]}", scene.lang.span(s.head, s.head + 1)
        mentions.append(
            Mention(id=at[s.tokens], start=span.start, end=span.end, kind=s.kind, form=s.form, entity=entity, head=head)
        )
    return Chains(mentions=tuple(mentions), entities=entities_of(scene, list(order)), at=at)
