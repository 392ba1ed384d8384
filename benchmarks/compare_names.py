"""Names against spaCy's en_core_web_md: persons, organisations and places of UNER's EWT dev, words given.

spaCy's model learnt from OntoNotes, where "the" and "'s" belong to a name and countries, places and buildings are three kinds;
UNER has neither, and onrecord's network has learnt from UNER's other half. So spaCy is scored in each way to bring its names
over, the best of them counts, and that ours is at home there has to be said beside the figures.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from compare_blocks import best_of
from onrecord.reader.decode import names_of
from onrecord.reader.network import Network
from onrecord.reader.pieces import passages_of
from provenance import SHARED

UNER = SHARED / "data" / "ner" / "uner_ewt-dev.iob2.gz"
KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}  # the rest (NORP, DATE …) UNER does not have
Name = tuple[int, int, str]
Figures = dict[str, Any]
Sentence = dict[str, Any]  # "words", "spaces" (whether one follows), "names"


def read_uner(path: Path = UNER) -> list[list[Sentence]]:
    """The documents of a UNER file, each a list of sentences."""
    documents: list[list[Sentence]] = []
    with gzip.open(path, "rt", encoding="utf8") as lines:
        for block in lines.read().split("\n\n"):
            rows = block.splitlines()
            if any(row.startswith("# newdoc") for row in rows) or not documents:
                documents.append([])
            if words := [row.split("\t")[1:3] for row in rows if row and not row.startswith("#")]:
                text = next((row.partition("=")[2].strip() for row in rows if row.startswith("# text =")), "")
                documents[-1].append(sentence_of([word for word, _ in words], [tag for _, tag in words], text))
    return documents


def sentence_of(words: list[str], tags: list[str], text: str) -> Sentence:
    """A sentence with its names, and with what is written together in its text."""
    return {"words": words, "spaces": spaces_of(words, text), "names": sorted(spans_of(tags))}


def spaces_of(words: Sequence[str], text: str) -> list[bool]:
    """Whether white space follows each word in the text; after a word that isn't found there, it does."""
    spaces, at = [], 0
    for word in words:
        found = text.find(word, at)
        at = found + len(word) if found >= 0 else at
        spaces.append(found < 0 or text[at : at + 1].isspace())
    return spaces


def spans_of(tags: Sequence[str]) -> Iterator[Name]:
    """The names of a row of IOB2 tags; kinds other than persons, organisations and places are left out."""
    start, kind = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        goes_on = tag == f"I-{kind}"
        if kind and not goes_on:
            yield start, at, kind
            kind = ""
        if tag[2:] in {"PER", "ORG", "LOC"} and not goes_on:
            start, kind = at, tag[2:]


def our_names(documents: Sequence[Sequence[Sentence]]) -> list[list[list[Name]]]:
    """What onrecord's network finds in the given words, by document and sentence."""
    network = Network.load()
    return [names_in(network, [sentence["words"] for sentence in document]) for document in documents]


def names_in(network: Network, sentences: Sequence[Sequence[str]]) -> list[list[Name]]:
    """The names of the sentences of one document."""
    number = [(row, at) for row, words in enumerate(sentences) for at in range(len(words))]
    found: list[list[Name]] = [[] for _ in sentences]
    for passage, out in network.run(passages_of(network.vocabulary, sentences)):
        for name in names_of(out, passage.sentence, passage.words[0]):
            row, first = number[name.tokens[0]]
            if name.kind in {"PER", "ORG", "LOC"}:
                found[row].append((first, first + name.tokens[1] - name.tokens[0], name.kind))
    return found


def as_uner(words: Sequence[str], name: Sequence[Any], *, trimmed: bool, buildings: bool) -> Name | None:
    """A name of spaCy in UNER's terms; None where UNER has no such kind.

    Args:
        words: the sentence's.
        name: first word, the word after the last, spaCy's label.
        trimmed: whether "the" before and "'s" after a name are cut off.
        buildings: whether buildings (FAC) are places.
    """
    first, end, label = name
    if label not in KINDS or (label == "FAC" and not buildings):
        return None
    if trimmed and words[first].lower() == "the" and end - first > 1:
        first += 1
    if trimmed and words[end - 1] in {"'s", "’s", "'", "’"} and end - first > 1:
        end -= 1
    return first, end, KINDS[label]


def score_names(documents: Sequence[Sequence[Sentence]], found: Sequence[Sequence[Sequence[Name]]]) -> Figures:
    """Precision, recall and F1 of names with the right words and kind, over all sentences, and F1 by kind."""
    pairs = [
        (set(map(tuple, names)), set(map(tuple, sentence["names"])))
        for document, rows in zip(documents, found, strict=True)
        for sentence, names in zip(document, rows, strict=True)
    ]
    kinds = {
        kind.lower(): prf([({n for n in ours if n[2] == kind}, {n for n in gold if n[2] == kind}) for ours, gold in pairs])["f1"]
        for kind in ("PER", "ORG", "LOC")
    }
    return prf(pairs) | kinds


def prf(pairs: Sequence[tuple[set[Any], set[Any]]]) -> Figures:
    """Precision, recall and F1 of (found, gold) sets, over all of them."""
    hit, system, gold = (sum(sizes) for sizes in zip(*((len(a & b), len(a), len(b)) for a, b in pairs), strict=True))
    p, r = hit / max(1, system), hit / max(1, gold)
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if hit else 0.0, "gold": gold}


def measure_names(ask: Callable[[str, Figures], Figures]) -> Figures:
    """Ours, and spaCy's in the setting with the best F1.

    Args:
        ask: runs one of the rivals' programs in their environment: its name and what it is given, to what it answers.
    """
    documents = read_uner()
    given = [[{"words": s["words"], "spaces": s["spaces"]} for s in document] for document in documents]
    answers = ask("compare_rival_spacy", {"task": "names", "documents": given})
    settings = {
        f"{unit}, {'trimmed' if trimmed else 'as they are'}, buildings {'places' if buildings else 'aside'}": score_names(
            documents, brought_over(documents, found, trimmed=trimmed, buildings=buildings)
        )
        for unit, found in answers.items()
        for trimmed in (False, True)
        for buildings in (True, False)
    }
    return {
        "sentences": sum(map(len, documents)),
        "onrecord": score_names(documents, our_names(documents)),
        "spaCy": best_of(settings, lambda found: float(found["f1"])),
    }


def brought_over(documents: Sequence[Sequence[Sentence]], found: Figures, **how: bool) -> list[list[list[Name]]]:
    """The names that spaCy finds in all sentences, in UNER's terms."""
    return [
        [
            [name for each in names if (name := as_uner(sentence["words"], each, **how))]
            for sentence, names in zip(document, rows, strict=True)
        ]
        for document, rows in zip(documents, found, strict=True)
    ]
