"""What a document, a span, a mention, a claim, an event, a figure and a reading are.

Two families. *Records* (``msgspec.Struct``) are what a reading writes down; their JSON is the contract of RECORDS.md.
*Working types* (frozen dataclasses) are what the steps hand each other: ``Document`` → ``Language`` → ``Reading``.
Offsets everywhere are half-open ``[start, end)`` in code points of ``Document.text``, which is never edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

SCHEMA = "1"
Ints = NDArray[np.int32]


def content_id(prefix: str, *parts: object) -> str:
    """A stable id: ``prefix`` and the hash of ``parts``, the same for the same content on every machine."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf8", "surrogatepass"), digest_size=8)
    return f"{prefix}-{digest.hexdigest()}"


class Record(msgspec.Struct, frozen=True):
    """The parent of all that is written to JSON."""


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """Half-open ``[start, end)`` in code points of a document's text; written ``[start, end]``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end


class BlockKind(StrEnum):
    """Whose words a part of a page is made of; the definitions are in RECORDS.md."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DATELINE = "dateline"
    PROMO = "promo"
    BIO = "bio"
    NAVIGATION = "navigation"
    COMMENT = "comment"
    NOTICE = "notice"


READ_BLOCKS = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.BODY, BlockKind.CAPTION, BlockKind.DATELINE})


class MentionKind(StrEnum):
    """What a mention stands for."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"
    FACILITY = "facility"
    NATIONALITY = "nationality"
    TIME = "time"
    QUANTITY = "quantity"
    WEAPON = "weapon"
    VEHICLE = "vehicle"
    DOCUMENT = "document"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class SourceKind(StrEnum):
    """How a claim's source is given (the annotation guideline's four kinds)."""

    NAMED = "named"
    UNNAMED = "unnamed"
    IMPERSONAL = "impersonal"
    DOCUMENT = "document"


class Form(StrEnum):
    """Whether a claim's content stands in quotation marks: all of it, none of it, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """What the source does with the content."""

    SAYS = "says"
    BELIEVES = "believes"
    DOUBTS = "doubts"
    DENIES = "denies"
    ASKS = "asks"
    WANTS = "wants"
    PLANS = "plans"
    PREDICTS = "predicts"
    WARNS = "warns"
    ACCUSES = "accuses"
    PROMISES = "promises"


class Polarity(StrEnum):
    """FactBank's polarity."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """FactBank's certainty, as the innermost voice puts it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"


class Auxiliary(StrEnum):
    """PLOVER's auxiliary modes, and ``question``, which is ours."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"
    QUESTION = "question"


class Qualifier(StrEnum):
    """How a number binds what it counts."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    LESS_THAN = "less_than"
    RANGE = "range"


class Why(Record, frozen=True, kw_only=True):
    """One reason for a record: which model or rule, what it says in words a person can check, and where it looked."""

    by: str
    says: str
    span: Span | None = None


class Block(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One part of a page: one or more whole lines (a line is split only at a dateline).

    ``language`` is an ISO 639-1 code where the block is in another language than English; left out of the JSON where it is not.
    """

    start: int
    end: int
    kind: BlockKind
    language: str | None = None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def is_read(self) -> bool:
        """Whether it is read for claims, events and figures: the story's own words, in English."""
        return self.kind in READ_BLOCKS and self.language is None


class Document(Record, frozen=True, kw_only=True):
    """A text and what is known of where it stands; ``text`` of plain input is the input itself.

    ``language`` is an ISO 639-1 code. ``notes`` tell what was done to come by the text (decoded from another encoding, extracted from
    HTML, cut at the size limit) where a user must know it; a reading repeats them among its own.
    """

    id: str
    text_id: str
    text: str
    given_id: str | None = None
    uri: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    retrieved: str | None = None
    published: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """Words that stand for an entity; ``head`` is the word that carries them."""

    id: str
    start: int
    end: int
    kind: MentionKind
    form: MentionForm
    entity: str | None  # null for times and quantities
    head: Span

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Place(Record, frozen=True, kw_only=True):
    """A place resolved: what it is called, where it lies, and how exactly that is known."""

    name: str
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    precision: str | None = None
    mention: str | None = None
    confidence: float | None = None
    why: tuple[Why, ...] = ()


class Entity(Record, frozen=True, kw_only=True):
    """Somebody or something that mentions stand for; a joint actor lists its members."""

    id: str
    name: str
    kind: MentionKind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    known_as: str | None = None
    members: tuple[str, ...] = ()
    confidence: float | None = None
    why: tuple[Why, ...] = ()
    place: Place | None = None


class Source(Record, frozen=True, kw_only=True):
    """Who says so: mentions (none where no words name one) and the kind of source."""

    mentions: tuple[str, ...]
    kind: SourceKind


class Claim(Record, frozen=True, kw_only=True):
    """One attribution in one sentence."""

    id: str
    source: Source
    cue: Span | None
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    within: str | None = None
    confidence: float
    why: tuple[Why, ...] = ()


class When(Record, frozen=True, kw_only=True):
    """When something happened: ISO dates as fine as the words allow, and how they were worked out."""

    mention: str
    start: str | None
    end: str | None
    granularity: str
    basis: str
    confidence: float
    why: tuple[Why, ...] = ()


class Quantity(Record, frozen=True, kw_only=True):
    """How many were killed, arrested … in an event."""

    what: str
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    mention: str


class Status(Record, frozen=True, kw_only=True):
    """Told as happened, denied, planned, imagined or asked."""

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN
    auxiliary: tuple[Auxiliary, ...] = ()

    @property
    def actual(self) -> bool:
        """Told as having happened, in whatever voice."""
        return (
            self.polarity is Polarity.POSITIVE
            and self.certainty in {Certainty.CERTAIN, Certainty.PROBABLE}
            and not set(self.auxiliary) - {Auxiliary.HISTORICAL}
        )


class Event(Record, frozen=True, kw_only=True):
    """Who did what to whom, told by one voice at one trigger."""

    id: str
    happening: str | None = None
    codebook: str
    type: str
    mode: str | None
    context: tuple[str, ...] = ()
    trigger: Span
    evidence: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: Place | None = None
    when: When | None = None
    quantities: tuple[Quantity, ...] = ()
    status: Status
    according_to: tuple[str, ...] = ()
    score: float | None
    quad: str
    confidence: float
    why: tuple[Why, ...] = ()


class Figure(Record, frozen=True, kw_only=True):
    """A number that counts people, things, money or shares."""

    mention: str
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    counts: Span | None
    of: str
    when: When | None = None
    according_to: tuple[str, ...] = ()
    confidence: float
    why: tuple[Why, ...] = ()


class Reading(Record, frozen=True, kw_only=True):
    """Everything that was read out of one document: the contract of RECORDS.md."""

    schema: str = SCHEMA
    made_by: dict[str, str]
    notes: tuple[str, ...] = ()
    document: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()

    def to_json(self) -> bytes:
        """The reading as one line of JSON in UTF-8."""
        return msgspec.json.encode(self)

    def to_dict(self) -> dict[str, Any]:
        """The reading as plain dictionaries and lists."""
        return dict(msgspec.to_builtins(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A document with its parts told apart."""

    doc: Document
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of all sentences that are read; arrays of one length, in order of the text.

    ``sentence[i]`` is the index of token i's sentence. Token ranges elsewhere are half-open ``(first, last + 1)``.
    """

    start: Ints
    end: Ints
    sentence: Ints

    def __len__(self) -> int:
        return len(self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A named entity that the reader proposes: a token range, PER ORG LOC or MISC, and the probability."""

    tokens: tuple[int, int]
    kind: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A claim that the reader proposes, all parts as token ranges; ``cue`` None for a bare quotation.

    ``content`` is empty where the cue's sentence has none: "The minister said:" above a statement.
    """

    cue: tuple[int, int] | None
    sources: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """An event that the reader proposes.

    ``types``, ``modes``, ``certainty`` and ``auxiliary`` give probabilities by label; ``actors`` and ``recipients`` are
    the token ranges linked to the trigger with their probabilities ``(first, end, p)``, in order of the text.
    """

    tokens: tuple[int, int]
    score: float
    types: dict[str, float]
    modes: dict[str, float]
    certainty: dict[str, float]
    auxiliary: dict[str, float]
    actors: tuple[tuple[int, int, float], ...] = ()
    recipients: tuple[tuple[int, int, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A page's sentences as the reader understands them.

    Token attributes are tuples and arrays over all tokens of the document: ``upos`` and ``deprel`` are Universal
    Dependencies labels; ``head[i]`` is the index of token i's head in the whole document, and a root points at itself.
    ``entity[i]`` is what the noun phrase headed by token i stands for (GUM's types: person, organization, place,
    object, event, time, abstract, animal, plant, substance) or "".
    """

    doc: Document
    blocks: tuple[Block, ...]
    sentences: tuple[Span, ...]
    tokens: Tokens
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    head: Ints
    deprel: tuple[str, ...]
    entity: tuple[str, ...]
    names: tuple[Name, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    eventful: tuple[float, ...] = ()  # how likely each word belongs to a trigger, as the network sees it
    children: tuple[tuple[int, ...], ...]
    bounds: tuple[tuple[int, int], ...]  # token range of each sentence

    def span(self, first: int, end: int) -> Span:
        """The characters that the tokens ``[first, end)`` cover."""
        return Span(int(self.tokens.start[first]), int(self.tokens.end[end - 1]))

    def text(self, first: int, end: int) -> str:
        """The words of the tokens ``[first, end)`` as they stand."""
        return self.span(first, end).of(self.doc.text)

    def sentence_of(self, token: int) -> int:
        """The index of the sentence in which a token stands."""
        return int(self.tokens.sentence[token])

    def tokens_in(self, span: Span) -> tuple[int, int]:
        """The token range that lies inside a span of characters; ``(i, i)`` where there is none."""
        first = int(np.searchsorted(self.tokens.start, span.start))
        end = int(np.searchsorted(self.tokens.end, span.end, side="right"))
        return (first, max(first, end))

    def subtree(self, token: int) -> tuple[int, ...]:
        """The token and all that hangs on it, in order of the text."""
        found, stack = [], [token]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.children[at])
        return tuple(sorted(found))
