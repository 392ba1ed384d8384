"""From "three weeks ago", "the next day", "last month" to days: what counts from another day."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.extract import time_values as values
from onrecord.extract.time_context import FINENESS, PUBLISHED, RELATIVE, Context, Value, unresolved
from onrecord.extract.time_meanings import Around, Base, DayPart, Shift, Stretch
from onrecord.extract.time_values import Period


def resolve_shift(meaning: Shift, context: Context) -> Value:
    """So many units before or after the publication date, a date told before, or one told with it."""
    grain = _shift_grain(meaning)
    if meaning.base is Base.PUBLISHED:
        base, name = context.published, "the publication date"
    elif meaning.base is Base.TEXT:
        told = context.last("day" if meaning.unit in {"day", "week", "hour", "minute", "second"} else _coarsest(meaning.unit))
        base, name = (told.value.period.first, "the date told before it") if told and told.value.period else (None, "")
    else:
        known = context.following
        good = known is not None and known.period is not None and known.granularity in {"day", "part"}
        base, name = (known.period.first, "the date told with it") if good and known and known.period else (None, "")
    if base is None or (meaning.count is None and meaning.unit not in {"hour", "minute"}):
        return unresolved(grain, "how far or from which day it counts is not told")
    at = values.add(base, meaning.count or 0, meaning.unit)
    today = meaning.base is Base.PUBLISHED and meaning.count == 0
    return Value(
        period=values.around(at, grain if grain in {"month", "year"} else "day"),
        granularity=grain,
        basis=PUBLISHED if today else RELATIVE,
        says=f"counted from {name} {base}",
        factor=1.0 if meaning.base is Base.PUBLISHED else 0.9,
    )


def _shift_grain(meaning: Shift) -> str:
    """How fine a day counted in such units is: weeks point to a day, months to a month, decades to a year."""
    if meaning.unit in {"hour", "minute", "second"}:
        return "hour"
    if meaning.unit in {"day", "week", "weekend", "fortnight"}:
        return "part" if meaning.daypart else "day"
    whole = meaning.count is None or meaning.count == int(meaning.count)
    return "year" if meaning.unit in {"year", "decade", "century"} and whole else "month"


def _coarsest(unit: str) -> str:
    return {"decade": "year", "century": "year", "quarter": "month"}.get(unit, unit if unit in FINENESS else "day")


def resolve_around(meaning: Around, context: Context) -> Value:
    """The week, month or year that holds its base day, or the one beside it."""
    base = context.published
    if meaning.base is Base.TEXT:
        far = 12 if meaning.unit == "day" and meaning.step == 0 else 3
        told = context.last(_coarsest(meaning.unit), within=far)
        base = told.value.period.first if told and told.value.period else None
    if base is None:
        return unresolved(meaning.unit, "the day it counts from is not known")
    if meaning.unit == "weekend" and meaning.base is Base.PUBLISHED:
        return _weekend(meaning, context, base)
    period = values.around(values.add(base, meaning.step, meaning.unit), meaning.unit)
    period = _part_around(period, meaning, context.published or base)
    name = "the publication date" if meaning.base is Base.PUBLISHED else "the date told before it,"
    factor = 1.0 if meaning.base is Base.PUBLISHED else 0.9
    return Value(period=period, granularity=meaning.unit, basis=RELATIVE, says=f"counted from {name} {base}", factor=factor)


def _part_around(period: Period, meaning: Around, base: date) -> Period:
    """Earlier this month ends at the publication date, later this month begins there; "late last year" is a third."""
    if meaning.base is Base.PUBLISHED and meaning.step == 0 and meaning.part.lower() in {"earlier", "later"}:
        return Period(period.first, base) if meaning.part.lower() == "earlier" else Period(base, period.last)
    if meaning.part.lower() == "earlier" or meaning.base is Base.TEXT:
        return period
    return (values.part_of_years if meaning.unit in {"year", "decade", "century"} else values.part_of)(period, meaning.part)


def _weekend(meaning: Around, context: Context, base: date) -> Value:
    """The weekend: the latest that has begun; this weekend: from Thursday on the coming one."""
    this = values.weekend(base)
    begun = base >= this.first
    if meaning.step:
        weeks = meaning.step
    elif meaning.part == "the":
        weeks = 0 if begun or context.ahead else -1
    else:
        weeks = 0 if begun or context.ahead or base.weekday() >= 3 else -1
    period = Period(this.first + timedelta(weeks=weeks), this.last + timedelta(weeks=weeks))
    return Value(
        period=period, granularity="weekend", basis=RELATIVE, says=f"counted from the publication date {base}", factor=0.9
    )


def resolve_stretch(meaning: Stretch, context: Context) -> Value:
    """The last or next so many units, up to or from the publication date."""
    base = context.published
    if base is None or meaning.count is None:
        return unresolved(meaning.unit, "how long it is or from which day it counts is not told")
    far = values.add(base, meaning.count * meaning.step, meaning.unit)
    return Value(
        period=Period(min(base, far), max(base, far)),
        granularity=meaning.unit,
        basis=RELATIVE,
        says=f"{'up to' if meaning.step < 0 else 'from'} the publication date {base}",
    )


def resolve_daypart(meaning: DayPart, context: Context) -> Value:
    """A time of day: its day is the one told with it or shortly before."""
    told = context.last("day", within=4)
    value = (
        context.following
        if context.following and context.following.granularity in {"day", "part"}
        else told.value
        if told
        else None
    )
    if told and told.sentence == context.sentence:
        value = told.value
    if value and value.period:
        return Value(
            period=value.period, granularity=meaning.granularity, basis=RELATIVE, says="on the day told with it", factor=0.9
        )
    if meaning.overnight and context.published:
        period = Period(context.published - timedelta(days=1), context.published)
        return Value(period=period, granularity="part", basis=RELATIVE, says="the night before the publication date", factor=0.8)
    return unresolved(meaning.granularity, "the day it belongs to is not told")
