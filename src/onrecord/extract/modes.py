"""How an event was done: the mode of its type that the words at and around its trigger give."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.codebooks.modes import ModeEntry, load_modes
from onrecord.extract.lexical_match import hits_on
from onrecord.extract.lexical_view import View, view
from onrecord.types import Language, Why

_NEAR = 5  # words on either side; swept 2-10 on gold train: modes right .786-.794, flat from 5 on
_AFTER = 10  # words behind a demand or refusal in which to look for what is asked; swept 4-16 on gold train: .788-.794, 10 best
_CLAUSE_ENDS = frozenset(";:")


def _near(seen: View, tokens: tuple[int, int], bounds: tuple[int, int]) -> list[int]:
    """Tokens close to the trigger, nearest first."""
    before = range(tokens[0] - 1, max(bounds[0], tokens[0] - _NEAR) - 1, -1)
    behind = range(tokens[1], min(bounds[1], tokens[1] + _NEAR))
    close = [*range(*tokens), *before, *behind]
    if seen.has_tree:
        below = {i for t in range(*tokens) for i in seen.lang.children[t]} - set(close)
        close += sorted(i for i in below if bounds[0] <= i < bounds[1])
    return close


def _after(seen: View, tokens: tuple[int, int], bounds: tuple[int, int]) -> list[int]:
    """Tokens behind the trigger, up to the end of what is asked, and those of the trigger itself."""
    found = list(range(tokens[0], tokens[1]))
    for i in range(tokens[1], min(bounds[1], tokens[1] + _AFTER)):
        if seen.lang.words[i] in _CLAUSE_ENDS:
            break
        found.append(i)
    return found


def _by_own_entry(lang: Language, tokens: tuple[int, int], kind: str, strength: str) -> tuple[str, Why] | None:
    """What the trigger lexicon says of the trigger itself."""
    hits = (hit for hit in hits_on(lang, tokens) if hit.type == kind and hit.mode and hit.strength == strength)
    return next(((hit.mode, hit.why) for hit in hits if hit.mode), None)


def _first_entry(seen: View, places: Iterable[int], entries: Iterable[ModeEntry]) -> tuple[ModeEntry, int] | None:
    """The entry whose word comes first among the places."""
    wanted = tuple(entries)
    found = ((e, i) for i in places for e in wanted if not e.words.isdisjoint(seen.lemmas(i)))
    return next(found, None)


def _by_words(
    seen: View, tokens: tuple[int, int], bounds: tuple[int, int], entries: tuple[ModeEntry, ...]
) -> tuple[ModeEntry, int] | None:
    near = _near(seen, tokens, bounds)
    own = _first_entry(seen, range(*tokens), (e for e in entries if e.reach in {"trigger", "near"}))
    if own:
        return own
    for entry in entries:
        if entry.reach == "near" and (found := _first_entry(seen, near, (entry,))):
            return found
    return _first_entry(seen, _after(seen, tokens, bounds), (e for e in entries if e.reach == "after"))


def _told(lang: Language, found: tuple[ModeEntry, int] | None) -> tuple[str, Why] | None:
    if found is None:
        return None
    entry, at = found
    return entry.mode, Why(by="mode lexicon", says=f"“{lang.words[at]}” makes it {entry.mode}", span=lang.span(at, at + 1))


def mode_for(lang: Language, tokens: tuple[int, int], type: str) -> tuple[str | None, Why | None]:  # noqa: A002 (the codebook's own word)
    """The mode of an event of a type at a trigger, and why; (None, None) where no words give one.

    Words that overrule come first ("suicide" beside "blast"), then the trigger's own strong entry in the trigger lexicon, words in
    it, near it and behind it (what is asked or refused), its own weak entry, and the type's default, if it has one. ``tokens`` is
    a half-open token range. On gold train, given type and trigger, without a tree (2026-11-25): right in .85 of all events,
    in .79 of those whose type has modes; weakest where it is asked what is demanded or refused.
    """
    entries = load_modes().get(type, ())
    if not entries:
        return None, None
    seen, bounds = view(lang), lang.bounds[lang.sentence_of(tokens[0])]
    overruling = _first_entry(seen, _near(seen, tokens, bounds), (e for e in entries if e.reach == "over"))
    found = (
        _told(lang, overruling)
        or _by_own_entry(lang, tokens, type, "high")
        or _told(lang, _by_words(seen, tokens, bounds, entries))
        or _by_own_entry(lang, tokens, type, "low")
    )
    default = next((e.mode for e in entries if e.reach == "default"), None)
    if found is None and default is not None:
        return default, Why(by="mode lexicon", says=f"{type} without other words is {default}", span=lang.span(*tokens))
    return found or (None, None)
