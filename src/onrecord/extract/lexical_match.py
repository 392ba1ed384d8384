"""Which words of the lexicon stand in the text: events that the words alone tell of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.codebooks.triggers import Need, TriggerEntry, load_triggers
from onrecord.extract.lexical_view import View, view
from onrecord.types import Language, Why

_PARTICLES = frozenset(
    "up on off out down in into for at with from to over against back upon away by of aside apart through home alive dead not".split()
)
_REACH = 4  # words between a verb and its object where no tree says what belongs together
_TREE_REACH = 8  # likewise where it does
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_LONGEST_TRIGGER = 4  # words; the guideline asks for one to three


@dataclass(frozen=True, slots=True, kw_only=True)
class LexicalHit:
    """An entry of the trigger lexicon found in the text; ``tokens`` is half-open ``(first, end)``, ``strength`` high or low."""

    tokens: tuple[int, int]
    type: str
    mode: str | None
    strength: str
    entry: TriggerEntry
    why: Why


def _places_after(seen: View, at: int, word: str, bounds: tuple[int, int]) -> Iterator[int]:
    """Where the next word of a verb's phrase may stand, nearest first: after it, or before it for a passive's subject."""
    loose = word not in _PARTICLES
    reach = _TREE_REACH if seen.has_tree else _REACH + 1 if loose else 2
    yield from range(at + 1, min(bounds[1], at + 1 + reach))
    if loose:
        yield from range(at - 1, max(bounds[0] - 1, at - 1 - _REACH), -1)


def _match_verb(seen: View, at: int, entry: TriggerEntry, bounds: tuple[int, int]) -> tuple[int, ...] | None:
    found = [at]
    for word in entry.words[1:]:
        for place in _places_after(seen, found[-1], word, bounds):
            fits = place not in found and word in seen.lemmas(place)
            if fits and (not seen.has_tree or abs(place - found[-1]) <= 2 or seen.related(at, place)):
                found.append(place)
                break
        else:
            return None
    return tuple(found)


def _match_noun(seen: View, at: int, entry: TriggerEntry, bounds: tuple[int, int]) -> tuple[int, ...] | None:
    """The tokens of a noun phrase, one after the other; hyphens and, behind a preposition, an article are passed over."""
    found, place = [at], at + 1
    for before, word in zip(entry.words, entry.words[1:], strict=False):
        while place < bounds[1] and (seen.lang.words[place] in "-–" or (before in _PARTICLES and "the" in seen.lemmas(place))):
            place += 1
        if place >= bounds[1] or word not in seen.lemmas(place):
            return None
        found.append(place)
        place += 1
    return tuple(found)


def _any_of(seen: View, need: Need, places: range | tuple[int, ...]) -> bool:
    return any(not need.lemmas.isdisjoint(seen.lemmas(i)) for i in places)


def _object_places(seen: View, at: int, bounds: tuple[int, int]) -> range | tuple[int, ...]:
    if not seen.has_tree:
        return range(at + 1, min(bounds[1], at + 2 + _REACH))
    return tuple(i for i in seen.lang.children[at] if seen.lang.deprel[i] in _OBJECTS)


def _need_holds(seen: View, need: Need, at: int, bounds: tuple[int, int]) -> bool:
    if need.kind == "near":
        return _any_of(seen, need, range(*bounds))
    if need.kind == "object":
        return _any_of(seen, need, _object_places(seen, at, bounds))
    if need.kind == "not":
        return not _any_of(seen, need, range(max(bounds[0], at - _REACH), min(bounds[1], at + 1 + _REACH)))
    return True  # "alone" is settled when all hits of the sentence are known


def _hit(lang: Language, entry: TriggerEntry, found: tuple[int, ...]) -> LexicalHit:
    first, end = min(found), max(found) + 1
    if end - first > _LONGEST_TRIGGER:
        first, end = found[0], found[0] + 1
    strength = "high" if entry.high else "low"
    says = f"“{entry.phrase}” tells of {entry.type}{f' ({entry.mode})' if entry.mode else ''}, {strength} in the trigger lexicon"
    why = Why(by="trigger lexicon", says=says, span=lang.span(first, end))
    return LexicalHit(tokens=(first, end), type=entry.type, mode=entry.mode, strength=strength, entry=entry, why=why)


def _hits_in(seen: View, places: range, bounds: tuple[int, int]) -> Iterator[LexicalHit]:
    here = frozenset().union(*map(seen.lemmas, range(*bounds)))
    for at in places:
        yield from _hits_at(seen, at, bounds, here)


def _hits_at(seen: View, at: int, bounds: tuple[int, int], here: frozenset[str]) -> Iterator[LexicalHit]:
    """The entries that begin at a token; ``here`` are all base forms of its sentence, so that most phrases fail at once."""
    for lemma in sorted(seen.lemmas(at)):
        for entry in load_triggers().get(lemma, ()):
            if not seen.fits(at, entry.pos) or not here.issuperset(entry.words[1:]):
                continue
            found = (_match_verb if entry.pos == "VERB" else _match_noun)(seen, at, entry, bounds)
            if found and all(_need_holds(seen, need, at, bounds) for need in entry.needs):
                yield _promised(seen, _hit(seen.lang, entry, found), bounds)


_TO_COME = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
_WILL = frozenset({"will", "shall", "'ll", "’ll"})


def _promised(seen: View, hit: LexicalHit, bounds: tuple[int, int]) -> LexicalHit:
    """Cooperation still to come is AGREE, yielding still to come CONCEDE (codebook): "will meet", "will release"."""
    first = hit.tokens[0]
    before = [seen.lang.words[i].lower() for i in range(max(bounds[0], first - 3), first)]
    if (
        hit.type not in _TO_COME
        or seen.lang.upos[first] in {"NOUN", "PROPN"}
        or not _WILL & set(before)
        or {"not", "n't", "n’t", "to"} & set(before)
    ):
        return hit
    kind = _TO_COME[hit.type]
    why = Why(by="codebook", says=f"“{hit.entry.phrase}” ({hit.type}) still to come is {kind}", span=hit.why.span)
    return replace(hit, type=kind, mode=None, why=why)


def _rank(hit: LexicalHit) -> tuple[int, int, int]:
    return (-len(hit.entry.words), -(hit.strength == "high"), hit.tokens[0])


def _settle(hits: list[LexicalHit]) -> Iterator[LexicalHit]:
    """The longest of those that overlap (several where they are of one length); "alone" where nothing else is."""
    kept: list[LexicalHit] = []
    for hit in sorted(hits, key=_rank):
        over = [k for k in kept if k.tokens[0] < hit.tokens[1] and hit.tokens[0] < k.tokens[1]]
        rivals = (
            k
            for k in over
            if len(k.entry.words) > len(hit.entry.words) or (k.strength, k.type) in {("high", hit.type), (hit.strength, hit.type)}
        )
        if not any(rivals) and not (over and hit.strength == "low" and any(k.strength == "high" for k in over)):
            kept.append(hit)
    for hit in kept:
        lonely = any(need.kind == "alone" for need in hit.entry.needs)
        if not lonely or not any(k is not hit and k.type == hit.type and k.tokens != hit.tokens for k in kept):
            yield hit


def find_lexical(lang: Language) -> tuple[LexicalHit, ...]:
    """All events that words of the trigger lexicon tell of, in order of the text; several types where a word has several.

    Verbs need their particles and objects within two steps of the tree, or close by where there is no tree. On gold train
    (words and tags only, 2026-11-25; strengths were set on the same texts) .85 of the gold triggers are found and .73 of the hits
    marked high stand at one of their type.
    """
    seen, found = view(lang), list[LexicalHit]()
    for bounds in lang.bounds:
        found.extend(_settle(list(_hits_in(seen, range(*bounds), bounds))))
    return tuple(sorted(found, key=lambda h: (h.tokens, h.strength, h.type)))


def hits_on(lang: Language, tokens: tuple[int, int]) -> tuple[LexicalHit, ...]:
    """The entries that share a token with a range, longest and strongest first."""
    seen, bounds = view(lang), lang.bounds[lang.sentence_of(tokens[0])]
    places = range(max(bounds[0], tokens[0] - _LONGEST_TRIGGER), tokens[1])
    found = [hit for hit in _hits_in(seen, places, bounds) if hit.tokens[0] < tokens[1] and tokens[0] < hit.tokens[1]]
    return tuple(sorted(found, key=_rank))


def best_hit(hits: tuple[LexicalHit, ...], tokens: tuple[int, int]) -> LexicalHit | None:
    """The strongest hit that shares a token with the range, or None; the hits are in order of the text."""
    low = bisect_left(hits, tokens[0] - _LONGEST_TRIGGER, key=lambda h: h.tokens[0])
    high = bisect_left(hits, tokens[1], key=lambda h: h.tokens[0])
    over = [h for h in hits[low:high] if tokens[0] < h.tokens[1]]
    return min(over, key=_rank, default=None)


__all__ = ["LexicalHit", "best_hit", "find_lexical", "hits_on"]
