"""What a time expression can count from, and the days that come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.extract.time_values import Period

EXPLICIT, RELATIVE, PUBLISHED, UNRESOLVED = "explicit", "relative", "published", "unresolved"
FINENESS = ("hour", "part", "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """Days, or what is known of them: ``partial`` is "--10-17" or "--10" where only the year is missing, ``partial_end`` likewise.

    ``factor`` (0 to 1) is how much the way of working it out takes from the rule's own confidence; ``carried``: its year is one that the text wrote out before.
    """

    period: Period | None = None
    partial: str | None = None
    partial_end: str | None = None
    granularity: str
    basis: str
    says: str
    factor: float = 1.0
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text spoke of: its value, the sentence it stood in, and whether its year was written out."""

    value: Value
    sentence: int
    dated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an expression can count from.

    ``told`` are the dates spoken of so far, in order of the text; ``narrative`` is true of a text that tells a history, in
    which a month without a year is of the year told, however far back; ``ahead`` where the clause speaks of the future.
    """

    published: date | None
    sentence: int = 0
    told: Sequence[Told] = ()
    following: Value | None = None
    year_here: int | None = None
    narrative: bool = False
    ahead: bool = False
    back: bool = False

    def last(self, coarsest: str, within: int = 3) -> Told | None:
        """The latest date told at least as finely as ``coarsest``, at most ``within`` sentences ago."""
        limit = FINENESS.index(coarsest)
        for told in reversed(self.told):
            if self.sentence - told.sentence > within and not self.narrative:
                return None
            if told.value.period and told.value.granularity in FINENESS[: limit + 1]:
                return told
        return None

    def carried(self) -> Told | None:
        """The date whose year a month without year takes over, if the text gives one near enough."""
        for told in reversed(self.told):
            if not told.dated or not told.value.period:
                continue
            fine = told.value.granularity in {"day", "month"}
            if self.narrative and (fine or told.value.granularity in {"year", "season"}):
                return told
            near = self.sentence - told.sentence
            if (fine and near <= 2) or (near == 0 and self.published is None and told.value.granularity == "year"):
                return told
            if near > 2:
                return None
        return None


def unresolved(granularity: str, says: str, partial: str | None = None) -> Value:
    """A value without days: why they are not known, and what is known of them ("--10-17")."""
    return Value(partial=partial, granularity=granularity, basis=UNRESOLVED, says=says)
