"""Which numbers are dates, times of day, ages or spans of time, and so no figures?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.number_people import is_person
from onrecord.extract.number_words import Form

if TYPE_CHECKING:
    from onrecord.extract.number_candidate import Candidate

MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct"
    " nov dec".split()
)
PERIODS = frozenset(
    "second seconds minute minutes min mins hour hours hr hrs day days week weeks weekend weekends month months year years yr yrs"
    " decade decades century centuries night nights morning mornings afternoon afternoons evening evenings quarter quarters"
    " millennium millennia fortnight fortnights semester semesters summer summers winter winters season seasons overnight"
    " generation generations moment moments monday tuesday wednesday thursday friday saturday sunday term terms".split()
)
ERAS = frozenset("bc ad bce ce bp".split())
CLOCKS = frozenset("am pm gmt utc est edt pst pdt cet o'clock o’clock noon midnight hrs hours local".split())
YEAR_BEFORE = frozenset(
    "the this that in since by until till from of during before after for late early mid through to between summer winter spring autumn fall year"
    " and around circa season january february".split()
)
YEARS = range(1000, 2101)
MODERN = range(1900, 2101)
DAYS = range(1, 32)
OLDEST = 110


def refuse_date(c: Candidate) -> str | None:
    """Days of months, years, eras."""
    line, first, end = c.line, c.first, c.end
    near = {line[end].low, line[first - 1].low}
    if line[first - 1].text == "." and line[first - 2].low in MONTHS - {"may"}:
        near.add(line[first - 2].low)
    if (
        c.unit is None
        and c.amount.value in DAYS
        and (near & (MONTHS - {"may", "march"}) or {line[first - 1].text, line[end].text} & {"May", "March"})
    ):
        return "a day of a month"
    if c.numeral and (
        (near & ERAS and line[end].text.isupper()) or line.says(end, "b", ".", "c") or line.says(end, "a", ".", "d")
    ):
        return "a year of an era"
    return "a year" if _is_year(c) else None


def _is_year(c: Candidate) -> bool:
    """Four digits without a comma; "in 2014 protests" and "the 2014 protests" are years too, "killed 2014 people" is none."""
    if not c.numeral.isdigit() or len(c.numeral) != 4 or c.amount.value not in YEARS or c.unit or c.amount.scaled:
        return False
    if c.counted is None:
        return not (c.bounded and c.people)
    before = c.line[c.first - 1]
    dated = before.low in YEAR_BEFORE or before.text in {",", "("} or not is_person(c.line[c.counted.head].text)
    counts = not dated and (c.people is not None or c.amount.value % 100 == 0)
    return c.bare and c.amount.value in MODERN and not counts


def refuse_time(c: Candidate) -> str | None:
    """Clock times, ages, spans of time."""
    line, end = c.line, c.end
    after = line[end]
    if c.unit is not None:
        return None
    if after.low in CLOCKS and after.low not in {"hours", "local"}:
        return "a time of day"
    if line.says(end, "a", ".", "m") or line.says(end, "p", ".", "m"):
        return "a time of day"
    return "a span of time" if _is_span(c) else None


def _is_span(c: Candidate) -> bool:
    """Whether a unit of time follows: "two weeks", "three more days", "half an hour", "dozens of hours"."""
    line, end = c.line, c.end
    after, second, third = line[end].low, line[end + 1].low, line[end + 2].low
    if after in PERIODS or (c.counted is not None and line[c.counted.head].low in PERIODS):
        return True
    if second in PERIODS and (after in {"more", "-", "straight", "consecutive"} or c.amount.form is Form.VAGUE):
        return True
    return c.amount.form is Form.SHARE and (after in {"an", "a"} or second in PERIODS or third in PERIODS)


def refuse_age(c: Candidate) -> str | None:
    """ "aged 34", "age of five", "Name, 34, said", "34 years old", "turned 18", "children under five"."""
    line, first = c.line, c.first
    before = line[first - 1].low
    said = before in {"aged", "age", "ages"} or line[c.low - 1].low in {"aged", "age"}
    if said or (before == "of" and line[first - 2].low in {"age", "ages"}):
        return "an age"
    between = line[first - 1].text in {",", "("} and line[c.end].text in {",", ")", "."}
    if c.bare and between and c.amount.value <= OLDEST and line[first - 2].text[0].isupper() and c.counted is None:
        return "an age"
    if (
        c.bounded
        and c.counted is None
        and c.unit is None
        and line[c.low].low in {"under", "over", "above", "below"}
        and line[c.low - 1].is_word
    ):
        return "an age" if c.amount.value <= OLDEST else None
    return None
