"""What does an HTML page say, and who says it when? Runs in the worker (child.py); trafilatura finds the story's text."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import msgspec
import trafilatura

from onrecord.ingest.html.answer import Answer, Extracted, Problem, Question
from onrecord.ingest.html.captions import keep_captions
from onrecord.ingest.html.dates import find_published
from onrecord.ingest.html.facts import find_language, find_publisher, find_title
from onrecord.ingest.html.lead import lead_lines
from onrecord.ingest.html.lines import lines_of, visible_lines, with_headline
from onrecord.ingest.html.page import HtmlPage, canonical_uri, parse_page, words_of
from onrecord.ingest.html.people import find_authors
from onrecord.ingest.html.prune import prune
from onrecord.ingest.html.shrink import shrink

LEAST_SHARE = 0.5  # of the default mode's words; where the precise one finds less, it has lost a part of the story
CUT = "elements nested too deeply: what stands below 2,000 others is left out"
FEWEST_WORDS = 10  # of a page that says something; less is a button, or "enable JavaScript"
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what goes wrong is said by the answer
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def extract_page(question: Question) -> Answer:
    """What is found on a page, or why nothing is."""
    page = parse_page(shrink(question.markup), question.uri)
    if page is None or not _has_markup(question.markup):
        return Answer(problem=Problem.NO_MARKUP, detail=" ".join(question.markup[:60].split()))
    facts = _facts(page)  # before extraction takes the page to pieces
    spoken = _count(visible_lines(deepcopy(page.tree)))
    if page.cut and spoken < FEWEST_WORDS:
        return Answer(problem=Problem.NESTED)
    lines = story_lines(page)
    if _is_little(lines):
        lines = visible_lines(page.tree)  # the block finder says what they are
    if _is_little(lines):
        return Answer(problem=Problem.NO_STORY) if spoken >= FEWEST_WORDS else _nothing(page, question.markup)
    text = "\n\n".join(with_headline(lines, facts.title)) + "\n"
    return Answer(page=msgspec.structs.replace(facts, text=text))


def _facts(page: HtmlPage) -> Extracted:
    return Extracted(
        text="",
        title=find_title(page),
        authors=find_authors(page),
        publisher=find_publisher(page),
        published=find_published(page),
        language=find_language(page),
        uri=canonical_uri(page),
        notes=(CUT,) if page.cut else (),
    )


def story_lines(page: HtmlPage) -> list[str]:
    """The lines of the page's story: trafilatura's in its precise mode, or in its default one where that finds far more."""
    keep_captions(page)
    prune(page)
    strict = _extracted(page.tree, favor_precision=True, fast=True)
    broad = _extracted(page.tree)
    lines = strict if _count(strict) >= LEAST_SHARE * _count(broad) else broad
    return [*lead_lines(page, lines), *lines]


def _extracted(tree: Any, *, favor_precision: bool = False, fast: bool = False) -> list[str]:  # noqa: ANN401 - lxml has no types
    document = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=True, favor_precision=favor_precision, fast=fast
    )
    body: Any = getattr(document, "body", None)
    return [] if body is None else list(lines_of(body))


def _count(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _is_little(lines: Sequence[str]) -> bool:
    return _count(lines) < FEWEST_WORDS


def _has_markup(markup: str) -> bool:
    """Whether there are tags at all: a text with a "<" in it is no page."""
    return len(re.findall(r"<(?:!doctype|/?[a-z][a-z0-9]*)[\s/>]", markup[:200_000], re.IGNORECASE)) >= 2


def _nothing(page: HtmlPage, markup: str) -> Answer:
    frames: Sequence[str] = [elem.get("src", "") for elem in page.tree.iter("frame")]
    if frames:
        return Answer(problem=Problem.FRAMES, detail=", ".join(filter(None, frames))[:200])
    if "<script" in markup.lower():
        return Answer(problem=Problem.SCRIPTS)
    return Answer(problem=Problem.EMPTY, detail=words_of(page.tree)[:60])
