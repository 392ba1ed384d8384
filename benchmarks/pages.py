"""How well HTML pages are taken apart: the story's words and the page's own facts, against trafilatura alone.

``python benchmarks/pages.py [--misses] [--folder FOLDER]``: on the invented pages of tests/ingest/pages, each with what is expected of
it beside it; in "unseen" are five that no rule was made on when they were first measured (then F .965, all facts right; a standfirst in
an h3 is known since). Words of the blocks that are read are compared as bags with the words of the expected lines, twice: with captions
counted as the story's (they are read), and with captions neither asked for nor held against anybody (trafilatura leaves most of them
out; it gets its title on top, where its text lacks it).
Facts are right or wrong: title, authors, publisher, date, language, address. What is measured goes into benchmarks/results.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import mean
from typing import Any

from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.files.raw import Kind, Raw
from onrecord.ingest.html.read import Extracted, read_html
from onrecord.ingest.limits import Limits
from onrecord.types import READ_BLOCKS

PAGES = Path(__file__).resolve().parents[1] / "tests" / "ingest" / "pages"
FACTS = ("title", "authors", "publisher", "published", "language", "uri")
Words = Counter[str]
Score = tuple[float, float, float]
MODES: dict[str, dict[str, bool]] = {
    "default": {},
    "precision": {"favor_precision": True},
    "recall": {"favor_recall": True},
    "fast": {"fast": True},
    "default, no comments": {"include_comments": False},
    "precision, no comments": {"favor_precision": True, "include_comments": False},
    "recall, no comments": {"favor_recall": True, "include_comments": False},
    "fast, no comments": {"fast": True, "include_comments": False},
    "default, no comments, no tables": {"include_comments": False, "include_tables": False},
}


def words_of(text: str) -> Words:
    """The words of a text, how often each."""
    return Counter(re.findall(r"\w+", text.casefold()))


def score(found: Words, wanted: Words, free: Words) -> Score:
    """Precision, recall, F1; words of ``free`` beyond those wanted cost nothing."""
    right = (found & wanted).total()
    wrong = (found - wanted - free).total()
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / wanted.total()
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def expected_words(page: Mapping[str, Any], *, captions: bool) -> tuple[Words, Words]:
    """The words that are wanted and those that are free."""
    wanted = " ".join(line for kind, line in page["lines"] if captions or kind != "caption")
    free = " ".join(line for kind, line in page["lines"] if not captions and kind == "caption")
    return words_of(wanted), words_of(free)


def pages(folder: Path = PAGES) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """The name, markup and expectations of each page."""
    for path in sorted(folder.glob("*.html")):
        yield path.stem, path.read_bytes(), json.loads(path.with_suffix(".json").read_text(encoding="utf8"))


def ours(name: str, data: bytes) -> tuple[Extracted, str]:
    """What we extract, and the text of its blocks that are read."""
    found = read_html(Raw(name=name, data=data, kind=Kind.HTML), Limits())
    blocks = find_blocks(found.text, found.title)
    return found, "\n".join(found.text[block.start : block.end] for block in blocks if block.kind in READ_BLOCKS)


def trafilatura_text(data: bytes, mode: Mapping[str, bool]) -> str:
    """What trafilatura extracts in one of its modes, with the title that it finds on top where its text lacks it."""
    from trafilatura import extract, extract_metadata

    text = extract(data, **dict(mode)) or ""
    title = str(getattr(extract_metadata(data), "title", None) or "")
    return text if title in text else f"{title}\n{text}"


def measure_text(texts: Mapping[str, str], wanted: Mapping[str, Any], *, captions: bool) -> dict[str, Score]:
    """Each page's precision, recall, F1."""
    return {name: score(words_of(text), *expected_words(wanted[name], captions=captions)) for name, text in texts.items()}


def means(scores: Mapping[str, Score]) -> dict[str, float]:
    """The means over the pages, which count alike."""
    return {key: round(mean(one[at] for one in scores.values()), 4) for at, key in enumerate("prf")}


def wrong_facts(found: Extracted, wanted: Mapping[str, Any]) -> dict[str, tuple[object, object]]:
    """The facts that differ from what is expected: (found, expected)."""
    pairs = {key: (getattr(found, key), tuple(wanted[key]) if key == "authors" else wanted[key]) for key in FACTS}
    return {key: pair for key, pair in pairs.items() if pair[0] != pair[1]}


def measure(folder: Path = PAGES, *, show: Callable[[str], None] | None = None) -> dict[str, Any]:
    """All figures; ``show`` gets a line for each page."""
    show = show or _say_nothing
    markup = {name: data for name, data, _ in pages(folder)}
    wanted = {name: page for name, _, page in pages(folder)}
    read = {name: ours(name, data) for name, data in markup.items()}
    wrong = {name: wrong_facts(found, wanted[name]) for name, (found, _) in read.items()}
    figures: dict[str, Any] = {
        "pages": len(markup),
        "facts": {key: sum(key not in one for one in wrong.values()) for key in FACTS},
    }
    rivals = {mode: {name: trafilatura_text(data, options) for name, data in markup.items()} for mode, options in MODES.items()}
    for captions in (True, False):
        mine = measure_text({name: text for name, (_, text) in read.items()}, wanted, captions=captions)
        theirs = {mode: measure_text(texts, wanted, captions=captions) for mode, texts in rivals.items()}
        best = max(theirs, key=lambda mode: means(theirs[mode])["f"])
        alone = measure_text({name: found.text for name, (found, _) in read.items()}, wanted, captions=captions)
        part = {"onrecord": means(mine), "onrecord, before the blocks": means(alone), "trafilatura's best": best}
        part |= {f"trafilatura {mode}": means(scores) for mode, scores in theirs.items()}
        figures["words with captions" if captions else "words, captions free"] = part
        for name, scores in mine.items():
            show(
                f"{name:14s} P {scores[0]:.3f} R {scores[1]:.3f} F {scores[2]:.3f}   trafilatura F {theirs[best][name][2]:.3f} ({best})"
            )
    for name, facts in wrong.items():
        for key, (found, expected) in facts.items():
            show(f"{name}: {key} is {found!r}, expected {expected!r}")
    return figures


def _say_nothing(line: str) -> None:
    """Drops a line."""


def main() -> int:
    """Measures, prints, records."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=PAGES, help="pages (*.html) with their expectations (*.json)")
    parser.add_argument("--misses", action="store_true", help="a line for each page, and each fact that is wrong")
    parser.add_argument("--dry", action="store_true", help="record nothing")
    options = parser.parse_args()
    show = print if options.misses else None
    figures = {"seen": measure(options.folder, show=show)}
    if (options.folder / "unseen").is_dir():
        figures["unseen"] = measure(options.folder / "unseen", show=show)
    print(json.dumps(figures, indent=1))
    if not options.dry:
        from provenance import write_results

        print("written to", write_results("pages", figures).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
