"""What kind of block is a unit? Small rules in an ordered list; the first that decides wins.

A rule sees the unit's look and the scene (the page's other units, the story's bounds, the headline) and returns a kind or
None. Their order is the policy: what can only be one thing comes first, what depends on the place on the page later.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.ingest.scene import Scene
from onrecord.ingest.signals import Look
from onrecord.ingest.story import in_link_list, is_inset
from onrecord.ingest.tail import is_biography
from onrecord.ingest.wording import CREDIT_TAIL, LABEL, Wording
from onrecord.types import BlockKind

Rule = Callable[[Look, Scene], BlockKind | None]


def is_headline(_look: Look, scene: Scene) -> BlockKind | None:
    """The page's title line, and the same line told again."""
    return BlockKind.HEADLINE if scene.at in scene.headlines else None


def is_notice(look: Look, scene: Scene) -> BlockKind | None:
    """Copyright, closed comments, cookies, corrections: short, or outside the story."""
    if look.has(Wording.SMALL_PRINT) and (look.words <= 45 or not scene.inside):
        return BlockKind.NOTICE
    return None


def is_credit(look: Look, _scene: Scene) -> BlockKind | None:
    """Who took the picture, and no word of what it shows."""
    if not look.has(Wording.CREDITS) or look.words > 14 or look.stops > 1 or describes(look):
        return None
    return BlockKind.CREDIT


def describes(look: Look) -> bool:
    """Whether a line with a credit in it says what the picture shows, too: before the credit, or after "Photo:"."""
    tail = CREDIT_TAIL.search(look.own)
    before = tail is not None and any(char.isalpha() for char in look.own[: tail.start()])
    return before or (LABEL.match(look.own) is not None and look.words >= 5 and look.capitals < 0.7)


def is_caption(look: Look, scene: Scene) -> BlockKind | None:
    """A description with a credit at its end, or with a bare credit right below it."""
    if look.has(Wording.CREDITS) and look.words <= 80:
        return BlockKind.CAPTION
    after = scene.after
    credited = after is not None and not after.unit.gap and is_credit(after, scene) is not None
    return BlockKind.CAPTION if credited and 6 <= look.words <= 60 else None


def is_byline(look: Look, scene: Scene) -> BlockKind | None:
    """Who wrote it, when it was published or updated."""
    if look.words > 30 or look.has(Wording.OPENS_COMMENTS) or scene.at >= scene.comments:
        return None
    near_story = scene.story.plain or scene.story.first - 15 <= scene.at <= scene.story.end + 2
    return BlockKind.BYLINE if near_story and look.has(Wording.SIGNS, Wording.DATES) else None


def is_navigation(look: Look, scene: Scene) -> BlockKind | None:
    """Previous and next, share, tags, related headlines: lines that steer and tell nothing themselves."""
    if not look.has(Wording.STEERS):
        return None
    return None if look.prose and scene.inside and not is_inset(look) else BlockKind.NAVIGATION


def is_selling(look: Look, scene: Scene) -> BlockKind | None:
    """It sells or invites: in two ways, in a short line, or without a word of the story's subject."""
    ways = look.wording.get(Wording.SELLS, 0)
    if not ways:
        return None
    foreign = not look.keys & (scene.title | scene.nearby)
    return BlockKind.PROMO if ways >= 2 or look.words <= 25 or foreign else None


def is_inviting(look: Look, scene: Scene) -> BlockKind | None:
    """It speaks to the reader as advertisements do, and not of the story's subject; a page that does so throughout is a speech."""
    ways = look.wording.get(Wording.INVITES, 0)
    subject = scene.title | scene.nearby
    if ways < 2 or not (look.prose and scene.inside and subject) or scene.speaks_to_reader:
        return None
    allowed = len(look.keys & subject) + bool(look.keys & scene.title)
    return BlockKind.PROMO if ways > allowed else None


def is_sellers_heading(look: Look, scene: Scene) -> BlockKind | None:
    """The little headline of an advertisement: short, right above one, and foreign to the story's title."""
    after = scene.after
    if not scene.inside or look.prose or after is None or look.words > 16 or look.keys & scene.title:
        return None
    below = replace(scene, at=scene.at + 1)
    return BlockKind.PROMO if is_selling(after, below) or is_inviting(after, below) else None


def is_bio(look: Look, scene: Scene) -> BlockKind | None:
    """About the author: after the story, in the voice of biographies."""
    if scene.at < scene.story.end:
        return None
    ways = look.wording.get(Wording.INTRODUCES, 0)
    return BlockKind.BIO if is_biography(look) or (ways and scene.at <= scene.story.end + 3) else None


def is_comment(look: Look, scene: Scene) -> BlockKind | None:
    """Readers' words after the story: numbered or wrapped paragraphs, a personal voice, or below the comments' heading."""
    if scene.at < scene.story.end:
        return None
    if look.has(Wording.OPENS_COMMENTS):
        return BlockKind.COMMENT if look.prose else BlockKind.NAVIGATION
    opened = scene.at >= scene.comments
    signed = any(other.prose for other in scene.looks[scene.at + 1 : scene.at + 3])
    if opened and (look.prose or signed or look.has(Wording.COMMENTS, Wording.DATES)):
        return BlockKind.COMMENT
    numbered = look.unit.mark[:1].isdigit()
    wrapped = look.unit.lines > 2 and (numbered or not look.unit.mark)
    personal = look.has(Wording.COMMENTS)
    return BlockKind.COMMENT if look.prose and (wrapped or personal or numbered) else None


def is_subhead(look: Look, scene: Scene) -> BlockKind | None:
    """A short line without a full stop between the story's paragraphs."""
    if not scene.inside or look.prose or look.words > 16 or look.lower_start or look.unit.mark in {"•", "-", "*"}:
        return None
    above, below = scene.before, scene.after
    if above is None or below is None or not below.prose or above.colon or (look.colon and look.words >= 3):
        return None
    return BlockKind.SUBHEAD if above.prose or scene.at - 1 in scene.headlines or look.question else None


def is_stray(look: Look, scene: Scene) -> BlockKind | None:
    """Links to other stories: items that hang together by no word, short lines in a row of which one steers, a line told twice."""
    if scene.story.plain or not scene.inside:
        return None
    if in_link_list(scene.looks, scene.at):
        return BlockKind.NAVIGATION
    if look.prose:
        return None
    if look.own in scene.repeated:
        return BlockKind.NAVIGATION
    run = scene.short_run
    steering = any(other.card or other.has(Wording.STEERS) for other in run)
    return BlockKind.NAVIGATION if len(run) >= 3 and steering else None


def is_story(look: Look, scene: Scene) -> BlockKind | None:
    """What is left of the story's run is its text."""
    return BlockKind.BODY if scene.inside and look.words else None


def is_outside(look: Look, scene: Scene) -> BlockKind:
    """What is left outside: sentences invite, lines steer."""
    if look.prose and scene.at < scene.story.first and scene.story.first - scene.at <= 6:
        return BlockKind.CAPTION if scene.headlines and scene.at > max(scene.headlines) else BlockKind.PROMO
    return BlockKind.PROMO if look.prose else BlockKind.NAVIGATION


RULES: tuple[Rule, ...] = (
    is_headline,
    is_byline,
    is_credit,
    is_caption,
    is_notice,
    is_bio,
    is_selling,
    is_inviting,
    is_sellers_heading,
    is_comment,
    is_navigation,
    is_stray,
    is_subhead,
    is_story,
)


# What these say stands in the words themselves, wherever the unit stands: nothing makes it the story's again.
CERTAIN = frozenset({is_byline, is_credit, is_notice, is_bio, is_selling, is_inviting, is_sellers_heading, is_comment})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The kind that the rules give to a unit; ``certain`` where its own words give it away as none of the story's."""

    kind: BlockKind
    certain: bool


def decide(look: Look, scene: Scene) -> Ruling:
    """The first rule's word that has an answer for the unit."""
    for rule in RULES:
        kind = rule(look, scene)
        if kind is not None:
            return Ruling(kind=kind, certain=rule in CERTAIN)
    return Ruling(kind=is_outside(look, scene), certain=False)
