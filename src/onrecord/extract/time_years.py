"""Rules for years, decades, centuries, seasons, quarters and feasts: "in 2014", "the 1990s", "last summer"."""

from __future__ import annotations

import re

from onrecord.extract.time_meanings import Calendar, Holiday, Meaning, Season, Slice, Years
from onrecord.extract.time_rules import Rule, rule
from onrecord.extract.time_shared import OTHER_YEAR, STEP, YEAR_GROUP, number_in, step_of, year_word_of
from onrecord.extract.time_values import FIXED_HOLIDAYS
from onrecord.extract.time_words import DECADE_WORDS, PART, SEASON, YEAR, ordinal_number, season_of

_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|from|to|until|till|by|during|before|after|between|and|through|around|circa|about|for|the\s+year|year|as|"
    r"the|this|that|his|her|its|their|our|a|or|mid|early|late|than|back\s+in)\s+|['’]s?\s+|[-–—(/\[]\s?|mid-|[,;]\s+(?:in|since)\s+)$",
    re.IGNORECASE,
)
_NAMED_NUMBER_BEFORE = re.compile(
    r"(?:\b(?:Resolution|Resolutions|No\.?|Nos\.?|number|page|pages|Article|Section|Flight|flight|Route|Room|Directive|Regulation|"
    r"Order|Law|Act|Decree|Protocol|Boeing|Airbus|UNSCR|UNSC|Psalm|pp?\.|total|another|some|other|nearly|over|least|almost|exactly)"
    r"\s*|[#$£€¥]\s?)$"
)
_COUNTED_AFTER = re.compile(
    r"[\s-]+(?:(?:more|other|foreign|armed|local|new|US|U\.S\.|American|Russian|British|Syrian|Turkish|Iraqi|Afghan|Chinese|Israeli|"
    r"Palestinian|Ukrainian|Iranian|French|German|homeless|wounded|displaced)\s+)*(?:people|persons|troops|soldiers|civilians|men|women|"
    r"children|refugees|migrants|fighters|militants|rebels|members|police|officers|officials|homes|houses|families|prisoners|deaths|"
    r"casualties|victims|others|km|kilomet\w+|miles|metres|meters|feet|hectares|acres|tons|tonnes|dollars|euros|pounds|times|votes|"
    r"seats|jobs|cases|percent|per\s+cent|pages|kilos?|barrels|residents|workers|students|protesters|demonstrators|villagers|"
    r"detainees|supporters|staff|personnel|villages|years|days|hours|rpm|hp|MW|GMT|hours|hrs|p\.m\.|a\.m\.)\b",
    re.IGNORECASE,
)
_DIGIT_BEFORE = re.compile(r"(?:\d[.,:/-]?|\w-)$")


def _bare_year(match: re.Match[str]) -> Meaning | None:
    """Four digits that are a year and no count ("2000 people"), no number of a resolution, a flight or a page."""
    text, start, end = match.string, match.start(), match.end()
    before = max(0, start - 16)
    if _NAMED_NUMBER_BEFORE.search(text, before, start) or _COUNTED_AFTER.match(text, end):
        return None
    if match["part"] or match["year_of"]:
        return Calendar(year=int(match["year"]), part=match["part"] or "")
    if _DIGIT_BEFORE.search(text, before, start) and not re.search(r"(?i:mid|pre|post|early|late)-$", text[before:start]):
        return None
    called_for = (
        _YEAR_BEFORE.search(text, before, start)
        or text[start - 1 : start] in {"\n", "“", '"', "‘"}
        or re.match(r"\s?(?:['’]s\b|[,;:.)\]–-])", text[end : end + 3])
        or re.search(r"\b[A-Z]\w+\s$", text[before:start])
    )
    return Calendar(year=int(match["year"])) if called_for or start == 0 or end >= match.endpos else None


def _year_range(match: re.Match[str]) -> Meaning | None:
    """2011-2014, 1990-91; declines what runs backwards or over more than two centuries."""
    first, tail = int(match["year"]), match["last_year"]
    last = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)
    if _COUNTED_AFTER.match(match.string, match.end()) or not 0 < last - first <= 200:
        return None
    return Years(first=first, last=last, granularity="year")


def _decade(match: re.Match[str]) -> Meaning | None:
    groups = match.groupdict()
    word = groups.get("decade_word")
    first = 1900 + DECADE_WORDS[word.lower()] if word else int(groups["decade"])
    if first < 100:
        first += 1900 if first >= 20 else 2000
    granularity = "century" if first % 100 == 0 and first < 2000 else "decade"
    return Years(
        first=first, last=first + (99 if granularity == "century" else 9), granularity=granularity, part=match["part"] or ""
    )


def _century(match: re.Match[str]) -> Meaning | None:
    number = ordinal_number(match["century"]) or _CENTURY_WORDS.get(match["century"].lower())
    if number is None or not 1 <= number <= 22:
        return None
    return Years(first=100 * number - 99, last=100 * number, granularity="century", part=match["part"] or "")


_CENTURY_WORDS = {
    w: n
    for n, w in enumerate(
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(), 13
    )
}


def _season(match: re.Match[str]) -> Meaning | None:
    """A season; without year only where the words before call for a time."""
    step, _ = year_word_of(match)
    name, year = season_of(match["season"]), number_in(match["year"])
    if not (year or step is not None or match["step"] or match["part"]):
        before = match.string[max(0, match.start() - 14) : match.start()]
        of_something = name in {"autumn", "spring"} and re.match(r"\s+of\b", match.string[match.end() : match.end() + 4])
        if of_something or not re.search(r"\b(?:in|during|since|by|until|over)\s+(?:the\s+)?$", before):
            return None  # "the fall of the town"
        if match[0].lower() == "fall":
            return None
    return Season(name=name, year=year, step=step_of(match), year_step=step, part=match["part"] or "")


def _slice(match: re.Match[str]) -> Meaning | None:
    words = match["nth"].lower()
    number = {"latter": 2, "last": 4}.get(words) or ordinal_number(words.removeprefix("q"))
    of = 2 if (match.groupdict().get("piece") or "").lower() == "half" else 4
    number = min(number, of) if number and words == "last" else number
    step, _ = year_word_of(match)
    year = number_in(match["year"])
    if number is None or number > of or (of == 2 and year is None and step is None):
        return None
    return Slice(number=number, of=of, year=year, year_step=step)


def _holiday(match: re.Match[str]) -> Meaning | None:
    """A feast; one that is more season than day ("Christmas") only with its year or "last", "next"."""
    name = re.sub(r"[’']", "'", match["holiday"].lower())
    name = "thanksgiving" if name.startswith("thanksgiving") else name
    if name in {"christmas", "new year", "easter"} and not (match["year"] or match["step"]):
        return None
    return Holiday(name=re.sub(r"\s+", " ", name), year=number_in(match["year"]), step=step_of(match))


_HOLIDAY = "|".join(
    re.escape(h).replace("'", "['’]")
    for h in sorted(
        [*FIXED_HOLIDAYS, "memorial day", "labor day", "easter sunday", "easter monday", "good friday", "easter"],
        key=len,
        reverse=True,
    )
)
YEAR_RULES: list[Rule] = [
    rule(
        "quarter or half",
        "unit",
        rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last|latter|1st|2nd|3rd|4th)\s+(?P<piece>quarter|half)"
        rf"(?:\s+(?:of\s+)?{YEAR_GROUP}|\s+(?:of\s+)?{OTHER_YEAR})?",
        _slice,
        sure=0.85,
    ),
    rule(
        "year range",
        "digit",
        rf"(?<![\d.,:/-])(?P<year>{YEAR})\s*[-–—/]\s*(?P<last_year>{YEAR}|\d\d)(?![\d%]|[-.,:/]\d)",
        _year_range,
        sure=0.93,
    ),
    rule("year", "digit", rf"{PART}(?P<year_of>(?:the\s+)?year\s+)?{YEAR_GROUP}(?![/]\d|-\d)", _bare_year, sure=0.93),
    rule(
        "decade",
        "digit",
        rf"{PART}(?:the\s+)?['’]?(?P<decade>(?:1[5-9]|20)\d0|(?:(?<=['’])|(?<=the\s))[2-9]0)['’]?s",
        _decade,
    ),
    rule(
        "decade in words",
        "word",
        rf"{PART}(?:the\s+)(?:nineteen[-\s])?(?P<decade_word>{'|'.join(DECADE_WORDS)})",
        _decade,
        sure=0.8,
    ),
    rule(
        "century", "unit", rf"{PART}(?:the\s+)?(?P<century>\d\d?(?:st|nd|rd|th)|{'|'.join(_CENTURY_WORDS)})[-\s]century", _century
    ),
    rule(
        "before Christ",
        "digit",
        r"(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)\s+century|\d{1,4})\s+(?-i:BCE?|B\.C\.)",
        lambda _: Years(first=None, last=0, granularity="year"),
    ),
    rule(
        "season",
        "season",
        rf"{PART}(?:{STEP}\s+|the\s+)?(?P<season>{SEASON})(?:,?\s+(?:of\s+)?{YEAR_GROUP}|,?\s+{OTHER_YEAR})?",
        _season,
        sure=0.75,
    ),
    rule("quarter", "digit", rf"(?P<nth>Q[1-4])(?:\s+(?:of\s+)?{YEAR_GROUP}|\s+{OTHER_YEAR})?", _slice, sure=0.85),
    rule(
        "holiday",
        "word",
        rf"(?:{STEP}\s+)?(?P<holiday>(?-i:(?=[A-Z]))(?:{_HOLIDAY}|thanksgiving(?:\s+day)?))(?:,?\s+{YEAR_GROUP})?",
        _holiday,
        sure=0.8,
    ),
]
