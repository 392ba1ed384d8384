"""A language as the lexicons look at it: the base forms each word may have, and what belongs to what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from onrecord.text.lemmas import lemmatize
from onrecord.types import Language

_POS = {"VERB": frozenset({"VERB", "AUX"}), "NOUN": frozenset({"NOUN", "PROPN"}), "ADJ": frozenset({"ADJ", "VERB", "NOUN"})}

FIRST = 20  # words in which a tree mostly shows itself


@lru_cache(maxsize=65536)
def base_forms(word: str, upos: str, lemma: str) -> frozenset[str]:
    """The base forms of a word: all that it may have where its tag is unknown."""
    low = word.lower()
    if upos == "X":
        return frozenset({lemmatize(word, "VERB"), lemmatize(word, "NOUN"), low})
    return frozenset({lemma.lower(), lemmatize(low, "VERB" if upos in {"VERB", "AUX"} else "NOUN")})


@dataclass(frozen=True, slots=True)
class View:
    """A language and whether its trees are known (a language without has every word as its own head)."""

    lang: Language
    has_tree: bool

    def lemmas(self, token: int) -> frozenset[str]:
        """The base forms that a token may have."""
        return base_forms(self.lang.words[token], self.lang.upos[token], self.lang.lemmas[token])

    def fits(self, token: int, pos: str) -> bool:
        """Whether the token's tag allows the part of speech; an unknown tag allows every one."""
        tag = self.lang.upos[token]
        return tag == "X" or tag in _POS[pos]

    def related(self, one: int, other: int) -> bool:
        """Whether two tokens are at most two steps apart in the tree: on one line, or below one head."""
        head = self.lang.head
        above_one, above_other = int(head[one]), int(head[other])
        if above_one == above_other or one in {above_other, int(head[above_other])}:
            return True
        return other in {above_one, int(head[above_one])}


def view(lang: Language) -> View:
    """The language as the lexicons look at it."""
    n = len(lang.head)
    return View(lang, any(int(lang.head[i]) != i for i in range(min(n, FIRST))) or bool((lang.head != np.arange(n)).any()))
