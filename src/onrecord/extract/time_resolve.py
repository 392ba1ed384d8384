"""From what a time expression means to the days it points to.

Everything counts from one of three things: the calendar alone, the publication date, or a date the text spoke of before.
Where the one that is needed isn't known, what the words give is kept ("--10-17") or nothing; no day is guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.extract.time_context import Context, Value, unresolved
from onrecord.extract.time_meanings import (
    Around,
    Calendar,
    DayPart,
    Duration,
    Every,
    Holiday,
    Meaning,
    Season,
    Shift,
    Slice,
    Stretch,
    Vague,
    Weekday,
    Years,
)
from onrecord.extract.time_resolve_days import resolve_calendar, resolve_weekday
from onrecord.extract.time_resolve_relative import resolve_around, resolve_daypart, resolve_shift, resolve_stretch
from onrecord.extract.time_resolve_seasons import resolve_holiday, resolve_season, resolve_slice, resolve_years


def resolve(meaning: Meaning, context: Context) -> Value:
    """The days that a meaning points to in its context."""
    return _RESOLVERS[type(meaning)](meaning, context)


def _resolve_duration(meaning: Duration | Every, _: Context) -> Value:
    return unresolved(meaning.unit, "how long" if isinstance(meaning, Duration) else "how often")


def _resolve_vague(_: Vague, __: Context) -> Value:
    return unresolved("vague", "the words leave it open")


_RESOLVERS: dict[type, Callable[[Any, Context], Value]] = {
    Calendar: resolve_calendar,
    Weekday: resolve_weekday,
    Season: resolve_season,
    Slice: resolve_slice,
    Years: resolve_years,
    Holiday: resolve_holiday,
    Shift: resolve_shift,
    Around: resolve_around,
    Stretch: resolve_stretch,
    DayPart: resolve_daypart,
    Duration: _resolve_duration,
    Every: _resolve_duration,
    Vague: _resolve_vague,
}
