"""Claims against textacy's direct quotations, on PolNeAR's dev half: the rules are those of compare_claims.py.

PolNeAR's attributions run over all sentences of a quotation, and its contents have the quotation marks in them.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from compare_blocks import best_of
from compare_claims import CLOSING, OPENING, Ask, Figures, count_pair, given_up, measures, readings_of, shared_share
from onrecord.ingest.sources import document_of
from onrecord.types import Span
from polnear import polnear_form, widened
from provenance import SHARED

POLNEAR = SHARED / "data" / "attribution" / "polnear-dev.jsonl.gz"


def measure_polnear(ask: Ask) -> Figures:
    """The same on PolNeAR, whose attributions run over all sentences of a quotation.

    A source is right where it shares a word with the gold's: PolNeAR marks whole phrases, textacy the noun and its compounds.
    """
    with gzip.open(POLNEAR, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines]
    texts = [row["text"] for row in rows]
    readings = readings_of(document_of(row["text"], given_id=row["id"]) for row in rows)
    ours = [polnear_form(found) if found else [] for found in readings]
    answers = ask("compare_rival_spacy", {"task": "quotations", "texts": texts})
    settings = {}
    for name, answer in answers.items():
        found = [attributions(text, each) for text, each in zip(texts, answer["quotations"], strict=True)]
        settings[name] = score_polnear(rows, found) | given_up(answer)
    return {
        "documents": len(rows),
        "onrecord": score_polnear(rows, ours),
        "textacy": best_of(settings, lambda found: float(found["direct, content and source"]["f1"])),
    }


def attributions(text: str, quotations: Sequence[Figures]) -> list[Figures]:
    """What textacy finds in PolNeAR's form: those of one verb are one attribution, the quotation marks in its content."""
    by_cue: dict[str, Figures] = {}
    for quotation in quotations:
        key = str(quotation["cue"])
        found = by_cue.setdefault(key, {"source": quotation["speaker"], "cue": quotation["cue"], "content": []})
        found["content"].append(widened(text, Span(*quotation["content"])))
    return list(by_cue.values())


def is_direct(text: str, contents: Iterable[Sequence[int]]) -> bool:
    """Whether all of a content stands in quotation marks, the full stop or comma after them left aside."""
    parts = [text[start:end].strip(" \t\r\n.,;:") for start, end in contents]
    return bool(parts) and all(len(part) > 1 and part[0] in OPENING and part[-1] in CLOSING for part in parts)


def score_polnear(rows: Sequence[Figures], found: Sequence[Sequence[Any]]) -> Figures:
    """Attributions found, by the rules of ``score_gold``."""
    counts: Counter[str] = Counter()
    for row, system in zip(rows, found, strict=True):
        text, gold = row["text"], row["attributions"]
        counts["gold"] += len(gold)
        counts["system"] += len(system)
        direct_gold, direct_system = ([is_direct(text, each["content"]) for each in side] for side in (gold, system))
        counts["direct gold"] += sum(direct_gold)
        counts["direct system"] += sum(direct_system)
        for i, j in paired(gold, system):
            sourced = same_words(gold[i]["source"], system[j]["source"])
            count_pair(counts, gold_direct=direct_gold[i], system_direct=direct_system[j], sourced=sourced)
    return measures(counts)


def paired(gold: Sequence[Figures], system: Sequence[Figures]) -> list[tuple[int, int]]:
    """Pairs one to one of those that share half of their content or more, the best first."""
    ranked = sorted(
        (-share, i, j)
        for i, g in enumerate(gold)
        for j, s in enumerate(system)
        if (share := shared_share(g["content"], s["content"]))
    )
    found: list[tuple[int, int]] = []
    for _, i, j in ranked:
        if all(i != a and j != b for a, b in found):
            found.append((i, j))
    return found


def same_words(gold: Sequence[Sequence[int]], found: Sequence[Sequence[int]]) -> bool:
    """Whether two sources overlap, or both have no words."""
    if not gold and not found:
        return True
    return any(a < d and c < b for a, b in gold for c, d in found)
