"""How does what trafilatura extracts become lines? A paragraph, heading, list item, caption, table row: each its own.

trafilatura's own text joins what the block finder must keep apart, and marks lists and tables with signs that stand on no page.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

# Of trafilatura's tree: what a line is made of. What lies inside (hi, ref, del, span) goes on with it.
LINES = frozenset({"p", "head", "item", "row", "quote", "list", "table", "div", "main", "body", "code", "lb", "fw"})
CELLS = frozenset({"cell", "td", "th"})
CELL_GAP = " "
UNSEEN = (
    "head",
    "script",
    "style",
    "template",
    "noscript",
    "select",
    "button",
    "textarea",
    "svg",
    "iframe",
    "object",
    "video",
    "audio",
)
HTML_LINES = frozenset(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html li main nav ol p pre section summary table tr ul".split()
)


def lines_of(body: Any, breaks: frozenset[str] = LINES) -> Iterator[str]:  # noqa: ANN401 - lxml has no types
    """The lines of an extracted tree, without white space around them, none of them empty."""
    from lxml.etree import iterwalk

    words: list[str] = []
    for step, elem in iterwalk(body, events=("start", "end")):
        if elem.tag in breaks:
            yield from _closed(words)
        if step == "start":
            words.append(elem.text or "")
        else:
            words.append(CELL_GAP if elem.tag in CELLS else "")
            words.append((elem.tail or "") if elem is not body else "")
    yield from _closed(words)


def visible_lines(tree: Any) -> list[str]:  # noqa: ANN401
    """All lines of a page as it came, menus included; the tree is left without what is not shown."""
    from lxml.etree import strip_elements

    strip_elements(tree, *UNSEEN, with_tail=False)
    return list(lines_of(tree, HTML_LINES))


def _closed(words: list[str]) -> Iterator[str]:
    line = " ".join("".join(words).split())
    words.clear()
    if line:
        yield line


def with_headline(lines: list[str], headline: str | None) -> list[str]:
    """The lines with the headline on top: as it stands, where it stands on top already."""
    if not headline:
        return lines
    bare = _bare(headline)
    return lines if any(_bare(line) == bare for line in lines[:3]) else [headline, *lines]


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
