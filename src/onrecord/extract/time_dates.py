"""Rules for days, months and weekdays: "October 17, 2016", "17/10/2016", "in June", "on Friday"."""

from __future__ import annotations

import re

from onrecord.extract.time_meanings import Calendar, Meaning, Weekday
from onrecord.extract.time_rules import Rule, rule
from onrecord.extract.time_shared import OTHER_YEAR, STEP, YEAR_GROUP, number_in, step_of, year_word_of
from onrecord.extract.time_values import valid
from onrecord.extract.time_words import (
    DAY,
    DAYPART,
    DOTTED_MONTH,
    FULL_MONTH,
    FULL_WEEKDAY,
    MONTH,
    PART,
    WEEKDAY,
    month_number,
    weekday_number,
)

_TO = r"(?:\s*[-–—/]\s*|\s+(?:to|through|until|till|and|or)\s+)"
_AFTER_DAYS = (
    r"(?=\s*(?:[,.;:)]|$)|\s+(?:in|at|on|to|when|with|by|for|of|as|near|under|after|before|during)\b|\s*,?\s*(?:19|20)\d\d)"
)
_WEEKDAY_FIRST = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?)?"
_YEAR_TAIL = rf"(?:,?\s*(?:of\s+)?{YEAR_GROUP}|,?\s+{OTHER_YEAR})?"


def _day_date(match: re.Match[str]) -> Meaning | None:
    """A day of a month, with or without its year and weekday; declines February 30."""
    month, first, last = month_number(match["month"]), number_in(match["day"]), number_in(match["last_day"])
    year = number_in(match["year"])
    step, base = year_word_of(match)
    if first is None or not valid(year or 2000, month, first) or (last and not valid(year or 2000, month, last)):
        return None
    if last is not None and last <= first:
        return None
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None
    return Calendar(year=year, month=month, day=first, last_day=last, weekday=weekday, year_step=step, year_base=base)


def _numeric(match: re.Match[str]) -> Meaning | None:
    """17/10/2016 and 10/17/2016; where both readings are dates, only the year is known."""
    first, second, year = int(match["one"]), int(match["two"]), int(match["year"])
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    readings = {(m, d) for d, m in ((first, second), (second, first)) if 1 <= m <= 12 and valid(year, m, d)}
    if not readings:
        return None
    if len(readings) > 1:
        return Calendar(year=year)
    month, day = readings.pop()
    return Calendar(year=year, month=month, day=day)


def _iso(match: re.Match[str]) -> Meaning | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    good = 1 <= month <= 12 and valid(year, month, day)
    return Calendar(year=year, month=month, day=day) if good else None


def _month_year(match: re.Match[str]) -> Meaning:
    step, base = year_word_of(match)
    return Calendar(
        year=number_in(match["year"]),
        month=month_number(match["month"]),
        part=match["part"] or "",
        year_step=step,
        year_base=base,
    )


_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|during|before|after|between|through|to|for|around|mid|early|late|and|last|this|next|every|"
    r"each|end|until)\s+|[-–(/]|mid-)$",
    re.IGNORECASE,
)
_NO_MONTH_AFTER = re.compile(r"\s+(?:Revolution|War|Crisis|Movement|Uprising|Monarchy|Days|Madness)\b")


def _bare_month(match: re.Match[str]) -> Meaning | None:
    """A month without day and year; "May" and "March" only where the words before call for a month."""
    word, text = match["month"], match.string
    if _NO_MONTH_AFTER.match(text, match.end()):
        return None
    needs_cue = word.lower() in {"may", "march"} and not match["part"] and not match["step"]
    if needs_cue and not _MONTH_BEFORE.search(text, max(0, match.start() - 12), match.start()):
        return None
    return Calendar(month=month_number(word), step=step_of(match), part=match["part"] or "")


_NO_WEEKDAY_BEFORE = re.compile(r"\b(?:Black|Bloody|Good|Super|Easter|Palm|Ash|Holy|Maundy|Ruby|Cyber|Giving|Fat)\s+$")
_NO_WEEKDAY_AFTER = re.compile(r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Herald|Post|Star|Sun|Tribune|Mass|prayers)\b")


def _weekday(match: re.Match[str]) -> Meaning | None:
    """A weekday that isn't part of a name ("Bloody Sunday", "The Sunday Times")."""
    text = match.string
    if _NO_WEEKDAY_BEFORE.search(text, max(0, match.start() - 10), match.start()) or _NO_WEEKDAY_AFTER.match(text, match.end()):
        return None
    return Weekday(number=weekday_number(match["weekday"]), step=step_of(match), daypart=bool(match["daypart"]))


DATE_RULES: list[Rule] = [
    rule("iso date", "digit", r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!-)(?:T[\d:.]+Z?)?", _iso, sure=0.99),
    rule(
        "numeric date",
        "digit",
        r"(?<![/.])(?P<one>\d{1,2})(?P<sep>[/.])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4})(?![/.]\d)",
        _numeric,
        sure=0.95,
    ),
    rule(
        "attacks of 11 September",
        "month",
        r"(?-i:September|Sept\.|Sep\.)\s+11(?:th)?,?(?=\s+(?:terror\w*\s+)?(?:attacks?|hijack\w+|atrocit\w+|bombings)\b)",
        lambda _: Calendar(year=2001, month=9, day=11),
        sure=0.9,
    ),
    rule(
        "month and day",
        "month",
        rf"{_WEEKDAY_FIRST}(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?![\d%]|[.,:]\d)"
        rf"(?:(?:\s*[-–—/]\s*|\s+(?:to|through|until|or)\s+|\s+and\s+(?={DAY}{_AFTER_DAYS}))(?P<last_day>{DAY})(?!\d|\s+{MONTH}|[.,:]\d))?{_YEAR_TAIL}",
        _day_date,
        sure=0.97,
    ),
    rule(
        "day and month",
        "month",
        rf"{_WEEKDAY_FIRST}(?:the\s+)?(?<![\d.,:/])(?<!\d-)(?P<day>{DAY})(?:{_TO}(?:the\s+)?(?P<last_day>{DAY}))?\s+(?:of\s+)?(?P<month>{MONTH}){_YEAR_TAIL}",
        _day_date,
        sure=0.97,
    ),
    rule(
        "month and year",
        "month",
        rf"{PART}(?P<month>{MONTH})(?:,?\s+(?:of\s+)?{YEAR_GROUP}|,?\s+{OTHER_YEAR})",
        _month_year,
        sure=0.97,
    ),
    rule("month", "full month", rf"{PART}(?:{STEP}\s+)?(?P<month>{FULL_MONTH})(?!['’]?\w)", _bare_month, sure=0.9),
    rule("short month", "month", rf"{PART}(?:{STEP}\s+)?(?P<month>{DOTTED_MONTH})(?!\s*\d)", _bare_month, sure=0.8),
    rule(
        "weekday",
        "weekday",
        rf"(?:(?:the\s+)?(?:early|late|earlier|later)\s+(?:hours\s+of\s+|on\s+)?)?(?:{STEP}\s+)?(?P<weekday>{FULL_WEEKDAY})(?:\s+(?P<daypart>{DAYPART}))?",
        _weekday,
    ),
    rule("eleventh of September", "digit", r"9/11(?![/\d])", lambda _: Calendar(year=2001, month=9, day=11), sure=0.97),
]
