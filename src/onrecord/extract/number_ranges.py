"""Do two amounts make a range: "10 to 20", "between 5 and 7 million", "$5-10 million", "two or three"?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.number_units import Measure, find_measure
from onrecord.extract.number_words import SMALL, TENS, Amount, Form, read_amount

if TYPE_CHECKING:
    from onrecord.extract.number_atoms import Line

WHOLE = frozenset({Form.DIGITS, Form.WORDS, Form.SHARE})
# "rose from 10 to 20" gives two figures, "from 10 to 20 people" one: the verbs of change tell them apart.
CHANGES = frozenset(
    "rose risen rise rises rising fell fallen fall falls falling grew grow grown growing increased increase increases increasing"
    " decreased decrease dropped drop drops declined decline cut reduced raised raise jumped climbed shrank shrunk expanded slashed"
    " lowered went gone up down soared surged doubled hiked changed change".split()
)
VOTES = frozenset({"vote", "votes", "margin", "majority"})
YEARS = range(1900, 2101)
NEAR = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A range: its two ends, the unit that both carry, and the atom at which its words begin ("between")."""

    low: float
    high: float
    measure: Measure
    first: int


def find_range(line: Line, amount: Amount, measure: Measure) -> Spread | None:
    """The range that begins with an amount, or None."""
    if amount.form not in WHOLE or is_tally(line, measure.end):
        return None
    joint = _joint(line, measure.first, measure.end)
    if joint is None:
        return None
    second = _second(line, joint)
    if second is None or second.form not in WHOLE or (line[joint - 1].low == "or" and second.form is not Form.WORDS):
        return None
    unit = find_measure(line, second.first, second.end)
    if unit is None and measure.unit in {"percent", "percentage point"}:
        return None
    low = amount.value * (_scale(line, second) if not amount.scaled else 1)
    if not low < second.value or (line[joint - 1].is_hyphen and not amount.scaled and _is_score(line, measure, unit, joint)):
        return None
    if (
        unit is None
        and not measure.unit
        and amount.value in YEARS
        and second.value in YEARS
        and "," not in line[second.first].text
    ):
        return None
    name = unit.unit if unit is not None else measure.unit
    end = unit.end if unit is not None else second.end
    first = measure.first - (line[measure.first - 1].low in {"between", "from"})
    return Spread(low=low, high=second.value, measure=Measure(unit=name, first=measure.first, end=end), first=first)


def is_tally(line: Line, end: int) -> bool:
    """Whether a second number and "vote" follow: "an 11-34 vote" and "a vote of 11 to 34" are two counts of votes."""
    return line[end].is_hyphen and line[end + 1].is_digits and line[end + 2].low in VOTES


def _joint(line: Line, first: int, end: int) -> int | None:
    """The atom behind the word that joins the two ends."""
    word, before = line[end].low, line[first - 1].low
    if word == "to" and not (before == "from" and _is_change(line, first)):
        return end + 1
    if word == "and" and before == "between":
        return end + 1
    if word == "or" or line[end].is_hyphen:
        return end + 1
    return None


def _is_change(line: Line, first: int) -> bool:
    return any(line[at].low in CHANGES for at in range(max(0, first - NEAR), first))


def _second(line: Line, at: int) -> Amount | None:
    """The amount behind the joint, past its sign ("$5 to $10", "US$")."""
    for skip in range(4):
        found = read_amount(line, at + skip)
        if found is not None:
            measure = find_measure(line, found.first, found.end)
            return found if skip == 0 or (measure is not None and measure.first == at) else None
    return None


def _scale(line: Line, amount: Amount) -> float:
    """What the magnitude words make of the second number: they hold for the first too ("five to ten million")."""
    atom = line[amount.first]
    own = float(atom.text.replace(",", "")) if atom.is_digits else float(SMALL.get(atom.low) or TENS.get(atom.low) or 0)
    return amount.value / own if amount.scaled and own else 1.0


def _is_score(line: Line, measure: Measure, unit: Measure | None, joint: int) -> bool:
    """Whether "2-3" is no range of anything: a unit or a word that it counts must follow."""
    return unit is None and not measure.unit and not line[joint + 1].is_word
