"""Whose words is each part of a page made of? The story's own, an advertisement's, a reader's, the small print's.

Lines become units (lines.py), units are looked at once (signals.py, wording.py), the story's run is found (story.py, tail.py) and its
title (headline.py); then the rules decide unit by unit (rules.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.ingest.datelines import dateline_end
from onrecord.ingest.headline import find_headlines
from onrecord.ingest.lines import find_units
from onrecord.ingest.rules import Ruling, decide
from onrecord.ingest.scene import Scene, addresses_reader, find_runs
from onrecord.ingest.signals import Look, look_at
from onrecord.ingest.story import find_story
from onrecord.ingest.tail import first_comment
from onrecord.types import Block, BlockKind

JOINED = frozenset({BlockKind.NAVIGATION, BlockKind.COMMENT, BlockKind.NOTICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page as the rules read it: its scene, and what they say of each unit."""

    page: Scene
    rulings: Sequence[Ruling]

    @property
    def kinds(self) -> list[BlockKind]:
        """The kinds by the rules alone."""
        return [ruling.kind for ruling in self.rulings]


def find_blocks(text: str, title: str | None = None) -> tuple[Block, ...]:
    """The blocks of a page, in order; every character that is not white space lies in exactly one.

    Args:
        text: The page's text, with its line breaks.
        title: What the caller says the title is; without it, it is looked for on the page.

    Returns:
        Blocks of whole lines; only a dateline is split from its line. White space around a block belongs to none.

    Score (2026-11-25): on 120 text dumps of news pages (article-extraction-benchmark), lines that are story P .924, R .855, F .888 (by
    words P .949, R .917, F .932); kinds of 300 lines marked by hand .80 right. The rules were developed on 78 of these pages. A trained
    classifier of lines was no better on sites that it had not seen (docs/evaluation.md; training/blocks.py).
    Not handled: languages without full stops, pages whose story is a list of products.
    """
    looks = tuple(map(look_at, find_units(text)))
    kinds = draft(looks, title).kinds if looks else []
    return tuple(_joined(_blocks(looks, kinds)))


def draft(looks: Sequence[Look], title: str | None = None) -> Draft:
    """What the rules make of a page's units."""
    story = find_story(looks)
    headlines = find_headlines(looks, story, title)
    page = Scene(
        looks=looks,
        at=0,
        story=story,
        comments=first_comment(looks, story.end),
        headlines=headlines,
        title=frozenset().union(*(looks[at].keys for at in headlines)),
        repeated=frozenset(own for own, times in Counter(look.own for look in looks).items() if times > 1),
        speaks_to_reader=addresses_reader(looks, story),
        runs=find_runs(looks),
    )
    return Draft(page=page, rulings=[decide(look, replace(page, at=at)) for at, look in enumerate(looks)])


def _blocks(looks: Sequence[Look], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    for look, kind in zip(looks, kinds, strict=True):
        unit = look.unit
        split = dateline_end(unit.text) if kind is BlockKind.BODY else 0
        if split:
            yield Block(start=unit.start, end=unit.start + split, kind=BlockKind.DATELINE)
            rest = unit.text[split:]
            yield Block(start=unit.end - len(rest.lstrip()), end=unit.end, kind=kind)
        else:
            yield Block(start=unit.start, end=unit.end, kind=kind)


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Neighbours that are not read and of one kind are one block: a menu of forty lines is one menu."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        parts = list(run)
        if kind in JOINED:
            yield Block(start=parts[0].start, end=parts[-1].end, kind=kind)
        else:
            yield from parts
