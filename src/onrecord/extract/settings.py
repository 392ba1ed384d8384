"""Where and when an event happened: the place and time expressions of its clause, then of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.extract.places import resolve_place
from onrecord.extract.syntax import above, clause_of, has_case, head_of, names_from, phrase
from onrecord.extract.times import Time
from onrecord.types import Language, Place

Range = tuple[int, int]
WHERE = ("in", "at", "near", "inside", "outside", "across", "around", "throughout", "within", "off", "along", "over", "into")


def place_of(lang: Language, trigger: Range, taken: Sequence[Range]) -> tuple[Range, Place] | None:
    """The place whose preposition says so, nearest to the trigger in the tree; participants are no places.

    Returns the token range and the place, or None where the sentence names none; a name that no list has keeps its words only.
    """
    found = [(r, p) for r in _candidates(lang, trigger, taken) if (p := _resolved(lang, r)) is not None]
    if not found:
        return None
    verb, path = clause_of(lang, head_of(lang, trigger)), {*above(lang, trigger[0]), *range(*trigger)}

    def distance(item: tuple[Range, Place]) -> tuple[int, int]:
        governor = int(lang.head[head_of(lang, item[0])])
        near = 0 if governor in range(*trigger) else 1 if governor in path or clause_of(lang, governor) == verb else 2
        return near, abs(item[0][0] - trigger[0])

    return min(found, key=distance)


def _candidates(lang: Language, trigger: Range, taken: Sequence[Range]) -> list[Range]:
    """The noun phrases of the sentence that stand behind a preposition of place and that no participant has."""
    first, end = lang.bounds[lang.sentence_of(trigger[0])]
    named = {i for n in names_from(lang, first, end) if n.kind == "LOC" for i in range(*n.tokens)}
    found = []
    for i in range(first, end):
        if (i in named or lang.entity[i] == "place") and lang.upos[i] in {"PROPN", "NOUN"} and has_case(lang, i, *WHERE):
            a, z = phrase(lang, i)
            if not any(s < z and a < e for s, e in taken) and not (a < trigger[1] and trigger[0] < z):
                found.append((a, z))
    return found


def _resolved(lang: Language, span: Range) -> Place | None:
    """The place of a phrase; a named one that no list has keeps its name and nothing else."""
    place = resolve_place(lang.text(*span))
    name = next((n for n in names_from(lang, *span) if n.kind == "LOC"), None)
    return Place(name=lang.text(*name.tokens)) if place is None and name else place


def time_of(lang: Language, trigger: Range, times: Sequence[Time]) -> Time | None:
    """The date that hangs on the trigger or its clause; else the only date of the sentence, if it isn't another clause's."""
    sentence = lang.sentences[lang.sentence_of(trigger[0])]
    low, high = (bisect_left(times, at, key=lambda t: t.span.start) for at in (sentence.start, sentence.end))
    dates = [t for t in times[low:high] if t.kind == "date"]
    if not dates:
        return None
    verb, path = clause_of(lang, head_of(lang, trigger)), {*above(lang, trigger[0]), *range(*trigger)}

    def distance(t: Time) -> tuple[int, bool, int]:
        a, z = lang.tokens_in(t.span)
        if a == z:
            return 3, True, 0
        governor = int(lang.head[head_of(lang, (a, z))])
        near = 0 if governor in range(*trigger) else 1 if governor in path or clause_of(lang, governor) == verb else 2
        return near, t.start is None, abs(a - trigger[0])

    best = min(dates, key=distance)
    return best if distance(best)[0] < 2 or len(dates) == 1 else None
