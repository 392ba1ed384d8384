"""How well are a page's parts told apart? By folds over sites, so that no page is judged by what its own site taught.

``python benchmarks/blocks.py [--seeds 3] [--confusion]`` needs the corpora in ``../shared`` beside the checkout, and torch: the classifier
is trained anew for each fold. Three figures: the lines that are story on 120 text dumps of news pages (as the pages' publishers' extracts have it), the
kinds of 300 lines marked by hand (benchmarks/blocks-lines.tsv; never trained on, no threshold set on them), and how much of plain articles,
which are all story, is lost. What is measured goes into benchmarks/results/DATE-COMMIT.json.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from onrecord.types import READ_BLOCKS, BlockKind
from provenance import write_results
from training.block_classifier import Classifier, settle
from training.block_pages import DUMPS, PLAIN_PAGES, Page, folds_of, load_dumps, load_plain, read_marks
from training.blocks import fit

TESTED = Path(__file__).with_name("blocks-lines.tsv")
STORY = frozenset({BlockKind.BODY, BlockKind.SUBHEAD})
FOREIGN = (BlockKind.PROMO, BlockKind.BIO, BlockKind.COMMENT, BlockKind.NAVIGATION, BlockKind.NOTICE)
Found = dict[int, BlockKind]  # the kind found for each line of a page
Figures = dict[str, Any]


def lines_found(page: Page, kinds: Sequence[BlockKind]) -> Found:
    """The kind of each line, from the units' kinds."""
    return {row: kind for rows, kind in zip(page.rows, kinds, strict=True) for row in rows}


def by_folds(pages: Sequence[Page], plain: Sequence[Page], seed: int) -> Iterator[tuple[str, Found]]:
    """Each page's lines as a classifier finds them that was trained on other sites."""
    folds = folds_of((page.site for page in pages), seed)
    for fold in sorted(set(folds.values())):
        classifier = fit([page for page in pages if folds[page.site] != fold], plain, seed)
        for page in pages:
            if folds[page.site] == fold:
                yield page.name, lines_found(page, settle(page.drafted, classifier))


def story_lines() -> dict[str, set[int]]:
    """The indices of the lines that are story, by page."""
    return {row["id"]: set(row["body"]) for row in _dumps()}


def words_of_lines() -> dict[str, list[int]]:
    """How many words each line has, by page."""
    return {row["id"]: [len(line.split()) for line in row["lines"]] for row in _dumps()}


def _dumps() -> Iterator[dict[str, Any]]:
    with gzip.open(DUMPS, "rt", encoding="utf8") as rows:
        yield from map(json.loads, rows)


def tested_lines() -> Iterator[tuple[str, int, set[str]]]:
    """Page, line and its kind or kinds, of the lines marked by hand."""
    for row in TESTED.read_text(encoding="utf8").splitlines():
        cells = row.split("\t")
        if not row.startswith("#") and cells[1].isdigit():
            yield cells[0], int(cells[1]), {cell for cell in cells[2:4] if cell}


def score_story(found: dict[str, Found], gold: dict[str, set[int]], words: dict[str, list[int]]) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of the story's lines, in percent: every line counting the same, and every word."""
    counts = {"lines": Counter[str](), "words": Counter[str]()}
    for name, kinds in found.items():
        ours = {row for row, kind in kinds.items() if kind in STORY}
        for group, rows in (("right", ours & gold[name]), ("wrong", ours - gold[name]), ("missed", gold[name] - ours)):
            counts["lines"][group] += len(rows)
            counts["words"][group] += sum(words[name][row] for row in rows)
    return {unit: _shares(count) for unit, count in counts.items()}


def _shares(count: Counter[str]) -> dict[str, float]:
    right, wrong, missed = count["right"], count["wrong"], count["missed"]
    shares = right / max(1, right + wrong), right / max(1, right + missed), 2 * right / max(1, 2 * right + wrong + missed)
    return dict(zip("prf", (round(100 * share, 1) for share in shares), strict=True))


def score_kinds(found: dict[str, Found]) -> tuple[float, Counter[tuple[str, str]]]:
    """The share of the tested lines whose kind is right, in percent, and what is taken for what."""
    taken: Counter[tuple[str, str]] = Counter()
    for name, row, kinds in tested_lines():
        ours = found[name][row].value
        taken[(ours if ours in kinds else min(kinds), ours)] += 1
    right = sum(times for (gold, ours), times in taken.items() if gold == ours)
    return round(100 * right / taken.total(), 1), taken


def score_marked(found: dict[str, Found]) -> Figures:
    """On all marked lines: the share whose kind is right, in percent, and how many lines of others' words are read as story."""
    marks = read_marks()
    pairs = [(marks[name][row], kind) for name, kinds in found.items() for row, kind in kinds.items()]
    foreign = Counter(gold.value for gold, kind in pairs if gold in FOREIGN and kind in READ_BLOCKS)
    return {
        "all marked lines": round(100 * mean(gold is kind for gold, kind in pairs), 1),
        "lines of others read": {kind.value: foreign[kind.value] for kind in FOREIGN},
    }


def lost_share(pages: Sequence[Page], classifier: Classifier | None) -> float:
    """The share of characters of plain articles that are not read, in percent; by the rules alone where there is no classifier."""
    lost = total = 0
    for page in pages:
        kinds = settle(page.drafted, classifier) if classifier else page.drafted.kinds
        for look, kind in zip(page.drafted.page.looks, kinds, strict=True):
            total += len(look.unit.text)
            lost += len(look.unit.text) * (kind not in READ_BLOCKS)
    return round(100 * lost / total, 2)


def measure(found: dict[str, Found]) -> Figures:
    """All figures of one way to tell the dumps' lines apart."""
    return {
        "story": score_story(found, story_lines(), words_of_lines()),
        "300 lines": score_kinds(found)[0],
        **score_marked(found),
    }


def show_confusion(found: dict[str, Found]) -> None:
    """Prints what the tested lines are taken for."""
    taken = score_kinds(found)[1]
    for (gold, ours), times in sorted(taken.items(), key=lambda pair: (pair[0][0], -pair[1])):
        print(f"  {gold:12s} {'right' if gold == ours else ours:12s} {times}")


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=3, help="how many times all folds are trained (default 3)")
    parser.add_argument("--confusion", action="store_true", help="print what the tested lines are taken for")
    return parser.parse_args()


def main() -> None:
    """Measures, prints, records."""
    options = parse_options()
    pages, plain = load_dumps(read_marks()), load_plain(1, 10**6)
    taught, others = plain[:PLAIN_PAGES], plain[PLAIN_PAGES:]
    figures: Figures = {"rules alone": measure({page.name: lines_found(page, page.drafted.kinds) for page in pages})}
    figures["rules alone"]["lost of plain articles"] = lost_share(plain, None)
    for seed in range(1, options.seeds + 1):
        found = dict(by_folds(pages, taught, seed))
        figures[f"folds, seed {seed}"] = measure(found)
        print(f"seed {seed}:", json.dumps(figures[f"folds, seed {seed}"]), flush=True)
        if options.confusion:
            show_confusion(found)
    figures["lost of plain articles never trained on"] = lost_share(others, fit(pages, taught))
    print(json.dumps(figures, indent=1))
    print("written to", write_results("blocks", figures).name)


if __name__ == "__main__":
    main()
