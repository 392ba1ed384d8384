"""Pieces of patterns that several rules share ("last", "2015", "of that year"), and what their groups mean."""

from __future__ import annotations

import re

from onrecord.extract.time_meanings import Base
from onrecord.extract.time_words import YEAR

STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "upcoming": 1}
STEP = r"(?P<step>last|past|this|next|this\s+coming|coming)"
YEAR_GROUP = rf"(?P<year>{YEAR})(?![\d%]|[.,:]\d)"
OTHER_YEAR = r"(?:(?:of\s+)?(?P<year_word>this|last|next|that|the\s+same|the\s+following|the\s+next|the\s+previous)\s+year)"


def number_in(text: str | None) -> int | None:
    """The digits of the text as a number; None where there is no text."""
    return int(re.sub(r"\D", "", text)) if text else None


def step_of(match: re.Match[str]) -> int | None:
    """What the group "step" says: -1 for last, 0 for this, 1 for next; None where it is empty."""
    word = match["step"]
    return None if word is None else STEPS[word.lower().split()[-1]]


def year_word_of(match: re.Match[str]) -> tuple[int | None, Base]:
    """What "last year", "that year" in the group "year_word" step by, and from where they count; (None, PUBLISHED) where it is empty."""
    word = match["year_word"]
    if word is None:
        return None, Base.PUBLISHED
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(word.lower().split()[-1], 0)
    deictic = word.lower() in {"this", "last", "next"}
    return step, Base.PUBLISHED if deictic else Base.TEXT
