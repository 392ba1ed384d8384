"""Quotations: which marks open and close, and which are apostrophes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import find_quotations
from onrecord.types import Span


def quotations(text: str) -> list[str]:
    return [span.of(text) for span in find_quotations(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” she said. “It’s over.”", ["We won,", "It’s over."]),
        ('"We won," she said of "peace".', ["We won,", "peace"]),
        ("«Oui», dit-il.", ["Oui"]),
        ("„Ja“, sagte er.", ["Ja"]),
        ("He said ‘no’ to the rebels’ chief.", ["no"]),
        ("He said 'we are the rebels' best hope' and left in '72.", ["we are the rebels' best hope"]),
        ("“She said ‘no’ to us,” he said.", ["She said ‘no’ to us,"]),
        ("It's the boys' club, isn't it?", []),
        ('A 12" gun and “one” more.', ["one"]),
        ("“One.\n\n“Two.\n\n“Three,” he said.", ["One.", "Two.", "Three,"]),
        ("“One.\n\nTwo,” he said.\n\nThree.", ["One.", "Two,"]),
        ("He said: “We won.\n\nThe day ended.", ["We won."]),
        ("“” and nothing", []),
        ("``We won,'' he said.", ["We won,"]),
    ],
)
def test_finds_the_insides(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_keeps_to_its_span() -> None:
    text = "“One,” he said. “Two.”"
    assert [span.of(text) for span in find_quotations(text, Span(16, len(text)))] == ["Two."]


@given(st.text(max_size=100), st.text(alphabet="as “”\"'‘’«»`.\n", max_size=100))
def test_insides_lie_apart_and_in_order(any_text: str, tricky: str) -> None:
    for text in (any_text, tricky):
        spans = find_quotations(text, Span(0, len(text)))
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(a.end <= b.start for a, b in pairwise(spans))
