"""What does a figure say of an event: how many were killed, injured, arrested, displaced, took part, how much money?

A figure's kind is told by the nearest word for what happened to those it counts; nearness is steps in the tree where the
sentence has one, else words. Which event it belongs to is decided among the reader's triggers in the sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.extract.number_words import PLURALS, SMALL
from onrecord.extract.quantity_words import ACTS_ALONE, KINDS, has_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures import Number
    from onrecord.types import Language

Range = tuple[int, int]

REACH = 9  # words between a number and the word that tells its kind, commas counted as COMMA words
STEPS = 4  # edges of the tree between them
COMMA, CROSSED = 3, 6
PEOPLE_UNITS = frozenset({"person", "family", "household"})
ACTIVE_SUBJECTS = frozenset({"nsubj"})
NARROW = frozenset({"arrested", "abducted", "released", "displaced"})
PARTS = frozenset({"including", "among", "them", "includes"})
BE = frozenset({"was", "were", "is", "are", "been", "being", "be", "got", "get"})
CLOSES = frozenset("in on by at after when as during and or , . ; : while dead since near for to last this yesterday".split())


@dataclass(slots=True)
class Worked:
    """What was worked out for a page's numbers, by their tokens: the nearest word that tells a kind, how far triggers are from them."""

    nearest: dict[Range, int | None] = field(default_factory=dict)
    reach: dict[tuple[Range, Range], int] = field(default_factory=dict)


def quantity_of(lang: Language, number: Number, trigger: Range | None = None, worked: Worked | None = None) -> str | None:
    """What a number tells of the event it stands in, or of the event at a trigger where one is given.

    Args:
        lang: The language the number was found in.
        number: One of ``find_numbers(lang)``.
        worked: What was worked out before for this language; it is added to.
        trigger: A token range; in "279 kidnapped girls freed" the number tells "abducted" at one and "released" at the other.

    Returns:
        killed | injured | casualties | arrested | abducted | released | displaced | participants | money, or None.
    """
    if _is_money(number):
        return "money"
    if number.unit not in PEOPLE_UNITS:
        return None
    own = _word_in(lang, number, trigger) if trigger is not None else None
    found = own if own is not None else _nearest_of(lang, number, worked or Worked())
    if found is None:
        return None
    return "casualties" if _both(lang, found) else KINDS[_word(lang, found)]


def quantities_for(lang: Language, trigger: Range, numbers: Sequence[Number], worked: Worked | None = None) -> tuple[Number, ...]:
    """The numbers that belong to the event at a trigger (a token range); they, and the reader's triggers, stand in order of the text.

    A number belongs to the trigger of its sentence that is nearest to it or to the word that tells its kind; where another
    of ``lang.triggers`` is nearer, it is that one's. ``worked`` is as in :func:`quantity_of`.
    """
    known = worked or Worked()
    first, end = lang.bounds[lang.sentence_of(trigger[0])]
    low, high = (bisect_left(numbers, at, key=lambda n: n.tokens[0]) for at in (first, end))
    here = [n for n in numbers[low:high] if quantity_of(lang, n, trigger, known) is not None]
    low, high = (bisect_left(lang.triggers, at, key=lambda t: t.tokens[0]) for at in (first, end))
    others = [t.tokens for t in lang.triggers[low:high] if t.tokens != trigger]
    mine = [n for n in here if _fits(lang, trigger, n, known) and _belongs(lang, trigger, n, (others, known))]
    told = [quantity_of(lang, n, trigger, known) for n in mine]
    return tuple(n for at, n in enumerate(mine) if not (at and told[at] == told[at - 1] and _is_detail(lang, n)))


def _fits(lang: Language, trigger: Range, number: Number, known: Worked) -> bool:
    """Whether a trigger that itself tells of arrests, releases … is given only such numbers: those killed are another event's."""
    kinds = {KINDS[_word(lang, t)] for t in range(*trigger) if has_kind(_word(lang, t))} & NARROW
    kind = quantity_of(lang, number, trigger, known)
    return not kinds or kind == "money" or kind in kinds


def _is_detail(lang: Language, number: Number) -> bool:
    """ "at least five people, including two elders", "23 billion euros ($25.65 billion)": a part or the same again."""
    lead = _word(lang, number.tokens[0] - 1) if number.tokens[0] else ""
    return lead in PARTS or (lead == "(" and _is_money(number))


def _is_money(number: Number) -> bool:
    return len(number.unit) == 3 and number.unit.isupper()


def _word(lang: Language, token: int) -> str:
    return lang.words[token].lower()


def _core(number: Number) -> int:
    """The token that stands for a number in the tree: its counted noun, else its last word."""
    return number.head if number.head is not None else number.tokens[1] - 1


def _nearest_of(lang: Language, number: Number, known: Worked) -> int | None:
    if number.tokens not in known.nearest:
        known.nearest[number.tokens] = _nearest_word(lang, number)
    return known.nearest[number.tokens]


def _nearest_word(lang: Language, number: Number) -> int | None:
    """The token of the nearest word that tells a kind, the number's own noun first ("12 deaths")."""
    first, end = lang.bounds[lang.sentence_of(number.tokens[0])]
    core = _core(number)
    if number.head is not None and has_kind(_word(lang, core)):
        own: int | None = core
    else:
        own = None
    costs = [
        (cost, token)
        for token in range(first, end)
        if token != core and has_kind(_word(lang, token))
        if (cost := _cost(lang, number, token)) is not None
    ]
    best = min(costs, default=None)
    if own is not None and (best is None or KINDS[_word(lang, own)] != "participants"):
        return own
    return best[1] if best is not None else own


def _word_in(lang: Language, number: Number, trigger: tuple[int, int]) -> int | None:
    """The word of a trigger that tells what happened to those that a number counts."""
    linked = (
        t
        for t in range(*trigger)
        if has_kind(_word(lang, t)) and number.unit in PEOPLE_UNITS and _cost(lang, number, t) is not None
    )
    return next(linked, None)


def _cost(lang: Language, number: Number, token: int) -> tuple[int, int] | None:
    """How far a word is from a number, or None where it is too far or the number does the deed itself."""
    if _does_it(lang, number, token):
        return None
    if lang.upos[token] == "X":
        words = _words_between(lang, number, token)
        return (words, words) if words <= REACH else None
    steps = _steps(lang, _core(number), token)
    return (steps, _words_between(lang, number, token)) if steps <= STEPS else None


def _words_between(lang: Language, number: Number, token: int) -> int:
    first, end = number.tokens
    if number.head is not None:
        end = max(end, number.head + 1)
    between = range(token + 1, first) if token < first else range(end, token)
    text = _without_parts([_word(lang, at) for at in between])
    return (
        len(text)
        + COMMA * sum(w in {",", "and", "while", "who", "which"} for w in text)
        + CROSSED * sum(w[0].isdigit() or w in SMALL or w in PLURALS for w in text)
    )


def _without_parts(words: list[str]) -> list[str]:
    """The words less an insertion ", including two elders,"."""
    if "including" not in words:
        return words
    first = words.index("including")
    end = words.index(",", first) + 1 if "," in words[first:] else len(words)
    return words[: max(0, first - 1)] + words[end:]


def _does_it(lang: Language, number: Number, token: int) -> bool:
    """Whether those counted are the doers: "two gunmen killed 12", by the tree or by the words around the verb."""
    word = _word(lang, token)
    core = _core(number)
    if word in ACTS_ALONE or token < core:
        return False
    if lang.upos[token] != "X":
        return (
            lang.deprel[core] in ACTIVE_SUBJECTS and lang.upos[token] == "VERB" and int(lang.head[core]) in _joined(lang, token)
        )
    first, end = lang.bounds[lang.sentence_of(token)]
    passive = any(_word(lang, at) in BE for at in range(max(first, token - 3), token))
    closed = token + 1 >= end or _word(lang, token + 1) in CLOSES
    return not (passive or closed)


def _joined(lang: Language, token: int) -> list[int]:
    """A verb and those it is joined to by "and", whose subject it shares."""
    found = [token]
    while lang.deprel[found[-1]] == "conj":
        found.append(int(lang.head[found[-1]]))
    return found


def _steps(lang: Language, start: int, goal: int) -> int:
    """The number of edges between two tokens of a tree."""
    up, down = _to_root(lang, start), _to_root(lang, goal)
    below = set(down)
    shared = next((at for at in up if at in below), None)
    return len(up) + len(down) if shared is None else up.index(shared) + down.index(shared)


def _to_root(lang: Language, token: int) -> list[int]:
    path = {token: None}  # a set in order
    while (token := int(lang.head[token])) not in path:
        path[token] = None
    return list(path)


def _both(lang: Language, token: int) -> bool:
    """Whether "killed or wounded", "dead and injured" stand together and share the number."""
    for step in (2, -2):
        other, joint = token + step, token + step // 2
        if not min(other, joint) >= 0 or max(other, joint) >= len(lang.words) or _word(lang, joint) not in {"or", "and", "/"}:
            continue
        kinds = {KINDS.get(_word(lang, token)), KINDS.get(_word(lang, other))}
        behind = max(token, other) + 1
        counts_more = behind < len(lang.words) and (
            _word(lang, behind)[0].isdigit() or _word(lang, behind) in {"at", "more", "another", "dozens"}
        )
        if kinds == {"killed", "injured"} and not counts_more:
            return True
    return False


def _belongs(lang: Language, trigger: Range, number: Number, beside: tuple[Sequence[Range], Worked]) -> bool:
    """Whether the trigger tells of this number itself, or no other trigger of the sentence is nearer to it."""
    if _word_in(lang, number, trigger) is not None:
        return True
    others, known = beside
    mine = _reach_of(lang, trigger, number, known)
    return all(mine <= _reach_of(lang, other, number, known) for other in others)


def _reach_of(lang: Language, trigger: Range, number: Number, known: Worked) -> int:
    key = trigger, number.tokens
    if key not in known.reach:
        known.reach[key] = _reach(lang, trigger, number, known)
    return known.reach[key]


def _reach(lang: Language, trigger: Range, number: Number, known: Worked) -> int:
    """How far a trigger is from a number; none at all where it is itself the word that tells the number's kind."""
    if number.unit in PEOPLE_UNITS:
        found = _nearest_of(lang, number, known)
        if found is not None and trigger[0] <= found < trigger[1]:
            return 0
    if lang.upos[trigger[0]] != "X":
        return min(_steps(lang, _core(number), token) for token in range(*trigger))
    return min(abs(number.tokens[0] - trigger[1]), abs(trigger[0] - number.tokens[1])) + 1
