"""The dependency tree as phrases: heads, noun phrases, subjects, objects and agents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from onrecord.lexicon.loader import role_of, states
from onrecord.types import Block, Language, Name, Span

Range = tuple[int, int]

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "X", "ADJ", "DET", "SYM"}
INSIDE = {
    "det", "det:predet", "amod", "compound", "nummod", "flat", "fixed", "goeswith", "nmod:poss", "nmod", "nmod:desc", "appos", "case",
    "advmod", "nmod:unmarked", "obl", "punct", "acl", "advcl", "obj", "cc", "conj", "mark", "list",
}  # fmt: skip
DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November"
    " December Jan. Feb. Aug. Sept. Oct. Nov. Dec.".split()
)
OPENING = frozenset("the a an his her its their our my".split())
EDGES = frozenset("of in for and to on at by with or from as that which 's ’s ' ’".split())
ARTICLES = {"the", "a", "an"}
MODIFIERS = {"det", "amod", "compound", "nummod", "flat", "fixed", "goeswith", "nmod:poss", "nmod:desc", "case", "punct"}
CORE = {"det", "det:predet", "amod", "compound", "nummod", "flat", "fixed", "goeswith", "nmod:poss", "nmod:desc"}


def names_from(lang: Language, first: int, end: int) -> tuple[Name, ...]:
    """The network's names that begin in a token range; names stand in order of the text."""
    low, high = (bisect_left(lang.names, at, key=lambda n: n.tokens[0]) for at in (first, end))
    return lang.names[low:high]


def block_of(lang: Language, span: Span) -> Block | None:
    """The block in which a span lies; blocks stand in order of the text."""
    at = bisect_right(lang.blocks, span.start, key=lambda b: b.start) - 1
    return lang.blocks[at] if at >= 0 and lang.blocks[at].span.holds(span) else None


def head_of(lang: Language, span: Range) -> int:
    """The word of a range on which the others hang.

    Of the words whose head lies outside the first that is a noun and no modifier; where nouns side by side all hang outside
    ("U.S. forces" read as two), the last of them.
    """
    first, end = span
    inside = [i for i in range(first, end) if not first <= lang.head[i] < end or lang.head[i] == i]
    nominal = [i for i in inside if lang.upos[i] in {"NOUN", "PROPN", "PRON", "NUM"} and lang.words[i].lower() not in ARTICLES]
    carrying = [i for i in nominal if lang.deprel[i] not in MODIFIERS]
    at = (carrying or nominal or inside or [end - 1])[0]
    while at + 1 in nominal:
        at += 1
    return at


def core_phrase(lang: Language, head: int) -> Range:
    """The words of a noun phrase up to its head and the rest of its name: "the Russian defence minister Anatoly Antonov"."""
    return _as_written(lang, _spread(lang, head, CORE))


def phrase(lang: Language, head: int) -> Range:
    """A whole noun phrase without coordinated ones, relative clauses and the preposition before it."""
    return _as_written(lang, _spread(lang, head, CORE | {"nmod", "nmod:unmarked", "case"}))


def _as_written(lang: Language, span: Range) -> Range:
    """A phrase widened over the capitalised words beside its name and the title before it, wherever the tree hangs them."""
    first, end = span
    low, high = lang.bounds[lang.sentence_of(first)]
    while end < high and lang.upos[end] == "PROPN" and _capital(lang, end) and _names_on(lang, end - 1):
        end += 1
    while first > low and lang.upos[first] == "PROPN" and _capital(lang, first) and _names_on(lang, first - 1):
        first -= 1
    if first > low and first != span[0] and lang.words[first - 1].lower() in OPENING:
        first -= 1
    return first, end


def _capital(lang: Language, i: int) -> bool:
    return lang.words[i][:1].isupper() and lang.words[i] not in DAYS


def _names_on(lang: Language, i: int) -> bool:
    """Whether a word belongs with the name right after it: a name's part, a nationality, a title."""
    if lang.words[i] in DAYS:
        return False
    if lang.upos[i] == "PROPN":
        return lang.words[i][:1].isupper()
    role = role_of(lang.words[i].lower())
    return states().peoples.find(lang.words[i]) is not None or (
        role is not None and lang.upos[i] == "NOUN" and role[0].kind == "person" and not role[1]
    )


def _spread(lang: Language, head: int, kept: set[str]) -> Range:
    wanted = {head}
    stack = [c for c in lang.children[head] if lang.deprel[c] in kept and lang.deprel[c] != "case"]
    while stack:
        at = stack.pop()
        wanted.add(at)
        stack.extend(c for c in lang.children[at] if lang.deprel[c] in kept | {"cc", "conj", "punct", "case", "advmod"})
    first = end = head
    while first - 1 in wanted or (first - 2 in wanted and lang.upos[first - 1] == "PUNCT"):
        first -= 1
    while end + 1 in wanted or (end + 2 in wanted and lang.upos[end + 1] == "PUNCT"):
        end += 1
    while first < head and (
        lang.upos[first] in {"PUNCT", "CCONJ", "ADP"} or lang.deprel[first] == "advmod" or lang.words[first] in EDGES
    ):
        first += 1
    while end > head and (lang.upos[end] in {"PUNCT", "CCONJ", "ADP"} or lang.words[end] in EDGES):
        end -= 1
    return first, end + 1


def trimmed(lang: Language, span: Range) -> Range:
    """A range without prepositions, conjunctions, punctuation and possessive marks at its edges."""
    first, end = span
    while first < end - 1 and (
        lang.upos[first] in {"PUNCT", "CCONJ", "ADP", "SCONJ"} and lang.words[first].lower() not in {"all", "some"}
    ):
        first += 1
    while end - 1 > first and (
        lang.upos[end - 1] in {"PUNCT", "CCONJ", "ADP", "SCONJ"} or lang.words[end - 1] in {"'s", "’s", "'", "’"}
    ):
        end -= 1
    return first, end


def conjuncts(lang: Language, head: int) -> list[int]:
    """A head and those coordinated with it, in order."""
    return sorted([head, *(c for c in lang.children[head] if lang.deprel[c] == "conj" and lang.upos[c] in NOMINAL)])


def dependents(lang: Language, word: int, *relations: str) -> list[int]:
    """The children of a word in one of these relations."""
    return [c for c in lang.children[word] if lang.deprel[c] in relations]


def has_case(lang: Language, word: int, *prepositions: str) -> bool:
    """Whether a preposition out of these stands before a noun phrase."""
    return any(lang.deprel[c] == "case" and lang.words[c].lower() in prepositions for c in lang.children[word])


def clause_of(lang: Language, word: int) -> int:
    """The predicate of the clause in which a word stands: the nearest verb or clausal head at or above it."""
    at = word
    while lang.upos[at] not in {"VERB", "AUX"} and lang.head[at] != at:
        at = int(lang.head[at])
    return at


def above(lang: Language, word: int) -> list[int]:
    """The words that govern a word, nearest first, itself not among them."""
    found = []
    while lang.head[word] != word:
        word = int(lang.head[word])
        found.append(word)
    return found


def case_of(lang: Language, word: int) -> str:
    """The preposition before a noun phrase in small letters, the first of several; "" where there is none."""
    return next((lang.words[c].lower() for c in lang.children[word] if lang.deprel[c] == "case" and c < word), "")


def is_passive(lang: Language, verb: int) -> bool:
    """Whether a verb is told of whom it happens to: a passive auxiliary or subject, or "be" before a participle not in -ing."""
    if dependents(lang, verb, "nsubj:pass", "aux:pass", "obl:agent"):
        return True
    if lang.upos[verb] != "VERB" or lang.words[verb].lower().endswith("ing") or lang.words[verb].lower() == lang.lemmas[verb]:
        return False
    return any(lang.lemmas[c].lower() == "be" for c in dependents(lang, verb, "aux", "cop"))


def subjects_of(lang: Language, verb: int) -> list[int]:
    """The subjects of a predicate; a noun before it that the network calls a second root is one too."""
    own = dependents(lang, verb, "nsubj", "nsubj:pass", "nsubj:outer")
    return own or [c for c in dependents(lang, verb, "root") if c < verb and lang.upos[c] in {"NOUN", "PROPN", "PRON"}]


def antecedent_of(lang: Language, word: int) -> int:
    """The noun that a relative pronoun stands for; any other word stands for itself."""
    if lang.words[word].lower() not in {"who", "which", "that", "whom", "whose"} or lang.upos[word] not in {
        "PRON",
        "DET",
        "SCONJ",
    }:
        return word
    at = word
    while lang.head[at] != at and lang.deprel[at] not in {"acl:relcl", "advcl:relcl"}:
        at = int(lang.head[at])
    noun = int(lang.head[at])
    return noun if noun != at and lang.upos[noun] in {"NOUN", "PROPN", "PRON"} else word


def names_a_place(lang: Language, word: int) -> bool:
    """Whether a name only belongs to a place's: the Japan of "the Sea of Japan" acts in nothing and is nobody's "country"."""
    above = int(lang.head[word])
    placed = lang.deprel[word] == "nmod" and lang.upos[above] == "PROPN" and lang.entity[above] == "place"
    return placed and has_case(lang, word, "of")
