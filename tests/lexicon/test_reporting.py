from __future__ import annotations

import pytest

from onrecord.lexicon.reporting import is_impersonal, load_reporting, stance_of
from onrecord.types import Stance


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "says"),
        ("According to", "says"),
        ("told", "says"),
        ("is believed", "believes"),
        ("think", "believes"),
        ("doubts", "doubts"),
        ("does not believe", "doubts"),
        ("doesn’t expect", "doubts"),
        ("has repeatedly denied", "denies"),
        ("refused to say", "denies"),
        ("rejected", "denies"),
        ("called for", "asks"),
        ("urged", "asks"),
        ("calls", "asks"),
        ("issued an order", "asks"),
        ("hopes", "wants"),
        ("seeks", "wants"),
        ("intends to", "plans"),
        ("decision", "plans"),
        ("is expected to", "predicts"),
        ("warned", "warns"),
        ("issued a warning", "warns"),
        ("condemned … as", "accuses"),
        ("allegations", "accuses"),
        ("vowed to", "promises"),
        ("made a promise", "promises"),
    ],
)
def test_a_cue_gives_its_source_a_stance(cue: str, stance: str) -> None:
    found = stance_of(cue)
    assert found is not None
    assert found[0] is Stance(stance)


def test_called_is_no_call() -> None:
    assert stance_of("called") == (Stance.SAYS, "called")


def test_the_noun_beside_a_light_verb_decides() -> None:
    assert stance_of("expressed his fear") == (Stance.BELIEVES, "fear")
    assert stance_of("expressed") == (Stance.SAYS, "express")


@pytest.mark.parametrize("cue", ["", "…", "xyzzy"])
def test_unknown_words_have_no_stance(cue: str) -> None:
    assert stance_of(cue) is None
    assert not is_impersonal(cue)


@pytest.mark.parametrize(
    ("cue", "nobody"), [("reportedly", True), ("is believed", True), ("reports of", True), ("said", False), ("believes", False)]
)
def test_impersonal_cues_name_nobody(cue: str, nobody: bool) -> None:
    assert is_impersonal(cue) is nobody


def test_the_lexicon_covers_every_stance() -> None:
    entries = [e for of_word in load_reporting().values() for e in of_word]
    assert {e.stance for e in entries} == set(Stance)
    assert len(entries) > 300
