"""What a rule of the time grammar is, and how all rules are run over a sentence.

Each rule has a ``needs``: a class of words without which it cannot match. A sentence is looked through once for the classes
it holds, and only the rules that can match are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.extract.time_meanings import Meaning
from onrecord.extract.time_words import FULL_MONTH, FULL_WEEKDAY, MONTH, SEASON, WEEKDAY

_CLASSES = {
    "digit": re.compile(r"\d"),
    "month": re.compile(rf"\b{MONTH}"),
    "full month": re.compile(rf"\b{FULL_MONTH}"),
    "weekday": re.compile(rf"\b(?:{FULL_WEEKDAY}|{WEEKDAY})"),
    "season": re.compile(rf"\b{SEASON}\b", re.IGNORECASE),
    "unit": re.compile(
        r"(?:second|minute|hour|day|night|morning|evening|afternoon|week|fortnight|month|quarter|half|year|decade|centur|"
        r"yesterday|tomorrow|today)",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to write a time; ``build`` may still decline what the pattern found. ``sure``: see ``times.find_times``."""

    name: str
    needs: str
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Meaning | None]
    sure: float


def rule(name: str, needs: str, pattern: str, build: Callable[[re.Match[str]], Meaning | None], *, sure: float = 0.9) -> Rule:
    """A rule with its pattern compiled: regardless of case, whole words only."""
    compiled = re.compile(rf"(?<![\w$£€#])(?:{pattern})(?!\w)", re.IGNORECASE)
    return Rule(name=name, needs=needs, pattern=compiled, build=build, sure=sure)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rule matched, in offsets of the document, and what the words mean."""

    start: int
    end: int
    meaning: Meaning
    rule: Rule


def find_all(rules: Iterable[Rule], text: str, start: int, end: int) -> list[Found]:
    """Non-overlapping matches in ``text[start:end]``: the leftmost first, of those the longest, then the earlier rule."""
    held = {name for name, pattern in _CLASSES.items() if pattern.search(text, start, end)}
    if not held:
        rules = [r for r in rules if r.needs == "word"]
    every: list[tuple[int, int, int, Found]] = []
    for number, one in enumerate(rules):
        if one.needs != "word" and one.needs not in held:
            continue
        for match in one.pattern.finditer(text, start, end):
            meaning = one.build(match)
            if meaning is not None:
                every.append((match.start(), -match.end(), number, Found(match.start(), match.end(), meaning, one)))
    return _leftmost_longest(every)


def _leftmost_longest(every: list[tuple[int, int, int, Found]]) -> list[Found]:
    kept: list[Found] = []
    for _, _, _, found in sorted(every, key=lambda row: row[:3]):
        if not kept or found.start >= kept[-1].end:
            kept.append(found)
        elif (
            found.start > kept[-1].start and found.end > kept[-1].end and found.end - found.start > kept[-1].end - kept[-1].start
        ):
            kept[-1] = found  # "two years in June 2015": the longer one of two that cross
    return kept
