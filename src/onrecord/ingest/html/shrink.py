"""How much of a page's markup is needed? Scripts, styles, comments, inlined pictures go before anybody parses it.

A page of 10 MB is mostly that, and parsers stop in the middle of a text of 10 MB. One pass from left to right, in time that grows
with the length only, whatever the page holds. Data for machines (JSON-LD) stays: it says who wrote the page and when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

OPENS = re.compile(r"<!--|<!\[CDATA\[|<(script|style|template|svg|noscript|textarea)(?=[\s/>])", re.IGNORECASE)
ELEMENTS = ("script", "style", "template", "svg", "noscript", "textarea")
# The text of a CDATA section is text, its mark is none: so it has no end here.
CLOSES = {"<!--": re.compile("-->"), **{name: re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE) for name in ELEMENTS}}
LINKED_DATA = re.compile(r"<script(?=[\s/])[^>]{0,500}?application/ld\+json", re.IGNORECASE)
LONGEST_MARK = 500  # characters of the tag of an element that is never closed
LONGEST_DATA = 1_000_000  # characters of a JSON-LD block; a long live blog's has some 300,000
# A tag with an inlined picture or a flood of attributes; its name is all that counts.
LONG_TAG = re.compile(r"<([a-z][a-z0-9:-]{0,30})(?=[\s/])[^<>]{10000,}>?", re.IGNORECASE)
# What no text has, and what parsers stop at.
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}>", re.IGNORECASE)


def shrink(markup: str) -> str:
    """The markup without what nobody reads on a page."""
    bare = DECLARATION.sub("", CONTROL.sub("", markup.lstrip("\ufeff").replace("\f", " ")))
    return LONG_TAG.sub(r"<\1>", "".join(_kept(bare)))


def _kept(markup: str) -> Iterator[str]:
    at, unclosed = 0, set[str]()
    while opened := OPENS.search(markup, at):
        yield markup[at : opened.start()]
        at = _end(markup, opened, unclosed)
        if LINKED_DATA.match(markup, opened.start()) and at - opened.start() <= LONGEST_DATA:
            yield markup[opened.start() : at]
        else:
            yield " "
    yield markup[at:]


def _end(markup: str, opened: re.Match[str], unclosed: set[str]) -> int:
    """Where it ends; of what is never closed, only its mark goes where it may hold the page's text, and else all that follows.

    ``unclosed`` remembers what is known to close nowhere below, so that nobody looks for it a thousand times.
    """
    kind = (opened[1] or opened[0]).lower()
    if kind in CLOSES and kind not in unclosed:
        closed = CLOSES[kind].search(markup, opened.end())
        if closed:
            return closed.end()
        unclosed.add(kind)
    if kind in {"script", "style"}:
        return len(markup)
    mark = markup.find(">", opened.end(), opened.end() + LONGEST_MARK) if opened[1] else -1
    return mark + 1 if mark >= 0 else opened.end()
