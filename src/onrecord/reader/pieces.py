"""Words to the network's input: subword pieces, the shape of each word, and passages of whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import shape_of
from onrecord.reader.wordpiece import WordPiece

MAX_PIECES = 254  # a passage's pieces without [CLS] and [SEP]: 256 in all, as measured in ARCHITECTURE.md's table
MAX_WORD = 12  # pieces of one word that are kept: longer ones (URLs, hashes) say nothing more
CLS, SEP = 101, 102
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "..."})


Word = tuple[list[int], int]  # its piece ids and its shape


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Whole sentences that pass the network together.

    ``words`` is a half-open range of word indices. ``ids`` and ``shapes`` (T,) have an entry a piece, [CLS] and [SEP] among
    them; ``first`` and ``last`` (W,) are the positions of each word's outer pieces; ``sentence`` (W,) is each word's sentence,
    counted from 0 in the passage.
    """

    words: tuple[int, int]
    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    sentence: NDArray[np.int64]


def pieces_of(vocabulary: WordPiece, words: Sequence[str]) -> list[list[int]]:
    """The piece ids of each word, at least one and at most ``MAX_WORD``; typographic marks as their plain ones."""
    return [list(vocabulary.pieces(w.translate(STRAIGHT))[:MAX_WORD]) or [vocabulary.unknown] for w in words]


def passages_of(vocabulary: WordPiece, sentences: Sequence[Sequence[str]]) -> Iterator[Passage]:
    """Packs sentences into passages of at most ``MAX_PIECES`` pieces; a longer sentence is cut where it is full."""
    base, room = 0, MAX_PIECES
    chunk: list[list[Word]] = []
    for words in sentences:
        shapes = [shape_of(w, opens=i == 0) for i, w in enumerate(words)]
        pieces = pieces_of(vocabulary, words)
        for part in _cut(zip(pieces, shapes, strict=True)):
            size = sum(len(p) for p, _ in part)
            if chunk and size > room:
                yield _passage(base, chunk)
                base += sum(len(p) for p in chunk)
                chunk, room = [], MAX_PIECES
            chunk.append(part)
            room -= size
    if chunk:
        yield _passage(base, chunk)


def _cut(words: Iterable[Word]) -> Iterator[list[Word]]:
    """A sentence in parts of at most ``MAX_PIECES`` pieces."""
    part: list[Word] = []
    size = 0
    for word in words:
        if size + len(word[0]) > MAX_PIECES:
            yield part
            part, size = [], 0
        part.append(word)
        size += len(word[0])
    if part:
        yield part


def _passage(base: int, sentences: list[list[Word]]) -> Passage:
    ids, shapes, first, last, sentence = [CLS], [0], [], [], []
    for number, words in enumerate(sentences):
        for pieces, shape in words:
            first.append(len(ids))
            ids.extend(pieces)
            last.append(len(ids) - 1)
            shapes.extend([shape] * len(pieces))
            sentence.append(number)
    ids.append(SEP)
    shapes.append(0)
    return Passage(
        words=(base, base + len(sentence)),
        ids=np.array(ids, np.int64),
        shapes=np.array(shapes, np.int64),
        first=np.array(first, np.int64),
        last=np.array(last, np.int64),
        sentence=np.array(sentence, np.int64),
    )
