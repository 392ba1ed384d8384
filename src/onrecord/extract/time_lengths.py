"""Rules for durations, repetitions, times of day and words that leave the time open: no date of their own."""

from __future__ import annotations

import re

from onrecord.extract.time_meanings import DayPart, Duration, Every, Meaning, Vague
from onrecord.extract.time_rules import Rule, rule
from onrecord.extract.time_words import ABOUT, COUNT, FULL_WEEKDAY, UNIT, unit_of

_HALF = r"(?P<half>\s+and\s+a\s+half)?"
_COUNTED = rf"{ABOUT}(?P<count>{COUNT})\s*-?\s*(?:(?:full|whole|short|long|more|or\s+so)\s+)?(?P<unit>{UNIT}){_HALF}"
_AGE_AFTER = re.compile(r"[-\s]+(?:old|of\s+age)\b", re.IGNORECASE)
_AGE_BEFORE = re.compile(r"\baged\s+$", re.IGNORECASE)


def _duration(match: re.Match[str]) -> Meaning | None:
    """Two years, a six-month …; no ages, and "a second" is mostly no time."""
    text = match.string
    if _AGE_AFTER.match(text, match.end()) or _AGE_BEFORE.search(text, max(0, match.start() - 6), match.start()):
        return None
    counted, unit = match["count"].lower(), match["unit"].lower()
    if unit in {"second", "quarter", "weekend"} and not counted[0].isdigit():
        return None
    if counted in {"a", "an"} and re.search(
        r"\b(?:times?|once|twice|per\s+\w+)\s+$", text[max(0, match.start() - 10) : match.start()]
    ):
        return Every(unit=unit_of(unit))
    if counted in {"a", "one", "some", "many"} and unit == "day":
        return None
    return Duration(unit=unit_of(unit))


_NUMBER_BEFORE = re.compile(r"[\w.,]*\d[\d.,]*[-\s]$")


def _uncounted(match: re.Match[str]) -> Meaning | None:
    """For years, hours: not where the number before it was declined as an age or is too large to be read."""
    text = match.string
    if _AGE_AFTER.match(text, match.end()) or _NUMBER_BEFORE.search(text, max(0, match.start() - 12), match.start()):
        return None
    return Duration(unit=unit_of(match["unit"]))


def _every(match: re.Match[str]) -> Meaning:
    groups = match.groupdict()
    word = (groups.get("unit") or groups.get("adverb") or "week").lower()
    adverbs = {
        "daily": "day",
        "weekly": "week",
        "monthly": "month",
        "yearly": "year",
        "annually": "year",
        "nightly": "day",
        "hourly": "hour",
    }
    return Every(unit=adverbs.get(word) or (unit_of(word) if re.fullmatch(UNIT, word) else "week"))


LENGTH_RULES: list[Rule] = [
    rule(
        "every",
        "unit",
        rf"(?:every|each)\s+(?:(?:other|single|{COUNT})\s+)?(?P<unit>{UNIT}|morning|evening|{FULL_WEEKDAY})",
        _every,
    ),
    rule("every weekday", "weekday", rf"(?:(?:every|each)\s+(?:other\s+)?{FULL_WEEKDAY}|{FULL_WEEKDAY}s)", _every),
    rule("daily", "word", r"(?-i:(?P<adverb>daily|weekly|monthly|yearly|annually|nightly|hourly))", _every, sure=0.8),
    rule("per day", "unit", r"(?:per|a(?<=\btimes\sa|.once\sa|twice\sa))\s+(?P<unit>day|week|month|year|hour)", _every, sure=0.8),
    rule("duration", "unit", _COUNTED, _duration),
    rule(
        "long duration",
        "unit",
        r"(?:for\s+)?(?P<unit>hours|days|weeks|months|years|decades|centuries)",
        _uncounted,
        sure=0.7,
    ),
    rule(
        "clock time",
        "digit",
        r"(?:(?:about|around)\s+)?\d{1,2}(?:[:.]\d\d)?\s*(?:a\.m\.|p\.m\.|am\b|pm\b|hrs\b|o['’]clock)(?:\s+(?:local\s+time|GMT))?",
        lambda _: DayPart(granularity="hour"),
        sure=0.7,
    ),
    rule(
        "clock time",
        "digit",
        r"(?<![\d:.])(?:[01]\d|2[0-3]):[0-5]\d(?:\s*(?:hrs|GMT|UTC|local\s+time))?",
        lambda _: DayPart(granularity="hour"),
        sure=0.6,
    ),
    rule(
        "time of day",
        "word",
        r"(?:(?:about|around|just\s+(?:before|after)|before|after|at|by|until)\s+)?(?:midnight|midday|noon|dawn|dusk|daybreak|nightfall|sunset|sunrise)|"
        r"(?:in|during|through|throughout)\s+the\s+(?:(?:early|late)\s+)?(?:morning|afternoon|evening|night)(?:\s+hours)?",
        lambda _: DayPart(granularity="part"),
        sure=0.6,
    ),
    rule("overnight", "word", r"overnight", lambda _: DayPart(granularity="part", overnight=True), sure=0.6),
    rule(
        "left open",
        "word",
        r"(?:in\s+)?recent(?:\s+(?:days|weeks|months|years|decades|times))?|recently|lately|soon|shortly|currently|nowadays|at\s+present|presently|"
        r"previously|now|these\s+days|at\s+the\s+moment|to\s+date|so\s+far|in\s+the\s+(?:near\s+)?(?:past|future)|in\s+(?:previous|past|earlier|"
        r"coming|the\s+coming)\s+(?:days|weeks|months|years|decades)|the\s+coming\s+(?:days|weeks|months|years)",
        lambda _: Vague(),
        sure=0.5,
    ),
]
