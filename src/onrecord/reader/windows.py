"""How is a page read that is longer than a newspaper's longest? In windows: what is looked at together stays small.

Who stands for whom, who says so and which day is meant are told from the words around; for that a window is wide enough. So a
page's time grows with its length and the memory for its language not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import msgspec

from onrecord.text.sentences import split_sentences
from onrecord.types import Block, Page, Span

WINDOW = 50_000  # characters that are read; the longest article of PolNeAR has 21,000


def windows_of(page: Page, most: int = WINDOW) -> Iterator[Page]:
    """The page itself where it is not long, else its blocks in order, shared out among pages of about ``most`` read characters.

    A block that is longer than ``most`` is cut between sentences, a sentence that is, at white space. All windows hold the whole
    document, so offsets stay.
    """
    if len(page.doc.text) <= most:
        yield page
        return
    held: list[Block] = []
    room = most
    for block in (part for whole in page.blocks for part in _parts(page.doc.text, whole, most)):
        size = len(block.span) if block.is_read else 0
        if size > room and room < most:
            yield replace(page, blocks=tuple(held))
            held, room = [], most
        held.append(block)
        room -= size
    yield replace(page, blocks=tuple(held))


def _parts(text: str, block: Block, most: int) -> Iterator[Block]:
    if not block.is_read:
        yield block
        return
    start = block.start
    while block.end - start > most:
        end = _cut(text, start, start + most)
        yield msgspec.structs.replace(block, start=start, end=end)
        start = next((at for at in range(end, block.end) if not text[at].isspace()), block.end)
    if start < block.end:
        yield msgspec.structs.replace(block, start=start)


def _cut(text: str, start: int, most: int) -> int:
    """Where the last whole sentence before ``most`` ends; where there is none, the last word; else ``most`` itself."""
    sentences = split_sentences(text, Span(start, most))
    if len(sentences) > 1:
        return sentences[-2].end
    words = text[start:most].rsplit(maxsplit=1)
    return start + len(words[0]) if len(words) > 1 else most
