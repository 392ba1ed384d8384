"""The rules decide how an event stands; the network can only take a fact away, and only where it is sure."""

from __future__ import annotations

import pytest

from build import plain
from onrecord.extract.events import EventDraft
from onrecord.extract.standing import VETO, standing_of
from onrecord.types import Status
from proposals import Belief, propose, where

LITTLE = 0.01


def standing(text: str, trigger: str, kind: str = "ASSAULT", **belief: Belief) -> Status:
    lang = plain(text)
    proposal = propose(lang, trigger, {kind: 1.0}, certainty=belief.get("certainty"), auxiliary=belief.get("auxiliary"))
    draft = EventDraft(
        trigger=where(lang, trigger), type=kind, mode=None, actors=(), recipients=(), score=0.9, proposal=proposal, why=()
    )
    return standing_of(lang, draft, ())[0]


def test_the_rules_decide() -> None:
    assert standing("The army attacked.", "attacked").actual
    assert standing("The army did not attack.", "attack").auxiliary == ("negation",)
    assert standing("The army will attack.", "attack", auxiliary={"future": 0.0}).auxiliary == ("future",)


@pytest.mark.parametrize("auxiliary", ["future", "hypothetical"])
def test_a_sure_network_takes_a_fact_away(auxiliary: str) -> None:
    assert standing("The army attacked.", "attacked", auxiliary={auxiliary: VETO}).auxiliary == (auxiliary,)
    assert standing("The army attacked.", "attacked", auxiliary={auxiliary: VETO - LITTLE}).actual
    assert standing("The army attacked.", "attacked", certainty={"unknown": 0.9}).certainty == "unknown"


def test_the_network_makes_no_fact() -> None:
    assert not standing("The army did not attack.", "attack", auxiliary={"negation": 0.0}, certainty={"certain": 1.0}).actual


def test_what_was_promised_has_been_promised() -> None:
    assert standing("They agreed to meet.", "agreed", "AGREE", auxiliary={"future": 0.9}).auxiliary == ()
