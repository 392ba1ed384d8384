"""Lines and paragraphs, and which line breaks mean something."""

from __future__ import annotations

import pytest

from onrecord.text.layout import lines_of, paragraphs_of, trim, units_of
from onrecord.types import Span


def test_lines_skip_the_blank_ones() -> None:
    text = " one \r\n\n  two\u2028three "
    assert [line.of(text) for line in lines_of(text, Span(0, len(text)))] == ["one", "two", "three"]


@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\n \t\n\n"])
def test_blank_lines_part_paragraphs(blank: str) -> None:
    text = f"one\ntwo{blank}three"
    assert [part.of(text) for part in paragraphs_of(text, Span(0, len(text)))] == ["one\ntwo", "three"]


def test_carriage_return_and_newline_are_one_break() -> None:
    text = "one\r\ntwo"
    assert [part.of(text) for part in paragraphs_of(text, Span(0, len(text)))] == ["one\r\ntwo"]


def test_a_small_letter_goes_on_with_the_line() -> None:
    text = "The talks in the town\nfailed.\nNobody came."
    assert [unit.of(text) for unit in units_of(text, Span(0, len(text)))] == ["The talks in the town\nfailed.", "Nobody came."]


def test_nothing_but_space_is_nothing() -> None:
    assert trim(" \n ", 0, 3) is None
    assert lines_of(" \n ", Span(0, 3)) == ()
    assert units_of(" \n ", Span(0, 3)) == ()
