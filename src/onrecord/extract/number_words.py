"""Which amount do these words name?

The English cardinals in full ("two hundred and six", "2.5 million", "half a dozen"), the vague plurals ("tens of
thousands"), and shares of a whole ("a third", "one in five"). What bounds an amount ("at least") is number_bounds' task.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.extract.number_atoms import Line

SMALL = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
        " nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
TENS["fourty"] = 40
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
DOZEN = {"dozen": 12.0, "score": 20.0}
PLURALS = {"tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2e3, "millions": 2e6, "billions": 2e9}
PLURALS |= {"trillions": 2e12, "lakhs": 2e5, "crores": 2e7}
PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
PARTS |= {f"{name}s": value for name, value in PARTS.items() if name[-1] not in "fs"}
SEVERAL = 3.0  # RECORDS: "several" is at least three
HUNDRED = 100


class Form(Enum):
    """How an amount is put, which decides how it may be bounded and what it may count."""

    DIGITS = auto()
    WORDS = auto()
    VAGUE = auto()  # dozens, tens of thousands: at least
    SEVERAL = auto()
    COUPLE = auto()
    SHARE = auto()  # a third, one in five: value in percent
    ONE_IN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A value and the atoms ``[first, end)`` that name it; ``scaled`` where a magnitude word was part of it."""

    first: int
    end: int
    value: float
    form: Form
    scaled: bool = False


def _past_hyphen(line: Line, at: int) -> int:
    return at + 1 if line.hyphen_at(at) else at


def _magnitude(line: Line, at: int) -> tuple[float, int]:
    """The product of the magnitude words from ``at`` on ("hundred thousand"), and where they end."""
    factor = 1.0
    while True:
        word = line[_past_hyphen(line, at)].low
        known = MAGNITUDES.get(word) or DOZEN.get(word)
        if known is None or line[at].broken:
            return factor, at
        factor, at = factor * known, _past_hyphen(line, at) + 1


def _short_magnitude(line: Line, at: int) -> tuple[float, int]:
    """ "5m", "£1.1bn", "$3 bn": letters that are read only right behind a numeral (a spaced "m" may be metres)."""
    atom = line[at]
    if atom.low == "t" and atom.glued and line[at - 2].text in "$£€":
        return 1e12, at + 1
    if (
        atom.low in SHORT
        and (atom.glued or atom.low in {"bn", "mn", "mln", "bln", "tn", "trn"})
        and not line[at + 1].text[0].isdigit()
    ):
        return SHORT[atom.low], at + 1
    return 1.0, at


def read_digits(line: Line, at: int) -> Amount | None:
    """ "1,200", "2.5 million", "£1.1bn" without its sign."""
    if not line[at].is_digits:
        return None
    value, end = Decimal(line[at].text.replace(",", "")), at + 1
    factor, after = _short_magnitude(line, end)
    if after == end:
        factor, after = _magnitude(line, end)
    return Amount(first=at, end=after, value=float(value * int(factor)), form=Form.DIGITS, scaled=after > end)


def _below_hundred(line: Line, at: int) -> tuple[float, int] | None:
    word = line[at].low
    if word in SMALL:
        return SMALL[word], at + 1
    if word not in TENS:
        return None
    after = _past_hyphen(line, at + 1)
    if line[after].low in SMALL and SMALL[line[after].low] < 10 and not line[after].broken:
        return TENS[word] + SMALL[line[after].low], after + 1
    return TENS[word], at + 1


def _group(line: Line, at: int) -> tuple[float, int, bool] | None:
    """ "two hundred and six" or "fifteen" with any magnitude behind it: value, end, whether a magnitude was there."""
    start = _below_hundred(line, at)
    if start is None and line[at].low in {"a", "an"} and line[at + 1].low in MAGNITUDES | DOZEN and not line[at + 1].glued:
        start = (1, at + 1)
    if start is None:
        return None
    value, end = start
    if line.says(end, "and", "a", "half"):
        value, end = value + 0.5, end + 3
    if line[_past_hyphen(line, end)].low == "hundred":
        value, end = value * HUNDRED, _past_hyphen(line, end) + 1
        rest = _below_hundred(line, end + line.says(end, "and"))
        if rest is not None:
            value, end = value + rest[0], rest[1]
        factor, end = _magnitude(line, end)
        return value * factor, end, True
    factor, after = _magnitude(line, end)
    return value * factor, after, after > end


def read_words(line: Line, at: int) -> Amount | None:
    """ "twenty-five", "a dozen", "one million two hundred thousand", "three and a half million"."""
    first = _group(line, at)
    if first is None:
        return None
    value, end, scaled = first
    while scaled:
        more = _group(line, end + line.says(end, "and")) if value >= HUNDRED else None
        if more is None or more[0] >= value or value % (10 ** len(str(int(more[0])))) or line[end].low in {"a", "an"}:
            break
        value, end = value + more[0], more[1]
    if scaled and line.says(end, "and", "a", "half"):
        value, end = value * 1.5, end + 3
    return Amount(first=at, end=end, value=value, form=Form.WORDS, scaled=scaled)


def read_half(line: Line, at: int) -> Amount | None:
    """ "half a million", "half-dozen", "a half-million"."""
    if line[at].low != "half":
        return None
    after = _past_hyphen(line, at + 1)
    after += line[after].low in {"a", "an"}
    factor, end = _magnitude(line, after)
    return Amount(first=at, end=end, value=factor / 2, form=Form.WORDS, scaled=True) if end > after else None


def read_vague(line: Line, at: int) -> Amount | None:
    """ "dozens", "tens of thousands", "millions"."""
    if line[at].low not in PLURALS or line[at - 1].low in SMALL:
        return None
    value, end = PLURALS[line[at].low], at + 1
    if line[end].low == "of" and line[end + 1].low in PLURALS:
        value, end = value * PLURALS[line[end + 1].low] / 2, end + 2
    if end == at + 1 and line[at].low == "tens":
        return None
    return Amount(first=at, end=end, value=value, form=Form.VAGUE, scaled=True)


def read_several(line: Line, at: int) -> Amount | None:
    """ "several", "several hundred", "a couple of", "a couple of thousand", "a few hundred"."""
    if line[at].low == "several":
        base, end, form = SEVERAL, at + 1, Form.SEVERAL
    elif line.says(at, "a", "couple") or line.says(at, "couple", "of"):
        base, end, form = 2.0, at + 1 + (line[at].low == "a"), Form.COUPLE
    elif line.says(at, "a", "few"):
        base, end, form = SEVERAL, at + 2, Form.SEVERAL
        if _magnitude(line, end)[1] == end:
            return None
    else:
        return None
    after = end + (line[end].low == "of" and form is Form.COUPLE)
    factor, last = _magnitude(line, after)
    return Amount(first=at, end=last if last > after else end, value=base * factor, form=form, scaled=last > after)


def read_share(line: Line, at: int) -> Amount | None:
    """ "a third", "two-thirds", "half", "three quarters": the value is in percent."""
    word, end, above = line[at].low, at + 1, 1.0
    if word in {"a", "an", "one"} or word in SMALL:
        above, end = float(SMALL.get(word, 1)), _past_hyphen(line, at + 1) + 1
        word = line[end - 1].low
    elif word != "half":
        return None
    below = PARTS.get(word)
    if below is None or above >= below or (above > 1) != word.endswith("s"):
        return None
    return Amount(first=at, end=end, value=round(HUNDRED * above / below, 1), form=Form.SHARE)


def read_one_in(line: Line, at: int) -> Amount | None:
    """ "one in three", "1 out of 5", "nine in ten": a share."""
    above = _plain_number(line, at)
    after = at + (2 if line.says(at + 1, "in") else 3 if line.says(at + 1, "out", "of") else 0)
    if after == at and line.says(at + 1, "-", "in", "-"):
        after = at + 4
    below = _plain_number(line, after) if after > at else None
    if above is None or below is None or not above < below <= HUNDRED:
        return None
    return Amount(first=at, end=after + 1, value=round(HUNDRED * above / below, 1), form=Form.ONE_IN)


def _plain_number(line: Line, at: int) -> float | None:
    atom = line[at]
    if atom.is_digits:
        return float(atom.text.replace(",", ""))
    return SMALL.get(atom.low) or TENS.get(atom.low)


# The order is the policy: what reads more words of a kind comes first.
READERS: tuple[Callable[[Line, int], Amount | None], ...] = (
    read_one_in,
    read_share,
    read_half,
    read_several,
    read_vague,
    read_digits,
    read_words,
)
# A sentence without a digit and without one of these has no amount.
COUNTING = (
    SMALL.keys() | TENS.keys() | PLURALS.keys() | MAGNITUDES.keys() | DOZEN.keys() | PARTS.keys() | {"several", "couple", "few"}
)
OPENING = SMALL.keys() | TENS.keys() | PLURALS.keys() | {"half", "several", "couple", "a", "an"}  # no reader begins elsewhere


def read_amount(line: Line, at: int) -> Amount | None:
    """The amount that begins at atom ``at``, or None; bare "half" is a share, "half a million" is none."""
    if line[at].low not in OPENING and not line[at].is_digits:
        return None
    if line[at].low == "half":
        return read_half(line, at) or read_share(line, at)
    for reader in READERS:
        found = reader(line, at)
        if found is not None:
            return found
    return None
