"""Where does a unit stand on its page? What the rules ask besides the unit's own look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.signals import Look
from onrecord.ingest.story import Story
from onrecord.ingest.wording import Wording


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
        """The units in a row around this one, itself included, that are no sentences."""
        first = end = self.at
        while first > self.story.first and not self.looks[first - 1].prose:
            first -= 1
        while end < self.story.end and not self.looks[end].prose:
            end += 1
        return self.looks[first:end]

    @property
    def speaks_to_reader(self) -> bool:
        """Whether four paragraphs in ten, and three at least, address somebody: a speech, a letter, a guide."""
        prose = [look for look in self.looks[self.story.first : self.story.end] if look.prose]
        addressing = sum(look.has(Wording.INVITES) for look in prose)
        return addressing >= max(3, 0.4 * len(prose))
