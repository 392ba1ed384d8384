"""Which kind is each unit, as far as its looks and its words tell? A small network over what can be seen, in numpy.

Two steps. The words vote first: one or two at a time, each with a weight for each kind. Their votes stand beside what else is seen
of a unit and of its neighbours (block_features.py), and a network of one hidden layer decides, together with the rules' word. Trained by
training/blocks.py. It ships nowhere yet: on sites that it has not seen it is no better than the rules alone (docs/evaluation.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.ingest.blocks import Draft
from onrecord.types import BlockKind
from training.block_features import KINDS, Floats, see_page, with_neighbours

FIRST, LAST = 16, 8  # a longer unit's words between these say little of its kind
CLIP = 5.0  # standard deviations
TOLD = np.array([kind in {BlockKind.BODY, BlockKind.SUBHEAD} for kind in KINDS])
# What the rules' word adds to the classifier's chances: more where there are hardly any menus around the story, as the rules seldom err
# there. Swept with SURE on five folds over the dumps' sites: from 0.1 to 0.5 all is the same.
RULED, RULED_PLAIN = 0.5, 1.3
SURE = 0.6  # the share of the chances at which a unit is told by the story: a missed paragraph does less harm than an advertisement read

FEWEST = 3  # units: where a line has no neighbours, the classifier has little to go by


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words' votes: ``votes`` is ``(vocabulary, kinds)`` in units of ``scale`` ``(kinds,)``, ``bias`` ``(kinds,)``."""

    vocabulary: dict[str, int]
    votes: NDArray[np.int8]
    scale: Floats
    bias: Floats

    def vote(self, lines: Sequence[Sequence[str]]) -> Floats:
        """Log probabilities ``(lines, kinds)`` by the lines' words alone, never below those of 1 in 1,000."""
        sums = np.zeros((len(lines), len(self.bias)), np.float32)
        for at, tokens in enumerate(lines):
            known = [found for term in terms_of(tokens) if (found := self.vocabulary.get(term)) is not None]
            sums[at] = self.votes[known].sum(axis=0, dtype=np.float32)
        chances: Floats = np.log(softmax(sums * self.scale + self.bias) + 1e-3)
        return chances


@dataclass(frozen=True, slots=True, kw_only=True)
class Classifier:
    """The words' votes and the network: ``hidden`` ``(columns, width)`` in units of ``scale`` ``(width,)``, ``out`` ``(width, kinds)``.

    ``mean`` and ``deviation`` ``(columns,)`` bring what is seen to one measure.
    """

    words: Words
    mean: Floats
    deviation: Floats
    hidden: NDArray[np.int8]
    scale: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def judge(self, seen: Floats, lines: Sequence[Sequence[str]]) -> Floats:
        """The probability of each kind ``(units, kinds)``, in the order of ``BlockKind``.

        Args:
            seen: What is seen of the units, ``(units, columns)`` of ``block_features.see_page``.
            lines: The units' words in lower case.
        """
        whole = with_neighbours(np.concatenate([seen, self.words.vote(lines)], axis=1))  # (units, columns)
        whole = np.clip((whole - self.mean) / self.deviation, -CLIP, CLIP)
        inner = np.maximum(whole @ self.hidden.astype(np.float32) * self.scale + self.hidden_bias, 0)  # (units, width)
        return softmax(inner @ self.out + self.out_bias)


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True), np.float32)


def terms_of(tokens: Sequence[str]) -> list[str]:
    """What votes for a line: its words (numbers are all one), its pairs of words, its first and its last."""
    words = [*tokens[:FIRST], *tokens[-LAST:]] if len(tokens) > FIRST + LAST else tokens
    words = ["0" if word[0].isdigit() else word for word in words]
    if not words:
        return ["<none>"]
    framed = [f"<{words[0]}", *words, f"{words[-1]}>"]
    pairs = (f"{one} {two}" for one, two in pairwise(framed))
    return list(dict.fromkeys([*framed, *pairs]))


def settle(drafted: Draft, classifier: Classifier) -> list[BlockKind]:
    """The kind of each unit, by the rules' draft and the classifier together."""
    looks = drafted.page.looks
    if len(looks) < FEWEST:
        return drafted.kinds
    seen = see_page(drafted.page, drafted.kinds)
    chances = classifier.judge(seen, [look.tokens for look in looks])
    return _most_likely(drafted, chances)


def _most_likely(drafted: Draft, chances: Floats) -> list[BlockKind]:
    """Told by the story or not is settled first, which of its kinds then."""
    ruled = np.array([[kind is other for other in KINDS] for kind in drafted.kinds])
    certain = np.array([ruling.certain for ruling in drafted.rulings])
    say = RULED_PLAIN if drafted.page.story.plain else RULED
    shares = (chances + say * ruled) / (1 + say)
    told = (shares[:, TOLD].sum(axis=1) > SURE) & ~certain
    best = np.where(told[:, None] == TOLD, shares, -1).argmax(axis=1)
    return [KINDS[at] for at in best]
