"""A claim on its words, before its source is a mention."""

from __future__ import annotations

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
