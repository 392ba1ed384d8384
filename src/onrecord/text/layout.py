"""Where lines and paragraphs are, and which line breaks mean something."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from onrecord.types import Span

BREAK: Final = r"(?:\r\n|\r(?!\n)|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029])"
_BREAK: Final = re.compile(BREAK)
_BLANK: Final = re.compile(rf"{BREAK}[^\S\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*{BREAK}\s*")
_WRAP_WIDTH: Final = 120
"""Longer lines are paragraphs: no program or person wraps text that wide."""


def trim(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends; None where nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _between(text: str, span: Span, separator: re.Pattern[str]) -> tuple[Span, ...]:
    found, at = [], span.start
    for match in separator.finditer(text, span.start, span.end):
        found.append(trim(text, at, match.start()))
        at = match.end()
    found.append(trim(text, at, span.end))
    return tuple(part for part in found if part)


def lines_of(text: str, span: Span) -> tuple[Span, ...]:
    """The lines that are not blank, without white space at their ends."""
    return _between(text, span, _BREAK)


def paragraphs_of(text: str, span: Span) -> tuple[Span, ...]:
    """What blank lines part, without white space at the ends."""
    return _between(text, span, _BLANK)


def units_of(text: str, paragraph: Span) -> tuple[Span, ...]:
    """The paragraph cut at the line breaks that were meant; those that only wrap a long line are no cut.

    A break wraps where the next line goes on with a small letter, or where the paragraph is wrapped text (some line starts
    small, none is very long) and the next line's first word would not have fitted.
    """
    lines = lines_of(text, paragraph)
    if len(lines) < 2:
        return lines
    width = max(map(len, lines))
    wrapped = width <= _WRAP_WIDTH and any(text[line.start].islower() for line in lines[1:])
    units = [lines[0]]
    for above, line in pairwise(lines):
        first_word = len(line.of(text).split(None, 1)[0])
        if text[line.start].islower() or (wrapped and len(above) + 1 + first_word > width):
            units[-1] = Span(units[-1].start, line.end)
        else:
            units.append(line)
    return tuple(units)
