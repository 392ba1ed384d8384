"""What a time expression means before it is known which day it points to.

The grammar makes these from words; the resolver turns them into days with the publication date and what the text has
spoken of. ``step`` is -1, 0 or 1 for last, this and next; ``part`` a slice of the period ("early", "second half").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """What a relative expression counts from."""

    PUBLISHED = "published"
    TEXT = "text"  # the date that the text spoke of last
    EVENT = "event"  # a happening named by the words that follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date as a calendar gives it, as far as it is told; ``step`` where "last", "this", "next" stand before a month."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    step: int | None = None
    part: str = ""
    year_step: int | None = None  # "in August last year"
    year_base: Base = Base.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week; ``step`` None where it stands bare."""

    number: int
    step: int | None = None
    daypart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """Spring to winter of the northern hemisphere, with or without its year."""

    name: str
    year: int | None = None
    step: int | None = None
    year_step: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The ``number``-th of ``of`` equal parts of a year (quarters, halves); ``year`` None where it isn't told."""

    number: int
    of: int
    year: int | None = None
    year_step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """A decade, a century, a run of years: ``first`` and ``last`` both belong to it; ``first`` None: before Christ."""

    first: int | None
    last: int
    granularity: str
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast or day of remembrance known by name."""

    name: str
    year: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units before (negative) or after a day; ``count`` None where the words leave it open ("years ago")."""

    count: float | None
    unit: str
    base: Base
    daypart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The day, week, month or year that holds the base day, or the one before or after it."""

    unit: str
    step: int
    base: Base
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The last (``step`` -1) or next (1) so many units, up to or from the publication date."""

    count: float | None
    unit: str
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPart:
    """A time of day whose day stands elsewhere: "at dawn", "around 3 a.m."."""

    granularity: str
    overnight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long something took; no date."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """How often something happens; no date."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """Words that point to a time and leave it open: "recently", "soon"."""


Meaning = Calendar | Weekday | Season | Slice | Years | Holiday | Shift | Around | Stretch | DayPart | Duration | Every | Vague
