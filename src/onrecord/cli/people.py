"""Who is who in a reading: names for mentions, and the voices that statements are grouped under."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.cli.paper import clean
from onrecord.types import Claim, Entity, Mention, MentionForm, MentionKind, Reading, SourceKind, Span, Stance

NOT_NAMED = "(not named)"
NAME_MOST = 48  # columns; a "name" longer than this is a description, and its first words say enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks: ``label`` for people; ``key`` is the same for the same chain of sources."""

    key: tuple[str, ...]
    label: str
    known: str = ""
    plural: bool = False

    @property
    def credit(self) -> str:
        """The voice behind a figure: "says Jon Hallberg", "nobody named"."""
        return self.label if self.key[0] == SourceKind.IMPERSONAL else f"{self.verb(Stance.SAYS)} {self.label}"

    def verb(self, stance: Stance) -> str:
        """The stance as a verb that goes with the voice: "says", "deny"."""
        if not self.plural:
            return str(stance)
        return "deny" if stance is Stance.DENIES else str(stance)[:-1]


class People:
    """The mentions, entities and claims of one reading by their ids. Ids that lead nowhere are shown as not named."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.document.text
        self.publisher = reading.document.publisher
        self._mentions = {mention.id: mention for mention in reading.mentions}
        self._entities = {entity.id: entity for entity in reading.entities}
        self._claims = {claim.id: claim for claim in reading.claims}

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id."""
        return self._claims.get(claim_id)

    def span(self, mention_id: str | None) -> Span | None:
        """Where a mention stands."""
        mention = self._mentions.get(mention_id or "")
        return mention.span if mention else None

    def words(self, span: Span | None) -> str:
        """What stands there, on one line."""
        return clean(span.of(self.text)) if span else ""

    def party(self, mention_ids: Iterable[str]) -> str:
        """One side of an event: the names of all its mentions, each once; "" for nobody."""
        return ", ".join(dict.fromkeys(name for name in map(self._name, mention_ids) if name))

    def voice(self, claim: Claim) -> Voice:
        """The voice of a claim with the voices that pass it on: "the army, as told by Sana"."""
        chain = self._chain(claim)
        inner = self._one_voice(claim)
        passed_on = [self._one_voice(outer).label for outer in chain[1:]]
        via = f", as told by {', '.join(passed_on)}" if passed_on else ""
        key = tuple(part for link in chain for part in self._one_voice(link).key)
        return Voice(key=key, label=inner.label + via, known=inner.known, plural=inner.plural)

    def voice_of(self, claim_ids: tuple[str, ...]) -> Voice | None:
        """The innermost voice of a record's chain of claims; None where the page itself speaks."""
        claim = self.claim(claim_ids[-1]) if claim_ids else None
        return self.voice(claim) if claim else None

    def _chain(self, claim: Claim) -> list[Claim]:
        """The claim and those in whose content it stands, innermost first."""
        chain, seen = [claim], {claim.id}
        while (outer := self.claim(chain[-1].within or "")) and outer.id not in seen:
            chain.append(outer)
            seen.add(outer.id)
        return chain

    def _one_voice(self, claim: Claim) -> Voice:
        named = [mention for mention in map(self._mentions.get, claim.source.mentions) if mention]
        entities = [entity for entity in map(self._entity, named) if entity]
        kind = claim.source.kind
        if kind is SourceKind.IMPERSONAL:
            words = ", ".join(self.words(mention.span) for mention in named)
            return Voice(key=(str(kind),), label=f"nobody named ({words})" if words else "nobody named")
        if not entities:
            label = "the page's own document" if kind is SourceKind.DOCUMENT else "somebody unnamed"
            return Voice(key=(str(kind),), label=label)
        label = self.party(claim.source.mentions)
        known = _known(entities[0]) if len(entities) == 1 else ""
        unnamed = kind is SourceKind.UNNAMED and not known
        return Voice(
            key=tuple(entity.id for entity in entities),
            label=label,
            known="unnamed" if unnamed else known,
            plural=len(entities) > 1 or entities[0].kind is MentionKind.GROUP or bool(entities[0].members),
        )

    def _name(self, mention_id: str) -> str:
        mention = self._mentions.get(mention_id)
        entity = self._entity(mention) if mention else None
        if mention is None or entity is None:
            return ""
        members = [self._entities[member].name for member in entity.members if member in self._entities]
        if members:
            return ", ".join(map(clean, members))
        return self._short(clean(entity.name) or self._described(mention))

    def _entity(self, mention: Mention) -> Entity | None:
        return self._entities.get(mention.entity) if mention.entity else None

    def _described(self, mention: Mention) -> str:
        return "" if mention.form is MentionForm.PRONOUN else self.words(mention.span)

    def _short(self, name: str) -> str:
        """The first words of an overlong description."""
        if len(name) <= NAME_MOST:
            return name
        return name[:NAME_MOST].rsplit(" ", 1)[0].rstrip(",;: ") + "…"


def _known(entity: Entity) -> str:
    """Country and sectors as codes: "RUS, GOV MIL"."""
    return ", ".join(part for part in (entity.country or "", " ".join(entity.sectors)) if part)
