"""A claim on its words, before its source is a mention."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.types import Form, Span, Stance, Why

Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """A claim before its source is a mention; token ranges, and spans of characters for what is written down.

    ``sources`` stand in this sentence (or, for pronouns of running quotations, nowhere); ``borrowed`` is the index of the
    claim whose source this one shares because its own sentence names none.
    """

    sentence: int
    cue: Range | None
    sources: tuple[Range, ...]
    content: tuple[Span, ...]
    form: Form
    stance: Stance
    impersonal: bool
    score: float
    why: tuple[Why, ...]
    borrowed: int | None = None
    within: int | None = None

    def holds(self, span: Span) -> bool:
        """Whether a span begins inside the content."""
        return any(c.start <= span.start < c.end for c in self.content)

    @property
    def size(self) -> int:
        """Characters of content, gaps not counted."""
        return sum(map(len, self.content))


def by_sentence(drafts: Iterable[ClaimDraft]) -> Mapping[int, Sequence[ClaimDraft]]:
    """The drafts of each sentence that has any."""
    found: dict[int, list[ClaimDraft]] = {}
    for d in drafts:
        found.setdefault(d.sentence, []).append(d)
    return found


def in_sentence(drafts: Sequence[ClaimDraft], sentence: int) -> range:
    """The places of a sentence's drafts among all, which are in order of their sentences."""
    return in_sentences(drafts, sentence, sentence + 1)


def in_sentences(drafts: Sequence[ClaimDraft], first: int, end: int) -> range:
    """Likewise for the sentences ``[first, end)``."""
    return range(*(bisect_left(drafts, at, key=lambda d: d.sentence) for at in (first, end)))


def quotation_over(quotations: Sequence[Span], span: Span) -> Span | None:
    """The quotation that holds a span; quotations are in order of the text and do not overlap."""
    at = bisect_right(quotations, span.start, key=lambda q: q.start) - 1
    return quotations[at] if at >= 0 and quotations[at].holds(span) else None
