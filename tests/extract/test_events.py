from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import plain, tree
from onrecord.extract.events import BACKED, EVEN, SURE, TYPE_BACKED, WORDS, EventDraft, find_events
from onrecord.types import Language
from proposals import propose, proposing, where

LITTLE = 0.01
RAID = """
    Rebels NOUN 2 nsubj
    attacked VERB 0 root
    the DET 5 det
    army NOUN 5 compound
    base NOUN 2 obj
    and CCONJ 8 cc
    the DET 8 det
    village NOUN 5 conj
"""


def only(lang: Language) -> EventDraft:
    found = find_events(lang)
    assert len(found) == 1
    return found[0]


def reasons(draft: EventDraft) -> str:
    return "; ".join(f"{w.by}: {w.says}" for w in draft.why)


# --- who decides ------------------------------------------------------------------------------------------------------


def test_network_and_lexicon_agree() -> None:
    lang = plain("Rebels attacked the town.")
    draft = only(proposing(lang, propose(lang, "attacked", {"ASSAULT": 0.6, "COERCE": 0.4}, score=BACKED)))
    assert draft.type == "ASSAULT"
    assert "network and lexicon agree" in reasons(draft)
    assert [w.by for w in draft.why][:2] == ["reader", "trigger lexicon"]


def test_too_little_support_is_no_event() -> None:
    lang = plain("Rebels attacked the town.")
    assert find_events(proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, score=BACKED - LITTLE))) == ()


@pytest.mark.parametrize(("share", "expected"), [(TYPE_BACKED, "ASSAULT"), (TYPE_BACKED - LITTLE, "COERCE")])
def test_a_strong_entry_decides_the_type_where_the_network_allows_it(share: float, expected: str) -> None:
    lang = plain("Rebels attacked the town.")
    assert only(proposing(lang, propose(lang, "attacked", {"COERCE": 1 - share, "ASSAULT": share}))).type == expected


def test_a_strong_entry_that_the_network_does_not_allow_leaves_an_unsure_proposal_alone() -> None:
    lang = plain("Rebels attacked the town.")
    assert find_events(proposing(lang, propose(lang, "attacked", {"COERCE": 1.0}, score=SURE - LITTLE))) == ()


@pytest.mark.parametrize(("score", "expected"), [(SURE, 1), (SURE - LITTLE, 0)])
def test_a_word_that_no_list_knows_takes_a_sure_network(score: float, expected: int) -> None:
    lang = plain("Rebels zorbled the town.")
    found = find_events(proposing(lang, propose(lang, "zorbled", {"COERCE": 0.8, "ASSAULT": 0.2}, score=score)))
    assert [d.type for d in found] == ["COERCE"] * expected
    assert all("the network alone" in reasons(d) for d in found)


@pytest.mark.parametrize(("support", "expected"), [(WORDS, ["ASSAULT"]), (WORDS - LITTLE, [])])
def test_words_alone_take_a_little_support(support: float, expected: list[str]) -> None:
    found = find_events(proposing(plain("Rebels attacked the town."), eventful={"attacked": support}))
    assert [d.type for d in found] == expected
    assert all(d.proposal is None and d.why[0].by == "trigger lexicon" for d in found)


def test_weak_entries_alone_are_no_event() -> None:
    lang = plain("They moved to the town.")
    assert find_events(proposing(lang, eventful=dict.fromkeys(lang.words, 0.4))) == ()


def test_words_under_a_proposal_are_told_once() -> None:
    lang = plain("Rebels attacked the town.")
    surely = propose(lang, "attacked", {"ASSAULT": 1.0})
    assert only(proposing(lang, surely, eventful={"attacked": 1.0})).proposal is surely


def test_what_the_network_drops_the_words_may_still_tell() -> None:
    lang = plain("Rebels attacked the town.")
    unsure = propose(lang, "attacked", {"ASSAULT": 1.0}, score=BACKED - LITTLE)
    assert only(proposing(lang, unsure, eventful={"attacked": 0.25})).proposal is None


def test_events_come_in_order_of_the_text() -> None:
    lang = plain("Police arrested five people. Rebels attacked the town. The minister resigned.")
    proposals = propose(lang, "resigned", {"RETREAT": 1.0}), propose(lang, "attacked", {"ASSAULT": 1.0})
    found = find_events(proposing(lang, *proposals, eventful={"arrested": 0.5}))
    assert [d.type for d in found] == ["COERCE", "ASSAULT", "RETREAT"]


@given(score=st.floats(0, 1), share=st.floats(0, 1), support=st.floats(0, 1))
def test_whatever_is_believed_a_word_is_at_most_one_event(score: float, share: float, support: float) -> None:
    lang = plain("Rebels attacked the town.")
    proposal = propose(lang, "attacked", {"ASSAULT": share, "COERCE": 1 - share}, score=score)
    found = find_events(proposing(lang, proposal, eventful={"attacked": support}))
    assert len(found) <= 1
    assert all(0 <= d.score <= 1 and d.why and d.trigger == where(lang, "attacked") for d in found)


# --- how it was done --------------------------------------------------------------------------------------------------


def test_the_words_give_the_mode_before_the_network_does() -> None:
    lang = plain("Warplanes attacked the town.")
    assert only(proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, modes={"beat": 0.9}))).mode == "aerial"


@pytest.mark.parametrize(
    ("modes", "expected"),
    [({"firearms": EVEN + LITTLE}, "firearms"), ({"firearms": EVEN - LITTLE}, None), ({}, None), ({"visit": 0.9}, None)],
    ids=["sure", "unsure", "none", "another type's"],
)
def test_the_network_gives_a_mode_of_the_type_where_it_is_sure(modes: dict[str, float], expected: str | None) -> None:
    lang = plain("Rebels attacked the town.")
    assert only(proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, modes=modes))).mode == expected


def test_a_type_without_modes_has_none() -> None:
    lang = plain("They reached an agreement.")
    assert only(proposing(lang, propose(lang, "agreement", {"AGREE": 1.0}, modes={"meet": 1.0}))).mode is None


# --- who to whom ------------------------------------------------------------------------------------------------------


def test_links_and_tree_give_the_sides() -> None:
    lang = tree(RAID)
    draft = only(proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, sides=(("Rebels",), ("army base",)))))
    assert [lang.text(*r) for r in draft.actors] == ["Rebels"]
    assert "army base" in " ".join(lang.text(*r) for r in draft.recipients)


@given(
    links=st.tuples(*[st.sets(st.sampled_from(["Rebels", "the army base", "army", "the village", "base and the village"]))] * 2)
)
def test_nobody_stands_on_both_sides(links: tuple[set[str], set[str]]) -> None:
    lang = tree(RAID)
    sides = tuple(sorted(links[0])), tuple(sorted(links[1]))
    draft = only(proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, sides=sides)))
    taken = [i for r in (*draft.actors, *draft.recipients) for i in range(*r)]
    assert len(taken) == len(set(taken))
    assert not set(taken) & set(range(*draft.trigger))
