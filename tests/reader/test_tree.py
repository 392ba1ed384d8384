"""Trees out of arc scores: compared with every tree there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.reader.labels import DEPRELS
from onrecord.reader.tree import Heads, Scores, best_tree, heads_of, is_tree, relations_of

CROSSED = -1e4  # what the network writes between sentences


def reaches_one_root(heads: tuple[int, ...]) -> bool:
    """Word by word, without any cleverness: whether all end at the same single root."""
    if sum(i == above for i, above in enumerate(heads)) != 1:
        return False
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at and steps <= len(heads):
            at, steps = heads[at], steps + 1
        if heads[at] != at:
            return False
    return True


def worth(arcs: Scores, heads: Heads | tuple[int, ...]) -> float:
    return float(sum(arcs[i, above] for i, above in enumerate(heads)))


def all_trees(size: int) -> list[tuple[int, ...]]:
    return [heads for heads in product(range(size), repeat=size) if reaches_one_root(heads)]


TREES = {size: all_trees(size) for size in range(1, 6)}


@st.composite
def arc_scores(draw: st.DrawFn, most: int = 5) -> Scores:
    size = draw(st.integers(1, most))
    values = draw(st.lists(st.integers(-9, 9), min_size=size * size, max_size=size * size))
    return np.array(values, np.float32).reshape(size, size)


def alone(size: int) -> NDArray[np.int64]:
    return np.zeros(size, np.int64)


def test_there_are_as_many_trees_as_cayley_says() -> None:
    assert [len(TREES[size]) for size in TREES] == [size ** (size - 1) for size in TREES]


@given(arc_scores())
@settings(max_examples=300)
def test_gives_the_best_tree_under_the_root(arcs: Scores) -> None:
    heads = heads_of(arcs, alone(len(arcs)))
    assert reaches_one_root(tuple(heads.tolist()))
    greedy = tuple(arcs.argmax(-1).tolist())
    root = int(arcs.diagonal().argmax())
    rivals = [greedy] if reaches_one_root(greedy) else [t for t in TREES[len(arcs)] if t[root] == root]
    assert worth(arcs, heads) == max(worth(arcs, t) for t in rivals)


@given(arc_scores())
def test_tells_trees_from_others(arcs: Scores) -> None:
    heads = arcs.argmax(-1)
    assert is_tree(heads) == reaches_one_root(tuple(heads.tolist()))


@pytest.mark.parametrize("size", [17, 64, 65])
def test_long_chains_are_trees(size: int) -> None:
    chain = np.maximum(np.arange(size) - 1, 0)
    assert is_tree(chain)
    chain[0] = size - 1
    assert not is_tree(chain)


def test_mends_a_cycle_where_it_costs_least() -> None:
    arcs = np.array([[9, 0, 0], [1, 0, 8], [4, 8, 0]], np.float32)  # 1 and 2 govern each other; 2 would rather hang on 0
    assert heads_of(arcs, alone(3)).tolist() == [0, 2, 0]


def test_mends_two_roots_to_the_better_one() -> None:
    arcs = np.array([[5, 1, 0], [2, 7, 0], [0, 3, 1]], np.float32)
    assert heads_of(arcs, alone(3)).tolist() == [1, 1, 1]


def test_every_sentence_gets_its_own_root() -> None:
    rng = np.random.default_rng(0)
    sentence = np.repeat(np.arange(4), [1, 5, 12, 3])
    arcs = rng.normal(size=(21, 21)).astype(np.float32)
    arcs[sentence[:, None] != sentence] = CROSSED
    heads = heads_of(arcs, sentence)
    assert (sentence[heads] == sentence).all()
    assert (heads == np.arange(21)).sum() == 4
    assert is_tree(heads[1:6] - 1)


def test_leaves_the_scores_as_they_were() -> None:
    arcs = np.array([[0, 8, 0], [8, 0, 0], [0, 0, 1]], np.float32)
    before = arcs.copy()
    assert best_tree(arcs)[2] == 2
    assert (arcs == before).all()


def test_a_root_is_root_and_nothing_else_is() -> None:
    root, subject = DEPRELS.index("root"), DEPRELS.index("nsubj")
    logits = np.zeros((2, len(DEPRELS)), np.float32)
    logits[0, root], logits[0, subject] = 9, 5  # a word that hangs on another, and looks like a root
    logits[1, subject] = 9  # a root that looks like a subject
    assert relations_of(logits, np.array([1, 1])).tolist() == [subject, root]
