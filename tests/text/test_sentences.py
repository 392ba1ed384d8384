"""Sentences: where they end, where they do not, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import split_sentences
from onrecord.types import Span


def sentences(text: str) -> list[str]:
    return [sentence.of(text) for sentence in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "He left. | She stayed.",
        "Gen. John F. Votel met Mr. Smith on Jan. 5.",
        "The U.S. Army left. | They live in the U.S. | The army left.",
        "It rose 2.5 percent to $1.3 million. | Prices fell.",
        "He works for Acme Inc. | The firm closed. | Acme Inc. Chairman Bob Roe quit.",
        "They met at 5 p.m. Monday. | They left at 6 p.m. | Police followed.",
        "“We won. | They fled. | It is over,” she said.",
        '"Who knows?" he asked. | "Nobody!" | "Really?" Mr. Roe asked.',
        "He said: “We won.” | They left.",
        "The figures (see p. 5) are out. | (They are new.) | Good.",
        "He waited ... and left. | “The military [...] The end.”",
        "“J.D.” Dorrian called on the [U.N.] Security Council.",
        "It rose.[1] | It fell. [2][3] | It rose.",
        "Go there now! | Why? | Because.",
        "See No. 5 and e.g. The Hague.",
        "It ended in May. | 12 people died.",
        "1. Do this. | 2. Do that.",
        "They met the council.In August they left.".replace(".In", ".|In"),
        "He met Moss (b. 1975) in town.",
        "The camp was vast. … | It held 10.".replace(". … | ", ". | … "),
    ],
)
def test_ends_where_people_say(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    plain = text.replace(" | ", " ").replace("|", "")
    assert sentences(plain) == expected


def test_blank_line_ends_a_sentence() -> None:
    assert sentences("He said:\n\nWe won") == ["He said:", "We won"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(newline: str) -> None:
    lines = [
        "The minister told reporters in the capital that the",
        "Russian army would leave the northern town by the",
        "end of May.",
    ]
    assert sentences(newline.join(lines)) == [newline.join(lines)]


def test_lines_of_a_list_are_sentences() -> None:
    assert sentences("Talks fail\nBy Ann Roe\nThe talks failed.") == ["Talks fail", "By Ann Roe", "The talks failed."]


def test_keeps_to_its_span() -> None:
    text = "He left. She stayed. They slept."
    assert [s.of(text) for s in split_sentences(text, Span(9, 20))] == ["She stayed."]


@given(st.text(max_size=120), st.text(alphabet='aB1 .!?…"”“\n\r)]U[', max_size=120))
def test_covers_all_that_is_no_space(any_text: str, tricky: str) -> None:
    for text in (any_text, tricky):
        spans = split_sentences(text, Span(0, len(text)))
        assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
        assert all(a.end <= b.start for a, b in pairwise(spans))
        assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@pytest.mark.parametrize("part", [".", "!a", "abc.Abc,", '."', ". ", "…"])
def test_endless_marks_cost_no_square(part: str) -> None:
    text = part * 20_000
    assert split_sentences(text, Span(0, len(text)))
