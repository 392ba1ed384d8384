"""Claims against textacy's direct quotations, on the gold's dev half (compare_polnear.py: on PolNeAR's).

textacy finds quotations in quotation marks with a speaker and a verb, nothing else, and says so. It is judged on just those:
recall over the gold's direct claims that stand in quotation marks (in interviews and statements many don't); precision over what it finds, right where it is any claim of the gold, so that part of
a mixed one is not held against it. onrecord is judged in the same way, its precision over the claims that it calls direct; and
both over all claims, which only onrecord sets out to find. textacy's quotations are brought over to what each corpus calls a claim.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from compare_blocks import best_of
from onrecord.pipeline import read_documents
from onrecord.text.sentences import split_sentences
from onrecord.types import Document, Reading, Span
from provenance import SHARED
from quality import gold_documents

OPENING, CLOSING = "\"“'‘«`", "\"”'’»"
OUTER = " \t\r\n.,;:!?" + OPENING + CLOSING
Figures = dict[str, Any]
Ask = Callable[[str, Figures], Figures]


def load_module(path: Path) -> ModuleType:
    """One of the scorers that lie beside the corpora."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def readings_of(documents: Iterable[Document]) -> list[Reading | None]:
    """Ours; None for what cannot be read."""
    return [found if isinstance(found, Reading) else None for found in read_documents(documents)]


def reading_form(text: str, quotations: Sequence[Figures]) -> Figures:
    """What textacy finds as a reading that the gold's scorer can judge: a claim for each sentence that is quoted.

    Quotation marks, and commas and full stops at the ends, are left out of the content, as the guideline wants it.
    """
    mentions: list[Figures] = []
    entities: list[Figures] = []
    claims: list[Figures] = []
    for number, quotation in enumerate(quotations):
        named = [f"m{number}.{part}" for part in range(len(quotation["speaker"]))]
        for name, (start, end) in zip(named, quotation["speaker"], strict=True):
            mentions.append({"id": name, "start": start, "end": end, "entity": f"e{name}"})
            entities.append({"id": f"e{name}", "name": text[start:end]})
        for part, content in enumerate(split_content(text, *quotation["content"])):
            claims.append(
                {
                    "id": f"c{number}.{part}",
                    "source": {"mentions": named},
                    "cue": quotation["cue"][0] if quotation["cue"] else None,
                    "content": [content],
                    "form": "direct",
                    "stance": "says",
                }
            )
    return {"document": {"text": text}, "mentions": mentions, "entities": entities, "claims": claims}


def split_content(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a quotation, without the marks around them."""
    for sentence in split_sentences(text, Span(start, end)):
        words = text[sentence.start : sentence.end]
        first = sentence.start + len(words) - len(words.lstrip(OUTER))
        last = sentence.start + len(words.rstrip(OUTER))
        if first < last:
            yield first, last


def measure_gold(ask: Ask) -> Figures:
    """Content, and content and source, of direct claims and of all."""
    scorer = load_module(SHARED / "gold" / "score.py")
    docs = list(gold_documents("dev"))
    texts = [doc.text for doc in docs]
    golds = [scorer.load_gold(SHARED / "gold" / "dev" / f"{doc.given_id}.json", doc.text) for doc in docs]
    ours = [json.loads(found.to_json()) if found else {} for found in readings_of(docs)]
    answers = ask("compare_rival_spacy", {"task": "quotations", "texts": texts})
    settings = {}
    for name, answer in answers.items():
        theirs = [reading_form(text, found) for text, found in zip(texts, answer["quotations"], strict=True)]
        settings[name] = score_gold(scorer, texts, golds, theirs) | given_up(answer)
    return {
        "documents": len(docs),
        "onrecord": score_gold(scorer, texts, golds, ours),
        "textacy": best_of(settings, lambda found: float(found["direct, content and source"]["f1"])),
    }


def given_up(answer: Figures) -> Figures:
    """On how many texts or paragraphs textacy gave up."""
    return {"given_up": answer["given_up"], "parts": answer["parts"]}


def in_marks(text: str, at: int) -> bool:
    """Whether a character stands in double quotation marks that open in its own line."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    curly = max(before.rfind(mark) for mark in "“«") > max(before.rfind(mark) for mark in "”»")
    return curly or before.count('"') % 2 == 1


def score_gold(scorer: ModuleType, texts: Sequence[str], golds: Sequence[Figures], readings: Sequence[Figures]) -> Figures:
    """Claims found, by the gold's own rules: contents that share half of their characters or more, paired one to one."""
    counts: Counter[str] = Counter()
    for text, gold, reading in zip(texts, golds, readings, strict=True):
        system, claims = scorer.System(reading), reading.get("claims", [])
        pairs = scorer.pair(gold["claims"], claims, lambda g, s: shared_share(g["content_spans"], s["content"]))
        right = [(g, s, scorer.same_source(g, system.source(s["id"]))) for g, s in pairs]
        counts["gold"] += len(gold["claims"])
        counts["system"] += len(claims)
        direct = {
            claim["id"] for claim in gold["claims"] if claim["form"] == "direct" and in_marks(text, claim["content_spans"][0][0])
        }
        counts["direct gold"] += len(direct)
        counts["direct system"] += sum(claim["form"] == "direct" for claim in claims)
        for g, s, sourced in right:
            count_pair(counts, gold_direct=g["id"] in direct, system_direct=s["form"] == "direct", sourced=sourced)
    return measures(counts)


def shared_share(gold: Iterable[Sequence[int]], found: Iterable[Sequence[int]]) -> float:
    """The characters that two contents share, of those in either; 0 below a half."""
    a, b = ({at for start, end in spans for at in range(start, end)} for spans in (gold, found))
    share = len(a & b) / max(1, len(a | b))
    return share if share >= 0.5 else 0.0


def count_pair(counts: Counter[str], *, gold_direct: bool, system_direct: bool, sourced: bool) -> None:
    """Counts a claim that is found, once with its source left aside and once only where that is right."""
    for what, right in (("content", True), ("content and source", sourced)):
        counts[what] += right
        counts[f"direct {what}, of gold"] += right and gold_direct
        counts[f"direct {what}, of system"] += right and system_direct


def measures(counts: Counter[str]) -> Figures:
    """Precision, recall and F1 from what was counted."""
    figures = {}
    for what in ("content", "content and source"):
        figures[f"direct, {what}"] = rates(
            (counts[f"direct {what}, of system"], counts["direct system"]),
            (counts[f"direct {what}, of gold"], counts["direct gold"]),
        )
        figures[f"all, {what}"] = rates((counts[what], counts["system"]), (counts[what], counts["gold"]))
    return figures


def rates(of_system: tuple[int, int], of_gold: tuple[int, int]) -> Figures:
    """Precision and recall from (right, all) of what is found and of what is to be found."""
    p, r = of_system[0] / max(1, of_system[1]), of_gold[0] / max(1, of_gold[1])
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3), "gold": of_gold[1], "sys": of_system[1]}
