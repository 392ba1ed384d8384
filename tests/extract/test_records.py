from __future__ import annotations

from dataclasses import replace

import pytest

from build import plain, tree
from markup import read_markup
from onrecord.pipeline import read_language
from onrecord.types import Claim, Event, Language, Name, Page, Reading, SourceKind
from promises import check_promises, entities_told
from proposals import propose, proposing, where

NESTED = (
    "[Ray]{source} [said]{cue} [that [Kim]{source:2} [told]{cue:2} them "
    "[that [Lee]{source:3} [denied]{cue:3} [that Omar attacked the camp with 50 men]{content:3}]{content:2}]{content}."
)


def written(lang: Language) -> Reading:
    reading = read_language(Page(doc=lang.doc, blocks=lang.blocks), lang, "by hand")
    check_promises(reading)
    return reading


def named(lang: Language, **kinds: str) -> Language:
    """The language with every place of these words as a name of a kind; underscores stand for spaces."""
    names = [(words.replace("_", " "), kind) for words, kind in kinds.items()]
    found = [Name(tokens=where(lang, w, n), kind=k, score=0.9) for w, k in names for n in range(1, lang.doc.text.count(w) + 1)]
    return replace(lang, names=tuple(sorted(found, key=lambda n: n.tokens)))


def speaker(reading: Reading, claim: Claim) -> str:
    return " & ".join(entities_told(reading, claim.source.mentions))


def voices(reading: Reading, event: Event) -> list[str]:
    claims = {c.id: c for c in reading.claims}
    return [speaker(reading, claims[c]) for c in event.according_to]


def attacked(lang: Language, score: float = 0.9, modes: dict[str, float] | None = None) -> Language:
    return proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, score=score, modes=modes))


# --- sources ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("[Antonov]{source} [said]{cue} [they had won]{content}.", SourceKind.NAMED),
        ("[Two officials]{source} [said]{cue} [they had won]{content}.", SourceKind.UNNAMED),
        ("It [is believed]{cue} [that they had won]{content}.", SourceKind.IMPERSONAL),
        ("Antonov came. [He]{source} [said]{cue} [they had won]{content}.", SourceKind.NAMED),
    ],
)
def test_the_kind_of_source_is_that_of_its_entity(markup: str, kind: SourceKind) -> None:
    lang = read_markup(markup)
    claims = written(named(lang, **({"Antonov": "PER"} if "Antonov" in markup else {}))).claims
    assert [c.source.kind for c in claims] == [kind]


def test_a_quotation_that_runs_on_has_its_speakers_mention() -> None:
    lang = read_markup("“They have come closer to us. [They could reach the border]{content},” [Antonov]{source} [said]{cue}.")
    rest, spoken = written(named(lang, Antonov="PER")).claims
    assert rest.source == spoken.source
    assert rest.source.kind is SourceKind.NAMED
    assert rest.id != spoken.id


def test_we_is_whoever_speaks() -> None:
    lang = read_markup("[Antonov]{source} [said]{cue}: “[We attacked the camp]{content}.”")
    proposal = propose(lang, "attacked", {"ASSAULT": 1.0}, sides=(("We",), ()))
    reading = written(proposing(named(lang, Antonov="PER"), proposal))
    assert entities_told(reading, reading.events[0].actors) == ["Antonov"]


# --- voices -----------------------------------------------------------------------------------------------------------


def test_chains_go_from_the_outermost_voice_to_the_innermost() -> None:
    reading = written(attacked(named(read_markup(NESTED), Ray="PER", Kim="PER", Lee="PER")))
    assert [voices(reading, e) for e in reading.events if e.type == "ASSAULT"] == [["Ray", "Kim", "Lee"]]
    assert [f.according_to for f in reading.figures] == [reading.events[-1].according_to]
    assert [c.within for c in reading.claims] == [None, reading.claims[0].id, reading.claims[1].id]


def test_the_cue_of_a_claim_is_its_outer_voices() -> None:
    lang = named(read_markup(NESTED), Ray="PER", Kim="PER", Lee="PER")
    reading = written(proposing(lang, propose(lang, "told", {"CONSULT": 1.0})))
    assert [voices(reading, e) for e in reading.events if e.type == "CONSULT"] == [["Ray"]]


def test_what_stands_outside_every_content_is_the_pages_own() -> None:
    lang = read_markup("Rebels attacked the camp, [Ray]{source} [said]{cue}, and [that they would stay]{content}.")
    reading = written(attacked(named(lang, Ray="PER")))
    assert reading.events[0].according_to == ()
    assert reading.events[0].status.actual


# --- ids --------------------------------------------------------------------------------------------------------------


def test_a_surer_reader_gives_the_same_record_the_same_id() -> None:
    lang = named(read_markup(NESTED), Ray="PER", Kim="PER", Lee="PER")
    surer = replace(lang, attributions=tuple(replace(a, score=0.99) for a in lang.attributions))
    one, other = written(attacked(lang, 0.6)), written(attacked(surer, 0.99, {"firearms": 1.0}))
    assert [e.id for e in one.events] == [e.id for e in other.events]
    assert [c.id for c in one.claims] == [c.id for c in other.claims]
    assert one.events != other.events


def test_another_type_at_the_same_words_is_the_same_record() -> None:
    lang = plain("Rebels zorbled the camp.")
    one, other = (written(proposing(lang, propose(lang, "zorbled", {kind: 1.0}))) for kind in ("ASSAULT", "COERCE"))
    assert [e.id for e in one.events] == [e.id for e in other.events]


def test_the_same_words_in_another_voice_are_another_record() -> None:
    spoken = read_markup("[Ray]{source} [said]{cue} [that Omar attacked the camp]{content}.")
    page = replace(spoken, attributions=())
    one, other = written(attacked(spoken)), written(attacked(page))
    assert [e.trigger for e in one.events] == [e.trigger for e in other.events]
    assert one.events[0].id != other.events[0].id


def test_a_word_that_is_two_events_has_an_id_for_each() -> None:
    lang = plain("Rebels zorbled the camp.")
    reading = written(proposing(lang, *(propose(lang, "zorbled", {kind: 1.0}) for kind in ("ASSAULT", "COERCE"))))
    assert sorted(e.type for e in reading.events) == ["ASSAULT", "COERCE"]


def test_claims_of_one_cue_have_an_id_each() -> None:
    lang = read_markup("[Ray]{source} [said]{cue} [they had won]{content} and [they would stay]{content:2}.")
    first, second = lang.attributions
    reading = written(replace(lang, attributions=(first, replace(second, cue=first.cue, sources=first.sources))))
    assert len({c.id for c in reading.claims}) == 2


# --- what an event holds ----------------------------------------------------------------------------------------------

SALE = """
    Russia PROPN 2 nsubj
    attacked VERB 0 root
    rebels NOUN 2 obj
    in ADP 5 case
    Syria PROPN 2 obl
    and CCONJ 8 cc
    Russia PROPN 8 nsubj
    left VERB 2 conj
    . PUNCT 2 punct
"""


def test_the_place_is_a_mention_and_no_participant() -> None:
    lang = named(tree(SALE), Russia="LOC", Syria="LOC")
    reading = written(proposing(lang, propose(lang, "attacked", {"ASSAULT": 1.0}, sides=(("Russia",), ("rebels",)))))
    event = reading.events[0]
    assert entities_told(reading, event.actors) == ["Russia"]
    assert entities_told(reading, event.recipients) == ["rebels"]
    assert event.place is not None
    assert (event.place.name, event.place.country, event.place.precision) == ("Syria", "SYR", "country")
    assert entities_told(reading, [str(event.place.mention)]) == ["Syria"]


def test_somebody_named_twice_stands_on_a_side_once() -> None:
    lang = named(tree(SALE), Russia="LOC", Syria="LOC")
    proposal = propose(lang, "attacked", {"ASSAULT": 1.0}, sides=(("Russia",), ()))
    twice = replace(proposal, actors=((*where(lang, "Russia"), 1.0), (*where(lang, "Russia", 2), 1.0)))
    reading = written(proposing(lang, twice))
    assert entities_told(reading, reading.events[0].actors) == ["Russia"]


def test_the_dead_of_an_attack_are_its_quantity_and_a_figure_at_one_mention() -> None:
    lang = plain("Rebels attacked the camp on Monday, killing at least 17 people.", published="2015-10-20")
    reading = written(attacked(lang))
    event, figure = reading.events[0], reading.figures[0]
    assert [(q.what, q.low, q.high, q.mention) for q in event.quantities] == [("killed", 17, None, figure.mention)]
    assert event.when is not None
    assert (event.when.start, event.when.basis) == ("2015-10-19", "relative")


def test_mentions_of_times_and_numbers_stand_for_nobody() -> None:
    reading = written(attacked(plain("Rebels attacked the camp on Monday, killing at least 17 people.", published="2015-10-20")))
    assert {m.kind.value: m.entity for m in reading.mentions if m.kind.value in {"time", "quantity"}} == {
        "time": None,
        "quantity": None,
    }


# --- what stays when a page grows -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        "The weather stayed dry.",
        "[Antonov]{source:9} [said]{cue:9} [that the army attacked Kim]{content:9}.",
        "“[The army left the camp]{content:9},” [Antonov]{source:9} [said]{cue:9}.",
    ],
)
def test_a_paragraph_at_the_end_leaves_earlier_ids_alone(more: str) -> None:
    short, long = (written(attacked(read_markup(markup))) for markup in (NESTED, f"{NESTED}\n\n{more}"))
    assert [c.id for c in long.claims][: len(short.claims)] == [c.id for c in short.claims]
    assert [e.id for e in long.events][: len(short.events)] == [e.id for e in short.events]
