"""What can be seen of a unit, worked out once: its form, its wording, its subject. The rules only look these up.

A ``Look`` is plain numbers and flags, so that a learned classifier of lines can use the same features.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.ingest.lines import STOP, Unit
from onrecord.ingest.wording import Wording, count_wording

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LETTERS = re.compile(r"[^\W\d_]{4,}")
SENTENCE_END = re.compile(r"""[.!?…।؟۔][\])}"'”’»]*(?=\s|$)|[。！？]""")
# Scripts without spaces between words (Thai, Lao, Burmese, Khmer, kana, Chinese characters): three characters stand for a word.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
BULLETS = frozenset("•‣◦▪●*·")
# Words of four letters and more that say nothing of the subject.
EMPTY = frozenset(
    (
        "about above after again against almost along already also although always among another around back because been"
        " before being below between both came come could days despite does done down during each early either else even"
        " ever every first following former from further gave give goes going good great hardly have having here high himself"
        " however including instead into itself just keep know last late later least less like likely long made mainly make"
        " many might month more most much must near need never next none only onto other ours over part past people perhaps"
        " place rather really right said same says second seem several shall should show since some something soon still such"
        " take tell than that their them then there these they thing think this those though three through thus time today"
        " together told took toward under until upon very want week well went were what when where whether which while whole"
        " whom whose will with within without would year years yesterday your"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What can be seen of a unit.

    ``own`` are its words without the bullet or list number, in one line, and ``tokens`` the same one by one, in lower case;
    ``words`` and ``stops`` (ends of sentences) are counts; ``stop`` says whether it ends in terminal punctuation;
    ``capitals`` is the share of its words (of four letters and more) with a capital; ``keys`` are its content words cut to
    six letters, which stand in for their inflections.
    """

    unit: Unit
    own: str
    tokens: tuple[str, ...]
    words: int
    stops: int
    stop: bool
    colon: bool
    question: bool
    capitals: float
    upper: bool
    lower_start: bool
    wording: dict[Wording, int]
    keys: frozenset[str]

    def has(self, *wordings: Wording) -> bool:
        """Whether any of these ways of speaking is met."""
        return any(wording in self.wording for wording in wordings)

    @property
    def prose(self) -> bool:
        """Whether it reads like a sentence or more, rather than a heading, a menu or a date."""
        if self.card:
            return False
        if self.question:
            return self.words >= 12 or self.stops >= 2
        if self.stop:
            return self.words >= 4
        return self.words >= 6 if self.colon else self.words >= 28 and ("," in self.unit.text or self.stops > 0)

    @property
    def card(self) -> bool:
        """Whether it is a list item of several lines with a short one on top: a link to another story with its section's name."""
        return self.unit.mark in BULLETS and self.unit.lines > 1 and self.unit.text.index("\n") < 40


def look_at(unit: Unit) -> Look:
    """The look of one unit."""
    own = unit.text[len(unit.mark) :].strip() or unit.text
    words = WORD.findall(own)
    long = [word for word in words if len(word) > 3]
    return Look(
        unit=unit,
        own=" ".join(unit.text[len(unit.mark) :].split()),
        tokens=tuple(word.lower() for word in words),
        words=len(words) + len(UNSPACED.findall(own)) // 3,
        stops=len(SENTENCE_END.findall(own)),
        stop=STOP.search(own) is not None,
        colon=own.rstrip("”\"'’").endswith(":"),
        question=own.rstrip("”\"'’)").endswith(("?", "!", "？", "！")),
        capitals=sum(word[0].isupper() for word in long) / max(1, len(long)),
        upper=any(c.isalpha() for c in own) and own.upper() == own,
        lower_start=own[0].islower(),
        wording=count_wording(own),
        keys=keys_of(own),
    )


def keys_of(text: str) -> frozenset[str]:
    """The content words of a text, cut to six letters: enough to see that two texts share a subject."""
    return frozenset(word[:6] for word in LETTERS.findall(text.lower()) if word not in EMPTY)
