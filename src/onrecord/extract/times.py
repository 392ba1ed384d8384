"""Finds the times a text speaks of and says which days they are.

A grammar of rules over the words (no tree needed): what each expression means, then which days that is, counted from the
calendar, the publication date or a date told before. Where a date cannot be known, it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from onrecord.extract.syntax import names_from
from onrecord.extract.time_context import EXPLICIT, Context, Told, Value
from onrecord.extract.time_dates import DATE_RULES
from onrecord.extract.time_lengths import LENGTH_RULES
from onrecord.extract.time_meanings import Base, Calendar, Duration, Every, Shift, Stretch, Vague, Weekday
from onrecord.extract.time_ranges import is_range, joined, with_shared_year
from onrecord.extract.time_relatives import RELATIVE_RULES
from onrecord.extract.time_resolve import resolve
from onrecord.extract.time_rules import Found, find_all
from onrecord.extract.time_tense import tense_near
from onrecord.extract.time_years import YEAR_RULES
from onrecord.types import Language, Span, Why

RULES = (*DATE_RULES, *YEAR_RULES, *RELATIVE_RULES, *LENGTH_RULES)
_SINCE = re.compile(
    r"\b(?:since|ever\s+since|starting|beginning)\s+(?:in\s+|on\s+|the\s+|about\s+|around\s+|at\s+least\s+)?$", re.IGNORECASE
)
_BESIDE = re.compile(r"\b(?:before|after|until|till|by)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression and its days.

    ``start`` and ``end`` are the first and the last day ("YYYY-MM-DD"), "--MM-DD" or "--MM" where the year is not known,
    None where nothing is; "since" lasts until the publication date. ``granularity``: second, minute, hour, part (of a day),
    day, weekend, week, fortnight, month, season, quarter, half, year, decade, century, vague. ``basis``: explicit, relative,
    published (words like "today"), unresolved. ``kind``: date, duration, set.
    """

    span: Span
    start: str | None
    end: str | None
    granularity: str
    basis: str
    kind: str
    confidence: float
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """A sentence, what was found in it, and what it can count from."""

    text: str
    sentence: Span
    found: Sequence[Found]
    context: Context


def find_times(lang: Language) -> tuple[Time, ...]:
    """All time expressions of a text in its order, none overlapping another.

    A weekday is the latest such day up to the publication date, or the next one where the clause looks ahead. The span
    leaves out the preposition. Not handled: clock times as such (only their day), days named by a happening ("two days
    after the vote", where no date stands beside it), seasons of the southern hemisphere, calendars other than the Gregorian.

    Measured 2026-11-25 on the 500 training-gold events with a `when` (on which it was developed): words found 98 %, start
    right or rightly open 96 %; 97 % of the 195 that have a date and a publication date. WikiWars (the 16 training
    histories): relaxed F1 .915, value right 93 % of those found.
    """
    text, published = lang.doc.text, _day(lang.doc.published)
    found = [_without_names(find_all(RULES, text, s.start, s.end), lang, number) for number, s in enumerate(lang.sentences)]
    narrative = tells_history(found, published)
    told: list[Told] = []
    times: list[Time] = []
    for number, (sentence, here) in enumerate(zip(lang.sentences, found, strict=True)):
        context = Context(published=published, sentence=number, told=told, narrative=narrative, year_here=_only_year(here))
        for one, span, value in _values_of(_Scene(text=text, sentence=sentence, found=here, context=context)):
            times.append(_time(text, span, value, one, published))
            if value.period and not isinstance(one.meaning, Vague | Stretch | Duration | Every):
                told.append(Told(value, number, _tells_year(one, span, value, sentence)))
    return tuple(times)


def _day(published: str | None) -> date | None:
    """The publication date; None where it is no date or of a year with no room to count in."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day and 1000 <= day.year < 3000 else None


def _only_year(here: Sequence[Found]) -> int | None:
    """The year that a sentence writes out, where it is a single one."""
    years = {f.meaning.year for f in here if isinstance(f.meaning, Calendar) and f.meaning.year}
    return years.pop() if len(years) == 1 else None


def _tells_year(one: Found, span: Span, value: Value, sentence: Span) -> bool:
    """Whether later months may take over this date's year: a bare year in mid-sentence is mostly an aside."""
    if isinstance(one.meaning, Calendar) and one.meaning.month is None and span.start - sentence.start > 25:
        return False
    return value.basis == EXPLICIT or value.carried


def _values_of(scene: _Scene) -> Iterator[tuple[Found, Span, Value]]:
    """The times of one sentence with their values, ranges joined; later ones can count from earlier ones."""
    at = 0
    while at < len(scene.found):
        one = scene.found[at]
        value = _value(scene, at)
        if at + 1 < len(scene.found) and is_range(scene.text, one, scene.found[at + 1]):
            whole = joined(one.meaning, value, _value(scene, at + 1))
            if whole is not None:
                yield one, Span(one.start, scene.found[at + 1].end), whole
                at += 2
                continue
        yield one, Span(one.start, one.end), value
        at += 1


def _value(scene: _Scene, at: int) -> Value:
    """What ``scene.found[at]`` resolves to, with its clause's tense and the date that follows it close by."""
    one, following = scene.found[at], None
    if at + 1 < len(scene.found) and scene.found[at + 1].start - one.end < 60:
        following = resolve(scene.found[at + 1].meaning, scene.context)
    tense = tense_near(scene.text, (scene.sentence.start, scene.sentence.end), (one.start, one.end))
    context = replace(scene.context, following=following, ahead=tense > 0, back=tense < 0)
    return resolve(with_shared_year(scene.text, scene.found, at), context)


def _time(text: str, span: Span, value: Value, found: Found, published: date | None) -> Time:  # noqa: PLR0917 - one record's parts
    """The record of a resolved expression."""
    before = text[max(0, span.start - 22) : span.start]
    start, end, says = value.partial, value.partial_end or value.partial, value.says
    if value.period:
        start, end = value.period.first.isoformat(), value.period.last.isoformat()
        if _SINCE.search(before):
            end = max(end, published.isoformat()) if published else None
            says += "; since then"
    return Time(
        span=span,
        start=start,
        end=end,
        granularity=value.granularity,
        basis=value.basis,
        kind="duration" if isinstance(found.meaning, Duration) else "set" if isinstance(found.meaning, Every) else "date",
        confidence=round(found.rule.sure * value.factor * (0.85 if _BESIDE.search(before) else 1.0), 3),
        why=(Why(by=f"times: {found.rule.name}", says=says, span=span),),
    )


def _without_names(found: list[Found], lang: Language, sentence: int) -> list[Found]:
    """Leaves out bare months that are people ("April Ryan", "Theresa May") where the reader knows names."""
    people = [lang.span(*name.tokens) for name in names_from(lang, *lang.bounds[sentence]) if name.kind == "PER"]
    if not people:
        return found
    return [f for f in found if f.rule.name != "month" or not any(p.overlaps(Span(f.start, f.end)) for p in people)]


def tells_history(found: Sequence[Sequence[Found]], published: date | None) -> bool:
    """Whether a text tells of years long past, so that its months without year are of the year told and not the latest.

    So where at least four years are written out, 70 % of them two years and more before publication, and hardly a word
    like "Friday" or "yesterday" (at most one to six years; set by hand on WikiWars and the training gold).
    """
    meanings = [f.meaning for here in found for f in here]
    years = [m.year for m in meanings if isinstance(m, Calendar) and m.year]
    if published is None or len(years) < 4:
        return False
    old = sum(year <= published.year - 2 for year in years)
    return old >= 0.7 * len(years) and 6 * sum(map(_is_of_this_week, meanings)) <= len(years)


def _is_of_this_week(meaning: object) -> bool:
    return isinstance(meaning, Weekday) or (
        isinstance(meaning, Shift) and meaning.base is Base.PUBLISHED and meaning.unit == "day"
    )
