from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import plain
from onrecord.extract.events import EventDraft
from onrecord.extract.standing import SURE, standing_of
from onrecord.types import Auxiliary, Certainty, Language, Polarity, Stance, Status
from proposals import Belief, propose, where

LITTLE = 0.01
Shown = tuple[str, str]


def drafted(lang: Language, trigger: str, kind: str, proposal: bool, **belief: Belief) -> EventDraft:
    return EventDraft(
        trigger=where(lang, trigger), type=kind, mode=None, actors=(), recipients=(), score=0.9,
        proposal=propose(lang, trigger, {kind: 1.0}, certainty=belief.get("certainty"), auxiliary=belief.get("auxiliary")) if proposal else None,
        why=(),
    )  # fmt: skip


def shown(status: Status) -> Shown:
    return status.certainty.value, "+".join(status.auxiliary)


def blended(text: str, trigger: str, kind: str = "ASSAULT", **belief: Belief) -> Shown:
    lang = plain(text)
    return shown(standing_of(lang, drafted(lang, trigger, kind, True, **belief), ())[0])


def by_words(text: str, trigger: str, *stances: Stance, kind: str = "ASSAULT") -> Shown:
    lang = plain(text)
    return shown(standing_of(lang, drafted(lang, trigger, kind, False), stances)[0])


# --- without a proposal the words decide ------------------------------------------------------------------------------


def test_words_alone_decide_what_only_words_tell_of() -> None:
    assert by_words("The army will attack.", "attack") == ("certain", "future")
    assert by_words("The army attacked.", "attacked") == ("certain", "")
    assert by_words("They called for the attack.", "attack", Stance.ASKS) == ("unknown", "future")


# --- with one, each is believed in what it tells better ---------------------------------------------------------------


def test_the_words_tell_negation_and_questions_whatever_the_network_says() -> None:
    sure = {"negation": 1.0, "question": 1.0}
    assert blended("The army attacked.", "attacked", auxiliary=sure) == ("certain", "")
    assert blended("The army did not attack.", "attack") == ("certain", "negation")
    assert blended("Did the army attack?", "attack", certainty={"unknown": 0.9}) == ("unknown", "question")


@pytest.mark.parametrize("auxiliary", ["future", "hypothetical", "historical"])
def test_the_network_tells_what_depends_on_sense(auxiliary: str) -> None:
    assert blended("The army attacked.", "attacked", auxiliary={auxiliary: SURE}) == ("certain", auxiliary)
    assert blended("The army attacked.", "attacked", auxiliary={auxiliary: SURE - LITTLE}) == ("certain", "")
    assert blended("The army will attack.", "attack") == ("certain", "")


@pytest.mark.parametrize("certainty", ["certain", "probable", "possible", "unknown"])
def test_the_network_tells_how_certain(certainty: str) -> None:
    assert blended("The army attacked.", "attacked", certainty={certainty: 0.7}) == (certainty, "")


def test_what_was_promised_has_been_promised() -> None:
    assert blended("They agreed to meet.", "agreed", "AGREE", auxiliary={"future": 0.9}) == ("certain", "")
    assert blended("They will attack.", "attack", "ASSAULT", auxiliary={"future": 0.9}) == ("certain", "future")


def test_both_say_why() -> None:
    lang = plain("The army did not attack.")
    _, reasons = standing_of(lang, drafted(lang, "attack", "ASSAULT", True, auxiliary={"future": 0.9}), ())
    assert [w.by for w in reasons] == ["status rules", "reader"]
    assert "future 0.90" in reasons[-1].says


@given(
    certainty=st.dictionaries(st.sampled_from([c.value for c in Certainty]), st.floats(0, 1)),
    auxiliary=st.dictionaries(st.sampled_from([a.value for a in Auxiliary]), st.floats(0, 1)),
    kind=st.sampled_from(["ASSAULT", "AGREE", "THREATEN", "REJECT", "CONCEDE"]),
    text=st.sampled_from(["The army did not attack.", "The army may attack.", "Did the army attack?", "They attack."]),
)
def test_a_status_never_contradicts_itself(certainty: Belief, auxiliary: Belief, kind: str, text: str) -> None:
    lang = plain(text)
    status, _ = standing_of(lang, drafted(lang, "attack", kind, True, certainty=certainty, auxiliary=auxiliary), ())
    assert (status.polarity is Polarity.NEGATIVE) == (Auxiliary.NEGATION in status.auxiliary)
    assert list(status.auxiliary) == [a for a in Auxiliary if a in status.auxiliary]
    assert not (status.actual and set(status.auxiliary) - {Auxiliary.HISTORICAL})
