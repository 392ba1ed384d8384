"""What figures say of events, and which event they belong to."""

from __future__ import annotations

import dataclasses

import pytest

from build import plain, tree
from onrecord.extract.figures import find_numbers
from onrecord.extract.quantities import quantities_for, quantity_of
from onrecord.types import Language, Trigger


def with_triggers(lang: Language, *words: str) -> Language:
    """The language with a trigger at the first occurrence of each word."""
    found = [lang.words.index(word) for word in words]
    return dataclasses.replace(
        lang,
        triggers=tuple(Trigger(tokens=(at, at + 1), score=1.0, types={}, modes={}, certainty={}, auxiliary={}) for at in found),
    )


def told(lang: Language, word: str) -> list[tuple[str | None, float | None]]:
    """Kind and low of every number that belongs to the event at a word."""
    at = lang.words.index(word)
    numbers = quantities_for(lang, (at, at + 1), find_numbers(lang))
    return [(quantity_of(lang, number, (at, at + 1)), number.low) for number in numbers]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("The raid killed 12 people.", ["killed"]),
        ("Twelve villagers died in the flood.", ["killed"]),
        ("Twelve villagers were shot dead on Monday.", ["killed"]),
        ("The shelling claimed the lives of 30 civilians.", ["killed"]),
        ("The blast wounded at least 40.", ["injured"]),
        ("Nine soldiers were hurt.", ["injured"]),
        ("Some 30 people were killed or wounded.", ["casualties"]),
        ("The battle caused 300 casualties.", ["casualties"]),
        ("Police detained 18 students.", ["arrested"]),
        ("Gunmen kidnapped 279 schoolgirls.", ["abducted"]),
        ("The court freed six journalists.", ["released"]),
        ("More than 800,000 people fled.", ["displaced"]),
        ("The storm left 5,000 families homeless.", ["displaced"]),
        ("Thousands of protesters filled the square.", ["participants"]),
        ("Around 2,000 workers went on strike.", ["participants"]),
        ("Paris sent 300 troops.", ["participants"]),
        ("Japan gave $49 million.", ["money"]),
        ("The attack killed 12 people and injured 30 others.", ["killed", "injured"]),
        ("Two gunmen killed 14 worshippers.", [None, "killed"]),
        ("The party has 40 members.", [None]),
        ("Rebels destroyed 14 tanks.", [None]),
        ("About 61 percent voted.", [None]),
    ],
)
def test_kind_by_words(sentence: str, kinds: list[str | None]) -> None:
    """Words only: the nearest word that tells what happened decides."""
    lang = plain(sentence)
    assert [quantity_of(lang, number) for number in find_numbers(lang)] == kinds


DOERS = """
Two NUM 2 nummod
gunmen NOUN 3 nsubj
killed VERB 0 root
14 NUM 5 nummod
men NOUN 3 obj
and CCONJ 7 cc
wounded VERB 3 conj
dozens NOUN 7 obj
. PUNCT 3 punct
"""
APART = """
Hundreds NOUN 8 nsubj
of ADP 3 case
people NOUN 1 nmod
, PUNCT 6 punct
many ADJ 6 nsubj
waving VERB 1 acl
flags NOUN 6 obj
massed VERB 0 root
outside ADP 10 case
parliament NOUN 8 obl
. PUNCT 8 punct
"""


def test_kind_by_tree() -> None:
    """The doers of a deed are not those it happened to, and steps in the tree bridge many words."""
    doers, apart = tree(DOERS), tree(APART)
    assert [quantity_of(doers, number) for number in find_numbers(doers)] == [None, "killed", "injured"]
    assert [quantity_of(apart, number) for number in find_numbers(apart)] == ["participants"]


def test_numbers_go_to_the_nearest_trigger() -> None:
    """Another event's number is left to it."""
    lang = with_triggers(plain("Police detained 18 people after a fire that killed 19 people in the city."), "detained", "killed")
    assert told(lang, "detained") == [("arrested", 18)]
    assert told(lang, "killed") == [("killed", 19)]


def test_one_number_can_tell_two_kinds() -> None:
    """Kidnapped and then released: once for each trigger."""
    lang = with_triggers(plain("Gunmen released 279 kidnapped schoolgirls."), "released", "kidnapped")
    assert told(lang, "released") == [("released", 279)]
    assert told(lang, "kidnapped") == [("abducted", 279)]


def test_an_attack_takes_its_dead_and_wounded() -> None:
    """A trigger that tells no kind itself takes every number that is not nearer to another."""
    lang = with_triggers(plain("An attack on a market killed at least 25 people and injured 60 others."), "attack")
    assert told(lang, "attack") == [("killed", 25), ("injured", 60)]


def test_parts_and_conversions_are_no_second_count() -> None:
    """ "including two elders" and "($25 million)" say no more than the number before them."""
    people = plain("At least five people, including two elders, were killed.")
    money = plain("Berlin gave 23 million euros ($25 million) to the camp.")
    assert told(people, "killed") == [("killed", 5)]
    assert told(money, "gave") == [("money", 23e6)]


def test_numbers_of_other_sentences_are_left_out() -> None:
    """Only the trigger's sentence counts."""
    lang = plain("The raid killed 12 people. The siege killed 30 people.")
    assert told(lang, "raid") == [("killed", 12)]
