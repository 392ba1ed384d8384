"""A real page as it was scraped, and the gold's training texts: only where the corpora lie beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.ingest import find_blocks
from onrecord.types import READ_BLOCKS

FLOOR = 0.999  # of the characters of gold sentences (train, 2026-11-25: all of them)


def test_a_scraped_page_comes_out_right_from_end_to_end(shared: Path) -> None:
    text = (shared / "examples" / "isis-in-china.txt").read_text("utf8")
    kinds = [block.kind.value for block in find_blocks(text)]
    story = ["body"] * 3 + (["subhead"] + ["body"] * 5) * 3 + ["subhead"] + ["body"] * 4
    tail = ["byline", "bio", "navigation", "comment", "notice"]
    assert kinds == ["headline"] * 2 + ["credit", "body", "body", "promo", "promo", *story, *tail]


def test_what_gold_sentences_say_is_read(shared: Path) -> None:
    total = read = 0
    for path in sorted((shared / "gold" / "train").glob("*.json")):
        text = (shared / "gold" / "text" / f"{path.stem}.txt").read_bytes().decode("utf8")
        gold = json.loads(path.read_text("utf8"))
        seen = {at for block in find_blocks(text) if block.kind in READ_BLOCKS for at in range(block.start, block.end)}
        for sentence in {row["sentence"] for part in ("claims", "events", "figures") for row in gold[part]}:
            start = text.find(sentence)
            here = [at for at in range(start, start + len(sentence)) if start >= 0 and not text[at].isspace()]
            total += len(here)
            read += len(seen.intersection(here))
    assert total
    assert read >= FLOOR * total
