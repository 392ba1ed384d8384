"""Tokens: the treebanks' conventions, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.tokens import split_tokens
from onrecord.types import Span


def tokens(text: str) -> list[str]:
    return [token.of(text) for token in split_tokens(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't know.", "They do n't know ."),
        ("Russia's and Iran’s", "Russia 's and Iran ’s"),
        ("We can’t, cannot and won't", "We ca n’t , can not and wo n't"),
        ("the rebels' camp", "the rebels ' camp"),
        ("O'Connor left Sana'a at five o'clock", "O'Connor left Sana'a at five o'clock"),
        ("a $2.5bn deal, up 55%", "a $ 2.5 bn deal , up 55 %"),
        ("10,000 at 5pm, 5:30 p.m.", "10,000 at 5 pm , 5:30 p.m."),
        ("U.S.-trained rebels in the U.S.", "U.S. - trained rebels in the U.S."),
        ("anti-terrorist, non-U.S. and pro-Assad", "anti-terrorist , non-U.S. and pro-Assad"),
        ("a 17-year-old al-Qaeda member", "a 17 - year - old al - Qaeda member"),
        ("Gen. John F. Smith Jr. on Jan. 5", "Gen. John F. Smith Jr. on Jan. 5"),
        ("No. 10 said no.", "No. 10 said no ."),
        ("We follow plan B.", "We follow plan B ."),
        ("Well ... they—and he–left -- so", "Well ... they — and he – left -- so"),
        ("(“[he] left,” she said)", "( “ [ he ] left , ” she said )"),
        ("see https://example.org/a?b=1, or mail a.b@example.org.", "see https://example.org/a?b=1 , or mail a.b@example.org ."),
        ("On 9/11 and 2015-10-19 in the 1990s, the 20th", "On 9/11 and 2015-10-19 in the 1990s , the 20th"),
        ("and/or AT&T", "and / or AT&T"),
        ("We're gonna win", "We 're gon na win"),
        ("@nato #peace", "@nato #peace"),
    ],
)
def test_follows_the_treebanks(text: str, expected: str) -> None:
    assert tokens(text) == expected.split()


def test_keeps_to_its_span() -> None:
    text = "He left. She stayed."
    assert [token.of(text) for token in split_tokens(text, Span(9, 20))] == ["She", "stayed", "."]


@given(st.text(max_size=80), st.text(alphabet="aAs1'’\".-!$%/@:n t\n—U", max_size=80))
def test_covers_every_character_once(any_text: str, tricky: str) -> None:
    for text in (any_text, tricky):
        spans = split_tokens(text, Span(0, len(text)))
        assert "".join(span.of(text) for span in spans) == "".join(text.split())
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(len(span) > 0 for span in spans)


@pytest.mark.parametrize("part", ["%-", "a-", ".a", "1.", "n't", "e-", "'s", "a+"])
def test_endless_words_cost_no_square(part: str) -> None:
    text = part * 20_000
    assert sum(len(token) for token in split_tokens(text, Span(0, len(text)))) == len(text)
