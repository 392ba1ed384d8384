"""From a document to a reading: what holds of every page, with a network that says anything."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from networks import Noise
from onrecord.codebooks.codebook import load_codebook
from onrecord.errors import NoStory, OptionError
from onrecord.ingest.sources import document_of
from onrecord.pipeline import load_reader, read_document
from onrecord.types import BlockKind, Reading
from promises import check_promises
from reader.tiny import tiny_vocabulary

HEADLINE = "Rebels Seize Border Town"
STORY = (
    "Rebels attacked the town of Mosul in Iraq on Monday, killing at least 17 people, officials said.",
    "“We will not leave,” President Ann Okonkwo told reporters. “They have bombed our schools. They must answer for it.”",
    "Russia denied that its warplanes had hit the market, and accused the United States of spreading lies.",
    "The two countries signed an agreement in 2014. It is believed that up to 3,000 troops were sent home.",
    "About 40 percent of the $2.5 million in aid was delivered by the Red Cross, according to its spokesman.",
    "Will Turkey take part? Two diplomats doubted it, but police arrested five protesters in Ankara three weeks ago.",
)
MORE = "The minister said on Thursday that seven soldiers had been released near Kabul."
SLOW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def noise(seed: int) -> Noise:
    return Noise(tiny_vocabulary(), seed=seed)


def read(*paragraphs: str, seed: int = 0, published: str | None = "2015-10-20") -> Reading:
    return read_document(document_of("\n\n".join((HEADLINE, *paragraphs)), published=published), reader=noise(seed))


seeds = st.integers(0, 99)
stories = st.lists(st.sampled_from(STORY), min_size=1, max_size=6, unique=True)


@SLOW
@given(story=stories, seed=seeds)
def test_a_reading_keeps_its_promises_whatever_the_network_says(story: list[str], seed: int) -> None:
    check_promises(read(*story, seed=seed))


def test_noise_makes_every_kind_of_record() -> None:
    readings = [read(*STORY, seed=seed) for seed in range(5)]
    assert all(r.claims and r.events and r.figures and r.entities for r in readings)
    assert any(c.within for r in readings for c in r.claims)
    assert any(len(e.according_to) > 1 for r in readings for e in r.events)
    assert any(e.when and e.actors and e.recipients for r in readings for e in r.events)
    assert any(e.quantities for r in readings for e in r.events)


@SLOW
@given(text=st.text(alphabet="aB 1.,“”\"'’\n[]—é%$", max_size=200), seed=seeds)
def test_any_text_that_is_a_page_is_read(text: str, seed: int) -> None:
    check_promises(read(STORY[0], text, STORY[1], seed=seed))


@SLOW
@given(story=stories, seed=seeds)
def test_two_runs_are_equal_to_the_byte(story: list[str], seed: int) -> None:
    assert read(*story, seed=seed).to_json() == read(*story, seed=seed).to_json()


@SLOW
@given(story=stories, seed=seeds)
def test_a_paragraph_at_the_end_leaves_earlier_records_their_ids(story: list[str], seed: int) -> None:
    # A quotation that nobody claims is credited to the next speaker: one story ends where none is left open.
    before, after = read(*story, STORY[3], seed=seed), read(*story, STORY[3], MORE, seed=seed)
    end = len(before.document.text)
    kept = [c.id for c in after.claims if c.content[0].start < end], [e.id for e in after.events if e.trigger.start < end]
    assert kept == ([c.id for c in before.claims], [e.id for e in before.events])


@SLOW
@given(story=stories, seed=seeds)
def test_without_a_date_nothing_relative_is_dated(story: list[str], seed: int) -> None:
    reading = read(*story, seed=seed, published=None)
    assert any("no publication date" in note for note in reading.notes)
    whens = [e.when for e in reading.events if e.when]
    assert all(w.start is None or re.match(r"\d{4}|--", w.start) for w in whens)
    text, spans = reading.document.text, {m.id: m.span for m in reading.mentions}
    relative = [w for w in whens if spans[w.mention].of(text) in {"Monday", "on Monday", "three weeks ago"}]
    assert all((w.start, w.end, w.basis) == (None, None, "unresolved") for w in relative)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Subscribe now! Get our newsletter in your inbox, it is free. Rebels attacked the town.", BlockKind.PROMO),
        ("By Ann Lee (Own work) [Public domain], via Wikimedia Commons", BlockKind.CREDIT),
    ],
)
def test_what_is_no_story_is_not_read(line: str, kind: BlockKind) -> None:
    reading = read(*STORY[:2], line, *STORY[2:])
    start = reading.document.text.index(line)
    assert [b.kind for b in reading.blocks if b.start <= start < b.end] == [kind]
    assert not any(start <= s.start < start + len(line) for s in reading.sentences)
    check_promises(reading)


def test_a_page_says_what_made_its_reading() -> None:
    reading = read(*STORY)
    assert set(reading.made_by) == {"onrecord", "reader", "codebook", "lexicon"}
    assert reading.made_by["reader"] == "noise 0"
    assert reading.made_by["codebook"] == load_codebook().version
    assert {e.codebook for e in reading.events} == {"plover"}


def test_a_page_without_a_story_is_refused() -> None:
    with pytest.raises(NoStory):
        read_document(document_of("Subscribe now!\n\nComments are closed."), reader=noise(0))


def test_a_reader_that_nobody_knows_is_refused() -> None:
    with pytest.raises(OptionError, match="'zorbl'"):
        load_reader("zorbl")
