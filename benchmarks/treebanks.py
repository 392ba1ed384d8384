"""Tags and trees against Universal Dependencies' dev halves, on gold tokens."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

Row = tuple[str, str, int, str]  # word, UPOS, head (1-based, 0 is the root), deprel
Parsed = tuple[list[str], list[int], list[str]]
Parse = Callable[[list[list[str]]], list[Parsed]]
TREEBANKS = ("en_ewt", "en_gum")


def read_conllu(path: Path) -> Iterator[list[Row]]:
    """The sentences of a gzipped CoNLL-U file, without multi-word ranges and empty nodes."""
    rows: list[Row] = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                rows.append((cells[1], cells[3], int(cells[6]), cells[7]))
            elif rows and not line.strip():
                yield rows
                rows = []
    if rows:
        yield rows


def count_right(gold: list[Row], found: Parsed) -> Counter[str]:
    """How many words of a sentence are right, punctuation included; "las" compares whole labels, "las_plain" without subtypes."""
    right = Counter({"words": len(gold)})
    for (_, tag, above, label), upos, head, deprel in zip(gold, *found, strict=True):
        right["upos"] += tag == upos
        right["uas"] += above == head
        right["las"] += above == head and label == deprel
        right["las_plain"] += above == head and label.split(":")[0] == deprel.split(":")[0]
    return right


def score_treebank(path: Path, parse: Parse) -> dict[str, float]:
    """UPOS, UAS, LAS and LAS without subtypes, in percent of all words."""
    gold = list(read_conllu(path))
    found = parse([[word for word, *_ in rows] for rows in gold])
    right: Counter[str] = Counter()
    for rows, parsed in zip(gold, found, strict=True):
        right += count_right(rows, parsed)
    shares = {key: round(100 * right[key] / max(1, right["words"]), 2) for key in ("upos", "uas", "las", "las_plain")}
    return shares | {"words": right["words"], "sentences": len(gold)}


def score_treebanks(folder: Path, parse: Parse) -> dict[str, dict[str, float]]:
    """The figures of each treebank whose dev half lies in the folder."""
    paths = {name: folder / f"{name}-dev.conllu.gz" for name in TREEBANKS}
    return {name: score_treebank(path, parse) for name, path in paths.items() if path.exists()}
