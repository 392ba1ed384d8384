"""What the words of a noun phrase are called in the lists: labels from left to right, the longest name first.

"Russian Defense Minister Anatoly Antonov" is a people (Russian), a role (Defense Minister) and two words that no list has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.entries import Body, Country, Leader, People, Role, Spot, key_of
from onrecord.lexicon.loader import bodies, leaders, reach_of, role_of, spots, states, suffixes

Meaning = Body | Country | People | Spot | Role | tuple[Leader, ...] | None
WORD = re.compile(r"[\w$][\w.'’&/\-–\u0300-\u036f]*|[^\w\s]")  # accents may be written as marks of their own
LONGEST = 8  # words: "International Federation of Red Cross and Red Crescent" is longer; its short names are listed
ARTICLES = {
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "some",
    "any",
    "all",
    "both",
    "our",
    "their",
    "his",
    "her",
    "its",
    "my",
    "your",
    "other",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words ``[first, end)`` and what a list calls them; ``seat`` for a capital or palace that stands for its government."""

    first: int
    end: int
    text: str
    meaning: Meaning
    seat: bool = False
    plural: bool = False
    owns: bool = False  # a possessive follows: "Syria's"

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital or is an Arabic name (al-Shabab)."""
        return self.text[:1].isupper() or self.text.startswith(("al-", "el-", "bin "))


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, possessives kept on their words, full stops only on abbreviations."""
    found = []
    for word in WORD.findall(phrase):
        bare = word.rstrip("-–/'’" if not word.endswith(("s'", "s’")) else "-–/")
        if bare.endswith(".") and "." not in bare[:-1] and len(bare) > 5:
            bare = bare[:-1]
        found.append(bare or word)
    return tuple(found)


def labelled(words: tuple[str, ...]) -> tuple[Label, ...]:
    """Every word in one label; those that no list has stand alone with meaning None."""
    found, at = [], 0
    while at < len(words):
        label = _longest(words, at)
        found.append(label)
        at = label.end
    return tuple(found)


def _longest(words: tuple[str, ...], at: int) -> Label:
    for end in range(_reach(words, at), at, -1):
        text = " ".join(words[at:end])
        found = _named(text, end - at)
        if found is not None:
            meaning, seat, plural = found
            return Label(first=at, end=end, text=text, meaning=meaning, seat=seat, plural=plural, owns=_owning(words[end - 1]))
    return Label(first=at, end=at + 1, text=words[at], meaning=None, owns=_owning(words[at]))


def _reach(words: tuple[str, ...], at: int) -> int:
    """No name goes on after a possessive or over a bracket, nor longer than a list has one that begins so (Washington, D.C.)."""
    end = at
    while end < min(len(words), at + _most_words(words[at])):
        if words[end] in '();:"“”—–' and end > at:
            break
        end += 1
        if _owning(words[end - 1]) and not words[end - 1].endswith("s'"):
            break
    return end


@lru_cache(maxsize=1 << 14)
def _most_words(word: str) -> int:
    """How many words a name can have that begins with this one: as many as in the lists, two more for plurals and commas."""
    known = reach_of()
    key = key_of(word)
    longest = max(known.get(key, 0), known.get(key.rstrip("s"), 0), known.get(f"{key[:-3]}y", 0) if key.endswith("ies") else 0)
    return min(longest + 2, LONGEST) if longest > 1 else 3 if word.isupper() else 1


def _owning(word: str) -> bool:
    return len(word) > 2 and word.endswith(("'s", "’s", "s'", "s’"))


@lru_cache(maxsize=1 << 14)  # one name stands in many phrases of a page
def _named(text: str, length: int) -> tuple[Meaning, bool, bool] | None:
    """(meaning, seat, plural) of words that stand in a list; the order of the lists is the policy."""
    key = key_of(text)
    if not text.islower() or text.startswith(("al-", "al ")):
        known = states()
        for seat, found in _proper(text, key):
            return found, seat, isinstance(found, People) and found.plural
        if length > 1 or text[0].isupper():
            people = leaders().get(key)
            if people:
                return people, False, False
        spot = spots().find(text, key)
        if spot is not None:
            return spot, known.capitals.find(text, key) is not None, False
    role = role_of(key)
    if role is not None and not (
        length == 1 and len(key) <= 3 and text.isupper() and key not in {"mp", "mps", "ngo", "ngos", "ceo"}
    ):
        return role[0], False, role[1] or _many(key)
    return None


def _proper(text: str, key: str) -> Iterator[tuple[bool, Meaning]]:
    known = states()
    lists: tuple[tuple[bool, Meaning], ...] = (
        (False, bodies().find(text, key)),
        (False, known.names.find(text, key)),
        (False, known.peoples.find(text, key)),
        (True, known.seats.find(text, key)),
        (True, known.capitals.find(text, key)),
    )
    return (pair for pair in lists if pair[1] is not None)


def _many(key: str) -> bool:
    return (key.endswith("s") and not key.endswith("ss")) or key.endswith(
        ("people", "troops", "forces", "men", "women", "children", "authorities", "civilians", "folk")
    )


def suffix_of(text: str) -> tuple[str, ...] | None:
    """The sectors that the last word of a capitalised name tells, None where it tells nothing."""
    return suffixes().get(key_of(text).rstrip(".")) if text[:1].isupper() else None
