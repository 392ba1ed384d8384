"""What a frame is: an act on the tree, and the parts that somebody has in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.extract.participant_words import MUTUAL, MUTUAL_TYPES, ONE_WAY
from onrecord.types import Language

Range = tuple[int, int]
ACTOR, RECIPIENT = "actor", "recipient"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A trigger on the tree: its words, the verb or noun that carries it, and the type where it is known."""

    tokens: Range
    head: int
    type: str | None

    def mutual(self, lang: Language) -> bool:
        """Whether all parties act: a meeting, an agreement, a clash; a visit has a host."""
        lemmas = {lang.lemmas[i].lower() for i in range(*self.tokens)}
        return bool(lemmas & MUTUAL or self.type in MUTUAL_TYPES) and not lemmas & ONE_WAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Somebody in a frame: the head word of the phrase, the side, how strongly the frame says so, and its name."""

    head: int
    role: str
    strength: float
    by: str


Frame = Callable[[Language, Act], Iterator[Part]]
