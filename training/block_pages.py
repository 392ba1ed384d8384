"""The pages that the classifier of lines learns from: marked text dumps, plain articles, and articles with others' words put in.

The dumps are news pages whose lines people have marked by kind (training/blocks-kinds.tsv, stand-off: no text of theirs is kept). The
plain articles are the gold's training texts and PolNeAR's, all of whose lines are the story's.
"""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from onrecord.ingest.blocks import Draft, draft
from onrecord.ingest.lines import find_units
from onrecord.ingest.signals import look_at
from onrecord.types import READ_BLOCKS, BlockKind
from training.block_features import KINDS, Floats, see_page
from training.guard import refuse_gold_dev

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
DUMPS = SHARED / "data" / "blocks" / "dumps-dev.jsonl.gz"
MARKED = ROOT / "training" / "blocks-kinds.tsv"
PLAIN_PAGES = 240  # of the 1,331 plain articles: as many units as two thirds of the dumps'
# How often, against each other, runs of a kind are put into plain articles, and which of them only after the story.
OFTEN = {
    BlockKind.PROMO: 4,
    BlockKind.BIO: 1,
    BlockKind.COMMENT: 1,
    BlockKind.NOTICE: 2,
    BlockKind.NAVIGATION: 3,
    BlockKind.CAPTION: 1,
    BlockKind.CREDIT: 1,
    BlockKind.BYLINE: 1,
}
AFTER = frozenset({BlockKind.BIO, BlockKind.COMMENT, BlockKind.NOTICE})
LONGEST_RUN = 12  # lines


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """A page to learn from: ``allowed`` ``(units, kinds)`` are the kinds that each unit may be, ``weight`` ``(units,)`` what it counts."""

    name: str
    site: str
    drafted: Draft
    source: Sequence[str]  # its lines
    rows: Sequence[Sequence[int]]  # of each unit: the indices of its lines
    seen: Floats
    allowed: NDArray[np.bool_]
    weight: Floats

    @property
    def lines(self) -> list[tuple[str, ...]]:
        """The units' words."""
        return [look.tokens for look in self.drafted.page.looks]


def site_of(url: str) -> str:
    """The site of an address: its registered domain, near enough."""
    parts = urlsplit(url).netloc.lower().removeprefix("www.").split(".")
    second = len(parts) > 2 and parts[-2] in {"co", "com", "org", "net", "gov", "ac"} and len(parts[-1]) == 2
    return ".".join(parts[-3:] if second else parts[-2:])


def read_marks(path: Path = MARKED) -> dict[str, dict[int, BlockKind]]:
    """The kind of each line of each page, from rows of ``page, first line, last line, kind``."""
    marks: dict[str, dict[int, BlockKind]] = defaultdict(dict)
    for row in path.read_text(encoding="utf8").splitlines():
        cells = row.split("\t")
        if not row.startswith("#") and cells[0] != "doc":
            marks[cells[0]] |= dict.fromkeys(range(int(cells[1]), int(cells[2]) + 1), BlockKind(cells[3]))
    return dict(marks)


def load_dumps(marks: dict[str, dict[int, BlockKind]]) -> list[Page]:
    """The text dumps with their marks."""
    with gzip.open(DUMPS, "rt", encoding="utf8") as rows:
        return [dump_page(row["id"], site_of(row["url"]), row["lines"], marks[row["id"]]) for row in map(json.loads, rows)]


def dump_page(name: str, site: str, source: Sequence[str], marks: dict[int, BlockKind]) -> Page:
    """One text dump: a unit is what most of its lines are."""
    return as_page(name, site, source, [frozenset({marks[at]}) if at in marks else READ_BLOCKS for at in range(len(source))])


def plain_page(name: str, text: str) -> Page:
    """One plain article: each unit is one of the kinds that are read."""
    source = text.split("\n")
    return as_page(name, name, source, [READ_BLOCKS] * len(source))


def as_page(name: str, site: str, source: Sequence[str], may: Sequence[frozenset[BlockKind]]) -> Page:
    """A page of lines of which each may be one of some kinds; long pages count less a line, so that no site decides alone.

    Where a line may be any kind that is read and the rules take it for something else, nobody has looked: it counts nothing.
    """
    drafted, rows = read_draft("\n".join(source))
    kinds = [Counter(may[row] for row in unit).most_common(1)[0][0] for unit in rows]
    known = np.array([len(kind) == 1 or ruled in kind for kind, ruled in zip(kinds, drafted.kinds, strict=True)])
    weight = np.array([min(len(unit), 3) for unit in rows], np.float32) * known / np.float32(len(rows) ** 0.5)
    return Page(
        name=name,
        site=site,
        source=source,
        drafted=drafted,
        rows=rows,
        seen=see_page(drafted.page, drafted.kinds),
        allowed=np.array([[other in kind for other in KINDS] for kind in kinds]),
        weight=weight,
    )


def read_draft(text: str) -> tuple[Draft, list[list[int]]]:
    """The rules' draft of a text, and of each unit the indices of its lines that are not empty."""
    units, lines, starts, at = find_units(text), text.split("\n"), [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    spans = [(bisect_right(starts, unit.start) - 1, bisect_right(starts, unit.end - 1)) for unit in units]
    rows = [[row for row in range(first, end) if lines[row].strip()] for first, end in spans]
    return draft(tuple(map(look_at, units))), rows


def plain_texts() -> list[tuple[str, str]]:
    """Names and texts of the plain articles: PolNeAR's training half and the gold's."""
    with gzip.open(SHARED / "data" / "attribution" / "polnear-train.jsonl.gz", "rt", encoding="utf8") as rows:
        found = [(row["id"], row["text"]) for row in map(json.loads, rows)]
    gold = SHARED / "gold"
    names = sorted(path.stem for path in (gold / "train").glob("*.json"))
    found += [(name, (gold / "text" / f"{name}.txt").read_bytes().decode("utf8")) for name in names]
    for name, text in found:
        refuse_gold_dev(name, text)
    return found


def load_plain(seed: int = 1, many: int = PLAIN_PAGES) -> list[Page]:
    """A sample of the plain articles."""
    texts = plain_texts()
    return [plain_page(name, text) for name, text in Random(seed).sample(texts, min(many, len(texts)))]


def splice(pages: Sequence[Page], plain: Sequence[Page], seed: int) -> list[Page]:
    """Plain articles with others' words between their paragraphs and after them: what a clean extract still has of its page.

    The advertisements, biographies, comments and so on are runs of marked lines of ``pages``; a spliced page counts to the site of its
    article, so only pages that may be learnt from must be given.
    """
    random = Random(seed)
    runs = marked_runs(pages)
    found = []
    for page in plain:
        source = [(line, READ_BLOCKS) for line in page.source if line.strip()]
        for kind in random.choices(list(OFTEN), list(OFTEN.values()), k=random.randint(1, 4)):
            if runs[kind]:
                run = [(line, frozenset({kind})) for line in random.choice(runs[kind])]
                at = len(source) if kind in AFTER else random.randint(1, len(source))
                source[at:at] = run
        gaps = [part for line, may in source for part in ((line, may), ("", READ_BLOCKS))]
        found.append(as_page(f"{page.name}+", page.site, [line for line, _ in gaps], [may for _, may in gaps]))
    return found


def marked_runs(pages: Sequence[Page]) -> dict[BlockKind, list[list[str]]]:
    """The short runs of lines of one kind on these pages."""
    runs: dict[BlockKind, list[list[str]]] = defaultdict(list)
    for page in pages:
        kinds = [KINDS[at] for at in page.allowed.argmax(axis=1)]
        start = 0
        for kind, group in groupby(kinds):
            end = start + sum(1 for _ in group)
            lines = [page.source[row].strip() for unit in page.rows[start:end] for row in unit]
            if len(lines) <= LONGEST_RUN:
                runs[kind].append(lines)
            start = end
    return runs


def folds_of(sites: Iterable[str], seed: int, many: int = 5) -> dict[str, int]:
    """A fold for each site."""
    names = sorted(set(sites))
    Random(seed).shuffle(names)
    return {name: at % many for at, name in enumerate(names)}
