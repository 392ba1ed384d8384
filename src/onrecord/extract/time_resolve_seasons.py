"""From seasons, quarters, decades and feasts to days."""

from __future__ import annotations

from datetime import date

from onrecord.extract import time_values as values
from onrecord.extract.time_context import EXPLICIT, RELATIVE, Context, Value, unresolved
from onrecord.extract.time_meanings import Holiday, Season, Slice, Years


def resolve_season(meaning: Season, context: Context) -> Value:
    """A season: its own year, else the latest that has begun by the publication date."""
    base = context.published
    if meaning.year is not None:
        factor = 0.8 if meaning.name == "winter" else 1.0
        period = values.part_of(values.season(meaning.year, meaning.name), meaning.part)
        return Value(period=period, granularity="season", basis=EXPLICIT, says="as written", factor=factor)
    if context.narrative and (carried := context.carried()) and carried.value.period and meaning.year_step is None:
        year, says = carried.value.period.first.year, "the year told before it"
    elif base is None:
        return unresolved("season", "relative to a publication date that is not known")
    else:
        says = f"counted from the publication date {base}"
        year = base.year + (meaning.year_step or 0)
        if meaning.year_step is None and meaning.step != 0:
            year = _season_year(meaning, base, ahead=context.ahead)
    period = values.part_of(values.season(year, meaning.name), meaning.part)
    return Value(period=period, granularity="season", basis=RELATIVE, says=says, factor=0.9)


def _season_year(meaning: Season, base: date, *, ahead: bool) -> int:
    """The year of the latest such season that has begun, or of the next for "next summer" and clauses that look ahead."""
    begun = [y for y in (base.year, base.year - 1) if values.season(y, meaning.name).first <= base]
    if meaning.step == -1:
        over = [y for y in (base.year, base.year - 1, base.year - 2) if values.season(y, meaning.name).last < base]
        return max(over)
    if meaning.step == 1 or ahead:
        return next(y for y in (base.year, base.year + 1) if values.season(y, meaning.name).first > base)
    return max(begun)


def resolve_slice(meaning: Slice, context: Context) -> Value:
    """A quarter or half of a year; without a year the latest that has begun by the publication date."""
    grain = "quarter" if meaning.of == 4 else "half"
    year, basis = meaning.year, EXPLICIT
    if year is None:
        if context.published is None:
            return unresolved(grain, "the year is not known")
        year, basis = context.published.year + (meaning.year_step or 0), RELATIVE
    months = 12 // meaning.of
    first = months * (meaning.number - 1) + 1
    if (
        basis == RELATIVE
        and meaning.year_step is None
        and date(year, first, 1) > (context.published or date.max)
        and not context.ahead
    ):
        year -= 1
    period = values.month(year, first).joined(values.month(year, first + months - 1))
    return Value(period=period, granularity=grain, basis=basis, says="as written" if basis == EXPLICIT else f"in {year}")


def resolve_years(meaning: Years, _: Context) -> Value:
    """Whole years, decades and centuries, as written."""
    if meaning.first is None:
        return unresolved(meaning.granularity, "before the common era, which an ISO date of four digits cannot hold")
    period = values.part_of_years(values.years(meaning.first, meaning.last), meaning.part)
    return Value(period=period, granularity=meaning.granularity, basis=EXPLICIT, says="as written")


def resolve_holiday(meaning: Holiday, context: Context) -> Value:
    """A feast's day: in its own year, else the nearest before the publication date, after it where the clause looks ahead."""
    if meaning.year is not None:
        at = values.holiday(meaning.year, meaning.name)
        return Value(
            period=values.day(at) if at else None, granularity="day", basis=EXPLICIT, says="the feast's day in that year"
        )
    base = context.published
    if base is None:
        fixed = values.FIXED_HOLIDAYS.get(meaning.name)
        return unresolved("day", "the year is not known", f"--{fixed[0]:02d}-{fixed[1]:02d}" if fixed else None)
    days = [d for y in (base.year - 1, base.year, base.year + 1) if (d := values.holiday(y, meaning.name))]
    before, after = [d for d in days if d <= base], [d for d in days if d > base]
    wants_next = meaning.step == 1 or (meaning.step != -1 and context.ahead)
    pick = min(after) if wants_next else max(before)
    return Value(
        period=values.day(pick), granularity="day", basis=RELATIVE, says=f"the feast's day nearest to {base}", factor=0.9
    )
