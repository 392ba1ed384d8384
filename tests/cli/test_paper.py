"""Widths, wrapping, columns and ink."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.paper import Cell, Paper, clean, columns, fit, wrap

TEXTS = st.text(alphabet="ab é漢字ｗ́\u200b-.“”", max_size=60)
PLAIN = Paper(width=20, colour=False)


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0), ("abc", 3), ("漢字", 4), ("e\u0301", 1), ("“a”", 3), ("⚡", 2), ("a\u200bb", 2)]
)
def test_columns(text: str, wide: int) -> None:
    assert columns(text) == wide


@given(TEXTS, st.integers(2, 30))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(columns(line) <= width for line in lines)


@given(TEXTS, st.integers(1, 30))
def test_cutting_keeps_the_width(text: str, width: int) -> None:
    cut = fit(text, width)
    assert columns(cut) <= width
    assert cut == text or cut.endswith("…")


@given(st.lists(TEXTS, max_size=4), st.integers(20, 50), st.integers(0, 8), st.integers(0, 8))
def test_flowing_keeps_the_width(texts: list[str], width: int, indent: int, hang: int) -> None:
    lines = Paper(width=width, colour=False).flow([Cell(text) for text in texts], joint="·", indent=indent, hang=hang)
    assert all(columns(line) <= width for line in lines)
    said = "".join("".join(lines).split()).replace("·", "")
    assert said == "".join("".join(texts).split())


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\u202eb", "a\x07b", "a\x9bb", "\ud800a"])
def test_nothing_that_steers_the_terminal_gets_through(text: str) -> None:
    assert re.fullmatch(r"[\w\[ ]+", clean(text))


def test_cleaning_makes_one_line() -> None:
    assert clean("  one\n\ntwo\tthree\u2028four ") == "one two three four"


def test_a_joint_stays_with_the_word_before_it() -> None:
    cells = [Cell("alpha beta gamma"), Cell("delta")]
    assert PLAIN.flow(cells, joint="·", indent=0, hang=2) == ["alpha beta gamma ·", "  delta"]


def test_a_table_wraps_inside_its_columns_and_drops_empty_ones() -> None:
    row = [Cell("one two"), Cell(""), Cell("three")]
    assert PLAIN.table([row], [3, 0, 5], indent=1) == [" one  three", " two"]


def test_ink_is_laid_in_runs_and_only_where_wanted() -> None:
    cells = [Cell("a b", "bold"), Cell("c")]
    assert Paper(width=20, colour=True).flow(cells, joint="", indent=0, hang=0) == ["\x1b[1ma b\x1b[0m c"]
    assert PLAIN.flow(cells, joint="", indent=0, hang=0) == ["a b c"]
