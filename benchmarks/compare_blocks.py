"""Blocks against trafilatura and jusText: which lines of a news page's text dump are the story.

All read the same 120 dumps (../shared/data/blocks). A page's answer are the lines that are its story; the figures are taken
over all pages together, once with every line the same weight and once with every line as heavy as its words: what counts for
a reader is how much of what it reads is the story.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from onrecord.ingest.blocks import find_blocks
from onrecord.types import BlockKind
from provenance import SHARED

DUMPS = SHARED / "data" / "blocks" / "dumps-dev.jsonl.gz"
STORY = frozenset({BlockKind.BODY, BlockKind.SUBHEAD, BlockKind.DATELINE})
Figures = dict[str, Any]
Dump = dict[str, Any]  # "lines", and in "body" the indices of those that are story
Weigh = Callable[[str], int]


def read_dumps(path: Path = DUMPS) -> list[Dump]:
    """The pages with their answers."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def lines_kept(lines: Sequence[str]) -> list[int]:
    """The lines that onrecord takes for story, in whole or in part."""
    blocks = [block for block in find_blocks("\n".join(lines)) if block.kind in STORY]
    kept, start = [], 0
    for at, line in enumerate(lines):
        end = start + len(line)
        if line.strip() and any(block.start < end and start < block.end for block in blocks):
            kept.append(at)
        start = end + 1
    return kept


def score_kept(pages: Sequence[Dump], kept: Iterable[Iterable[int]], weigh: Weigh) -> Figures:
    """Precision, recall and F1 of the kept lines, over all pages together."""
    hit = system = gold = 0
    for page, found in zip(pages, kept, strict=True):
        weights = [weigh(line) if line.strip() else 0 for line in page["lines"]]
        ours, right = set(found), set(page["body"])
        hit += sum(weights[at] for at in ours & right)
        system += sum(weights[at] for at in ours)
        gold += sum(weights[at] for at in right)
    p, r = hit / max(1, system), hit / max(1, gold)
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if hit else 0.0}


def score_both(pages: Sequence[Dump], kept: Sequence[Iterable[int]]) -> Figures:
    """By lines, and by the words in them."""
    return {
        "lines": score_kept(pages, kept, lambda _: 1),
        "words": score_kept(pages, kept, lambda line: len(line.split())),
    }


def best_of(settings: dict[str, Figures], value: Callable[[Figures], float]) -> Figures:
    """The figures of the setting that does best, with its name and how all of them did."""
    name = max(settings, key=lambda setting: value(settings[setting]))
    return {**settings[name], "setting": name, "tried": {each: value(found) for each, found in settings.items()}}


def measure_blocks(ask: Callable[[str, Figures], Figures], by_folds: Sequence[Iterable[int]] | None = None) -> Figures:
    """Everything kept, onrecord, and each rival in the setting with the best F1 of lines.

    Args:
        ask: runs one of the rivals' programs in their environment: its name and what it is given, to what it answers.
        by_folds: the lines kept of each page, in the order of ``read_dumps``, by a classifier that has not learnt from the page's
            site; to be given where what ships has learnt from these pages. It is then the figure to compare.
    """
    pages = read_dumps()
    answers = ask("compare_rival_blocks", {"pages": [page["lines"] for page in pages]})
    everything = [[at for at, line in enumerate(page["lines"]) if line.strip()] for page in pages]
    figures: Figures = {
        "pages": len(pages),
        "everything": score_both(pages, everything),
        "onrecord": score_both(pages, [lines_kept(page["lines"]) for page in pages]),
    }
    if by_folds is not None:
        figures["onrecord, by folds"] = score_both(pages, list(by_folds))
    for tool, settings in answers.items():
        scored = {name: score_both(pages, kept) for name, kept in settings.items()}
        figures[tool] = best_of(scored, lambda found: float(found["lines"]["f1"]))
    return figures
