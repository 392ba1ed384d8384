"""Figures: what counts, what is counted, and what is no figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import plain, tree
from onrecord.extract.figures import Number, find_numbers
from onrecord.types import Qualifier

Row = tuple[str, str, str, str, str, str, str]


def read_rows() -> dict[str, list[Row]]:
    """The cases of figures.tsv by sentence."""
    found: dict[str, list[Row]] = {}
    for line in Path(__file__).with_name("figures.tsv").read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            sentence, words, low, high, qualifier, unit, of = line.split("\t")
            found.setdefault(sentence, []).append((sentence, words, low, high, qualifier, unit, of))
    return found


def as_row(sentence: str, number: Number) -> Row:
    """A number as a line of figures.tsv."""

    def shown(value: float | None) -> str:
        return "-" if value is None else f"{value:.15g}"

    words = number.span.of(sentence)
    return (sentence, words, shown(number.low), shown(number.high), number.qualifier.value, number.unit, number.of or "-")


@pytest.mark.parametrize(("sentence", "rows"), read_rows().items())
def test_figures_of_a_sentence(sentence: str, rows: list[Row]) -> None:
    """Words only: every figure, and nothing else, with value, qualifier, unit and what it counts."""
    expected = [row for row in rows if row[1] != "-"]
    assert [as_row(sentence, number) for number in find_numbers(plain(sentence))] == expected


SIXTEEN = """
16 NUM 3 nummod
terrorist ADJ 3 amod
attacks NOUN 5 nsubj:pass
were AUX 5 aux:pass
carried VERB 0 root
out ADP 5 compound:prt
. PUNCT 5 punct
"""
DOZENS = """
Dozens NOUN 5 nsubj:pass
of ADP 3 case
sheep NOUN 1 nmod
were AUX 5 aux:pass
stolen VERB 0 root
"""
KILLING = """
A DET 2 det
bomb NOUN 3 nsubj
fell VERB 0 root
, PUNCT 5 punct
killing VERB 3 advcl
12 NUM 5 obj
. PUNCT 3 punct
"""


@pytest.mark.parametrize(
    ("conll", "unit", "of", "head"),
    [(SIXTEEN, "attacks", "terrorist attacks", 2), (DOZENS, "sheep", "sheep", 2), (KILLING, "person", "", None)],
)
def test_the_tree_says_what_is_counted(conll: str, unit: str, of: str, head: int | None) -> None:
    """The noun that the number modifies, or the complement of "dozens of"; lemmas give the unit (the test's are the words)."""
    (number,) = find_numbers(tree(conll))
    assert (number.unit, number.of, number.head) == (unit, of, head)


def test_a_participle_before_the_noun_is_no_end() -> None:
    """ "five armed men": a VERB tag that modifies the noun doesn't end the phrase."""
    (number,) = find_numbers(tree("five NUM 3 nummod\narmed VERB 3 amod\nmen NOUN 4 nsubj\nfled VERB 0 root"))
    assert (number.low, number.unit, number.of) == (5, "person", "armed men")


def test_span_and_tokens_cover_the_qualifier_and_the_unit() -> None:
    """Both point at the same words."""
    lang = plain("It cost more than $2 million in all.")
    (number,) = find_numbers(lang)
    assert number.span.of(lang.doc.text) == "more than $2 million" == lang.text(*number.tokens)
    assert number.qualifier is Qualifier.MORE_THAN
    assert number.why[0].span == number.span


def test_a_left_out_noun_is_the_one_before() -> None:
    """The unit carries over inside a sentence."""
    first, second = find_numbers(plain("Around 77,000 Malians fled, some 7,660 since May."))
    assert (first.unit, second.unit) == ("person", "person")
    assert second.confidence < first.confidence


def test_numbers_do_not_run_over_the_end_of_a_line() -> None:
    """A number that ends a headline doesn't count the first word of the text."""
    assert [n.of for n in find_numbers(plain("Blast kills 12\nOfficials said so."))] == [""]


@given(st.text(alphabet="0123456789,.$%-–/ aof\nmtwhundredskilledpeople’'()[]€£", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """No input breaks it, and spans always hold words."""
    lang = plain("x " + text)
    for number in find_numbers(lang):
        assert 0 <= number.span.start < number.span.end <= len(lang.doc.text)
        assert number.tokens[0] < number.tokens[1]
        assert number.low is not None or number.high is not None
