"""What does the classifier of lines see of a unit? Its form, its words' manner, its place, and what the rules make of it, as numbers.

Every group of columns is a function from the page to an array ``(units, columns)``; ``see_page`` puts them side by side, and
``with_neighbours`` adds the same of the units around and of the page as a whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import log1p

import numpy as np
from numpy.typing import NDArray

from onrecord.ingest.scene import Scene
from onrecord.ingest.signals import BULLETS, Look
from onrecord.ingest.story import is_menu
from onrecord.ingest.wording import ENTRY, Wording
from onrecord.types import BlockKind

Floats = NDArray[np.float32]
KINDS = tuple(BlockKind)
FAR = 50  # units: no distance counts for more
NEAR = 2  # units on either side whose columns stand beside a unit's own
AROUND = 5  # units on either side whose mean stands there
TAILS = (Wording.STEERS, Wording.SMALL_PRINT, Wording.OPENS_COMMENTS)
# The words that sentences are held together with.
FUNCTION_WORDS = frozenset(
    (
        "the a an of in to and for on that with by at from as is was were be been has have had it its he she they his her"
        " their who which not but or will would this said are"
    ).split()
)


def see_page(page: Scene, ruled: Sequence[BlockKind]) -> Floats:
    """What is seen of each unit: ``(units, columns)``.

    Args:
        page: The page, as the rules have read it.
        ruled: The kind that the rules give to each unit.
    """
    looks = page.looks
    groups = (_forms(looks), _marks(looks), _places(page), _distances(page), _subjects(page), _people(looks), _wordings(looks))
    rules = np.array([[kind is other for other in KINDS] for kind in ruled], np.float32)
    return np.concatenate([*groups, rules], axis=1)


def with_neighbours(seen: Floats) -> Floats:
    """Each unit's columns, those of the units around it (zeros beyond the page, and a column that says so), means near and over all."""
    units = len(seen)
    inside = np.concatenate([seen, np.ones((units, 1), np.float32)], axis=1)
    framed = np.pad(inside, ((NEAR, NEAR), (0, 0)))
    shifted = [framed[by : by + units] for by in range(2 * NEAR + 1)]
    total = np.cumsum(np.pad(seen, ((AROUND + 1, AROUND), (0, 0))), axis=0, dtype=np.float64)
    around = (total[2 * AROUND + 1 :] - total[:units]) / (2 * AROUND + 1)
    whole = np.broadcast_to(seen.mean(axis=0), seen.shape)
    return np.concatenate([*shifted, around, whole], axis=1, dtype=np.float32)


def _table(rows: Iterable[Sequence[float]]) -> Floats:
    return np.array(list(rows), np.float32)


def _forms(looks: Sequence[Look]) -> Floats:
    return _table(map(_form, looks))


def _form(look: Look) -> tuple[float, ...]:
    chars, tokens = max(1, len(look.own)), look.tokens
    many = max(1, len(tokens))
    return (
        log1p(look.words),
        log1p(chars),
        min(look.stops, 6) / 3,
        look.stop,
        look.colon,
        look.question,
        look.capitals,
        look.upper,
        look.lower_start,
        look.prose,
        look.words <= 3,
        look.words >= 15,
        look.words >= 40,
        sum(token in FUNCTION_WORDS for token in tokens) / many * 2,
        sum(map(len, tokens)) / many / 5,
    )


def _marks(looks: Sequence[Look]) -> Floats:
    return _table(map(_mark, looks))


def _mark(look: Look) -> tuple[float, ...]:
    unit, own = look.unit, look.own
    chars = max(1, len(own))
    return (
        look.card,
        unit.mark in BULLETS,
        unit.mark[:1].isdigit(),
        bool(unit.mark),
        min(unit.lines, 4) / 2,
        min(unit.gap, 3),
        min(unit.column, 12) / 6,
        sum(map(str.isdigit, own)) / chars * 3,
        own.count(",") / max(1, look.words) * 5,
        '"' in own or "“" in own,
        own[-1:] in {",", ";"},
        own[:1] in set("\"'“‘"),
        own[:1].isdigit(),
        any(mark in own for mark in "|»›·•→"),
        own.count("/") > 1,
        any(sign in own for sign in "$£€"),
        "(" in own,
        sum(char > "\u02ff" for char in own) / chars > 0.3,
    )


def _places(page: Scene) -> Floats:
    looks, story = page.looks, page.story
    units = len(looks)
    told = [look.words * look.prose for look in looks]
    prose = sum(told) / max(1, sum(look.words for look in looks))
    menus = sum(map(is_menu, looks)) / units
    above, total = list(accumulate(told)), max(1, sum(told))
    return _table(
        (
            at / units,
            story.first <= at < story.end,
            log1p(max(0, story.first - at)) / 2,
            log1p(max(0, at - story.end + 1)) / 2,
            at >= page.comments,
            story.plain,
            prose,
            log1p(units) / 3,
            menus,
            above[at] / total,
            at == 0,
            at == units - 1,
        )
        for at in range(units)
    )


def _distances(page: Scene) -> Floats:
    """How far the nearest sentence, paragraph and steering line are, above and below; what has been told since the title."""
    looks = page.looks
    flags = (
        [look.prose for look in looks],
        [look.prose and look.words >= 15 for look in looks],
        [look.has(*TAILS) and not look.prose for look in looks],
    )
    far = [np.log1p(_steps(flag[::way])[::way]) / 2 for flag in flags for way in (1, -1)]
    below = np.cumsum([look.words * big for look, big in zip(looks, flags[1], strict=True)][::-1])[::-1]
    runs = np.array([(end - first) * (1 if looks[first].prose else -1) for first, end in page.runs])
    columns = [*far, np.log1p(below) / 4, np.sign(runs) * np.log1p(abs(runs)) / 3]
    return np.concatenate([np.stack(columns, axis=1), _run_means(page), _since_title(page, flags[2])], axis=1, dtype=np.float32)


def _steps(flags: Sequence[bool]) -> NDArray[np.int64]:
    """Of each unit: how many stand between it and the last one above with the flag, ``FAR`` at most."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -FAR - 1))
    before = np.concatenate([[-FAR - 1], last[:-1]])
    steps: NDArray[np.int64] = np.minimum(at - before - 1, FAR)
    return steps


def _run_means(page: Scene) -> Floats:
    """The mean share of capitals and mean number of words over the run that a unit stands in."""
    values = np.array([(look.capitals, look.words) for look in page.looks])
    total = np.concatenate([np.zeros((1, 2)), np.cumsum(values, axis=0)])
    first, end = np.array(page.runs).T
    means = (total[end] - total[first]) / (end - first)[:, None]
    return np.stack([means[:, 0], np.log1p(means[:, 1]) / 2], axis=1, dtype=np.float32)


def _since_title(page: Scene, tails: Sequence[bool]) -> Floats:
    """Units, steering lines and words of sentences since the title was told last; -1 above it and where there is none."""
    rows, counts, titled = [], (0, 0, 0), False
    for at, (look, tail) in enumerate(zip(page.looks, tails, strict=True)):
        if at in page.headlines:
            counts, titled = (0, 0, 0), True
        signed = [log1p(count) for count in counts] if titled else [-log1p(1)] * 3
        rows.append((signed[0] / 3, signed[1] / 2, signed[2] / 4))
        counts = (counts[0] + 1, counts[1] + tail, counts[2] + look.words * look.prose)
    return _table(rows)


def _subjects(page: Scene) -> Floats:
    """What a unit shares with the title, the page's first line and its sentences."""
    looks, title = page.looks, page.title
    common = Counter(key for look in looks if look.prose for key in look.keys)
    first = set(looks[0].tokens)
    top, last = min(page.headlines, default=len(looks)), max(page.headlines, default=len(looks))
    rows = []
    for at, look in enumerate(looks):
        shared, many = len(look.keys & title), max(1, len(look.keys))
        again = sum(token in first for token in look.tokens) if at else 0
        rows.append(
            (
                look.own in page.repeated,
                shared / many,
                min(3, shared) / 2,
                sum(common[key] > look.prose for key in look.keys) / many,
                at in page.headlines,
                bool(title),
                at > top,
                at > last,
                again / max(1, len(look.tokens)),
                min(2.0, again / max(1, len(first))),
            )
        )
    return _table(rows)


def _people(looks: Sequence[Look]) -> Floats:
    """Whether a unit opens with a name that signs the page, or with one of which was spoken above; whether it opens with a day."""
    signed = {token for look in looks if look.has(Wording.SIGNS) for token in look.tokens} - {"by"}
    above: set[str] = set()
    rows = []
    for look in looks:
        name = look.tokens[:2]
        rows.append(
            (
                len(name) == 2 and signed.issuperset(name),
                sum(token in signed for token in look.tokens) / max(1, len(look.tokens)),
                len(name) == 2 and name[1] in above,
                ENTRY.match(look.own) is not None,
            )
        )
        above.update(look.tokens)
    return _table(rows)


def _wordings(looks: Sequence[Look]) -> Floats:
    return _table([min(2, look.wording.get(wording, 0)) for wording in Wording] for look in looks)
