"""Articles of 600 words to measure speed with: news of the gold's training half, or the page that ships with onrecord."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import cycle, islice

from provenance import SHARED

WORDS = 600  # a usual report: ARCHITECTURE's unit of speed
PARAGRAPH = re.compile(r"\n\s*\n|\n")


def paragraphs() -> Iterator[str]:
    """The paragraphs to cut articles from, again and again."""
    index = SHARED / "gold" / "text" / "index.json"
    if not index.exists():
        texts = [(files("onrecord") / "demo" / "page.txt").read_text("utf8")]
    else:
        known = json.loads(index.read_text(encoding="utf8"))
        names = sorted(name for name, row in known.items() if row["split"] == "train" and row["kind"] != "sentences")
        texts = [(index.parent / f"{name}.txt").read_text(encoding="utf8") for name in names]
    return cycle([part.strip() for text in texts for part in PARAGRAPH.split(text) if part.strip()])


def cut_articles(parts: Iterator[str], *, size: int = WORDS) -> Iterator[str]:
    """Texts of exactly ``size`` words, whole paragraphs except the last of each; runs as long as the paragraphs do."""
    text: list[str] = []
    room = size
    for part in parts:
        words = part.split()
        text.append(part if len(words) <= room else " ".join(words[:room]))
        room -= min(room, len(words))
        if room == 0:
            yield "\n\n".join(text)
            text, room = [], size


def articles(number: int) -> list[str]:
    """So many articles of 600 words."""
    return list(islice(cut_articles(paragraphs()), number))
