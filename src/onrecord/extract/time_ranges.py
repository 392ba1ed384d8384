"""Expressions that belong together: ranges ("from 2011 to 2014") and lists that write the year once ("in April and June 1955")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.time_context import Value, unresolved
from onrecord.extract.time_meanings import Calendar, Meaning, Season, Shift, Weekday, Years
from onrecord.extract.time_rules import Found
from onrecord.extract.time_values import Period, add_months

_LISTED = re.compile(
    r"\s*(?:,|-|–|—|&|\b(?:and|or|to|through|until)\b)\s*(?:the\s+|on\s+|in\s+)?|\s*,\s+(?:and|or)\s+", re.IGNORECASE
)
_DASH = re.compile(r"\s*[-–—]\s*|\s+(?:through|until|till)\s+(?:the\s+)?", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:the\s+)?", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)


def with_shared_year(text: str, found: Sequence[Found], at: int) -> Meaning:
    """The meaning of ``found[at]``, with the year that stands only at the end of the list it belongs to."""
    meaning = found[at].meaning
    if not isinstance(meaning, Calendar) or not _lacks_year(meaning) or not meaning.month:
        return meaning
    for one, other in zip(found[at:], found[at + 1 :], strict=False):
        later = other.meaning
        if not isinstance(later, Calendar) or not later.month or not _LISTED.fullmatch(text, one.end, other.start):
            break
        if later.year:
            return replace(meaning, year=later.year - (later.month < meaning.month))
    return meaning


def _lacks_year(meaning: Calendar) -> bool:
    return meaning.year is None and meaning.step is None and meaning.year_step is None


def is_range(text: str, one: Found, other: Found) -> bool:
    """Whether two neighbours are the ends of a range: from … to …, between … and …, June–August."""
    kinds = (Calendar, Weekday, Season, Years, Shift)
    if not isinstance(one.meaning, kinds) or not isinstance(other.meaning, kinds):
        return False
    before = text[max(0, one.start - 12) : one.start].lower()
    if _DASH.fullmatch(text, one.end, other.start):
        return type(one.meaning) is type(other.meaning)
    if _TO.fullmatch(text, one.end, other.start):
        return before.endswith(("from ", "from the ")) or type(one.meaning) is type(other.meaning)
    return bool(_AND.fullmatch(text, one.end, other.start)) and before.endswith(("between ", "between the "))


def joined(meaning: Meaning, first: Value, last: Value) -> Value | None:
    """One value from the first day of one to the last of the other; None where they don't make a range.

    Where the first (whose meaning is given) has no year of its own, it takes the latest that puts it before the last.
    """
    if first.partial and last.partial:
        whole = unresolved(first.granularity, "a range whose year is not known", first.partial)
        return replace(whole, partial_end=last.partial_end or last.partial)
    if first.period is None or last.period is None:
        return None
    start = first.period
    if isinstance(meaning, Calendar) and _lacks_year(meaning):
        start = _in_year(start, last.period.last.year)
        start = start if start.first <= last.period.last else _in_year(start, last.period.last.year - 1)
    if start.first > last.period.last:
        return None
    return replace(first, period=Period(start.first, last.period.last), says=f"{first.says}; to {last.says}", basis=last.basis)


def _in_year(period: Period, year: int) -> Period:
    months = 12 * (year - period.first.year)
    return Period(add_months(period.first, months), add_months(period.last, months))
