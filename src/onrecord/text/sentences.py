"""Where sentences begin and end."""

from __future__ import annotations

import re
from typing import Final

from onrecord.text.boundaries import Mark, ends_sentence
from onrecord.text.layout import paragraphs_of, trim, units_of
from onrecord.types import Span

_CLOSERS: Final = "\"'”’»)\\]}›"
_CANDIDATE: Final = re.compile(
    # closing marks and footnotes may stand apart in texts that were tokenised once
    rf"(?<![.!?…])(?P<stop>[.!?…]+)(?P<closers>[{_CLOSERS}]*(?:\s?\[\d+\])*(?:[^\S\n][”»)\]](?=\s|\Z)|[^\S\n][\"'](?=\Z))?)(?P<gap>\s+|\Z)"
    # scraped pages lose the space between paragraphs: "the council.In a"
    rf"|(?<=[^\W\d_A-Z]{{3}})(?P<glued>[.!?])(?P<glued_closers>[”\"»]?)(?=[“]?[A-Z][a-z]+[\s,’'])"
)
_ADDRESS: Final = re.compile(r"[@/]|www\.")
_LOOK: Final = 60


def _word_before(text: str, start: int, at: int) -> int:
    """Where the word that ends at ``at`` begins."""
    least = max(start, at - _LOOK)  # endless "words" of scraped pages would cost their square
    while at > least and not text[at - 1].isspace():
        at -= 1
    return at


def _mark_of(text: str, match: re.Match[str], start: int) -> Mark:
    at = match.start()
    word = _word_before(text, start, at)
    return Mark(
        stop=match["stop"] or match["glued"],
        word=text[word:at],
        closers=match["closers"] or match["glued_closers"] or "",
        following=text[match.end() : match.end() + _LOOK],
        opens=word == start,
    )


def _split_unit(text: str, unit: Span) -> list[Span]:
    """The sentences of a stretch in which line breaks mean nothing."""
    sentences, start = [], unit.start
    for match in _CANDIDATE.finditer(text, unit.start, unit.end):
        mark = _mark_of(text, match, start)
        if match["glued"] and _ADDRESS.search(mark.word):
            continue
        if ends_sentence(mark):
            sentences.append(trim(text, start, match.end()))
            start = match.end()
    sentences.append(trim(text, start, unit.end))
    return [sentence for sentence in sentences if sentence]


def split_sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences in a span, in order and without white space at their ends; together they cover all that is none.

    Closing quotation marks belong to the sentence they close, and a quotation of three sentences is three sentences. Blank
    lines end a sentence always, other line breaks where they were meant (``layout.units_of``).
    """
    units = (unit for paragraph in paragraphs_of(text, span) for unit in units_of(text, paragraph))
    return tuple(sentence for unit in units for sentence in _split_unit(text, unit))
