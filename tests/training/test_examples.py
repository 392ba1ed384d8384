"""Documents cut into passages: every label goes with its word."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader.labels import LINKS
from onrecord.reader.pieces import MAX_PIECES
from reader.tiny import tiny_vocabulary
from training.examples import IGNORE, TAGS, Annotated, Example, examples_of

VOCABULARY = tiny_vocabulary()
LONG = [["the"] * 200, ["they", "said"] * 50, ["he"] * (MAX_PIECES + 20)]  # a passage, a passage, one cut in two


def annotated(sentences: list[list[str]]) -> Annotated:
    """Every word labelled with its own number, every word hanging on the one before, the first on itself."""
    doc = Annotated(name="d", sentences=sentences)
    doc.tag("cue", 0)[:] = np.arange(doc.size)
    doc.tag("deprel", 0)[:] = 7
    doc.head = np.maximum(np.arange(doc.size) - 1, 0)
    return doc


def cut(doc: Annotated) -> list[Example]:
    return list(examples_of(VOCABULARY, [doc], "test"))


def test_labels_go_with_their_words() -> None:
    examples = cut(annotated(LONG))
    assert [e.passage.words for e in examples] == [(0, 200), (200, 300), (300, 554), (554, 574)]
    for e in examples:
        assert e.tags["cue"].tolist() == list(range(*e.passage.words))
        assert set(e.tags) == set(TAGS)
        assert {len(labels) for labels in (*e.tags.values(), e.head, e.auxiliary)} == {len(e.passage.first)}


def test_what_a_corpus_does_not_say_is_not_taught() -> None:
    (e,) = cut(Annotated(name="d", sentences=[["he", "said"]]))
    assert all((labels == IGNORE).all() for labels in (*e.tags.values(), e.head, e.auxiliary))
    assert e.links == ()


def test_heads_outside_the_passage_are_not_taught() -> None:
    first, *others = cut(annotated(LONG))
    assert (first.head[0], first.tags["deprel"][0]) == (0, 7)
    for e in others:
        assert (e.head[0], e.tags["deprel"][0]) == (IGNORE, IGNORE)
        assert e.head[1:].tolist() == list(range(len(e.head) - 1))
        assert (e.tags["deprel"][1:] == 7).all()


def test_links_are_rows_of_the_anchors_passage() -> None:
    doc = annotated(LONG)
    doc.links += [(201, "source", (200,)), (201, "content", (202, 203, 301)), (553, "actor", ()), (10, "recipient", (9, 500))]
    a, b, c, d = cut(doc)
    assert [(anchor, LINKS[relation], np.flatnonzero(row).tolist()) for anchor, relation, row in b.links] == [
        (1, "source", [0]),
        (1, "content", [2, 3]),  # the word of the next passage is left out
    ]
    ((anchor, relation, row),) = c.links
    assert (anchor, LINKS[relation], row.sum(), len(row)) == (253, "actor", 0, 254)
    assert [np.flatnonzero(row).tolist() for _, _, row in a.links] == [[9]]
    assert d.links == ()


def test_a_relation_that_no_reader_knows_is_an_error() -> None:
    doc = annotated([["he", "said"]])
    doc.links.append((1, "speaker", (0,)))
    with pytest.raises(ValueError, match="not in tuple"):
        cut(doc)
