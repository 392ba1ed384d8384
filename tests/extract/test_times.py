"""The times a text speaks of: the case file, what is no time, kinds, and what holds for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import plain
from onrecord.extract.times import Time, find_times

CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("times.tsv").read_text("utf8").splitlines()
    if line and not line.startswith(("#", "text\t"))
]


def found_in(text: str, published: str | None = None) -> dict[str, Time]:
    """The times of a text by their words."""
    return {time.span.of(text): time for time in find_times(plain(text, published))}


@pytest.mark.parametrize(("text", "published", "words", "start", "end", "granularity"), CASES)
def test_case_file(text: str, published: str, words: str, start: str, end: str, granularity: str) -> None:  # noqa: PLR0917 - the columns
    found = found_in(text, None if published == "-" else published)
    assert words in found, sorted(found)
    time = found[words]
    assert (str(time.start), str(time.end), time.granularity) == (start, end, granularity), time.why


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2254 calls for elections.",
        "About 2000 people fled.",
        "The court freed 1,999 prisoners.",
        "They were captured in the fall of the town.",
        "It would last a few of them.",
        "The march reached the square and may go on.",
        "May God help them.",
        "The 12-year-old boy survived.",
        "He is 45 years old.",
        "A second man was hurt.",
        "The Sunday Times reported it.",
        "It recalled Bloody Sunday to many.",
        "It cost $2015 at the shop.",
        "The score was 3-2.",
        "Ratings on 31/31/2016 were lost.",
        "Prime Minister Theresa May spoke.",
    ],
)
def test_no_time(text: str) -> None:
    assert find_times(plain(text, "2016-10-26")) == ()


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He was jailed for two years.", "two years", "duration"),
        ("The six-month siege ended.", "six-month", "duration"),
        ("They pray every Friday.", "every Friday", "set"),
        ("Shells fall daily.", "daily", "set"),
        ("They ate once a day.", "a day", "set"),
        ("They left in 2014.", "2014", "date"),
    ],
)
def test_kinds(text: str, words: str, kind: str) -> None:
    time = found_in(text, "2016-10-26")[words]
    assert time.kind == kind
    assert (time.start is None) == (kind != "date")


@pytest.mark.parametrize(
    ("text", "published", "basis"),
    [
        ("They left in June 2014.", "2016-10-26", "explicit"),
        ("They left on Friday.", "2016-10-26", "relative"),
        ("They left today.", "2016-10-26", "published"),
        ("They left today.", None, "unresolved"),
        ("They left on June 3.", None, "unresolved"),
    ],
)
def test_basis(text: str, published: str | None, basis: str) -> None:
    (time,) = find_times(plain(text, published))
    assert time.basis == basis
    assert time.why[0].span == time.span


def test_a_history_keeps_to_the_years_it_tells() -> None:
    text = (
        "In May 1940 the front broke. In June 1940 the city fell. By March 1941 the port was lost. "
        "The fleet sailed in August 1941. The garrison held out. Nobody came. Nothing moved. In October, it gave up."
    )
    assert found_in(text, "2009-12-19")["October"].start == "1941-10-01"


def test_a_news_page_takes_the_latest_month_although_it_tells_of_older_years() -> None:
    text = "The two fought in 2003. They met on Friday. Both had agreed on this. In June, they signed."
    assert found_in(text, "2015-10-20")["June"].start == "2015-06-01"


def test_february_29_in_a_range_of_another_year() -> None:
    found = found_in("It ran from February 29 to March 2, 2015, in Bonn.")
    assert [(t.start, t.end) for t in found.values()] == [("2015-02-28", "2015-03-02")]


WORDS = st.sampled_from(
    "the last next of in and from to - , . 29 February May 2015 1999 Friday days two weeks ago later after before year month "
    "today early end every since 9/11 90s summer Christmas Day night 3 a.m. that same this 31 June decade century 999".split()
)


@given(
    words=st.lists(WORDS, max_size=14),
    published=st.sampled_from([None, "2016-02-29", "2999-12-31", "0001-01-01", "9999-12-31", "x"]),
)
def test_spans_are_in_order_and_dates_are_dates(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    times = find_times(plain(text, published)) if text else ()
    assert all(a.span.end <= b.span.start for a, b in pairwise(times))
    for time in times:
        assert 0 < time.confidence <= 1
        assert (time.start is None) <= (time.end is None)
        assert not (time.start and time.end) or time.start <= time.end or time.start.startswith("--")
