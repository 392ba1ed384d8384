"""The words that time expressions are made of, as fragments of regular expressions and as numbers.

Names of months and weekdays are matched with their capitals ("May" is a month, "may" is not), everything else without
regard to case.
"""

from __future__ import annotations

import re

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT_MONTHS = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split()
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_WEEKDAYS = "Mon Tues Tue Weds Wed Thurs Thu Fri Sat Sun".split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def _either(words: list[str]) -> str:
    return "|".join([*words, *(w.upper() for w in words)])


FULL_MONTH = rf"(?-i:{_either(_MONTHS)})"
MONTH = rf"(?-i:{_either(_MONTHS)}|(?:{_either(_SHORT_MONTHS)})\b\.?)"
DOTTED_MONTH = rf"(?-i:{_either(_MONTHS)}|(?:{_either(_SHORT_MONTHS)})\.)"
FULL_WEEKDAY = rf"(?-i:{_either(_WEEKDAYS)})"
WEEKDAY = rf"(?-i:{_either(_WEEKDAYS)}|(?:{_either(_SHORT_WEEKDAYS)})\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[5-9]\d\d|20\d\d|2100)"
DAYPART = r"(?:(?:early\s+|late\s+)?(?:morning|afternoon|evening|night)|midnight|midday|noon|dawn|dusk)"
UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
LONG_UNIT = r"(?:day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
_SMALL_WORD = "|".join(_SMALL[1:])
_TENS_WORD = "|".join(_TENS)
NUMBER = rf"(?:\d{{1,3}}(?:\.\d+)?(?:-plus|\+)?|(?:{_TENS_WORD})(?:[-\s](?:{_SMALL_WORD}))?|(?:{_SMALL_WORD})\b)"
COUNT = (
    rf"(?:{NUMBER}|an?\s+(?:half|few|couple(?:\s+of)?|dozen)|half\s+an?|an?|few|couple(?:\s+of)?|several|many|some|dozens\s+of)"
)
ABOUT = (
    r"(?:(?:just\s+)?(?:about|around|nearly|almost|over|more\s+than|less\s+than|fewer\s+than|roughly|approximately|some|at\s+least|"
    r"up\s+to|just|only|exactly|barely|under|well\s+over)\s+)?"
)
PART = (
    r"(?:(?:the\s+)?(?:very\s+)?(?P<part>early|mid|late|(?:end|close|beginning|start|middle|(?:first|second|latter|last)\s+half|"
    r"(?:early|latter|later|last)\s+part)\s+of)[\s-]+(?:in\s+)?(?:the\s+)?)?"
)
MONTH_NUMBERS = {m[:3].lower(): n for n, m in enumerate(_MONTHS, 1)}
WEEKDAY_NUMBERS = {d[:3].lower(): n for n, d in enumerate(_WEEKDAYS)}
SEASONS = ("spring", "summer", "autumn", "winter")
DECADE_WORDS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}
_NUMBERS = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_LOOSE = {"couple": 2.0, "few": 3.0, "dozen": 12.0}
VAGUE = frozenset({"several", "many", "some", "dozens"})


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTH_NUMBERS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return WEEKDAY_NUMBERS[word[:3].lower()]


def ordinal_number(word: str) -> int | None:
    """1 to 12 for "first" to "twelfth" or "1st", "2nd" …; None for anything else."""
    if word[0].isdigit():
        return int(re.match(r"\d+", word).group())  # type: ignore[union-attr]
    return _ORDINALS.index(word.lower()) + 1 if word.lower() in _ORDINALS else None


def count_of(words: str) -> tuple[float | None, bool]:
    """How many, and whether that is said outright: "three" is (3, True), "a few" (3, False), "several" (None, False)."""
    parts = re.findall(r"\d+(?:\.\d+)?|[a-z]+", words.lower())
    for part in parts:
        if part in VAGUE:
            return None, False
        if part in _LOOSE:
            return _LOOSE[part], part == "dozen"
    if "half" in parts:
        return 0.5, True
    digits = [float(p) for p in parts if p[0].isdigit()]
    if digits:
        return digits[0], "plus" not in parts
    numbers = [_NUMBERS[p] for p in parts if p in _NUMBERS]
    if numbers:
        return float(sum(numbers)), True
    return (1.0, True) if {"a", "an"} & set(parts) else (None, False)


def unit_of(word: str) -> str:
    """The unit in the singular: "weeks" is week, "night" is day, "centuries" is century."""
    word = word.lower()
    word = "century" if word.startswith("centur") else word.removesuffix("s")
    return {"night": "day"}.get(word, word)


def season_of(word: str) -> str:
    """The season's name; "fall" is autumn."""
    word = word.lower()
    return "autumn" if word == "fall" else word
