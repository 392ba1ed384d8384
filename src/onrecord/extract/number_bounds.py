"""Which words bound an amount, and how: at least, nearly, up to, "or more", "-plus"?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.types import Qualifier

if TYPE_CHECKING:
    from onrecord.extract.number_atoms import Line

Phrase = tuple[str, ...]


def _phrases(qualifier: Qualifier, phrases: str) -> dict[Phrase, Qualifier]:
    return {tuple(phrase.split()): qualifier for phrase in phrases.split(" | ")}


# "nearly" and "almost" are less_than by RECORDS.md: the number itself was not reached.
BEFORE: dict[Phrase, Qualifier] = (
    _phrases(
        Qualifier.AT_LEAST,
        "at least | at the very least | no fewer than | no less than | not less than | not fewer than | a minimum of | "
        "minimum of | minimum",
    )
    | _phrases(
        Qualifier.MORE_THAN,
        "more than | over | above | well over | just over | a little over | slightly over | well above | just above | "
        "exceeding | exceeds | exceeded | exceed | in excess of | greater than | larger than | bigger than | higher than "
        "| upwards of | upward of | surpassing | surpassed | topping | topped | north of | well more than | far more than "
        "| slightly more than | a little more than | little more than | just more than | beyond | longer than | >",
    )
    | _phrases(
        Qualifier.UP_TO,
        "up to | as many as | as much as | a maximum of | maximum of | at most | at the most | no more than | not more "
        "than | no larger than | as high as | ≤",
    )
    | _phrases(
        Qualifier.LESS_THAN,
        "less than | fewer than | under | below | just under | just below | nearly | almost | just short of | close on | "
        "smaller than | lower than | approaching | well under | well below | slightly less than | slightly under | a "
        "little less than | just less than | short of | virtually | practically | <",
    )
    | _phrases(
        Qualifier.ABOUT,
        "about | around | some | roughly | approximately | approx | approx . | an estimated | estimated | circa | ca . | "
        "close to | closer to | somewhere around | in the region of | in the neighborhood of | on the order of | perhaps "
        "| near | around about | something like | estimated at | estimated at about | put at | ~ | ≈",
    )
    | _phrases(
        Qualifier.EXACTLY,
        "exactly | precisely",
    )
)
AFTER: dict[Phrase, Qualifier] = (
    _phrases(
        Qualifier.AT_LEAST,
        "or more | and more | and above | and over | or over | - plus | plus | + | and counting",
    )
    | _phrases(
        Qualifier.ABOUT,
        "or so | - odd | odd | or thereabouts | or more or less | more or less | give or take",
    )
    | _phrases(
        Qualifier.UP_TO,
        "or fewer | or less",
    )
)
LONGEST = max(map(len, BEFORE))
PREPOSITIONS = frozenset({"over", "under", "above", "below", "beyond", "near", "short of", "about", "around", "exceed"})
PARTICLE_VERBS = frozenset(
    "hand hands handed handing turn turns turned turning sign signed take takes took taking give gave won win pull pulled".split()
)
DOMINIONS = frozenset(
    "control claim claims sovereignty jurisdiction authority dispute disputes power rule dominance row feud war".split()
)
SMALL_TOPIC = 10


def bound_before(line: Line, at: int) -> tuple[Qualifier, int] | None:
    """The qualifier whose words end right before atom ``at``, and the atom where it begins; the longest phrase wins."""
    for length in range(min(LONGEST, at), 0, -1):
        words = tuple(line[i].low for i in range(at - length, at))
        if words in BEFORE:
            return BEFORE[words], at - length
    return None


def bounds_before(line: Line, at: int) -> tuple[Qualifier, int] | None:
    """Like ``bound_before`` over stacked qualifiers: in "up to about" and "at least some" the first one binds."""
    found = bound_before(line, at)
    while found is not None:
        wider = bound_before(line, found[1])
        if wider is None:
            return found
        found = wider
    return None


def bound_after(line: Line, at: int) -> tuple[Qualifier, int] | None:
    """The qualifier whose words begin at atom ``at`` ("or more", "-plus"), and the atom behind it."""
    for phrase in sorted(AFTER, key=len, reverse=True):
        if line.says(at, *phrase):
            if phrase == ("plus",) and line[at + 1].is_digits:
                continue
            return AFTER[phrase], at + len(phrase)
    return None


def is_topic(line: Line, first: int, number: int, value: float, *, written: bool) -> bool:
    """Whether a would-be qualifier is a mere preposition: "clash over two islands", "handed over 30 trucks"."""
    word, before = " ".join(line[i].low for i in range(first, number)), line[first - 1].low
    if word == "over" and (before in PARTICLE_VERBS or before in DOMINIONS):
        return True
    return written and value < SMALL_TOPIC and word in PREPOSITIONS - {"about", "around"}


def low_and_high(qualifier: Qualifier, value: float) -> tuple[float | None, float | None]:
    """The interval that a qualifier leaves open, by RECORDS.md."""
    if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return value, None
    if qualifier in {Qualifier.UP_TO, Qualifier.LESS_THAN}:
        return None, value
    return value, value
