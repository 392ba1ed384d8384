"""A network that says anything: what holds of its readings holds whatever a trained one says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import AUXILIARY, CERTAINTY, DEPRELS, ENTITIES, LINKS, MODES, NAMES, SPANS, TRIGGERS, UPOS
from onrecord.reader.network import Logits, Network
from onrecord.reader.pieces import Passage
from onrecord.reader.wordpiece import WordPiece

HEADS = {
    "upos": UPOS, "deprel": DEPRELS, "entity": ENTITIES, "names": NAMES, "source": SPANS, "cue": SPANS, "content": SPANS,
    "trigger": TRIGGERS, "mode": MODES, "certainty": CERTAINTY, "auxiliary": AUXILIARY,
}  # fmt: skip
# How much likelier "nothing" is than any label: about one word in five is tagged.
QUIET = {"names": 4.0, "source": 2.0, "cue": 2.5, "content": 0.0, "trigger": 5.0}
WIDE = 8  # numbers that stand for a word where two words are compared
FAR = -50.0  # between words of different sentences


class Noise(Network):
    """Labels at random, the same for the same word at every place, every time and on every machine.

    What it says of a word depends on the word alone, and of two words on the two, so the same sentence is read alike wherever
    it stands. ``seed`` makes another network.
    """

    def __init__(self, vocabulary: WordPiece, *, seed: int = 0) -> None:
        self.vocabulary, self.version, self.seed = vocabulary, f"noise {seed}", seed

    def run(self, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Logits]]:
        """The logits of every head, drawn from each word's pieces."""
        for passage in passages:
            yield passage, self._logits(passage)

    def _logits(self, passage: Passage) -> Logits:
        words = [passage.ids[a : z + 1].tobytes() for a, z in zip(passage.first, passage.last, strict=True)]
        out = {name: self._draw(name, words, len(labels)) for name, labels in HEADS.items()}
        for name, much in QUIET.items():
            out[name][:, 0] += much
        out["auxiliary"] -= 2.0
        apart = passage.sentence[:, None] != passage.sentence
        out["arcs"] = np.where(apart, FAR, self._pairs("arcs", words)).astype(np.float32)
        out["links"] = np.stack([np.where(apart, FAR, self._pairs(name, words) - 2.0) for name in LINKS]).astype(np.float32)
        return out

    def _draw(self, name: str, words: list[bytes], size: int) -> NDArray[np.float32]:
        """(W, size), a row a word."""
        seeds = (blake2b(f"{self.seed} {name} ".encode() + word, digest_size=8).digest() for word in words)
        rows = [np.random.default_rng(int.from_bytes(seed, "big")).normal(0, 2, size) for seed in seeds]
        return np.array(rows, np.float32)

    def _pairs(self, name: str, words: list[bytes]) -> NDArray[np.float32]:
        """(W, W), how the second word suits the first."""
        left, right = self._draw(f"{name} left", words, WIDE), self._draw(f"{name} right", words, WIDE)
        return np.asarray(left @ right.T / np.sqrt(WIDE), np.float32)
