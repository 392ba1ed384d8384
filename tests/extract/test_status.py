from __future__ import annotations

import pytest

from build import plain, tree
from onrecord.extract.status import settle, status_of
from onrecord.types import Auxiliary, Certainty, Language, Polarity, Stance, Status


def shown(lang: Language, trigger: str, *stances: Stance) -> tuple[str, str]:
    at = lang.words.index(trigger)
    status, reasons = status_of(lang, (at, at + 1), stances)
    assert bool(reasons) == (status != Status())
    assert (status.polarity is Polarity.NEGATIVE) == (Auxiliary.NEGATION in status.auxiliary)
    return status.certainty.value, "+".join(status.auxiliary)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The army attacked the town.", "attacked", ("certain", "")),
        ("The army did not attack the town.", "attack", ("certain", "negation")),
        ("They reached no agreement.", "agreement", ("certain", "negation")),
        ("They no longer attack.", "attack", ("certain", "")),
        ("The sides failed to agree.", "agree", ("certain", "negation")),
        ("The army may attack.", "attack", ("possible", "future")),
        ("In May attacked towns burned.", "attacked", ("certain", "")),
        ("The army could attack.", "attack", ("possible", "hypothetical")),
        ("An alleged attack.", "attack", ("possible", "")),
        ("The army probably attacked.", "attacked", ("probable", "")),
        ("The army will attack.", "attack", ("certain", "future")),
        ("The army plans to attack.", "attack", ("certain", "future")),
        ("They urged the army to attack.", "attack", ("unknown", "future")),
        ("If the army attacks they flee.", "attacks", ("unknown", "hypothetical")),
        ("The law allows police to arrest them.", "arrest", ("possible", "hypothetical")),
        ("Did the army attack?", "attack", ("unknown", "question")),
        ("They asked whether he attacked.", "attacked", ("unknown", "question")),
    ],
)
def test_words_before_the_trigger_without_a_tree(text: str, trigger: str, expected: tuple[str, str]) -> None:
    assert shown(plain(text), trigger) == expected


@pytest.mark.parametrize(
    ("text", "published", "past"),
    [
        ("They attacked in 2003.", "2015-10-19", True),
        ("They attacked in 2015.", "2015-10-19", False),
        ("They attacked in 2014.", "2015-10-19", False),
        ("They attacked in June 2014.", "2015-10-19", True),
        ("They attacked two decades ago.", "2015-10-19", True),
        ("They attacked two days ago.", "2015-10-19", False),
        ("They attacked in the 1990s.", "2015-10-19", True),
        ("They attacked in 2003.", None, False),
    ],
)
def test_what_lies_a_year_or_more_back_is_historical(text: str, published: str | None, past: bool) -> None:
    assert (shown(plain(text, published), "attacked")[1] == "historical") is past


@pytest.mark.parametrize(
    ("stance", "text", "trigger", "expected"),
    [
        (Stance.ASKS, "They called for the release.", "release", ("unknown", "future")),
        (Stance.ASKS, "They asked about those arrested.", "arrested", ("certain", "")),
        (Stance.ASKS, "They asked for an inquiry into the attack.", "attack", ("certain", "")),
        (Stance.ASKS, "They want to stop the violence.", "violence", ("certain", "")),
        (Stance.WANTS, "He wants talks.", "talks", ("unknown", "future")),
        (Stance.BELIEVES, "She believes they attacked.", "attacked", ("probable", "")),
        (Stance.PREDICTS, "Analysts predict clashes.", "clashes", ("probable", "future")),
        (Stance.PLANS, "Their intention to close camps.", "close", ("certain", "future")),
        (Stance.SAYS, "It said it would boycott it.", "boycott", ("certain", "future")),
    ],
)
def test_the_innermost_stance(stance: Stance, text: str, trigger: str, expected: tuple[str, str]) -> None:
    assert shown(plain(text), trigger, stance) == expected


def test_a_light_verb_passes_its_negation_on_and_others_do_not() -> None:
    light = tree("""
        They PRON 4 nsubj
        did AUX 4 aux
        not PART 4 advmod
        launch VERB 0 root
        an DET 6 det
        attack NOUN 4 obj
    """)
    heavy = tree("""
        They PRON 4 nsubj
        did AUX 4 aux
        not PART 4 advmod
        condemn VERB 0 root
        the DET 6 det
        attack NOUN 4 obj
    """)
    assert shown(light, "attack") == ("certain", "negation")
    assert shown(heavy, "attack") == ("certain", "")
    assert shown(heavy, "condemn") == ("certain", "negation")


def test_an_infinitive_under_a_verb_of_asking() -> None:
    lang = tree("""
        They PRON 2 nsubj
        urged VERB 0 root
        the DET 6 det
        tired ADJ 6 amod
        old ADJ 6 amod
        king NOUN 2 obj
        finally ADV 9 advmod
        to PART 9 mark
        surrender VERB 2 xcomp
    """)
    assert shown(lang, "surrender") == ("unknown", "future")
    assert shown(lang, "urged") == ("certain", "")


def test_a_condition_holds_for_its_own_clause_only() -> None:
    lang = tree("""
        If SCONJ 3 mark
        they PRON 3 nsubj
        attack VERB 7 advcl
        , PUNCT 3 punct
        we PRON 7 nsubj
        will AUX 7 aux
        retaliate VERB 0 root
    """)
    assert shown(lang, "attack") == ("unknown", "hypothetical")
    assert shown(lang, "retaliate") == ("certain", "future")


def test_a_shared_auxiliary_holds_for_both_verbs() -> None:
    lang = tree("""
        They PRON 3 nsubj
        will AUX 3 aux
        besiege VERB 0 root
        and CCONJ 5 cc
        attack VERB 3 conj
    """)
    assert shown(lang, "attack") == ("certain", "future")


def test_promises_and_threats_have_been_made() -> None:
    coming = Status(auxiliary=(Auxiliary.FUTURE,))
    asked = Status(certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.FUTURE,))
    refused = Status(polarity=Polarity.NEGATIVE, auxiliary=(Auxiliary.FUTURE, Auxiliary.NEGATION))
    imagined = Status(certainty=Certainty.POSSIBLE, auxiliary=(Auxiliary.HYPOTHETICAL,))
    assert settle(coming, "AGREE") == settle(coming, "CONCEDE") == Status()
    assert settle(coming, "ASSAULT") == coming
    assert settle(asked, "CONCEDE") == asked
    assert settle(refused, "REJECT") == Status()
    assert settle(imagined, "THREATEN") == Status()


def test_a_condition_without_if() -> None:
    lang = tree(
        """
        Had AUX 4 aux
        the DET 3 det
        council NOUN 4 nsubj
        rejected VERB 7 advcl
        it PRON 4 obj
        , PUNCT 4 punct
        fled VERB 0 root
        """
    )
    assert shown(lang, "rejected") == ("unknown", "hypothetical")
    assert shown(lang, "fled") == ("certain", "")
