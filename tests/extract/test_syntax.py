"""The tree as phrases."""

from __future__ import annotations

from build import tree
from onrecord.extract.syntax import antecedent_of, case_of, core_phrase, head_of, is_passive, subjects_of, trimmed

RAID = """
The DET 4 det
Russian ADJ 4 amod
defence NOUN 4 compound
minister NOUN 7 nsubj
Anatoly PROPN 4 flat
Antonov PROPN 4 flat
met VERB 0 root
rebels NOUN 7 obj
in ADP 10 case
Aleppo PROPN 8 nmod
Thursday PROPN 7 obl
"""


def test_core_phrase_holds_title_and_name() -> None:
    lang = tree(RAID)
    assert lang.text(*core_phrase(lang, 3)) == "The Russian defence minister Anatoly Antonov"


def test_core_phrase_mends_a_name_that_the_tree_breaks() -> None:
    lang = tree("President PROPN 4 nsubj\nVladimir PROPN 4 nsubj\nPutin PROPN 4 nsubj\nspoke VERB 0 root\nThursday PROPN 4 obl")
    assert lang.text(*core_phrase(lang, 2)) == "President Vladimir Putin"


def test_day_is_no_part_of_a_name() -> None:
    lang = tree("Putin PROPN 3 nsubj\nThursday PROPN 3 obl\nspoke VERB 0 root")
    assert core_phrase(lang, 0) == (0, 1)


def test_head_of_two_nouns_side_by_side_is_the_last() -> None:
    lang = tree("U.S. PROPN 3 nsubj\nforces NOUN 3 nsubj\nleft VERB 0 root")
    assert head_of(lang, (0, 2)) == 1


def test_head_of_is_no_article() -> None:
    lang = tree("The PROPN 3 det\nHague PROPN 3 nsubj\nruled VERB 0 root")
    assert head_of(lang, (0, 2)) == 1


def test_trimmed_drops_preposition_and_possessive() -> None:
    lang = tree("by ADP 2 case\nRussia PROPN 4 nmod:poss\n's PART 2 case\narmy NOUN 0 root")
    assert trimmed(lang, (0, 3)) == (1, 2)


def test_case_of_is_the_preposition_before() -> None:
    assert case_of(tree(RAID), 9) == "in"
    assert case_of(tree(RAID), 7) == ""


def test_passive_by_auxiliary_and_not_by_progressive() -> None:
    passive = tree("He PRON 3 nsubj\nwas AUX 3 aux:pass\narrested VERB 0 root")
    going = tree("He PRON 3 nsubj\nwas AUX 3 aux\narresting VERB 0 root\nthem PRON 3 obj")
    assert is_passive(passive, 2)
    assert not is_passive(going, 2)


def test_second_root_before_a_verb_is_its_subject() -> None:
    lang = tree("Macron PROPN 2 root\nspoke VERB 0 root")
    assert subjects_of(lang, 1) == [0]


def test_antecedent_of_relative_pronoun() -> None:
    lang = tree("men NOUN 4 nsubj\nwho PRON 3 nsubj\nfled VERB 1 acl:relcl\ndied VERB 0 root")
    assert antecedent_of(lang, 1) == 0
    assert antecedent_of(lang, 0) == 0
