"""How is a sentence cut so that numbers can be read in it?

Tokenisers differ on "$2.5bn", "34-year-old" and "F-16". Atoms are finer than any of them: a run of digits, a run of
letters, or one sign, each knowing whether it is glued to the atom before it and in which token it lies.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.types import Language

ATOM = re.compile(r"(?<![\d.])\.\d+|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|[^\w\s]|_")
HYPHENS = frozenset("-‐‑–—")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One piece of a sentence: ``low`` is its lower-cased text, ``glued`` whether no white space stands before it."""

    start: int
    end: int
    text: str
    low: str
    glued: bool
    broken: bool
    token: int

    @property
    def is_digits(self) -> bool:
        """Whether it is a numeral, "1,200.5" included."""
        return self.text[-1].isdecimal()  # "km²" is none

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_hyphen(self) -> bool:
        """Whether it is a hyphen or a dash."""
        return self.text in HYPHENS


END = Atom(start=-1, end=-1, text=" ", low=" ", glued=False, broken=True, token=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The atoms of one sentence; asking beyond either end gives ``END``, which is no word and no sign."""

    lang: Language
    sentence: int
    atoms: tuple[Atom, ...]

    def __len__(self) -> int:
        return len(self.atoms)

    def __getitem__(self, at: int) -> Atom:
        return self.atoms[at] if 0 <= at < len(self.atoms) else END

    def says(self, at: int, *words: str) -> bool:
        """Whether the lower-cased atoms from ``at`` on are these words."""
        return all(self[at + i].low == word for i, word in enumerate(words))

    def hyphen_at(self, at: int) -> bool:
        """Whether the atom is a hyphen with nothing around it ("two-state"), no dash between words."""
        return self[at].is_hyphen and self[at].glued and self[at + 1].glued


def split_atoms(lang: Language, sentence: int) -> Line:
    """Cut one sentence into atoms; ``broken`` marks those before which a line of the text ends."""
    span = lang.sentences[sentence]
    found: list[Atom] = []
    text, last = lang.doc.text, span.start
    first, end = lang.bounds[sentence]
    starts = lang.tokens.start[first:end].tolist()
    for match in ATOM.finditer(text, span.start, span.end):
        between = text[last : match.start()]
        token = first + bisect_right(starts, match.start()) - 1
        found.append(
            Atom(
                start=match.start(),
                end=match.end(),
                text=match.group(),
                low=match.group().lower(),
                glued=not between and bool(found),
                broken="\n" in between,
                token=max(token, 0),
            )
        )
        last = match.end()
    return Line(lang=lang, sentence=sentence, atoms=tuple(found))
