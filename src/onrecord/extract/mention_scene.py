"""What a rule may look at: the page, the entities gathered so far, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.extract.actors import ActorFacts, describe_actor
from onrecord.extract.mention_seen import Seen
from onrecord.extract.syntax import phrase
from onrecord.types import Language, MentionForm, MentionKind, Span

Range = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class Chain:
    """An entity while its mentions are being gathered; ``known`` are the names by which the lists know it."""

    mentions: list[Seen] = field(default_factory=list)
    members: tuple[int, ...] = ()
    known: set[str] = field(default_factory=set)
    names: dict[tuple[str, ...], Seen] = field(default_factory=dict)  # the last mention of each different name
    page: bool = False  # the page itself: its "we"

    @property
    def last(self) -> Seen:
        """The latest mention."""
        return self.mentions[-1]

    @property
    def best(self) -> Seen:
        """The mention that tells most: a name before a description before a pronoun."""
        return min(self.mentions, key=lambda m: list(MentionForm).index(m.form))

    @property
    def kind(self) -> MentionKind:
        """The kind of the best mention."""
        return self.best.kind

    @property
    def named(self) -> bool:
        """Whether a mention is a name."""
        return bool(self.names)

    @property
    def gender(self) -> str:
        """ "he", "she", or "" where no mention tells."""
        return next((m.gender for m in self.mentions if m.gender), "")


@dataclass(slots=True, kw_only=True)
class Scene:
    """A page while its mentions are being chained.

    ``where`` is the chain of each mention's range, ``speaker`` the source's range for each word of a content, ``sources``
    all of them, ``quotations`` what stands in quotation marks.
    """

    lang: Language
    speaker: Mapping[int, Range]
    sources: frozenset[Range]
    chains: list[Chain] = field(default_factory=list)
    where: dict[Range, int] = field(default_factory=dict)
    quotations: tuple[Span, ...] = ()
    hints: dict[str, set[int]] = field(default_factory=dict)  # chains by what they are called: see hints_of

    def add(self, mention: Seen, number: int) -> None:
        """Puts a mention into a chain."""
        self.chains[number].mentions.append(mention)
        self.where[mention.tokens] = number
        if mention.key:
            self.chains[number].names[mention.key] = mention
        known = self.known_as(mention)
        if known is not None:
            self.chains[number].known.add(known)
        for hint in hints_of(mention, known):
            self.hints.setdefault(hint, set()).add(number)

    def called(self, hints: Iterable[str]) -> set[int]:
        """The chains that any of these hints points at; rules look at no others, so that long pages stay quick."""
        return {n for hint in hints for n in self.hints.get(hint, ())}

    def known_as(self, mention: Seen) -> str | None:
        """What the lists call the name alone, whatever stands around it; countries and peoples are no aliases."""
        if mention.name is None or mention.kind is MentionKind.NATIONALITY:
            return None
        last = self.lang.words[mention.name[1] - 1]
        return describe_actor(self.lang.text(*mention.name), head=last, kind=mention.kind, date=self.lang.doc.published).known_as

    def facts(self, mention: Seen) -> ActorFacts:
        """What the words of one mention say of who it is; what explains it after a comma counts as its words."""
        return facts_of(self.lang, mention)

    def standing_at(self, token: int) -> int | None:
        """The chain of the shortest mention over a token."""
        over = [(r[1] - r[0], n) for r, n in self.where.items() if r[0] <= token < r[1]]
        return min(over)[1] if over else None


def initials(key: tuple[str, ...]) -> str:
    """The first letters of a name of several words, "" for one word."""
    return "".join(w[0] for w in key) if len(key) > 1 else ""


def hints_of(m: Seen, known: str | None) -> Iterator[str]:
    """By what a mention can be found again: the words and initials of its name, its roles, its name in the lists, where it ends."""
    yield from (f"name {word}" for word in m.key)
    if m.key:
        yield f"initials {initials(m.key)}"
        yield f"end {m.tokens[1]}"
    if not m.pronoun:
        yield from (f"role {role}" for role in m.roles)
    if known is not None:
        yield f"known {known}"


def facts_of(lang: Language, m: Seen) -> ActorFacts:
    """What the words of one mention say of who it is; what explains it after a comma counts as its words."""
    span = m.tokens
    if not m.pronoun:
        around = phrase(lang, m.head)
        span = min(span[0], around[0]), max(span[1], around[1])
    kind = m.kind if m.name else None  # a description says itself what it is
    return describe_actor(lang.text(*span), head=lang.words[m.head], kind=kind, date=lang.doc.published)
