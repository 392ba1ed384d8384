"""What a rule may look at: the page, the entities gathered so far, and who speaks where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.extract.actors import ActorFacts, describe_actor
from onrecord.extract.mention_seen import Seen
from onrecord.extract.syntax import phrase
from onrecord.types import Language, MentionForm, MentionKind, Span

Range = tuple[int, int]
TELLING = {form: at for at, form in enumerate(MentionForm)}  # a name tells most


@dataclass(slots=True, kw_only=True)
class Chain:
    """An entity while its mentions are being gathered; ``known`` are the names by which the lists know it."""

    mentions: list[Seen] = field(default_factory=list)
    members: tuple[int, ...] = ()
    known: set[str] = field(default_factory=set)
    names: dict[tuple[str, ...], Seen] = field(default_factory=dict)  # the last mention of each different name
    page: bool = False  # the page itself: its "we"
    speaks: bool = False  # whether a mention is a claim's source
    gender: str = ""  # "he", "she", or "" where no mention tells
    told_best: Seen | None = None

    def add(self, mention: Seen, *, speaks: bool) -> None:
        """Takes in a mention, and what it tells; chains of long pages are asked more often than they grow."""
        self.mentions.append(mention)
        self.speaks = self.speaks or speaks
        self.gender = self.gender or mention.gender
        if self.told_best is None or TELLING[mention.form] < TELLING[self.told_best.form]:
            self.told_best = mention
        if mention.key:
            self.names[mention.key] = mention

    @property
    def last(self) -> Seen:
        """The latest mention."""
        return self.mentions[-1]

    @property
    def best(self) -> Seen:
        """The first of the mentions that tell most: a name before a description before a pronoun."""
        return self.told_best or self.mentions[0]

    @property
    def kind(self) -> MentionKind:
        """The kind of the best mention."""
        return self.best.kind

    @property
    def named(self) -> bool:
        """Whether a mention is a name."""
        return bool(self.names)


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
    near: dict[int, set[int]] = field(default_factory=dict)  # the chains that have a mention in a sentence
    furthest: int = 0  # the last of those sentences
    over: dict[int, list[tuple[int, int]]] = field(default_factory=dict)  # the mentions over a token: their words, their chains
    hints: dict[str, set[int]] = field(default_factory=dict)  # chains by what they are called: see hints_of

    def add(self, mention: Seen, number: int) -> None:
        """Puts a mention into a chain."""
        self.chains[number].add(mention, speaks=mention.tokens in self.sources)
        self.where[mention.tokens] = number
        sentence = self.lang.sentence_of(mention.head)
        self.near.setdefault(sentence, set()).add(number)
        self.furthest = max(self.furthest, sentence)
        for token in range(*mention.tokens):
            self.over.setdefault(token, []).append((mention.tokens[1] - mention.tokens[0], number))
        known = self.known_as(mention)
        if known is not None:
            self.chains[number].known.add(known)
        for hint in hints_of(mention, known):
            self.hints.setdefault(hint, set()).add(number)

    def called(self, hints: Iterable[str]) -> set[int]:
        """The chains that any of these hints points at; rules look at no others, so that long pages stay quick."""
        return {n for hint in hints for n in self.hints.get(hint, ())}

    def since(self, sentence: int) -> set[int]:
        """The chains that have a mention in a sentence or after it."""
        return {n for at in range(sentence, self.furthest + 1) for n in self.near.get(at, ())}

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
        return min(self.over[token])[1] if token in self.over else None

    def stands_over(self, number: int, token: int) -> bool:
        """Whether a mention of a chain stands over a token."""
        return any(n == number for _, n in self.over.get(token, ()))


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
