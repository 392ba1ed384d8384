"""Where on the page does the story stand? Between menus and tails, where the sentences are.

Every unit weighs for or against: sentences for, by their length; short lines, list items and steering words against. The
story is the run of units that weighs most (a maximum subarray, as jusText and Boilerpipe find theirs by density), cut where
its tail begins. A page without menus is all story but for single units, and the rules find those.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.ingest.signals import BULLETS, Look
from onrecord.ingest.tail import cut_tail, first_sure_comment, with_entries
from onrecord.ingest.wording import Wording

# All set by hand, not swept, on 78 of the 120 pages of the dumps (blocks.find_blocks has the scores).
MOST_WORDS = 60  # a paragraph weighs no more than that, or one long notice would outweigh a story of short ones
LINKS = 4  # items beside one that make a list of links of it
TEASER = 0.3  # what a lone sentence below a link weighs, of a paragraph's weight
SMALL_PAGE = 60  # units; a whole dump of a site's page has some hundreds
MENU_SHARE = 0.34  # of the units
SHORT_SHARE = 0.75  # of the units
PLAIN_SHARE = 0.8  # of the words stand in sentences where a page has no menus


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The story's units ``[first, end)``; ``plain`` where the page has no menus around it."""

    first: int
    end: int
    plain: bool


def find_story(looks: Sequence[Look]) -> Story:
    """The run of units that is the story; empty (``first == end``) where the page has no sentence at all."""
    weights = [weigh(looks, at) for at in range(first_sure_comment(looks))]
    plain = is_plain(looks)
    first, end = (0, len(weights)) if plain else _heaviest(weights)
    end = cut_tail(looks, weights, first, end)
    return Story(first=first, end=with_entries(looks, first, end), plain=plain)


def is_plain(looks: Sequence[Look]) -> bool:
    """Whether the page is hardly more than its story: its words stand in sentences, or it is small and little of it is menu."""
    prose = [look for look in looks if look.prose]
    told = sum(look.words for look in prose) >= PLAIN_SHARE * sum(look.words for look in looks)
    if len(looks) <= 3 or (told and len(looks) <= 2 * len(prose) + 4):
        return True
    menus = sum(is_menu(look) for look in looks)
    short = len(looks) - len(prose)
    return len(looks) <= SMALL_PAGE and menus <= MENU_SHARE * len(looks) and short <= SHORT_SHARE * len(looks)


def is_menu(look: Look) -> bool:
    """Whether the unit is one that only a page with menus around its story has."""
    item = look.unit.mark in BULLETS and not look.prose
    return item or look.card or (not look.prose and look.has(Wording.STEERS, Wording.SMALL_PRINT, Wording.OPENS_COMMENTS))


def weigh(looks: Sequence[Look], at: int) -> float:
    """How much a unit speaks for (positive) or against being in the story; sentences by their words."""
    look = looks[at]
    if look.has(Wording.OPENS_COMMENTS):
        return -80.0
    if look.has(Wording.SMALL_PRINT):
        return -30.0
    if look.has(Wording.STEERS, Wording.SELLS) and look.words < 30:
        return -4.0 if is_inset(look) else -12.0
    if look.prose and in_link_list(looks, at):
        return -8.0
    if look.prose:
        share = TEASER if look.unit.mark in BULLETS or is_teaser(looks, at) else 1.0
        return min(look.words, MOST_WORDS) * share
    if look.words >= 15:
        return 2.0
    return -8.0 if look.unit.mark else -5.0


def is_inset(look: Look) -> bool:
    """Whether it is a single link or mark that stands between a story's paragraphs: "Related: its title", "Advertisement"."""
    advertisement = look.words == 1 and look.has(Wording.SELLS)
    return advertisement or (look.words >= 5 and ":" in look.own[:20])


def in_link_list(looks: Sequence[Look], at: int) -> bool:
    """Whether it is an item among many that hang together by no word: a list of other stories, each with its first sentence."""
    if looks[at].unit.mark not in BULLETS:
        return False
    first = end = at
    while first > max(0, at - LINKS) and looks[first - 1].unit.mark in BULLETS:
        first -= 1
    while end <= min(len(looks) - 1, at + LINKS) and looks[end].unit.mark in BULLETS:
        end += 1
    others = [*looks[first:at], *looks[at + 1 : end]]
    related = sum(bool(looks[at].keys & other.keys) for other in others)
    return len(others) >= LINKS and 2 * related < len(others)


def is_teaser(looks: Sequence[Look], at: int) -> bool:
    """Whether it is a lone sentence between short lines, as below a link to another story."""
    around = [*looks[max(0, at - 1) : at], *looks[at + 1 : at + 2]]
    return looks[at].stops <= 1 and not any(other.prose for other in around)


def _heaviest(weights: Sequence[float]) -> tuple[int, int]:
    """The half-open run with the greatest sum; ``(0, 0)`` where no weight is positive."""
    best, found, total, first = 0.0, (0, 0), 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, first = 0.0, at
        total += weight
        if total > best:
            best, found = total, (first, at + 1)
    return found
