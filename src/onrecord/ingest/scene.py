"""Where does a unit stand on its page? What the rules ask besides the unit's own look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.ingest.signals import Look
from onrecord.ingest.story import Story
from onrecord.ingest.wording import Wording

WIDEST = 20  # units: further away, nothing is asked, so that a page of a hundred thousand short lines takes no longer a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A unit's place on the page: index ``at`` among its ``looks``, and what is known of the whole.

    ``comments`` is the index at which readers' comments begin, the number of units where they don't.
    """

    looks: Sequence[Look]
    at: int
    story: Story
    comments: int
    headlines: frozenset[int]
    title: frozenset[str]  # the headline's content words
    repeated: frozenset[str]  # the lines that stand on the page more than once
    speaks_to_reader: bool  # see addresses_reader
    runs: Sequence[tuple[int, int]]  # of each unit: the half-open run of sentences, or of what is none, that it stands in

    @property
    def inside(self) -> bool:
        """Whether the unit stands in the story's run."""
        return self.story.first <= self.at < self.story.end

    @property
    def before(self) -> Look | None:
        """The unit above."""
        return self.looks[self.at - 1] if self.at else None

    @property
    def after(self) -> Look | None:
        """The unit below."""
        return self.looks[self.at + 1] if self.at + 1 < len(self.looks) else None

    @property
    def nearby(self) -> frozenset[str]:
        """The content words of the story's paragraphs around the unit, two either side and never its own."""
        around = [*self.looks[max(0, self.at - 2) : self.at], *self.looks[self.at + 1 : self.at + 3]]
        return frozenset().union(*(look.keys for look in around if look.prose))

    @property
    def short_run(self) -> Sequence[Look]:
        """The story's units in a row around this one, itself included, that are no sentences; the next twenty on either side."""
        first, end = self.runs[self.at]
        return self.looks[max(first, self.story.first, self.at - WIDEST) : min(end, self.story.end, self.at + WIDEST + 1)]


def addresses_reader(looks: Sequence[Look], story: Story) -> bool:
    """Whether four of the story's paragraphs in ten, and three at least, address somebody: a speech, a letter, a guide."""
    prose = [look for look in looks[story.first : story.end] if look.prose]
    addressing = sum(look.has(Wording.INVITES) for look in prose)
    return addressing >= max(3, 0.4 * len(prose))


def find_runs(looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Of each unit: the half-open run of neighbours that are sentences as it is, or none as it is."""
    runs: list[tuple[int, int]] = []
    for _, group in groupby(looks, key=lambda look: look.prose):
        count = sum(1 for _ in group)
        runs += [(len(runs), len(runs) + count)] * count
    return runs
