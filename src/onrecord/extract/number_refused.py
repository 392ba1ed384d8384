"""Which numbers are no figures: dates, times, ages, spans of time, distances, ranks, names, ratios, pronouns?

An ordered list of rules; the first that speaks refuses, and says why in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.number_alone import ARE
from onrecord.extract.number_people import PEOPLE, is_plural, singular
from onrecord.extract.number_times import refuse_age, refuse_date, refuse_time
from onrecord.extract.number_words import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.extract.number_candidate import Candidate

LENGTHS = frozenset(
    "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres m ft foot feet inch inches in cm mm yard"
    " yards knot knots mph kmh kph nm centimeter centimeters centimetre centimetres millimeter millimeters millimetre millimetres"
    " degree degrees block blocks light-year nautical".split()
)
NAMED = frozenset(
    "article articles section sections chapter chapters resolution resolutions paragraph page pages line lines clause annex"
    " amendment amendments number no nos flight group boeing airbus route highway interstate road room channel phase part volume"
    " vol version type class level tier category area zone district unit block protocol article title rule proposition measure"
    " episode act scene figure table grade stage step round week day game lot apartment suite building gate platform bus line exit"
    " formula agenda horizon vision goal option plan item point windows iphone galaxy playstation apollo soyuz psalm verse"
    " directive law bill decree order form schedule appendix terminal station world war ii question case corps division brigade regiment"
    " tu su mig opec covid century top super bowl".split()
)
SERIES = frozenset("type phase stage category level class tier grade chapter article section resolution page paragraph".split())
MULTIPLES = frozenset("more as the that than less its their his her what over".split())
ONE_SKIPS = frozenset("no any each every this that the which another anyone such only".split())
ONE_NEXT = frozenset("another more thing day way hand side time point reason another's after place kind part".split())


def refuse_sign(c: Candidate) -> str | None:
    """Numerals glued to letters, slashes, colons or other numerals: names, ordinals, scores, clock times, phone numbers."""
    line, first, end = c.line, c.first, c.end
    if (
        c.unit is not None
        or not c.numeral
        or (c.counted is not None and line[c.counted.head].low in {"vote", "votes"} and c.counted.head <= end + 2)
    ):
        return None
    before, after = line[first - 1], line[end]
    if line[first].glued and (before.is_word or before.text in "/:.#_@&+" or (before.is_hyphen and line.hyphen_at(first - 1))):
        return "part of a name, code, ratio or time"
    if after.glued and (after.low in {"st", "nd", "rd", "th", "s"} or after.text in "/:@_°"):
        return "an ordinal, a decade, a time or a ratio"
    if after.glued and after.is_word:
        return "glued to letters: a name or a measure"
    if line.hyphen_at(end) and line[end + 1].is_digits:
        return "a score, a range of years or a phone number"
    return None


def refuse_compound(c: Candidate) -> str | None:
    """ "three-day", "34-year-old", "two-state", "five-member": a property, unless the word counts people ("200-strong")."""
    line, end = c.line, c.end
    counts_it = c.counted is not None and c.counted.first == end + 1
    if c.unit is None and line.hyphen_at(end) and line[end + 1].is_word and line[end + 1].low != "strong" and not counts_it:
        return "part of a compound"
    if c.unit is None and line[c.first].glued and line.hyphen_at(c.first - 1) and line[c.first - 2].is_word:
        return "part of a compound"
    return None


def refuse_length(c: Candidate) -> str | None:
    """Distances, heights, speeds, temperatures; areas are figures."""
    line, end = c.line, c.end
    at = end + line.hyphen_at(end)
    if (
        c.unit is None
        and line[at].low in LENGTHS
        and line[at].low != "in"
        and not (line[at].low == "m" and line[at].glued and c.counted)
    ):
        return "a distance or a measure"
    if c.unit is None and c.numeral and line[end - 1].low == "m" and end - 1 > c.amount.first:
        counts = c.counted is not None and c.counted.first <= end + 1 and is_plural(line[c.counted.head].text)
        return None if counts or not line[end].is_word else "metres"
    head = line[c.counted.head].low if c.counted else ""
    squared = c.counted is not None and line[c.counted.head - 1].low in {"square", "sq", "cubic", "metric"}
    return "a distance or a measure" if head in LENGTHS and not squared else None


def refuse_name(c: Candidate) -> str | None:
    """ "Article 5", "Resolution 2254", "Group of 20", "number one", "Syria Two"."""
    line, first = c.line, c.first
    if c.unit is not None or c.bounded or c.amount.form not in {Form.DIGITS, Form.WORDS} or c.amount.scaled:
        return None
    before, at = line[first - 1], first - 1
    if before.low == "of" and line[first - 2].text == "Group":
        return "a name"
    if before.text == "." and line[first - 2].low in {"no", "art", "sec", "ch", "fig", "vol"}:
        return "a number in a series"
    if (
        before.low in NAMED
        and not before.low.endswith("s")
        and line[at].is_word
        and (c.counted is None or before.text[0].isupper() or before.low in SERIES)
    ):
        return "a number in a series"
    if (
        c.counted is None
        and before.is_word
        and before.text[0].isupper()
        and first > 1
        and before.low not in {"the", "in", "of", "and"}
    ):
        return "a number in a name"
    return None


def refuse_list(c: Candidate) -> str | None:
    """ "1. First", "2) …", "(3)", "[4]" at the start of a line or in brackets."""
    line, first, end = c.line, c.first, c.end
    if not c.bare:
        return None
    starts = first == 0 or line[first].broken
    if starts and (line[end].text in {".", ")", ":"} or line[end].broken or end >= len(line)):
        return "a number in a list"
    if line[first - 1].text in "([" and line[end].text in ")]" and c.amount.value < 200:
        return "a note or a number in brackets"
    return None


def refuse_ratio(c: Candidate) -> str | None:
    """ "three times more", "five times as many", "twofold"."""
    line, end = c.line, c.end
    if c.unit is None and line[end].low in {"fold", "x"}:
        return "a ratio"
    if (
        c.unit is None
        and line[end].low == "times"
        and line[end + 1].low in MULTIPLES | {line[end + 1].low if line[end + 1].low.endswith("er") else "more"}
    ):
        return "a ratio"
    return None


def refuse_one(c: Candidate) -> str | None:
    """The pronoun: "one of the", "no one", "one another", "one day", "the one that"."""
    line, first, end = c.line, c.first, c.end
    if (
        c.amount.value != 1
        or c.numeral
        or c.unit is not None
        or c.amount.form is not Form.WORDS
        or line[first].low in {"a", "an"}
    ):
        return None
    if line[first - 1].low in ONE_SKIPS or line[end].low in ONE_NEXT or line[end].low == "of":
        return None if c.bounded else "the pronoun"
    named = c.counted is not None and singular(line[c.counted.head].text) in PEOPLE
    if (
        c.people
        or c.bounded
        or (named and line[first - 1].low in {"and", "including", "or", ","})
        or line[first - 1].low in {"only", "just"}
    ):
        return "the pronoun" if c.counted is None and not c.people else None
    return "the pronoun, or one of many"


def refuse_share(c: Candidate) -> str | None:
    """ "a third party", "first half", "half-brother": shares need a whole ("of", "the", "its") or a qualifier."""
    line, first, end = c.line, c.first, c.end
    if c.amount.form is not Form.SHARE:
        return None
    if line[first - 1].low in {"first", "second", "other", "latter", "better", "last", "third", "fourth", "every", "-"}:
        return "a half or quarter of a game or a year"
    if line[end].low in {"majority", "time", "as"}:
        return "a rule of voting or a ratio"
    whole = line[end].low in ARE or line[end].low in {"of", "the", "its", "their", "his", "her", "our", "all", "my", "your"}
    multiple = c.end - c.first > 1 and line[c.first].low not in {"a", "an", "one"}
    if whole or c.bounded or multiple or (line[first - 1].low in {"by", "only", "just", "one"} and not line[end].is_word):
        return None
    return None if line.hyphen_at(first + 1) else "no share of anything"


def refuse_bare(c: Candidate) -> str | None:
    """A number that counts nothing: no unit, no noun behind it, and no verb that tells what happened to people."""
    if c.unit is not None or c.counted is not None or c.people or c.amount.form in {Form.SHARE, Form.ONE_IN}:
        return None
    return (
        None
        if c.bounded or (c.amount.scaled and (c.amount.form is not Form.VAGUE or c.amount.value >= 1e9))
        else "counts nothing"
    )


# The order is the policy: what a number certainly is comes before what it only seems to be.
RULES: tuple[Callable[[Candidate], str | None], ...] = (
    refuse_sign,
    refuse_time,
    refuse_compound,
    refuse_date,
    refuse_age,
    refuse_length,
    refuse_list,
    refuse_name,
    refuse_ratio,
    refuse_one,
    refuse_share,
    refuse_bare,
)


def why_no_figure(c: Candidate) -> str | None:
    """Why a candidate is no figure, in words, or None where it is one."""
    return next((reason for rule in RULES if (reason := rule(c)) is not None), None)
