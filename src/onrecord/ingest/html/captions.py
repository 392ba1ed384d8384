"""Which words stand under a picture? They are the paper's own, and extraction throws them out with the picture.

A figure is put in its caption's place before extraction, as a paragraph of its own.
"""

from __future__ import annotations

import re
from typing import Any

from onrecord.ingest.html.page import HtmlPage, own_elements, short_line

CAPTION = re.compile(r"(?:^|[\s_-])(?:wp-)?caption(?:$|[\s_-]|text)", re.IGNORECASE)
CREDIT = re.compile(r"(?:^|[\s_-])(?:credit|copyright|photographer|source|byline)s?(?:$|[\s_-])", re.IGNORECASE)
MARK = "data-caption"  # on what is put in a figure's place
LONGEST = 600  # characters
FEWEST = 5  # words: fewer are a credit, or "Photo 1 of 5"


def keep_captions(page: HtmlPage) -> None:
    """Turn every figure of the story into a paragraph that holds its caption; a figure without one stays as it is."""
    for figure in [elem for elem in own_elements(page) if elem.tag == "figure"]:
        caption = _caption_of(figure)
        if caption and figure.getparent() is not None:
            _replace(figure, caption)


def _caption_of(figure: Any) -> str:  # noqa: ANN401 - lxml has no types
    if figure.find(".//table") is not None:
        return ""
    for elem in figure.iter("figcaption", "div", "p", "span"):
        if elem.tag == "figcaption" or CAPTION.search(elem.get("class", "")):
            words = short_line(elem, LONGEST)
            return _without_credit(elem, words) if len(words.split()) >= FEWEST else ""
    return ""


def _without_credit(elem: Any, words: str) -> str:  # noqa: ANN401
    """The caption without the photographer's name, where that is marked as what it is."""
    for part in elem.iter("span", "small", "cite", "em", "i", "p"):
        credit = short_line(part) if CREDIT.search(part.get("class", "")) or part.tag == "cite" else ""
        bare = words.removesuffix(credit).strip()
        if credit and len(bare.split()) >= FEWEST:
            return bare
    return words


def _replace(figure: Any, caption: str) -> None:  # noqa: ANN401
    tail = figure.tail
    figure.clear()
    figure.tag, figure.text, figure.tail = "p", caption, tail
    figure.set(MARK, "")
