"""What does an amount count?

By the tree where the sentence has one (the noun that a number modifies, or the complement of "dozens of"), else by the
words that follow: the first plural noun before a word that ends the noun phrase.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.number_people import PEOPLE, is_person, is_plural, singular

if TYPE_CHECKING:
    from onrecord.extract.number_atoms import Atom, Line

NOUNS = frozenset({"NOUN", "PROPN"})
MODIFIES = frozenset({"nummod", "amod", "det", "compound", "advmod", "nmod"})
ENDS = frozenset(
    "in on at by from to for with into near after before since until during between among against across along inside outside"
    " through under over above below within without and or but nor as than that which who whom whose when where while if because"
    " although though so was were is are be been being am has have had having do does did will would can could may might must shall"
    " should not n't also said says say told tells he she it they we i you him her them us this these those there here yesterday"
    " today tomorrow ago per via including according only still then now even just yet about around".split()
)
SKIPS = frozenset("of the a an his her its their our more other others additional further such those these all".split())
COMPOUNDS = frozenset(
    "nation country member page story storey seat point person man woman vote room bed acre hectare vehicle ship unit ton tonne"
    " megawatt barrel island".split()
)
REACH = 7  # atoms: "high-ranking former Iraqi army officers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A counted noun phrase: its atoms ``[first, end)`` and the atom that is its head."""

    first: int
    end: int
    head: int


def has_tree(line: Line, at: int) -> bool:
    """Whether the word at an atom was tagged and parsed; hand-made languages tag X."""
    return line.lang.upos[line[at].token] != "X"


def find_counted(line: Line, last: int, end: int) -> Counted | None:
    """The noun phrase that the amount ending in atom ``last`` counts; ``end`` is behind the amount's unit or "or more"."""
    return (
        _votes(line, end)
        or _in_compound(line, end)
        or (_by_tree(line, last, end) if has_tree(line, last) else None)
        or _by_words(line, end)
    )


def _votes(line: Line, end: int) -> Counted | None:
    """The votes that both numbers of "an 11-34 vote" count."""
    at = end + 2 if line.hyphen_at(end) and line[end + 1].is_digits else end
    return Counted(first=at, end=at + 1, head=at) if line[at].low in {"vote", "votes"} else None


def _in_compound(line: Line, end: int) -> Counted | None:
    """ "27-nation bloc", "131-page report", "240,000 square metre park": the singular inside a compound is what is counted."""
    at = end + line.hyphen_at(end)
    if line[at].low in {"square", "cubic", "metric"}:
        inner = at + 1 + line.hyphen_at(at + 1)
        return Counted(first=at, end=inner + 1, head=inner) if line[inner].is_word else None
    if (
        line[at].low not in COMPOUNDS
        or (at == end and (not line[at + 1].is_word or line[at + 1].low in ENDS or is_plural(line[at + 1].text)))
        or line[at].broken
    ):
        return None
    return Counted(first=at, end=at + 1, head=at)


def _by_tree(line: Line, last: int, end: int) -> Counted | None:
    lang, token = line.lang, line[last].token
    above = int(lang.head[token])
    if line[end].low == "of":
        below = [c for c in lang.children[token] if lang.deprel[c].startswith("nmod") and c > token and lang.upos[c] in NOUNS]
        found = below[0] if below else None
    else:
        found = above if above > token and lang.deprel[token].split(":")[0] in MODIFIES and lang.upos[above] in NOUNS else None
    return _phrase(line, end, found) if found is not None else None


def _phrase(line: Line, end: int, token: int) -> Counted | None:
    """The phrase from ``end`` to the atom of a head token; None where the head is too far to be counted."""
    head = next((at for at in range(len(line) - 1, end - 1, -1) if line[at].token == token), None)
    if head is None or head - end > 2 * REACH or any(line[at].low in {",", ";", ":", '"', "”", "("} for at in range(end, head)):
        return None
    return Counted(first=min(_skip(line, end), head), end=head + 1, head=head)


def _skip(line: Line, at: int) -> int:
    while line[at].low in SKIPS - {"others"}:
        at += 1
    return at


def _ends_phrase(line: Line, at: int) -> bool:
    atom = line[at]
    if not atom.is_word:
        return not (
            line.hyphen_at(at) or (atom.is_digits and line[at - 1].is_hyphen) or (atom.low in {"'", "’", "."} and atom.glued)
        )
    return (
        atom.low in ENDS
        or atom.broken
        or (has_tree(line, at) and _tag(line, atom) in {"VERB", "AUX", "ADP", "SCONJ", "PRON", "CCONJ"})
    )


def _tag(line: Line, atom: Atom) -> str:
    """The tag of an atom's word; participles before a noun ("armed men") count as adjectives."""
    tag, token = line.lang.upos[atom.token], atom.token
    return "ADJ" if tag == "VERB" and line.lang.deprel[token] in {"amod", "compound"} else tag


def _by_words(line: Line, end: int) -> Counted | None:
    first, head = _skip(line, end), None
    if line[end].broken:
        return None
    for at in range(first, min(first + REACH, len(line))):
        if _ends_phrase(line, at) and not _goes_on(line, at, end, found=head is not None):
            break
        if _counts(line, at):
            head = at
        elif head is not None:
            break
    return None if head is None else Counted(first=first, end=head + 1, head=head)


def _goes_on(line: Line, at: int, end: int, *, found: bool) -> bool:
    """Whether a phrase goes on past a word that ends most: "pre-Columbian and Mayan artifacts", "two of the 12 men"."""
    if found or line[at].broken:
        return False
    if line[end].low == "of" and (line[at].is_digits or line[at - 1].low in {"'", "’"}):
        return True
    return line[at].low in {"and", "or", ","} and at > end and line[at + 1].is_word and line[at + 1].low not in ENDS


def _counts(line: Line, at: int) -> bool:
    """Whether a word can be what a number counts: a plural, no possessor ("three of Russia's jets" counts jets)."""
    if line.hyphen_at(at + 1) or (line[at + 1].low in {"'", "’"} and line[at + 1].glued and line[at + 2].low in {"s", "S"}):
        return False
    if has_tree(line, at):
        return _tag(line, line[at]) in NOUNS and (is_plural(line[at].text) or singular(line[at].text) in PEOPLE)
    return line[at].is_word and is_plural(line[at].text)


def find_single(line: Line, end: int) -> Counted | None:
    """What "one" counts: a singular noun that names a person ("one civilian", "one police officer"), nothing else by words."""
    if line[end].low == "of" or line.hyphen_at(end):
        return None
    heads = []
    for at in range(end, min(end + REACH - 2, len(line))):
        if _ends_phrase(line, at) or line[at].low in SKIPS - {"more", "other"}:
            break
        if line[at].is_word:
            heads.append(at)
    named = [
        at
        for at in heads
        if singular(line[at].text) in PEOPLE
        or line[at].text[0].isupper()
        or (has_tree(line, at) and _tag(line, line[at]) in NOUNS)
    ]
    return Counted(first=end, end=named[-1] + 1, head=named[-1]) if named else None


def unit_of(line: Line, counted: Counted) -> str:
    """ "person" for people, else the noun's singular; square measures keep their "square"."""
    atom = line[counted.head]
    square = line[counted.head - 1 - line.hyphen_at(counted.head - 1)].low
    if square in {"square", "cubic", "metric"} and counted.head > counted.first:
        return f"{square} {singular(atom.text)}"
    if line.lang.entity[atom.token] == "person" or is_person(atom.text):
        return "person"
    return line.lang.lemmas[atom.token].lower() if has_tree(line, counted.head) else singular(atom.text)
