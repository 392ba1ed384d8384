"""From arc scores to trees: the best head of each word, mended by Chu-Liu and Edmonds' algorithm where that is no tree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import DEPRELS

Scores = NDArray[np.float32]
Heads = NDArray[np.int64]


def heads_of(arcs: Scores, sentence: Heads) -> Heads:
    """The head of every word, a root pointing at itself, one root a sentence.

    Args:
        arcs: (W, W) how well the second word governs the first.
        sentence: (W,) the number of each word's sentence, ascending.
    """
    head: Heads = arcs.argmax(-1)
    starts = np.flatnonzero(np.r_[True, sentence[1:] != sentence[:-1]])
    for first, end in zip(starts, [*starts[1:], len(sentence)], strict=True):
        part = head[first:end] - first
        if not is_tree(part):
            head[first:end] = first + best_tree(arcs[first:end, first:end])
    return head


def is_tree(head: Heads) -> bool:
    """Whether exactly one word points at itself and every word reaches it."""
    if (head == np.arange(len(head))).sum() != 1:
        return False
    at = head
    for _ in range(int(np.ceil(np.log2(len(head) + 1))) + 1):
        at = at[at]
    return bool((head[at] == at).all())


def best_tree(scores: Scores) -> Heads:
    """The best tree with one root: the word that scores best as its own head."""
    root = int(scores.diagonal().argmax())
    scores = scores.copy()
    scores[root] = -np.inf
    np.fill_diagonal(scores, -np.inf)
    head = _edmonds(scores.astype(np.float64), root)
    head[root] = root
    return head


def _cycle(head: Heads, root: int) -> list[int]:
    """The words of one cycle in order, none where every word reaches the root."""
    state = np.zeros(len(head), np.int8)
    state[root] = 2
    for start in range(len(head)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(head[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _edmonds(scores: NDArray[np.float64], root: int) -> Heads:
    """The best tree under ``root``: a cycle of best heads is contracted to one word and broken where that costs least."""
    head: Heads = scores.argmax(-1)
    head[root] = root
    cycle = np.array(_cycle(head, root), np.int64)
    if not len(cycle):
        return head
    inside = np.zeros(len(head), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    size = len(outside) + 1  # the cycle becomes the last node
    small = np.full((size, size), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(1)
    kept = scores[cycle, head[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    small[-1, :-1] = entering.max(0)
    inner = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    result = head.copy()
    for i, above in enumerate(inner[:-1]):
        result[outside[i]] = outside[above] if above < size - 1 else cycle[leaving[i].argmax()]
    above = int(inner[-1])
    result[cycle[entering[:, above].argmax()]] = outside[above]
    return result


def relations_of(logits: Scores, heads: Heads) -> NDArray[np.int64]:
    """The best relation of each word to its head, as indices into ``DEPRELS``: a root's is root, no other word's is.

    ``logits`` (W, relations), ``heads`` (W,) as :func:`heads_of` gives them.
    """
    root = DEPRELS.index("root")
    others = logits.copy()
    others[:, root] = -np.inf
    return np.where(heads == np.arange(len(heads)), root, others.argmax(-1))
