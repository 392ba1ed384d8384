"""From days, months and weekdays as a calendar names them to the days of one year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from onrecord.extract import time_values as values
from onrecord.extract.time_context import EXPLICIT, RELATIVE, Context, Told, Value, unresolved
from onrecord.extract.time_meanings import Base, Calendar, Weekday
from onrecord.extract.time_values import Period


def resolve_calendar(meaning: Calendar, context: Context) -> Value:
    """A date: its own year, else the year the text told before it, else the one nearest to the publication date."""
    if meaning.year is not None:
        return Value(
            period=_calendar_period(meaning, meaning.year), granularity=_grain(meaning), basis=EXPLICIT, says="as written"
        )
    if meaning.year_step is not None:
        return _calendar_of_relative_year(meaning, context)
    if meaning.step is not None:
        return _stepped_month(meaning, context)
    carried = context.carried()
    if carried:
        return _calendar_from_text(meaning, carried)
    if context.published is None and context.year_here is not None:
        period = _calendar_period(meaning, context.year_here)
        return Value(period=period, granularity=_grain(meaning), basis=RELATIVE, says="the only year in its sentence", factor=0.7)
    if context.published is None:
        return _without_year(meaning)
    return _calendar_near(meaning, context, context.published)


def _grain(meaning: Calendar) -> str:
    return "day" if meaning.day else "month" if meaning.month else "year"


def _without_year(meaning: Calendar) -> Value:
    """What a month or day tells without its year: "--10", "--10-17"."""
    first = _partial(meaning)
    last = f"{first[:-3]}-{meaning.last_day:02d}" if meaning.last_day else first
    open_value = unresolved(_grain(meaning), "no year is written and no publication date is known", first)
    return replace(open_value, partial_end=last)


def _partial(meaning: Calendar) -> str:
    return f"--{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day else "")


def _calendar_period(meaning: Calendar, year: int) -> Period:
    """The days of a date in a given year; 29 February becomes the 28th where there is none."""
    if meaning.month is None:
        return values.part_of_years(values.years(year, year), meaning.part)
    if meaning.day is None:
        return values.part_of(values.month(year, meaning.month), meaning.part)
    last = values.month(year, meaning.month).last.day
    first = date(year, meaning.month, min(meaning.day, last))
    return Period(first, first.replace(day=min(meaning.last_day, last)) if meaning.last_day else first)


def _calendar_of_relative_year(meaning: Calendar, context: Context) -> Value:
    """In August last year; in March of that year."""
    base = context.published
    if meaning.year_base is Base.TEXT:
        told = context.last("year")
        base = told.value.period.first if told and told.value.period else None
    if base is None:
        return unresolved(_grain(meaning), "the year it counts from is not known", _partial(meaning))
    year = base.year + (meaning.year_step or 0)
    says = f"counted from {base.year}"
    return Value(period=_calendar_period(meaning, year), granularity=_grain(meaning), basis=RELATIVE, says=says, factor=0.95)


def _stepped_month(meaning: Calendar, context: Context) -> Value:
    """Last June, this June, next June: before, in and after the month of publication."""
    base = context.published
    if base is None or meaning.month is None:
        return unresolved("month", "relative to a publication date that is not known")
    if meaning.step == -1:
        year = base.year if meaning.month < base.month else base.year - 1
    elif meaning.step == 1:
        year = base.year if meaning.month > base.month else base.year + 1
    else:
        year = base.year
    says = f"counted from the publication date {base}"
    return Value(period=_calendar_period(meaning, year), granularity="month", basis=RELATIVE, says=says, factor=0.95)


def _calendar_from_text(meaning: Calendar, carried: Told) -> Value:
    """The year of the date told before, or the next or last where that lies much nearer ("December 1916 … in January")."""
    told = carried.value.period
    if told is None or meaning.month is None:
        return unresolved(_grain(meaning), "no year is known")
    base = told.first
    year = base.year
    if carried.value.granularity in {"day", "month"}:
        year = min((base.year, base.year + 1, base.year - 1), key=lambda y: _leap(base, y, meaning.month or 1))
    says = f"the year told before it ({base.year})"
    return Value(
        period=_calendar_period(meaning, year), granularity=_grain(meaning), basis=RELATIVE, says=says, factor=0.85, carried=True
    )


def _leap(base: date, year: int, month: int) -> float:
    """The cost of going from a date told to a month of ``year``: forwards is cheap, backwards and into another year dear."""
    months = (year - base.year) * 12 + month - base.month
    return (months if months >= 0 else -2 * months) + (4 if year != base.year else 0)


def _calendar_near(meaning: Calendar, context: Context, base: date) -> Value:
    """The latest such month or day up to the publication date; a day soon after it counts as to come."""
    years = [base.year, base.year - 1, base.year + 1]
    if meaning.weekday is not None and meaning.day:
        years = [y for y in years if _calendar_period(meaning, y).first.weekday() == meaning.weekday] or years
    if meaning.day:
        best = min(
            years, key=lambda y: _distance(base, _calendar_period(meaning, y).first, ahead=context.ahead, back=context.back)
        )
    else:
        best = base.year if (meaning.month or 1) <= base.month else base.year - 1
        if context.ahead and (meaning.month or 1) != base.month:
            best = base.year if (meaning.month or 1) > base.month else base.year + 1
    period = _calendar_period(meaning, best)
    says = f"the {'nearest' if meaning.day else 'coming' if context.ahead else 'latest'} to the publication date {base}"
    return Value(period=period, granularity=_grain(meaning), basis=RELATIVE, says=says, factor=0.97 if meaning.day else 0.93)


def _distance(base: date, at: date, *, ahead: bool, back: bool) -> float:
    """Days from the publication date, dearer against the tense: a date without year is rarely far in the future."""
    days = (at - base).days
    if days > 0:
        return days * (0.5 if ahead else 8 if back else 3)
    return -days * (3 if ahead else 1)


def resolve_weekday(meaning: Weekday, context: Context) -> Value:
    """The latest such day up to the publication date; the next one after it where the clause looks ahead."""
    base = context.published
    grain = "part" if meaning.daypart else "day"
    if base is None:
        return unresolved(grain, "a weekday, and no publication date is known")
    forwards = (meaning.number - base.weekday()) % 7
    backwards = -((base.weekday() - meaning.number) % 7)
    match meaning.step:
        case -1:
            shift = backwards or -7
        case 1:
            shift = forwards or 7
        case 0:
            shift = backwards if context.back else forwards
        case _:
            shift = forwards if context.ahead and forwards else backwards
    way = "latest such day up to" if shift <= 0 else "next such day after"
    return Value(
        period=values.day(base + timedelta(days=shift)),
        granularity=grain,
        basis=RELATIVE,
        says=f"the {way} the publication date {base}",
        factor=0.85 if shift > 0 and meaning.step is None else 1.0,
    )
