"""Label sets and word shapes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reader import labels
from onrecord.reader.labels import AUXILIARY, CERTAINTY, MODES, MODES_BY_TYPE, SHAPES, TRIGGERS, TYPES, shape_of
from onrecord.types import Auxiliary, Certainty


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("troops", "lower"),
        ("al-nusra", "lower"),
        ("Russia", "title"),
        ("A", "title"),
        ("NATO", "upper"),
        ("U.S.", "upper"),
        ("McCain", "mixed"),
        ("iPhone", "mixed"),
        ("17", "digits"),
        ("20th", "digits"),
        ("T-72", "digits"),
        (".", "mark"),
        ("“", "mark"),
        ("$", "mark"),
        ("École", "title"),
    ],
)
def test_shapes_of_words_inside_a_sentence(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word, opens=False)] == shape


@pytest.mark.parametrize(
    ("word", "shape"), [("The", "initial"), ("A", "initial"), ("NATO", "upper"), ("troops", "lower"), ("5", "digits")]
)
def test_a_capital_tells_less_where_a_sentence_opens(word: str, shape: str) -> None:
    assert SHAPES[shape_of(word, opens=True)] == shape


@given(st.text(min_size=1), st.booleans())
def test_every_word_has_a_shape_that_is_no_padding(word: str, opens: bool) -> None:
    assert 0 < shape_of(word, opens=opens) < len(SHAPES)


@pytest.mark.parametrize(
    "name", ["UPOS", "DEPRELS", "NAMES", "ENTITIES", "SPANS", "TYPES", "TRIGGERS", "MODES", "LINKS", "SHAPES"]
)
def test_no_label_stands_twice(name: str) -> None:
    found = getattr(labels, name)
    assert len(set(found)) == len(found)


def test_triggers_begin_and_go_on_in_pairs() -> None:
    assert TRIGGERS[1::2] == tuple(f"B-{name}" for name in TYPES)
    assert TRIGGERS[2::2] == tuple(f"I-{name}" for name in TYPES)


def test_labels_are_those_of_the_records() -> None:
    assert set(CERTAINTY) == set(Certainty)
    assert set(AUXILIARY) == set(Auxiliary)
    assert set(MODES_BY_TYPE) <= set(TYPES)
    assert MODES[0] == "-"
