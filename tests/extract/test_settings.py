from __future__ import annotations

from dataclasses import replace

import pytest

from build import plain, tree
from onrecord.extract.settings import place_of, time_of
from onrecord.extract.times import find_times
from onrecord.types import Language, Name, Place
from proposals import where

BOMBING = """
    Russia PROPN 2 nsubj
    bombed VERB 0 root
    rebels NOUN 2 obj
    {preposition} ADP 5 case
    Aleppo PROPN 2 obl
    . PUNCT 2 punct
"""
TWO_CLAUSES = """
    Troops NOUN 2 nsubj
    fought VERB 0 root
    in ADP 4 case
    Aleppo PROPN 2 obl
    while SCONJ 7 mark
    ministers NOUN 7 nsubj
    met VERB 2 advcl
    in ADP 9 case
    Vienna PROPN 7 obl
    . PUNCT 2 punct
"""
TWO_DATES = """
    Troops NOUN 2 nsubj
    attacked VERB 0 root
    on ADP 4 case
    Monday PROPN 2 obl
    and CCONJ 7 cc
    ministers NOUN 7 nsubj
    met VERB 2 conj
    on ADP 9 case
    Thursday PROPN 7 obl
    . PUNCT 2 punct
"""
FAR_CLAUSE = """
    Troops NOUN 2 nsubj
    attacked VERB 0 root
    the DET 4 det
    town NOUN 2 obj
    whose PRON 6 nmod:poss
    mayor NOUN 7 nsubj
    resigned VERB 4 acl:relcl
    {dates}
"""


def with_places(lang: Language, *names: str) -> Language:
    return replace(lang, names=tuple(Name(tokens=where(lang, n), kind="LOC", score=0.9) for n in names))


def place(lang: Language, trigger: str, *taken: str) -> str | None:
    found = place_of(lang, where(lang, trigger), [where(lang, t) for t in taken])
    return found[1].name if found else None


def day(lang: Language, trigger: str) -> str | None:
    found = time_of(lang, where(lang, trigger), find_times(lang))
    return found.start if found else None


# --- where ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("preposition", "expected"),
    [
        ("in", "Aleppo"),
        ("near", "Aleppo"),
        ("outside", "Aleppo"),
        ("for", None),
        ("with", None),
        ("against", None),
        ("from", None),
    ],
)
def test_a_preposition_says_where(preposition: str, expected: str | None) -> None:
    assert place(with_places(tree(BOMBING.format(preposition=preposition)), "Russia", "Aleppo"), "bombed") == expected


def test_a_participant_is_no_place() -> None:
    lang = with_places(tree(BOMBING.format(preposition="in")), "Russia", "Aleppo")
    assert place(lang, "bombed", "Aleppo") is None


def test_each_clause_has_its_own_place() -> None:
    lang = with_places(tree(TWO_CLAUSES), "Aleppo", "Vienna")
    assert (place(lang, "fought"), place(lang, "met")) == ("Aleppo", "Vienna")


def test_a_place_that_no_list_knows_keeps_its_name_and_nothing_is_invented() -> None:
    lang = tree(BOMBING.format(preposition="in").replace("Aleppo", "Zorblheim"))
    found = place_of(with_places(lang, "Zorblheim"), where(lang, "bombed"), ())
    assert found is not None
    assert found[1] == Place(name="Zorblheim")


def test_only_names_of_places_are_places() -> None:
    lang = tree(BOMBING.format(preposition="in"))
    assert place(replace(lang, names=(Name(tokens=where(lang, "Aleppo"), kind="PER", score=0.9),)), "bombed") is None


def test_another_sentence_lends_no_place() -> None:
    lang = tree(BOMBING.format(preposition="in") + "\n\n" + "Rebels NOUN 2 nsubj\nfled VERB 0 root\n. PUNCT 2 punct")
    assert place(with_places(lang, "Aleppo"), "fled") is None


# --- when -------------------------------------------------------------------------------------------------------------


def test_each_clause_has_its_own_date() -> None:
    lang = tree(TWO_DATES, published="2015-10-20")  # a Tuesday
    assert (day(lang, "attacked"), day(lang, "met")) == ("2015-10-19", "2015-10-15")


def test_the_only_date_of_the_sentence_is_the_events() -> None:
    lang = tree(FAR_CLAUSE.format(dates="on ADP 9 case\n    Monday PROPN 7 obl\n    . PUNCT 2 punct"), published="2015-10-20")
    assert day(lang, "attacked") == "2015-10-19"


def test_two_dates_of_another_clause_are_not_guessed_from() -> None:
    dates = "on ADP 9 case\n    Monday PROPN 7 obl\n    or CCONJ 12 cc\n    on ADP 12 case\n    Thursday PROPN 9 conj\n    . PUNCT 2 punct"
    lang = tree(FAR_CLAUSE.format(dates=dates), published="2015-10-20")
    assert len(find_times(lang)) == 2
    assert day(lang, "attacked") is None


def test_no_words_no_date() -> None:
    assert day(plain("Troops attacked.", published="2015-10-20"), "attacked") is None


def test_a_duration_is_no_date() -> None:
    assert day(plain("Troops attacked for three weeks.", published="2015-10-20"), "attacked") is None


def test_without_a_publication_date_relative_words_have_no_start() -> None:
    lang = plain("Troops attacked three weeks ago.")
    found = time_of(lang, where(lang, "attacked"), find_times(lang))
    assert found is not None
    assert (found.start, found.end, found.basis) == (None, None, "unresolved")


def test_another_sentence_lends_no_date() -> None:
    assert day(plain("Troops left on Monday. Rebels attacked the town.", published="2015-10-20"), "attacked") is None
