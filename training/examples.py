"""What the network is trained on: passages with the labels that a corpus gives, and -100 where it gives none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import AUXILIARY, LINKS
from onrecord.reader.pieces import Passage, passages_of
from onrecord.reader.wordpiece import WordPiece

IGNORE = -100
TAGS = ("upos", "names", "entity", "source", "cue", "content", "trigger", "mode", "certainty", "deprel")
Labels = NDArray[np.int64]


@dataclass(slots=True, kw_only=True)
class Annotated:
    """A document as words by sentence with the labels that are known; the only mutable type here, filled by its loader.

    ``tags[name]`` has a label index for each word of the document; ``head`` the head's word index in the document;
    ``auxiliary`` (words, 5) 0/1 or -100; ``happened`` (words,) from -3 to 3, NaN where nobody was asked; ``clusters`` (words,) an
    entity's number at the head word of each of its mentions, -1 at all other words; ``links`` lists rows: an anchor word (a cue's or trigger's first), the relation
    and the words that are linked, none where the relation holds with nobody. Only anchors with a row teach the links head.
    """

    name: str
    sentences: list[list[str]]
    tags: dict[str, Labels] = field(default_factory=dict)
    head: Labels | None = None
    auxiliary: Labels | None = None
    happened: NDArray[np.float64] | None = None
    clusters: Labels | None = None
    links: list[tuple[int, str, tuple[int, ...]]] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many words there are."""
        return sum(map(len, self.sentences))

    def tag(self, name: str, fill: int) -> Labels:
        """The labels of a head, made with ``fill`` at the first call."""
        return self.tags.setdefault(name, np.full(self.size, fill, np.int64))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One passage with its labels, cut out of an ``Annotated``."""

    source: str
    passage: Passage
    tags: dict[str, Labels]
    head: Labels
    auxiliary: Labels
    happened: NDArray[np.float64]
    clusters: Labels
    links: tuple[tuple[int, int, Labels], ...]


def examples_of(vocabulary: WordPiece, docs: Sequence[Annotated], source: str) -> Iterator[Example]:
    """Cuts documents into passages of whole sentences, labels along."""
    for doc in docs:
        for passage in passages_of(vocabulary, doc.sentences):
            yield _example(doc, passage, source)


def _example(doc: Annotated, passage: Passage, source: str) -> Example:
    first, end = passage.words
    n = end - first
    tags = {name: doc.tags[name][first:end] if name in doc.tags else np.full(n, IGNORE, np.int64) for name in TAGS}
    head = np.full(n, IGNORE, np.int64)
    if doc.head is not None:
        head = doc.head[first:end] - first
        head[(head < 0) | (head >= n)] = IGNORE
        tags["deprel"] = np.where(head == IGNORE, IGNORE, tags["deprel"])
    auxiliary = doc.auxiliary[first:end] if doc.auxiliary is not None else np.full((n, len(AUXILIARY)), IGNORE, np.int64)
    happened = doc.happened[first:end] if doc.happened is not None else np.full(n, np.nan)
    clusters = doc.clusters[first:end] if doc.clusters is not None else np.full(n, IGNORE, np.int64)
    links = []
    for anchor, relation, words in doc.links:
        if first <= anchor < end:
            row = np.zeros(n, np.int64)
            row[[w - first for w in words if first <= w < end]] = 1
            links.append((anchor - first, LINKS.index(relation), row))
    return Example(
        source=source,
        passage=passage,
        tags=tags,
        head=head,
        auxiliary=auxiliary,
        happened=happened,
        clusters=clusters,
        links=tuple(links),
    )
