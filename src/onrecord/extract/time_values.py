"""Days, months, years and their parts: calendar arithmetic, nothing about words."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = 1, 9998  # years that datetime can hold with room for the following day


@dataclass(frozen=True, slots=True)
class Period:
    """From ``first`` to ``last``, both days included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it lasts, at least 1."""
        return (self.last - self.first).days + 1

    def joined(self, other: Period) -> Period:
        """From the beginning of the earlier to the end of the later one."""
        return Period(min(self.first, other.first), max(self.last, other.last))


def day(at: date) -> Period:
    """One day."""
    return Period(at, at)


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period(date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1]))


def years(first: int, last: int) -> Period:
    """Whole years, both included; cut to what a date can hold."""
    return Period(date(max(first, EARLIEST), 1, 1), date(min(last, LATEST), 12, 31))


def valid(year: int, number: int, day_of_month: int) -> bool:
    """Whether there is such a day."""
    return EARLIEST <= year <= LATEST and 1 <= day_of_month <= calendar.monthrange(year, number)[1]


def week(at: date) -> Period:
    """The week from Monday to Sunday that holds a day (ISO 8601)."""
    monday = at - timedelta(days=at.weekday())
    return Period(monday, monday + timedelta(days=6))


def weekend(at: date) -> Period:
    """The Saturday and Sunday of the week that holds a day."""
    saturday = week(at).first + timedelta(days=5)
    return Period(saturday, saturday + timedelta(days=1))


def add_months(at: date, count: int) -> date:
    """The same day so many months on; the last of the month where that month is shorter."""
    year, index = divmod(at.year * 12 + at.month - 1 + count, 12)
    year = min(max(year, EARLIEST), LATEST)
    return date(year, index + 1, min(at.day, calendar.monthrange(year, index + 1)[1]))


def add(at: date, count: float, unit: str) -> date:
    """A day so many units on (negative: back)."""
    if unit in {"month", "quarter", "year", "decade", "century"}:
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        return add_months(at, round(count * months))
    days = {"week": 7, "weekend": 7, "fortnight": 14, "day": 1}.get(unit, 0)
    shift = round(count * days)
    room = (date(EARLIEST, 1, 1) - at).days, (date(LATEST, 12, 31) - at).days
    return at + timedelta(days=min(max(shift, room[0]), room[1]))


def around(at: date, unit: str) -> Period:
    """The week, weekend, month, quarter, year, decade or century that holds a day; the day itself for smaller units."""
    match unit:
        case "week" | "fortnight":
            return week(at)
        case "weekend":
            return weekend(at)
        case "month":
            return month(at.year, at.month)
        case "quarter":
            start = 3 * ((at.month - 1) // 3) + 1
            return month(at.year, start).joined(month(at.year, start + 2))
        case "year":
            return years(at.year, at.year)
        case "decade":
            return years(max(at.year // 10 * 10, 1), at.year // 10 * 10 + 9)
        case "century":
            return years((at.year - 1) // 100 * 100 + 1, (at.year - 1) // 100 * 100 + 100)
    return day(at)


def season(year: int, name: str) -> Period:
    """A meteorological season of the northern hemisphere; the winter that begins in December of ``year``."""
    start = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[name]
    first = date(year, start, 1)
    return Period(first, add_months(first, 3) - timedelta(days=1))


# Shares of a period that its parts begin and end at; thirds for early, middle and late.
_PARTS = {
    "early": (0, 1 / 3),
    "beginning": (0, 1 / 3),
    "start": (0, 1 / 3),
    "mid": (1 / 3, 2 / 3),
    "middle": (1 / 3, 2 / 3),
    "late": (2 / 3, 1),
    "latter": (1 / 2, 1),
    "later": (1 / 2, 1),
    "last": (1 / 2, 1),
    "end": (2 / 3, 1),
    "close": (2 / 3, 1),
    "first": (0, 1 / 2),
    "second": (1 / 2, 1),
}


def part_of(period: Period, part: str) -> Period:
    """The early, middle or late third or a half of a period; the whole of one shorter than four days."""
    share = _PARTS.get(part.lower().split()[0]) if part else None
    if share is None or period.days < 4:
        return period
    first = period.first + timedelta(days=round(period.days * share[0]))
    last = period.first + timedelta(days=round(period.days * share[1]) - 1)
    return Period(first, last)


def part_of_years(period: Period, part: str) -> Period:
    """Like ``part_of``, in whole months for periods of a year and more: late 2015 begins on a first of the month."""
    share = _PARTS.get(part.lower().split()[0]) if part else None
    if share is None:
        return period
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    first = add_months(period.first, round(months * share[0]))
    return Period(first, add_months(period.first, round(months * share[1])) - timedelta(days=1))


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> date:
    """The nth (1 …) such weekday of a month; -1 is the last."""
    if nth > 0:
        first = date(year, number, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = month(year, number).last
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus, Astronomical Algorithms, 1991, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - b // 4 - g + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * e) // 451
    number, day_of_month = divmod(h + e - 7 * m + 114, 31)
    return date(year, number, day_of_month + 1)


def holiday(year: int, name: str) -> date | None:
    """The day of a feast by its lower-cased name; None where the name isn't known."""
    fixed = FIXED_HOLIDAYS.get(name)
    if fixed:
        return date(year, *fixed)
    match name:
        case "thanksgiving":
            return nth_weekday(year, 11, 3, 4)
        case "memorial day":
            return nth_weekday(year, 5, 0, -1)
        case "labor day":
            return nth_weekday(year, 9, 0, 1)
        case "easter sunday" | "easter day" | "easter":
            return easter(year)
        case "easter monday":
            return easter(year) + timedelta(days=1)
        case "good friday":
            return easter(year) - timedelta(days=2)
    return None


FIXED_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year": (1, 1),
    "new year's eve": (12, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "international women's day": (3, 8),
    "human rights day": (12, 10),
    "anzac day": (4, 25),
    "bastille day": (7, 14),
}
