"""Is an amount money or a share, and in which currency?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.number_currencies import ADJECTIVES, CODE_SLIPS, CODES, DOLLARS, NAMES, NATIONAL, SIGNS

if TYPE_CHECKING:
    from onrecord.extract.number_atoms import Line

PERCENT = frozenset({"%", "percent", "percentage", "pct", "pc"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A unit that an amount carries with it, and the atoms ``[first, end)`` that it and its amount take up."""

    unit: str
    first: int
    end: int


def find_sign(line: Line, first: int) -> tuple[str, int] | None:
    """The currency whose sign or code stands right before atom ``first`` ("$", "US$", "NZ $", "USD"), and where it begins."""
    before = line[first - 1]
    if before.text in SIGNS:
        code, at = SIGNS[before.text], first - 1
        ahead = line[at - 1]
        if before.text == "$" and ahead.low in DOLLARS and ahead.text.isupper() and (before.glued or len(ahead.text) > 1):
            code, at = DOLLARS[ahead.low], at - 1
        elif before.text == "$" and line.says(at - 4, "u", ".", "s", "."):
            at -= 4
        return code, at
    if before.text.isupper() and (before.low in CODES or before.text in CODE_SLIPS):
        return CODE_SLIPS.get(before.text, before.text), first - 1
    return (
        ("INR", first - 1 if before.low == "rs" else first - 2) if before.low == "rs" or line.says(first - 2, "rs", ".") else None
    )


def find_currency(line: Line, end: int) -> tuple[str, int] | None:
    """The currency named right behind an amount ("euros", "Danish krone", "-dollar"), and the atom where it ends."""
    at = end + line.hyphen_at(end)
    at += line[at].low == "of" and line[end - 1].low.endswith("s")
    start = at
    while at < start + 3 and (line[at].low in ADJECTIVES or (line[at].text[0].isupper() and line[at].low not in CODES)):
        at += 1
    if line.says(start, "u", ".", "s", "."):
        at = start + 4
    word = line[at]
    if word.text.isupper() and word.low in CODES:
        return CODE_SLIPS.get(word.text, word.text), at + 1
    name = word.low if word.low in NAMES else word.low.removesuffix("s")
    if word.text in SIGNS and word.glued:
        return SIGNS[word.text], at + 1
    if name not in NAMES or not _is_money(line, at, name):
        return None
    table = NATIONAL.get(name, {})
    return next((table[line[i].low] for i in range(start, at) if line[i].low in table), NAMES[name]), at + 1


def _is_money(line: Line, at: int, name: str) -> bool:
    """Whether a word that has other meanings is money here: pounds of a thing are weight, "won" and "real" mostly verbs."""
    if name == "pound":
        return line[at + 1].low != "of" and line[at].low == "pounds"
    if name in {"won", "real", "som", "dong", "leone", "lev", "sterling"}:
        return (
            line[at - 1].low in {"million", "billion", "trillion", "thousand", "korean", "brazilian"} or line[at].low == "reais"
        )
    return True


def find_percent(line: Line, end: int) -> tuple[str, int] | None:
    """ "%", "percent", "per cent", "percentage points" right behind an amount, and the atom where it ends."""
    at = end + line.hyphen_at(end)
    if line.says(at, "per", "cent"):
        return "percent", at + 2
    if line[at].low == "percentage":
        return ("percentage point", at + 2) if line[at + 1].low in {"point", "points"} else None
    return ("percent", at + 1) if line[at].low in PERCENT else None


def find_measure(line: Line, first: int, end: int) -> Measure | None:
    """The unit that goes with the amount at ``[first, end)``: a sign before it wins over a name behind it."""
    sign = find_sign(line, first)
    named = find_percent(line, end) or find_currency(line, end)
    if sign is not None and sign[0] == "USD" and named is not None and named[0] in set(NATIONAL["dollar"].values()):
        return Measure(unit=named[0], first=sign[1], end=named[1])
    if sign is not None:
        return Measure(
            unit=sign[0], first=sign[1], end=named[1] if named and named[0] not in {"percent", "percentage point"} else end
        )
    return Measure(unit=named[0], first=first, end=named[1]) if named else None
