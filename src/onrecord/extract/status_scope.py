"""Which words have a say in how an event stands: those that govern its trigger, and those that modify it or its governors.

With a tree the scope is read off the dependencies: from the trigger upwards through light verbs ("will launch attacks"), verbs
that take an infinitive ("refused to attack"), and into the governing clause. Without one it is the words just before the
trigger inside its clause, as in NegEx (Chapman et al. 2001).
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.lexicon.status import load_status_words
from onrecord.text.lemmas import lemmatize
from onrecord.types import Language

_MODIFIES = frozenset({"aux", "advmod", "mark", "det", "cc", "cop", "case", "amod", "compound"})
_CLIMBS = frozenset({"obj", "nsubj:pass", "obl", "nmod", "compound", "xcomp", "amod"})  # into the same clause
_GOVERNED = frozenset({"ccomp", "csubj", "acl", "advcl", "csubj:pass", "nsubj"})  # the last step, into the clause above
_STEPS = 6  # governors; further up nothing speaks of the event any more
_MODIFIERS_BEFORE = 3  # tokens, without a tree
_GOVERNORS_BEFORE = 8  # likewise
_MODALS = ("will", "would", "could", "may", "should")  # nothing beyond the nearest one speaks of the trigger
_CLAUSE_ENDS = frozenset(
    ', ; : — – ( ) “ ” " that which who but because after before while when where although as since and'.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Token indices, nearest first; ``head`` is the trigger's own, ``sentence`` a half-open range."""

    head: int
    modifiers: tuple[int, ...]
    governors: tuple[int, ...]
    sentence: tuple[int, int]
    has_tree: bool


def lemmas_at(lang: Language, token: int) -> frozenset[str]:
    """The base forms a token may have."""
    word = lang.words[token].lower()
    return frozenset({word, lang.lemmas[token].lower(), lemmatize(word, "VERB"), lemmatize(word, "NOUN")})


def is_kind(lang: Language, token: int, kind: str) -> bool:
    """Whether a token is a word of that kind in the status lexicon."""
    return not load_status_words()[kind].isdisjoint(lemmas_at(lang, token))


def head_of(lang: Language, trigger: tuple[int, int]) -> int:
    """The token of the trigger on which the others hang: the first whose head lies outside."""
    first, end = trigger
    return next((i for i in range(first, end) if lang.head[i] == i or not first <= lang.head[i] < end), first)


def scope_of(lang: Language, trigger: tuple[int, int]) -> Scope:
    """The words that have a say in how the event at the trigger stands."""
    bounds = lang.bounds[lang.sentence_of(trigger[0])]
    if all(int(lang.head[i]) == i for i in range(*bounds)):
        return _window(lang, trigger, bounds)
    return _climb(lang, trigger, bounds)


def _window(lang: Language, trigger: tuple[int, int], bounds: tuple[int, int]) -> Scope:
    before: list[int] = []
    for i in range(trigger[0] - 1, max(bounds[0], trigger[0] - _GOVERNORS_BEFORE) - 1, -1):
        if lang.words[i].lower() in _CLAUSE_ENDS:
            break
        before.append(i)
    modifiers = before[:_MODIFIERS_BEFORE]
    modal = next((n for n, i in enumerate(modifiers) if any(is_kind(lang, i, kind) for kind in _MODALS)), len(modifiers))
    inside = tuple(range(trigger[1] - 1, trigger[0] - 1, -1))
    return Scope(
        head=trigger[1] - 1,
        modifiers=(*inside, *modifiers[: modal + 1]),
        governors=(*inside[1:], *before),
        sentence=bounds,
        has_tree=False,
    )


def _modifiers(lang: Language, token: int) -> list[int]:
    return [c for c in lang.children[token] if lang.deprel[c].split(":")[0] in _MODIFIES]


def _passes(lang: Language, token: int, above: int, relation: str) -> bool:
    """Whether what modifies the governor ("did not …", "will …") says something of the event below it."""
    return relation == "xcomp" or relation.startswith("aux") or is_kind(lang, above, "light")


def _climb(lang: Language, trigger: tuple[int, int], bounds: tuple[int, int]) -> Scope:
    at = head_of(lang, trigger)
    modifiers = [m for i in range(*trigger) for m in (i, *_modifiers(lang, i)) if m != at]
    governors: list[int] = []
    reached = True  # whether modifiers of the next governor still speak of the event
    for _ in range(_STEPS):
        above, relation = int(lang.head[at]), lang.deprel[at]
        if above == at:
            break
        if relation == "conj":
            modifiers.extend(m for m in _modifiers(lang, above) if m < trigger[0] and reached and lang.deprel[m] != "amod")
        elif relation in _CLIMBS and reached:
            governors.append(above)
            reached = _passes(lang, at, above, relation)
            modifiers.extend(_modifiers(lang, above) if reached else [])
        else:
            if reached and relation.split(":")[0] in _GOVERNED:
                governors.append(above)
            break
        at = above
    unique = tuple(dict.fromkeys(m for m in modifiers if m not in governors))
    return Scope(head=head_of(lang, trigger), modifiers=unique, governors=tuple(governors), sentence=bounds, has_tree=True)
