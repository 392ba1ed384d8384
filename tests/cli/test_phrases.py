"""How dates, numbers, statuses and evidence are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.readings import Maker, quarrel
from onrecord.cli.people import People
from onrecord.cli.phrases import amount, counted, date_words, excerpt, percent, standing, tally
from onrecord.types import Auxiliary, Certainty, Figure, Polarity, Qualifier, Quantity, Span, Stance, Status


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "unit", "said"),
    [
        (7, 7, "exactly", "person", "7"),
        (None, 50000, "up_to", "person", "up to 50,000"),
        (17, None, "at_least", "person", "at least 17"),
        (4000, None, "more_than", "group", "more than 4,000"),
        (None, 100, "less_than", "person", "less than 100"),
        (300, 300, "about", "person", "about 300"),
        (10, 12, "range", "person", "10 to 12"),
        (2.5e9, 2.5e9, "exactly", "USD", "$2.5 billion"),
        (40e6, 40e6, "about", "EUR", "about €40 million"),
        (1234.5, 1234.5, "exactly", "NOK", "NOK 1,234.5"),
        (12.25, 12.25, "exactly", "percent", "12.25 %"),
        (None, None, "exactly", "person", ""),
    ],
)
def test_amounts(*, low: float | None, high: float | None, qualifier: str, unit: str, said: str) -> None:
    assert amount(low, high, Qualifier(qualifier), unit) == said


@pytest.mark.parametrize(
    ("what", "unit", "said"),
    [
        ("killed", "person", "at least 7 killed"),
        ("casualties", "person", "at least 7 killed or injured"),
        ("money", "USD", "at least $7"),
    ],
)
def test_tallies(what: str, unit: str, said: str) -> None:
    assert tally(Quantity(what=what, low=7, high=None, qualifier=Qualifier.AT_LEAST, unit=unit, mention="m1")) == said


@pytest.mark.parametrize(
    ("of", "unit", "said"),
    [("ISIS\nmilitants", "person", "ISIS militants"), ("", "ton", "ton"), ("", "USD", ""), ("", "percent", "")],
)
def test_what_is_counted(of: str, unit: str, said: str) -> None:
    figure = Figure(mention="m1", low=1, high=1, qualifier=Qualifier.EXACTLY, unit=unit, counts=None, of=of, confidence=0.9)
    assert counted(figure) == said


@pytest.mark.parametrize(
    ("start", "end", "granularity", "basis", "said"),
    [
        ("2015-09-29", "2015-09-29", "day", "relative", "2015-09-29"),
        ("2015-07-01", "2015-07-31", "month", "explicit", "2015-07"),
        ("2015-07", "2015-07", "month", "explicit", "2015-07"),
        ("2014-01-01", "2014-12-31", "year", "explicit", "2014"),
        ("2015-09-07", "2015-09-13", "week", "relative", "2015-09-07 to 09-13"),
        ("2014-12-29", "2015-01-04", "week", "relative", "2014-12-29 to 2015-01-04"),
        (None, None, "day", "unresolved", "last week"),
        ("--09-30", None, "day", "unresolved", "last week"),
    ],
)
def test_dates(*, start: str | None, end: str | None, granularity: str, basis: str, said: str) -> None:
    make = Maker("It happened last week.")
    when = make.when("last week", start, end=end, granularity=granularity, basis=basis)
    assert date_words(when, People(make.reading())) == said


def test_no_date_is_said_with_nothing() -> None:
    assert date_words(None, People(quarrel())) == ""


@pytest.mark.parametrize(
    ("status", "stance", "said"),
    [
        (Status(polarity=Polarity.NEGATIVE), Stance.DENIES, "denied"),
        (Status(polarity=Polarity.NEGATIVE), None, "did not happen"),
        (Status(polarity=Polarity.NEGATIVE, auxiliary=(Auxiliary.FUTURE,)), Stance.PLANS, "did not happen"),
        (Status(certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.FUTURE,)), Stance.ASKS, "asked for"),
        (Status(auxiliary=(Auxiliary.FUTURE,)), Stance.SAYS, "to come"),
        (Status(auxiliary=(Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)), None, "imagined"),
        (Status(certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.QUESTION,)), None, "a question"),
        (Status(certainty=Certainty.POSSIBLE), Stance.ACCUSES, "possible"),
        (Status(certainty=Certainty.UNKNOWN), None, "open"),
    ],
)
def test_why_an_event_is_no_fact(status: Status, stance: Stance | None, said: str) -> None:
    reading = quarrel()
    event = type(reading.events[0])(
        **{name: getattr(reading.events[0], name) for name in reading.events[0].__struct_fields__} | {"status": status}
    )
    assert standing(event, stance) == said


@pytest.mark.parametrize(("confidence", "said"), [(0.874, "87%"), (1.0, "99%"), (0.0, "0%")])
def test_confidence(confidence: float, said: str) -> None:
    assert percent(confidence) == said


def test_an_excerpt_keeps_to_whole_words_around_the_trigger() -> None:
    text = "On Monday the coast guard seized a trawler off the coast of the Westfjords, officials told reporters."
    trigger = Span(text.index("seized"), text.index("seized") + 6)
    assert excerpt(text, trigger, Span(0, len(text)), 40) == "…coast guard seized a trawler off the…"
    assert excerpt(text, trigger, Span(0, len(text)), 400) == text


WORDS = st.lists(st.sampled_from(["a", "bb", "ccc,", "dddd", "漢字", "\n"]), min_size=3, max_size=30)


@given(WORDS, st.data(), st.integers(1, 60))
def test_an_excerpt_always_shows_the_trigger(words: list[str], data: st.DataObject, room: int) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = "TRIGGER"
    text = " ".join(words)
    start = text.index("TRIGGER")
    found = excerpt(text, Span(start, start + 7), Span(0, len(text)), room)
    assert "TRIGGER" in found
    assert len(found) <= max(room, 7) + 2
