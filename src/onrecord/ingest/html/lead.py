"""What stands between the headline and the story's first paragraph? Its standfirst, and the caption of its first picture.

Both are the paper's own words and are read; extraction begins below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from onrecord.ingest.html.captions import MARK
from onrecord.ingest.html.page import MOST_ELEMENTS, HtmlPage, own_elements, short_line

STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:article-?)?(?:deck|dek|standfirst|stand-first|subtitle|sub-?headline|subhead|strapline|lede|abstract)(?:$|[\s_-])",
    re.IGNORECASE,
)
LONGEST = 600  # characters
FEWEST = 4  # words


def lead_lines(page: HtmlPage, lines: Sequence[str]) -> list[str]:
    """The lines above the first of the story's own paragraphs that extraction left out, in order."""
    known = {_bare(line) for line in lines}
    opening = next((_bare(line) for line in lines if len(line.split()) > 12), None)
    found = [line for line in _above(page, opening) if _bare(line) not in known] if opening else []
    return list(dict.fromkeys(found))


def _above(page: HtmlPage, opening: str) -> Iterator[str]:
    headed = False
    for elem in islice(own_elements(page), MOST_ELEMENTS):
        headed = headed or elem.tag == "h1"
        line = short_line(elem, 2_000) if elem.tag in {"p", "div", "h2", "h3", "h4", "td", "li", "span"} else ""
        if line and elem.tag != "div" and opening.startswith(_bare(line)[:80]) and len(line.split()) > 6:
            return
        if headed and _leads(elem) and len(line.split()) >= FEWEST and len(line) <= LONGEST:
            yield line


def _leads(elem: Any) -> bool:  # noqa: ANN401 - lxml has no types
    return elem.get(MARK) is not None or bool(STANDFIRST.search(f"{elem.get('class', '')} {elem.get('id', '')}"))


def _bare(text: str) -> str:
    return "".join(char for char in text[:LONGEST].casefold() if char.isalnum())
