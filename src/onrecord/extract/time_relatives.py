"""Rules for what counts from another day: "three weeks ago", "last month", "the next day", "a day after"."""

from __future__ import annotations

import re

from onrecord.extract.time_meanings import Around, Base, Duration, Meaning, Shift, Stretch, Vague
from onrecord.extract.time_rules import Rule, rule
from onrecord.extract.time_words import ABOUT, COUNT, DAYPART, LONG_UNIT, UNIT, count_of, unit_of

_DEICTIC_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_TEXT_STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1, "same": 0, "that": 0, "very": 0}
_PART = r"(?:(?:the\s+)?(?P<part>early|earlier|mid|late|later|(?:end|close|beginning|start|middle|(?:first|second|latter|last)\s+half)\s+of)[\s-]+)?"
_PERIOD = r"(?P<unit>weekend|week|month|quarter|year|decade|century|fortnight)"
_HALF = r"(?P<half>\s+and\s+a\s+half)?"
_MAYBE_COUNTED = rf"(?:{ABOUT}(?P<count>{COUNT})\s+(?:or\s+(?:so|more)\s+)?)?(?P<unit>{UNIT}){_HALF}(?:\s+or\s+so)?"
_CLAUSE_END = r"(?=\s*(?:[,.;:)”\"]|$)|\s+(?:that|this|in|on|at|when|and|but|by|to|from|with|as|near|during|for)\b)"
_OWNER = r"(?:the|these|this|his|her|its|their|our)\s+"


def _day_word(match: re.Match[str]) -> Meaning | None:
    """Today, yesterday, tomorrow; "today's world" is no day."""
    if re.match(
        r"['’]s\s+(?:world|society|era|generation|standards|youth|economy|age)\b", match.string[match.end() : match.end() + 14]
    ):
        return Vague()
    return Shift(count=_DEICTIC_DAYS[match["word"].lower()], unit="day", base=Base.PUBLISHED, daypart=bool(match["daypart"]))


def _ago(match: re.Match[str]) -> Meaning:
    return _shift(match, -1, Base.PUBLISHED)


def _later(match: re.Match[str]) -> Meaning:
    step = -1 if match["way"].lower().split()[0] in {"earlier", "before", "previously", "prior", "beforehand"} else 1
    return _shift(match, step, Base.TEXT)


def _beside_event(match: re.Match[str]) -> Meaning | None:
    if match["way"].lower() == "since":
        return Duration(unit=unit_of(match["unit"]))
    step = -1 if match["way"].lower() in {"before", "prior to", "ahead of"} else 1
    if match["the"]:
        return Shift(count=step, unit=unit_of(match["unit"]), base=Base.EVENT)
    if not match["count"] and not match["unit"].lower().endswith("s"):
        return None  # "last week after the vote"
    return _shift(match, step, Base.EVENT)


def _shift(match: re.Match[str], step: int, base: Base) -> Meaning:
    words = match["count"]
    count, told = count_of(words) if words else (None, False)
    unit = unit_of(match["unit"])
    if match["half"] and count is not None:
        count += 0.5
    return Shift(count=count * step if count is not None and told else None, unit=unit, base=base)


def _text_period(match: re.Match[str]) -> Meaning:
    """The next day, that year, the same month: counted from the date the text spoke of last."""
    step = _TEXT_STEPS[match["way"].lower().split()[-1]]
    unit = unit_of(re.sub(r"^(?:morning|afternoon|evening)$", "day", match["unit"].lower()))
    return Around(unit=unit, step=step, base=Base.TEXT, part=match["part"] or "")


def _period(match: re.Match[str]) -> Meaning:
    """Last week, this year, next month: counted from the publication date."""
    step = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0}.get(match["way"].lower().split()[-1], 1)
    return Around(unit=unit_of(match["unit"]), step=step, base=Base.PUBLISHED, part=match["part"] or "")


def _stretch(match: re.Match[str]) -> Meaning | None:
    step = -1 if match["way"].lower() in {"last", "past", "previous", "preceding"} else 1
    words = match["count"]
    if not words and match["unit"].lower() in {"day", "night", "hour"}:
        return None  # "the last day of the trial"
    count = count_of(words)[0] if words else 1.0 if not match["unit"].lower().endswith("s") else None
    if unit_of(match["unit"]) not in {"day", "week"} and words and not count_of(words)[1] and "plus" not in words:
        count = None  # "the past few years": which ones is not said
    return Stretch(count=count, unit=unit_of(match["unit"]), step=step)


def _within(match: re.Match[str]) -> Meaning:
    """Earlier in the day, at the end of the year: of the day or year last spoken of."""
    return Around(unit=unit_of(match["unit"]), step=0, base=Base.TEXT, part=match["part"])


RELATIVE_RULES: list[Rule] = [
    rule(
        "today, yesterday, tomorrow",
        "word",
        rf"(?:(?:early|earlier|late|later|only)\s+)?(?P<word>yesterday|today|tonight|tomorrow)(?:\s+(?P<daypart>{DAYPART}))?",
        _day_word,
        sure=0.95,
    ),
    rule(
        "day before yesterday",
        "unit",
        r"the\s+day\s+before\s+yesterday",
        lambda _: Shift(count=-2, unit="day", base=Base.PUBLISHED),
        sure=0.95,
    ),
    rule(
        "day after tomorrow",
        "unit",
        r"the\s+day\s+after\s+tomorrow",
        lambda _: Shift(count=2, unit="day", base=Base.PUBLISHED),
        sure=0.95,
    ),
    rule(
        "this morning",
        "unit",
        r"(?:(?:early|earlier|late|later)\s+)?this\s+(?:very\s+)?(?:morning|afternoon|evening)",
        lambda _: Shift(count=0, unit="day", base=Base.PUBLISHED, daypart=True),
        sure=0.9,
    ),
    rule(
        "last night",
        "unit",
        r"(?:late\s+)?last\s+(?:night|evening)",
        lambda _: Shift(count=-1, unit="day", base=Base.PUBLISHED, daypart=True),
    ),
    rule("so long ago", "unit", rf"{_MAYBE_COUNTED}\s+(?:ago|back(?!\w|\s+(?:to|in|from|home)))", _ago, sure=0.85),
    rule(
        "so much later or earlier",
        "unit",
        rf"{_MAYBE_COUNTED}\s+(?P<way>later|earlier|afterwards?|thereafter|previously|beforehand|hence|(?:before|after|prior)\s+(?:that|this)\b|"
        rf"(?:before|after|prior){_CLAUSE_END})",
        _later,
        sure=0.7,
    ),
    rule(
        "day before, day after",
        "unit",
        rf"the\s+(?P<unit>day|night|week|month|year){_HALF}\s+(?P<way>(?:before|after|following)(?:\s+that\b|{_CLAUSE_END}))",
        lambda m: Shift(count=-1 if m["way"].lower().startswith("before") else 1, unit=unit_of(m["unit"]), base=Base.TEXT),
        sure=0.7,
    ),
    rule(
        "so long beside an event",
        "unit",
        rf"(?:(?:just|only)\s+)?(?P<the>the\s+)?(?:{_MAYBE_COUNTED})\s+(?P<way>after|before|prior\s+to|ahead\s+of|since|following)(?=\s+\w)",
        _beside_event,
        sure=0.5,
    ),
    rule(
        "next day, that year",
        "unit",
        r"(?:(?:the\s+)?(?P<part>early|earlier|late|later|(?:end|beginning|start|middle)\s+of)\s+)?(?:on\s+)?"
        r"(?P<way>the\s+(?:very\s+)?(?:next|following|previous|preceding|prior|same)|that\s+(?:very\s+|same\s+)?|that)\s*"
        r"(?P<unit>\b(?:day|night|morning|afternoon|evening|week|weekend|month|year|decade|century))(?!\s+(?:\d|\w+\s+(?:days|weeks|months|years)\b))",
        _text_period,
        sure=0.75,
    ),
    rule(
        "last week, this year",
        "unit",
        rf"{_PART}(?P<way>last|this\s+coming|this|next|the\s+current|the\s+coming)\s+{_PERIOD}",
        _period,
    ),
    rule(
        "the weekend",
        "unit",
        rf"{_PART}the\s+(?P<way>)(?P<unit>weekend)",
        lambda _: Around(unit="weekend", step=0, base=Base.PUBLISHED, part="the"),
        sure=0.75,
    ),
    rule(
        "past or coming stretch",
        "unit",
        rf"(?=(?:{_OWNER}|\w+\s+(?!an?\s){COUNT}))(?:{_OWNER})?(?P<way>last|past|previous|preceding|next|coming)\s+"
        rf"(?:(?P<count>{COUNT})[-\s]+)?(?P<unit>{LONG_UNIT}|hours?)",
        _stretch,
        sure=0.7,
    ),
    rule(
        "within a period",
        "unit",
        r"(?P<part>earlier|later|early|late)\s+(?:in|on|during)\s+the\s+(?P<unit>day|week|month|year|decade|century)",
        _within,
        sure=0.65,
    ),
    rule(
        "end of a period",
        "unit",
        r"the\s+(?:very\s+)?(?P<part>end|beginning|start|middle|latter\s+part|early\s+part)\s+of\s+the\s+(?P<unit>week|month|year|decade|century)",
        _within,
        sure=0.65,
    ),
]
