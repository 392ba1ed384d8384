"""Nothing that stands in gold dev may be trained on: every loader's documents pass this gate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

SHINGLE = 10  # words in a row: stock phrases of news are shorter, a copied sentence is hardly ever
SHARED = Path(__file__).resolve().parents[2] / "shared"


class ContaminatedError(Exception):
    """A training text stands in gold dev."""


def _shingles(words: list[str]) -> set[str]:
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _normal(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


@cache
def _gold_dev(gold: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((gold / "dev").glob("*.json")):
        text = (gold / "text" / f"{path.stem}.txt").read_text(encoding="utf8")
        found.update(dict.fromkeys(_shingles(_normal(text)), path.stem))
    return found


def refuse_gold_dev(name: str, text: str, gold: Path = SHARED / "gold") -> None:
    """Raises ``ContaminatedError`` where a fifth of the text's ten-word runs (or ten of them) stand in gold dev.

    Shorter texts than ten words are compared with nothing: they could only be refused for stock phrases.
    """
    known, mine = _gold_dev(gold), _shingles(_normal(text))
    shared = mine & known.keys()
    if len(shared) >= 10 or (shared and len(shared) * 5 >= len(mine)):
        where = sorted({known[s] for s in shared})
        message = f"{name}: {len(shared)} of its {len(mine)} ten-word runs stand in gold dev ({', '.join(where)}); leave it out of training"
        raise ContaminatedError(message)


def allowed(pairs: Iterable[tuple[str, str]], gold: Path = SHARED / "gold") -> list[str]:
    """The names of those (name, text) pairs that may be trained on."""
    names = []
    for name, text in pairs:
        try:
            refuse_gold_dev(name, text, gold)
        except ContaminatedError:
            continue
        names.append(name)
    return names
