"""Which numbers of a text count people, things, money or shares, and what do they say?

A number is built step by step from left to right: an amount, what stands around it (unit, range, qualifier), what it
counts, and whether that makes a figure at all (number_refused).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.number_alone import why_people
from onrecord.extract.number_atoms import Line, split_atoms
from onrecord.extract.number_bounds import bound_after, bounds_before, is_topic, low_and_high
from onrecord.extract.number_candidate import Candidate
from onrecord.extract.number_counted import Counted, find_counted, find_single, unit_of
from onrecord.extract.number_ranges import find_range
from onrecord.extract.number_refused import why_no_figure
from onrecord.extract.number_units import Measure, find_measure
from onrecord.extract.number_words import COUNTING, Amount, Form, read_amount
from onrecord.types import Qualifier, Span, Why

if TYPE_CHECKING:
    from onrecord.types import Language

UNNAMED = "thing"
ENDLESS = 1e18  # a key, an account, a broken page: nothing that news count
VAGUE = {
    Form.VAGUE: Qualifier.AT_LEAST,
    Form.SEVERAL: Qualifier.AT_LEAST,
    Form.COUPLE: Qualifier.ABOUT,
    Form.ONE_IN: Qualifier.ABOUT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A figure and the words that give it: ``span`` has the qualifier and the unit in it, ``tokens`` is its token range.

    ``counts`` and ``of`` are the counted noun phrase where words name one, ``head`` its head token.
    """

    span: Span
    tokens: tuple[int, int]
    low: float | None
    high: float | None
    qualifier: Qualifier
    unit: str
    counts: Span | None
    of: str
    head: int | None
    confidence: float
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    """How an amount is bounded, and the atoms ``[first, end)`` with the qualifier's words."""

    qualifier: Qualifier
    first: int
    end: int
    stated: bool


def find_numbers(lang: Language) -> tuple[Number, ...]:
    """Every figure of a document, in order of the text.

    Args:
        lang: The sentences, tagged and parsed or with words only (tags "X": the counted noun is then guessed from the words).

    Returns:
        The figures; dates, ages, spans of time, distances, ranks and names with numbers in them are none.
    """
    return tuple(n for at in range(len(lang.sentences)) if _may_count(lang, at) for n in _numbers_in(split_atoms(lang, at)))


def _may_count(lang: Language, sentence: int) -> bool:
    """Whether a sentence has a word with which an amount can begin; most have none, and cutting them up costs."""
    first, end = lang.bounds[sentence]
    return any(word.lower() in COUNTING or (not word.isalpha() and any(map(str.isdigit, word))) for word in lang.words[first:end])


def _numbers_in(line: Line) -> list[Number]:
    found: list[Number] = []
    at = 0
    while at < len(line):
        amount = read_amount(line, at)
        if amount is None:
            at += 1
            continue
        number, at = _number_at(line, amount)
        if number is not None:
            found.append(_named_like(number, found))
    return found


def _named_like(number: Number, earlier: list[Number]) -> Number:
    """A number whose noun is left out counts what the one before it counts: "77,000 people fled, 7,660 since May"."""
    before = earlier[-1] if earlier else None
    if number.unit != UNNAMED or before is None or before.unit == "percent" or before.unit.isupper():
        return number
    return replace(number, unit=before.unit, confidence=0.6)


def _number_at(line: Line, amount: Amount) -> tuple[Number | None, int]:
    """The figure that an amount makes, or None where it makes none, and the atom to go on from."""
    measure = find_measure(line, amount.first, amount.end) or Measure(unit="", first=amount.first, end=amount.end)
    spread = find_range(line, amount, measure)
    if spread is not None:
        measure = spread.measure
    bound = _bound(line, amount, measure) if spread is None else spread_bound(spread.first, measure.end)
    end = max(bound.end, measure.end)
    counted = _counted(line, amount, measure, end)
    candidate = Candidate(
        line=line,
        amount=amount,
        low=bound.first,
        first=measure.first,
        end=end,
        unit=measure.unit or None,
        bounded=bound.stated,
        counted=counted,
        people=why_people(line, bound.first, end, amount),
    )
    if why_no_figure(candidate) is not None:
        return None, max(amount.end, measure.end)
    low, high = (spread.low, spread.high) if spread is not None else low_and_high(bound.qualifier, amount.value)
    if max(low or 0, high or 0) >= ENDLESS:
        return None, end
    return _number(candidate, bound, low, high), end


def _counted(line: Line, amount: Amount, measure: Measure, end: int) -> Counted | None:
    """What an amount counts: nothing for money, the whole for shares ("55% of its exports"), a single noun for "one"."""
    if measure.unit == "percent" and line[end].low == "of":
        return find_counted(line, end - 1, end)
    if measure.unit:
        return None
    if amount.value == 1 and amount.form is Form.WORDS:
        return find_single(line, end)
    return find_counted(line, amount.end - 1, end)


def spread_bound(first: int, end: int) -> _Bound:
    """The bound of a range: its own words."""
    return _Bound(qualifier=Qualifier.RANGE, first=first, end=end, stated=True)


def _bound(line: Line, amount: Amount, measure: Measure) -> _Bound:
    before, after = bounds_before(line, measure.first), bound_after(line, measure.end)
    if before is not None and is_topic(line, before[1], measure.first, amount.value, written=amount.form is Form.WORDS):
        before = None
    if before is not None:
        return _Bound(qualifier=before[0], first=before[1], end=after[1] if after is not None else measure.end, stated=True)
    if after is not None:
        return _Bound(qualifier=after[0], first=measure.first, end=after[1], stated=True)
    return _Bound(qualifier=VAGUE.get(amount.form, Qualifier.EXACTLY), first=measure.first, end=measure.end, stated=False)


def _number(c: Candidate, bound: _Bound, low: float | None, high: float | None) -> Number:
    line = c.line
    span = Span(line[bound.first].start, line[max(bound.end, c.end) - 1].end)
    unit, confidence, reason = _unit(c)
    counts = Span(line[c.counted.first].start, line[c.counted.end - 1].end) if c.counted else None
    return Number(
        span=span,
        tokens=(line[bound.first].token, line[max(bound.end, c.end) - 1].token + 1),
        low=low,
        high=high,
        qualifier=bound.qualifier,
        unit=unit,
        counts=counts,
        of=counts.of(line.lang.doc.text) if counts is not None else "",
        head=line[c.counted.head].token if c.counted else None,
        confidence=confidence,
        why=(Why(by="figures", says=f"{bound.qualifier.value.replace('_', ' ')}: {reason}", span=span),),
    )


def _unit(c: Candidate) -> tuple[str, float, str]:
    """The unit, how sure that is, and why.

    The confidences are the shares of right figures by kind on the training gold (2026-11-25), lowered by .05 because the rules
    were made on it.
    """
    if c.unit is not None:
        return c.unit, 0.92, f"an amount in {c.unit}"
    if c.amount.form in {Form.SHARE, Form.ONE_IN}:
        return "percent", 0.88, "a share of a whole"
    if c.people is not None and c.line.hyphen_at(c.amount.end):
        return "person", 0.9, c.people
    if c.counted is not None:
        unit = unit_of(c.line, c.counted)
        return unit, 0.94 if unit == "person" else 0.92, f"counts {c.line[c.counted.head].text}"
    if c.people is not None:
        return "person", 0.9, c.people
    return UNNAMED, 0.5, "what it counts is not named beside it"
