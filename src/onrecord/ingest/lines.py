"""Where does a page's text fall apart? Into lines, and lines into units: a paragraph, a heading, an item of a list.

A unit is what one block is made of. Mostly it is one line; hard-wrapped text (mail, plain-text agencies, text dumps) has
several lines to a paragraph, and these are put together again, as the evidence for it is in the lines themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

# Full stops of other scripts too: a page is told apart before anybody knows its language.
STOP = re.compile(r"""[.!?…。！？।؟۔][\])}"'”’»]*$""")
MARK = re.compile(r"(?:[•‣◦▪●*·–—-]|\(?\d{1,3}[.)]|[a-z]\))(?=\s|$)")
WIDEST_WRAP = 100  # plain-text mail and agencies wrap at 60-80 columns, nobody wraps beyond
NARROWEST_WRAP = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without the white space around it; ``column`` counts the white space before it, ``gap`` the empty lines above."""

    start: int
    end: int
    text: str
    column: int
    gap: int

    @property
    def marked(self) -> bool:
        """Whether it opens with a bullet or a list number."""
        return MARK.match(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One or more whole lines that belong together; ``text`` has the page's own line breaks in it.

    ``mark`` is the bullet or list number it opens with ("" where there is none), ``gap`` the empty lines above it.
    """

    start: int
    end: int
    text: str
    mark: str
    column: int
    gap: int
    lines: int


def split_lines(text: str) -> tuple[Line, ...]:
    r"""The lines that are not empty. Lines end at ``\n`` and ``\r\n`` only: other separators are characters like any other."""
    lines, at, gap = [], 0, 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            column = len(raw) - len(raw.lstrip())
            start = at + column
            lines.append(Line(start=start, end=start + len(words), text=words, column=column, gap=gap))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return tuple(lines)


def find_units(text: str) -> tuple[Unit, ...]:
    """The units of a text, in order; every character that is not white space lies in exactly one."""
    lines = split_lines(text)
    width = _wrap_width(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _continues(groups[-1], line, width):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(_unit(text, group) for group in groups)


def _unit(text: str, group: list[Line]) -> Unit:
    first, last = group[0], group[-1]
    mark = MARK.match(first.text)
    return Unit(
        start=first.start,
        end=last.end,
        text=text[first.start : last.end],
        mark=mark.group() if mark else "",
        column=first.column,
        gap=first.gap,
        lines=len(group),
    )


def _continues(group: list[Line], line: Line, width: int) -> bool:
    """Whether a line goes on with what stands above it."""
    above = group[-1]
    if line.gap or line.marked:
        return False
    if group[0].marked and line.column > group[0].column:
        return True
    if len(above.text) > WIDEST_WRAP:
        return False
    if _breaks_mid_sentence(above, line):
        return True
    return bool(width) and _is_full(above, line, width) and line.column <= above.column


def _breaks_mid_sentence(above: Line, line: Line) -> bool:
    """A line that ends in a comma or a word, and the next opens in lower case: no list of headings looks so."""
    return line.text[0].islower() and above.text[-1] not in ".!?:;" and above.column == line.column and len(above.text) > 20


def _is_full(above: Line, line: Line, width: int) -> bool:
    """Whether the next line's first word had no more room in the line above."""
    first_word = line.text.split(None, 1)[0]
    return above.column + len(above.text) + 1 + len(first_word) > width


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The column at which the page's paragraphs are wrapped; 0 where they are not.

    Wrapped by hand or program means: no line is wider than the width, and nine of ten lines with another right below
    them break where the next word had no more room.
    """
    width = max((line.column + len(line.text) for line in lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap and not b.marked]
    inner = [(a, b) for a, b in pairs if len(a.text) >= 0.6 * width]
    full = sum(_is_full(a, b, width - 4) for a, b in inner)
    open_ended = sum(not STOP.search(a.text) for a, _ in inner)
    enough = len(inner) >= max(3, 0.6 * len(pairs))
    return width if enough and full >= 0.9 * len(inner) and open_ended >= 0.5 * len(inner) else 0
