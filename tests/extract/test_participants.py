"""Who acts and who suffers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build import tree
from onrecord.extract.participants import framed, participants_of
from onrecord.types import Language, Trigger


def sides(lang: Language, trigger: tuple[int, int], kind: str | None = None) -> tuple[list[str], list[str]]:
    actors, recipients = framed(lang, trigger, kind)
    return [lang.text(*a) for a in actors], [lang.text(*r) for r in recipients]


ATTACK = """
Russia PROPN 2 nsubj
attacked VERB 0 root
Ukraine PROPN 2 obj
"""
ARRESTED = """
Two NUM 2 nummod
journalists NOUN 4 nsubj:pass
were AUX 4 aux:pass
arrested VERB 0 root
by ADP 6 case
police NOUN 4 obl:agent
"""
MET = """
Modi PROPN 2 nsubj
met VERB 0 root
with ADP 4 case
Putin PROPN 2 obl
and CCONJ 6 cc
Macron PROPN 4 conj
"""
STRIKES = """
Coalition PROPN 2 compound
airstrikes NOUN 0 root
on ADP 4 case
rebels NOUN 2 nmod
"""
ARREST = """
Mhlanga PROPN 3 nmod:poss
's PART 1 case
arrest NOUN 0 root
"""
LAUNCHED = """
Turkey PROPN 2 nsubj
launched VERB 0 root
an DET 4 det
offensive NOUN 2 obj
against ADP 6 case
militants NOUN 4 nmod
"""
SHARED = """
Police NOUN 2 nsubj
came VERB 0 root
and CCONJ 4 cc
arrested VERB 2 conj
protesters NOUN 4 obj
"""
TOLD = """
Washington PROPN 2 nsubj
urged VERB 0 root
Israel PROPN 2 obj
to PART 5 mark
withdraw VERB 2 xcomp
"""
MUST = """
Iran PROPN 3 nsubj
must AUX 3 aux
disarm VERB 0 root
"""
CLAIMED = """
Taliban PROPN 2 nsubj
claimed VERB 0 root
responsibility NOUN 2 obj
for ADP 6 case
the DET 6 det
attack NOUN 3 nmod
"""
KILLING = """
Gunmen NOUN 2 nsubj
attacked VERB 0 root
a DET 4 det
hotel NOUN 2 obj
, PUNCT 6 punct
killing VERB 2 advcl
civilians NOUN 6 obj
"""


@pytest.mark.parametrize(
    ("conll", "trigger", "kind", "actors", "recipients"),
    [
        (ATTACK, (1, 2), "ASSAULT", ["Russia"], ["Ukraine"]),
        (ARRESTED, (3, 4), "COERCE", ["police"], ["Two journalists"]),
        (MET, (1, 2), "CONSULT", ["Modi", "Putin", "Macron"], []),
        (STRIKES, (1, 2), "ASSAULT", ["Coalition"], ["rebels"]),
        (ARREST, (2, 3), "COERCE", [], ["Mhlanga"]),
        (LAUNCHED, (3, 4), "ASSAULT", ["Turkey"], ["militants"]),
        (LAUNCHED, (1, 4), "ASSAULT", ["Turkey"], ["militants"]),
        (SHARED, (3, 4), "COERCE", ["Police"], ["protesters"]),
        (TOLD, (4, 5), "RETREAT", ["Israel"], []),
        (TOLD, (1, 2), "REQUEST", ["Washington"], ["Israel"]),
        (MUST, (1, 3), "REQUEST", [], ["Iran"]),
        (CLAIMED, (5, 6), "ASSAULT", ["Taliban"], []),
    ],
)
def test_frames(  # noqa: PLR0917 - one column of the table each
    conll: str, trigger: tuple[int, int], kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert sides(tree(conll), trigger, kind) == (actors, recipients)


def test_whom_an_attack_killed_and_not_the_building() -> None:
    lang = tree(KILLING)
    kinds = tuple("place" if w == "hotel" else "" for w in lang.words)
    lang = replace(lang, lemmas=tuple("kill" if w == "killing" else w for w in lang.lemmas), entity=kinds)
    assert sides(lang, (1, 2), "ASSAULT") == (["Gunmen"], ["civilians"])


def test_days_and_things_are_nobody() -> None:
    lang = tree("Rebels NOUN 2 nsubj\nattacked VERB 0 root\nThursday PROPN 2 obj\nmorning NOUN 2 obj")
    assert sides(lang, (1, 2)) == (["Rebels"], [])


def trigger(
    tokens: tuple[int, int],
    kind: str,
    *,
    actors: tuple[tuple[int, int, float], ...] = (),
    recipients: tuple[tuple[int, int, float], ...] = (),
) -> Trigger:
    return Trigger(
        tokens=tokens, score=0.9, types={kind: 1.0}, modes={}, certainty={}, auxiliary={}, actors=actors, recipients=recipients
    )


def test_a_sure_link_finds_whom_no_frame_reaches() -> None:
    lang = tree("Hamas PROPN 3 vocative\n, PUNCT 1 punct\nattack NOUN 0 root")
    assert participants_of(lang, trigger((2, 3), "ASSAULT", actors=((0, 1, 0.9),))) == (((0, 1),), ())
    assert participants_of(lang, trigger((2, 3), "ASSAULT")) == ((), ())


def test_a_link_to_a_preposition_and_part_of_a_phrase_becomes_the_phrase() -> None:
    lang = tree("attack NOUN 0 root\nby ADP 4 case\nRussian ADJ 4 amod\ntroops NOUN 1 nmod")
    assert participants_of(lang, trigger((0, 1), "ASSAULT", actors=((1, 3, 0.9),)))[0] == ((2, 4),)


def test_nobody_stands_on_both_sides() -> None:
    actors, recipients = participants_of(
        tree(ATTACK), trigger((1, 2), "ASSAULT", actors=((0, 1, 0.6), (2, 3, 0.5)), recipients=((2, 3, 0.9),))
    )
    assert (actors, recipients) == (((0, 1),), ((2, 3),))


def test_coordinated_parties_of_one_link_are_apart() -> None:
    lang = tree("Russia PROPN 4 nsubj\nand CCONJ 3 cc\nChina PROPN 1 conj\nsigned VERB 0 root")
    assert participants_of(lang, trigger((3, 4), "SUPPORT", actors=((0, 3, 0.9),)))[0] == ((0, 1), (2, 3))
