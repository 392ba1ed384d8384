from __future__ import annotations

import pytest

from build import plain, tree
from onrecord.extract.lexical import best_hit, find_lexical, mode_for
from onrecord.types import Language


def told(lang: Language) -> list[tuple[str, str, str | None]]:
    return [(lang.text(*h.tokens), h.type, h.mode) for h in find_lexical(lang) if h.strength == "high"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jets launched airstrikes on the town.", ("launched airstrikes", "ASSAULT", "aerial")),
        ("Gunmen took three teachers hostage.", ("took three teachers hostage", "ASSAULT", "abduct")),
        ("Police used tear gas.", ("used tear gas", "ASSAULT", "crowd-control")),
        ("The prisoners began a hunger strike.", ("began a hunger strike", "PROTEST", "hunger")),
        ("The union called off the strike.", ("called off the strike", "CONCEDE", None)),
        ("The minister stepped down.", ("stepped down", "RETREAT", "resign")),
        ("Sanctions were lifted.", ("Sanctions were lifted", "CONCEDE", None)),
        ("An air-strike hit the port.", ("air-strike", "ASSAULT", "aerial")),
    ],
)
def test_phrases_are_found(text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in told(plain(text))


def test_the_longest_entry_stands_alone() -> None:
    assert told(plain("They condemned the suicide bombing.")) == [
        ("condemned", "ACCUSE", "disapprove"),
        ("suicide bombing", "ASSAULT", "suicide-attack"),
    ]


def test_those_killed_in_an_attack_are_no_second_one() -> None:
    assert told(plain("The attack killed seven.")) == [("attack", "ASSAULT", None)]
    assert told(plain("Soldiers killed seven.")) == [("killed", "ASSAULT", None)]


def test_a_declined_comment_is_no_refusal() -> None:
    assert told(plain("He declined to comment.")) == []
    assert told(plain("He declined the invitation."))[0][1] == "REJECT"


def test_cooperation_to_come_is_an_agreement() -> None:
    assert told(plain("She will visit Paris.")) == [("visit", "AGREE", None)]
    assert told(plain("She visited Paris.")) == [("visited", "CONSULT", "visit")]


def test_tags_keep_nouns_and_verbs_apart() -> None:
    lang = tree("""
        The DET 2 det
        jail NOUN 3 nsubj
        closed VERB 0 root
    """)
    assert not [h for h in find_lexical(lang) if h.entry.words == ("jail",) and h.entry.pos == "VERB"]


def test_a_tree_joins_a_verb_and_its_far_object() -> None:
    lang = tree("""
        They PRON 2 nsubj
        imposed VERB 0 root
        very ADV 4 advmod
        harsh ADJ 9 amod
        and CCONJ 6 cc
        new ADJ 4 conj
        and CCONJ 8 cc
        wide ADJ 4 conj
        sanctions NOUN 2 obj
    """)
    assert ("imposed", "SANCTION", "discontinue") in told(lang)


def test_the_best_hit_shares_a_token() -> None:
    lang = plain("They praised him after the bombing.")
    hits = find_lexical(lang)
    found = best_hit(hits, (5, 6))
    assert found is not None
    assert found.type == "ASSAULT"
    assert best_hit(hits, (0, 1)) is None


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "mode"),
    [
        ("The drone attack hit a car.", "attack", "ASSAULT", "drone"),
        ("Warplanes attacked the city.", "attacked", "ASSAULT", "aerial"),
        ("A suicide bomber caused the blast.", "blast", "ASSAULT", "suicide-attack"),
        ("Rebels fought the army.", "fought", "ASSAULT", None),
        ("He was stabbed with a knife.", "stabbed", "ASSAULT", "primitive"),
        ("They demanded the release of all prisoners.", "demanded", "REQUEST", "yield"),
        ("They asked for aid.", "asked", "REQUEST", "assist"),
        ("They called for talks.", "called", "REQUEST", "meet"),
        ("They urged reform of the constitution.", "urged", "REQUEST", "change"),
        ("They spoke by telephone.", "spoke", "CONSULT", "phone"),
        ("They met at a summit.", "met", "CONSULT", "multilateral"),
        ("It cut trade.", "cut", "SANCTION", "discontinue"),
        ("They pledged help.", "pledged", "AGREE", None),
    ],
)
def test_modes_from_the_words_at_and_around_the_trigger(text: str, trigger: str, kind: str, mode: str | None) -> None:
    lang = plain(text)
    at = lang.words.index(trigger)
    found, why = mode_for(lang, (at, at + 1), kind)
    assert found == mode
    assert (why is None) == (mode is None)
