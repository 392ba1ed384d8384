"""Which line is the page's title? The caller's, where it is given; else the last title-like line before the story."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.ingest.signals import BULLETS, WORD, Look
from onrecord.ingest.story import Story
from onrecord.ingest.wording import Wording

FURTHEST = 25  # units above the story's first paragraph (gallery, byline, share buttons stand between)
LONGEST = 32  # words
NO_TITLE = (Wording.SIGNS, Wording.DATES, Wording.CREDITS, Wording.SMALL_PRINT, Wording.OPENS_COMMENTS, Wording.SELLS)


def find_headlines(looks: Sequence[Look], story: Story, title: str | None) -> frozenset[int]:
    """The indices of the units that are the title: one line, and the same line told again above the story's text.

    ``title`` is the caller's; where it does not stand on the page, the page's own title line is looked for all the same.
    """
    if sum(not look.has(*NO_TITLE) for look in looks) < 2:
        return frozenset()  # a page of one line is a story of one line
    told = _same_as(looks, title, len(looks)) if title else frozenset()
    if told:
        return told
    start = _first_paragraph(looks, story)
    best = _best_candidate(looks, start, story)
    return frozenset() if best is None else _same_as(looks, looks[best].own, start) | {best}


def _first_paragraph(looks: Sequence[Look], story: Story) -> int:
    """The index of the story's first sentence that is no title itself."""
    for at in range(story.first, story.end):
        if looks[at].prose and not _opens_like_title(looks, at, story):
            return at
    return story.end


def _opens_like_title(looks: Sequence[Look], at: int, story: Story) -> bool:
    """The page's very first line, short, with its verb in the present and a stop after it: a title all the same."""
    look = looks[at]
    first = at == 0 and story.plain and len(looks) > 2
    return first and look.capitals > 0.75 and look.words <= 20 and look.stops <= 2


def _best_candidate(looks: Sequence[Look], start: int, story: Story) -> int | None:
    subject = frozenset().union(*(look.keys for look in looks[start : story.end]))
    scored = [(_score(looks, at, start, subject), at) for at in range(max(0, start - FURTHEST), start)]
    best = max(scored, default=(0.0, 0))
    return best[1] if best[0] > 0 else None


def _score(looks: Sequence[Look], at: int, start: int, subject: frozenset[str]) -> float:
    """How much a line looks like the title: it shares the story's subject, is told twice, and stands near."""
    look = looks[at]
    if (look.unit.mark and not look.unit.mark[0].isdigit()) or not 1 < look.words <= LONGEST or look.has(*NO_TITLE):
        return 0.0
    if look.has(Wording.STEERS) and at:
        return 0.0
    shared = len(look.keys & subject) / max(1, len(look.keys))
    if at == 0 and start <= 6:
        shared = max(shared, 0.5)
    told_again = any(other.own == look.own for n, other in enumerate(looks[:start]) if n != at)
    return min(look.words, 8) / 8 * shared + (0.4 if told_again and shared else 0.0) - 0.02 * (start - at) - 0.3 * look.prose


def _same_as(looks: Sequence[Look], title: str, end: int) -> frozenset[int]:
    wanted = _plain_words(title)
    found = frozenset(at for at in range(end) if wanted and _plain_words(looks[at].own) == wanted)
    bare = frozenset(at for at in found if looks[at].unit.mark not in BULLETS)
    return bare or found  # the title among the links of a path ("Home • News • …") is one of them


def _plain_words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(text))
