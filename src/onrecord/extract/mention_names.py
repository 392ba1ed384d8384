"""The proper name in a noun phrase, without the title before it: "Anatoly Antonov" in "Russian Defense Minister Anatoly Antonov"."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.extract.mention_words import NO_NAME
from onrecord.extract.syntax import ARTICLES, core_phrase, head_of
from onrecord.lexicon.loader import role_of, states
from onrecord.types import Language, Name

Range = tuple[int, int]
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def proper_name(lang: Language, span: Range, head: int, names: Collection[Name]) -> tuple[Range, str] | None:
    """The name of who the phrase stands for and its kind (PER ORG LOC MISC or ""); None for a description.

    A name that only modifies ("Syrian" in "Syrian rebels", "Russia's" before a minister) is none.
    """
    core = core_phrase(lang, head)
    first, end = min(span[0], core[0]), max(span[1], core[1])
    inside = [n for n in names if first <= n.tokens[0] and n.tokens[1] <= end]
    person = next((n for n in inside if n.kind == "PER" and _own(lang, head, n.tokens)), None) or _explained(lang, head, names)
    own = person or next((n for n in inside if n.tokens[0] <= head < n.tokens[1]), None)
    if own is not None:
        found = untitled(lang, own.tokens) if own.kind == "PER" else _unclipped(lang, own.tokens, core)
        return (found, own.kind) if found else None
    if lang.upos[head] != "PROPN":
        return None
    found = untitled(lang, _run(lang, head, core))
    return (found, "") if found else None


def _unclipped(lang: Language, name: Range, core: Range) -> Range:
    """A name of one word with the capitalised words before it: the network clips "European Union" to "Union"."""
    if name[1] - name[0] > 1 or states().names.find(lang.words[name[0]]) is not None:
        return name
    first = _run(lang, name[0], core)[0]
    return (first, name[1]) if not _title(lang.words[first]) else name


def _explained(lang: Language, head: int, names: Iterable[Name]) -> Name | None:
    """A person's name right after a title and a comma: "the Iraqi Foreign Minister, Ibrahim al-Jaafari"."""
    if head + 2 >= len(lang.words) or lang.words[head + 1] != "," or lang.upos[head] not in {"NOUN", "PROPN"}:
        return None
    if role_of(lang.words[head].lower()) is None and lang.entity[head] != "person":
        return None
    return next((n for n in names if n.kind == "PER" and n.tokens[0] == head + 2), None)


def _own(lang: Language, head: int, name: Range) -> bool:
    """Whether a person's name is the phrase's own: at its head, or hanging on the title that is the head."""
    if name[1] < len(lang.words) and lang.words[name[1]] in POSSESSIVE and not name[0] <= head < name[1]:
        return False
    at = head_of(lang, name)
    return name[0] <= head < name[1] or (
        name[0] > head
        and (lang.head[at] == head or name[0] == head + 1)
        and lang.deprel[at] in {"flat", "appos", "nmod:desc", "compound", "conj", "nmod", "nsubj", "obj", "obl", "root"}
    )


def _run(lang: Language, head: int, core: Range) -> Range:
    """The capitalised words around a head that no list of the network's names has."""
    first, end = head, head + 1
    while first > core[0] and lang.words[first - 1][:1].isupper() and lang.upos[first - 1] in {"PROPN", "ADJ", "NOUN"}:
        first -= 1
    while end < core[1] and lang.words[end][:1].isupper() and lang.upos[end] in {"PROPN", "ADJ", "NOUN"}:
        end += 1
    return first, end


def untitled(lang: Language, name: Range) -> Range | None:
    """A person's name without titles and nationality before it; None where nothing but titles stands there."""
    first, end = name
    while first < end and _title(lang.words[first]):
        first += 1
    if (
        first == end
        and end - name[0] == 1
        and lang.upos[name[0]] == "PROPN"
        and lang.words[max(name[0] - 1, 0)].lower() not in ARTICLES
    ):
        return name  # a surname that is also an office: "Bishop"
    return (first, end) if first < end else None


def _title(word: str) -> bool:
    bare = word.lower().strip(".")
    return bare in NO_NAME or bare in ARTICLES or role_of(bare) is not None or states().peoples.find(word) is not None


def name_key(lang: Language, name: Range | None) -> tuple[str, ...]:
    """The words of a name that tell it from others: small letters, no titles, articles or possessive marks; () without a capital."""
    if name is None or not any(w[:1].isupper() for w in lang.words[name[0] : name[1]]):
        return ()
    bare = (w.lower().strip(".’'").removesuffix("'s").removesuffix("’s") for w in lang.words[name[0] : name[1]])
    return tuple(w for w in bare if w and w[0].isalnum() and w not in NO_NAME)
