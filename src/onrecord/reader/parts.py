"""How much of a sentence is read at a time? Stretches that a sentence can have; what no language is made of stays unread.

Pages hold what looks like one sentence and is none: a table of ten thousand cells, a line of ten thousand brackets, an image in
letters. Every rule looks at a sentence's words together, so a sentence's length is what a page's time may grow with by its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.types import Span

LONGEST = 250  # words; the longest sentence of the gold has 93, and the network sees at most 254 pieces at a time
WIDEST = 6_000  # characters of a stretch; 250 words of news have 1,500
MOST_WORD = 1_000  # characters of one word; a longer one is an image, a key, a broken page
FEW_SIGNS = 20  # words in a row without a letter or digit; more is a line drawn or a key held down
BREAKS = frozenset(",;:—–|•/")
LOOK_BACK = 50  # words in which to look for a mark to cut at


def parts_of(text: str, words: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """The stretches of a sentence's words that are read: mostly the sentence itself, a long one cut behind a comma where it has one."""
    if len(words) <= FEW_SIGNS and words and words[-1].end - words[0].start <= MOST_WORD:
        yield tuple(words)
        return
    part: list[Span] = []
    for word in words:
        if len(word) > MOST_WORD:
            yield from _spoken(text, part)
            part = []
            continue
        part.append(word)
        if len(part) >= LONGEST or part[-1].end - part[0].start >= WIDEST:
            at = _cut(text, part)
            yield from _spoken(text, part[:at])
            part = part[at:]
    yield from _spoken(text, part)


def _cut(text: str, part: Sequence[Span]) -> int:
    """Behind the last mark of the stretch's last words, else at its end."""
    ends = range(len(part), max(1, len(part) - LOOK_BACK), -1)
    return next((at for at in ends if part[at - 1].of(text) in BREAKS), len(part))


def _spoken(text: str, part: Sequence[Span]) -> Iterator[tuple[Span, ...]]:
    """The stretch, unless it is empty or all signs."""
    if part and (len(part) <= FEW_SIGNS or any(map(str.isalnum, text[part[0].start : part[-1].end]))):
        yield tuple(part)
