"""Where is the story over? Where its author is introduced, links begin, or readers have their say."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ingest.signals import Look
from onrecord.ingest.wording import ENTRY, SIGNED_COMMENT, Wording

TAIL = (Wording.OPENS_COMMENTS, Wording.STEERS)
FURTHEST_ABOVE = 200  # units above that are searched for a name, so that a page of a thousand biographies takes no longer a line
TOLD = 0.6  # of the page's sentences, by weight, must stand above a tail's first unit
TOLD_BY_FAR = 0.2  # likewise above a tail that is one beyond doubt: it may well be longer than the story


def cut_tail(looks: Sequence[Look], weights: Sequence[float], first: int, end: int) -> int:
    """The end without what follows the story's last words: an author's biography, links, readers' comments.

    The tail begins at the first unit that opens one, provided what comes after it is the smaller part.
    """
    total = sum(max(0.0, weight) for weight in weights[first:end])
    told = 0.0
    for at in range(first, end):
        if told >= TOLD * total and opens_tail(looks, at):
            return at
        if told >= TOLD_BY_FAR * total and told and closes_with_biography(looks, at):
            return at
        told += max(0.0, weights[at])
    return end


def with_entries(looks: Sequence[Look], first: int, end: int) -> int:
    """The end with the list by dates that closes the story, its heading included; three entries make a list."""
    heading = 0 < end < len(looks) and not looks[end].has(*TAIL) and not ENTRY.match(looks[end].own)
    start = end + heading
    last = start
    while last < len(looks) and ENTRY.match(looks[last].own) and not looks[last].has(Wording.DATES, *TAIL):
        last += 1
    return last if last - start >= 3 and end > first else end


def opens_tail(looks: Sequence[Look], at: int) -> bool:
    """Whether the story is over with this unit: comments open, links begin, the author is introduced."""
    look = looks[at]
    if look.has(Wording.OPENS_COMMENTS):
        return True
    after = looks[at + 1 : at + 3]
    if look.has(Wording.DATES) and at and look.words <= 12:
        return any(is_biography(other) or other.has(*TAIL) for other in after)
    if look.has(Wording.STEERS):
        return not look.prose and not any(other.prose and not other.has(*TAIL) for other in after)
    if not look.has(Wording.INTRODUCES):
        return False
    above = looks[max(0, at - FURTHEST_ABOVE) : at]
    if not look.prose or is_author(above, look):
        return True
    return introduces_stranger(above, look) and (is_biography(look) or not after or after[0].has(*TAIL))


def closes_with_biography(looks: Sequence[Look], at: int) -> bool:
    """Whether an author is introduced at length, and links, comments or nothing follow."""
    look, after = looks[at], looks[at + 1 : at + 2]
    if not is_biography(look) or not introduces_stranger(looks[max(0, at - FURTHEST_ABOVE) : at], look):
        return False
    return not after or after[0].has(*TAIL, Wording.SMALL_PRINT)


def is_biography(look: Look) -> bool:
    """Whether it introduces the author: at least two of the ways in which biographies speak."""
    return look.wording.get(Wording.INTRODUCES, 0) >= 2


def is_author(above: Sequence[Look], look: Look) -> bool:
    """Whether the unit opens with the name that signs the page above."""
    name = look.own.split()[:2]
    return len(name) == 2 and any(other.has(Wording.SIGNS) and " ".join(name) in other.own for other in above)


def introduces_stranger(above: Sequence[Look], look: Look) -> bool:
    """Whether it opens with a name of which the story has not spoken: whom the news is about stands in it before."""
    name = look.own.split()[:2]
    if len(name) < 2 or name[0] in {"He", "She", "They"}:
        return False
    return not any(name[1].strip(",’'s") in other.own for other in above if other.prose)


def opens_comment(looks: Sequence[Look], at: int) -> bool:
    """Whether it names the reader whose comment follows: "12. somebody says:", or with the hour right below."""
    look = looks[at]
    if look.words > 20 or not SIGNED_COMMENT.match(look.own):
        return False
    dated = at + 1 < len(looks) and looks[at + 1].has(Wording.DATES)
    return dated or look.unit.mark[:1].isdigit()


def first_sure_comment(looks: Sequence[Look]) -> int:
    """The index from which all are readers' comments: signed ones, or many dates below a heading; else the number of units.

    They may well outweigh the story. A link to the comments above the story has none below it.
    """
    told = 0
    for at, look in enumerate(looks):
        if opens_comment(looks, at):
            return at
        if told >= 80 and look.has(Wording.OPENS_COMMENTS) and not look.prose:
            below = looks[at + 1 : at + 21]
            if sum(other.has(Wording.COMMENTS, Wording.DATES) for other in below) >= 3:
                return at
        told += look.words if look.prose and not look.unit.mark else 0
    return len(looks)


def first_comment(looks: Sequence[Look], end: int) -> int:
    """The index at which readers' comments begin, after the story's end: signed or under their heading."""
    tail = range(end, len(looks))
    return next((at for at in tail if looks[at].has(Wording.OPENS_COMMENTS) or opens_comment(looks, at)), len(looks))
