"""The corpora as annotated documents: Universal Dependencies with names and entities, NER corpora, PolNeAR.

Everything is read from ``../shared``; nothing of it is copied. Each loader refuses what stands in gold dev (guard.py).
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader.labels import DEPRELS, ENTITIES, NAMES, UPOS
from onrecord.text.sentences import split_sentences
from onrecord.text.tokens import split_tokens
from onrecord.types import Span
from training.examples import IGNORE, Annotated
from training.guard import SHARED, ContaminatedError, refuse_gold_dev

DATA, GOLD = SHARED / "data", SHARED / "gold"
MARKS = set("“”\"„«»'‘’`") | {"``", "''"}
BOUNDARY = MARKS | set(".,;:!?—–-") | {"...", "…"}


def lines_of(path: Path) -> Iterator[str]:
    """The lines of a gzipped text."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        yield from (line.rstrip("\n") for line in lines)


# --- Universal Dependencies -------------------------------------------------------------------------------------------


def _sentences(path: Path) -> Iterator[tuple[str, str, list[list[str]]]]:
    """(document, sentence id, rows) of a CoNLL-U file, without ranges and empty nodes."""
    doc = sent = ""
    rows: list[list[str]] = []
    for line in [*lines_of(path), ""]:
        if line.startswith("# newdoc id = "):
            doc = line[14:]
        elif line.startswith("# sent_id = "):
            sent = line[12:]
        elif line and line[0].isdigit():
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            yield doc, sent, rows
            rows = []


def _entity_heads(rows: list[list[str]], open_: list[tuple[str, str, int]], base: int) -> Iterator[tuple[int, int, str, str]]:
    """GUM's ``Entity=`` brackets as (first, end, type, entity), word indices in the document; ``open_`` runs on over sentences."""
    for i, row in enumerate(rows):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for part in re.findall(r"\([^()]+\)?|[^()]+\)", found[1]) if found else ():
            key = re.split(r"[-)(]", part.lstrip("("))[0]
            if part.startswith("("):
                open_.append((key, part.strip("()").split("-")[1], base + i))
            if part.endswith(")"):
                at = max((j for j, o in enumerate(open_) if o[0] == key), default=None)
                if at is not None:
                    _, kind, start = open_.pop(at)
                    yield start, base + i + 1, kind, key


def load_ud(treebank: str, part: str) -> list[Annotated]:
    """EWT or GUM (``en_ewt``, ``en_gum``) with tags and tree; GUM with entity types and coreference, EWT with UNER's names and UDS-IH2."""
    names = _uner(part) if treebank == "en_ewt" else {}
    happened = _happened(f"uds_ih2-{part}") if treebank == "en_ewt" else {}
    docs: dict[str, list[tuple[str, list[list[str]]]]] = {}
    for doc, sent, rows in _sentences(DATA / "ud" / f"{treebank}-{part}.conllu.gz"):
        docs.setdefault(doc, []).append((sent, rows))
    found = []
    for name, sentences in docs.items():
        words = [[r[1] for r in rows] for _, rows in sentences]
        if part == "train":
            refuse_gold_dev(name, " ".join(w for s in words for w in s))
        a = Annotated(name=name, sentences=words)
        upos, deprel, head = a.tag("upos", IGNORE), a.tag("deprel", IGNORE), np.zeros(a.size, np.int64)
        entity = a.tag("entity", 0) if treebank == "en_gum" else None
        tags = a.tag("names", IGNORE) if names else None
        a.happened = np.full(a.size, np.nan) if happened else None
        mentions: list[tuple[int, int, str]] = []
        base = 0
        open_: list[tuple[str, str, int]] = []
        for sent, rows in sentences:
            for i, r in enumerate(rows):
                upos[base + i], deprel[base + i] = UPOS.index(r[3]), DEPRELS.index(r[7])
                head[base + i] = base + i if r[6] == "0" else base + int(r[6]) - 1
            if entity is not None:
                for s, e, kind, key in _entity_heads(rows, open_, base):
                    mentions.append((s, e, key))
                    if kind in ENTITIES:
                        entity[head_of(head, s, e)] = ENTITIES.index(kind)
            if tags is not None and names.get(sent, (None, None))[0] == [r[1] for r in rows]:
                tags[base : base + len(rows)] = names[sent][1]
            if a.happened is not None:
                for at, label in happened.get(" ".join(r[1] for r in rows), ()):
                    a.happened[base + at] = label
            base += len(rows)
        a.head = head
        a.clusters = clusters_of(head, mentions) if entity is not None else None
        found.append(a)
    return found


def head_of(head: np.ndarray, start: int, end: int) -> int:
    """The first word of ``[start, end)`` whose head in the tree stands outside, or that is a root."""
    return next((i for i in range(start, end) if not start <= head[i] < end or head[i] == i), end - 1)


def clusters_of(head: np.ndarray, mentions: list[tuple[int, int, str]]) -> np.ndarray:
    """An entity's number at the head of each of its mentions, -1 elsewhere and for entities with a single one.

    Of two mentions with one head ("the president of Peru", "the president of Peru, who …") the longer counts.
    """
    heads: dict[int, tuple[int, str]] = {}
    for start, end, key in mentions:
        at = head_of(head, start, end)
        if end - start > heads.get(at, (0, ""))[0]:
            heads[at] = (end - start, key)
    counts = Counter(key for _, key in heads.values())
    number = {key: n for n, key in enumerate(sorted(key for key in counts if counts[key] > 1))}
    found = np.full(len(head), -1, np.int64)
    for at, (_, key) in heads.items():
        found[at] = number.get(key, -1)
    return found


def _happened(file: str) -> dict[str, list[tuple[int, float]]]:
    """Whether it happened, from -3 to 3, by sentence: (word, label) for every word that was asked about."""
    found: dict[str, list[tuple[int, float]]] = {}
    for line in lines_of(DATA / "factuality" / f"{file}.jsonl.gz"):
        d = json.loads(line)
        found.setdefault(d["text"], []).extend((t["span1"][1] - 1, t["label"]) for t in d["targets"])
    return found


def load_meantime(part: str) -> list[Annotated]:
    """MEANTIME's sentences, each a document, with whether the events in it happened."""
    docs: list[Annotated] = []
    for text, labels in _happened(f"meantime-{part}").items():
        try:
            refuse_gold_dev(f"meantime-{part}", text)
        except ContaminatedError:  # Wikinews stands in the gold, too
            continue
        a = Annotated(name=f"meantime:{len(docs)}", sentences=[text.split()])
        a.happened = np.full(a.size, np.nan)
        for at, label in labels:
            a.happened[at] = label
        docs.append(a)
    return docs


def _uner(part: str) -> dict[str, tuple[list[str], list[int]]]:
    """Names of UNER by EWT's sentence id: words and tags."""
    found: dict[str, tuple[list[str], list[int]]] = {}
    sent = ""
    for line in lines_of(DATA / "ner" / f"uner_ewt-{part}.iob2.gz"):
        if line.startswith("# sent_id = "):
            sent = line[12:]
            found[sent] = ([], [])
        elif line and not line.startswith("#"):
            _, word, tag, *_ = line.split("\t")
            found[sent][0].append(word)
            found[sent][1].append(NAMES.index(tag) if tag in NAMES else 0)
    return found


# --- names ------------------------------------------------------------------------------------------------------------

KINDS = {
    "person": "PER", "PER": "PER", "Person": "PER",
    "location": "LOC", "LOC": "LOC", "Location": "LOC",
    "corporation": "ORG", "group": "ORG", "ORG": "ORG", "Organisation": "ORG",
}  # fmt: skip


def load_names(file: str) -> list[Annotated]:
    """Names of wikigold or WNUT-17 as documents of up to 40 sentences; other kinds than person, organisation, place are O."""
    sentences: list[tuple[list[str], list[int]]] = [([], [])]
    before = ""
    for line in lines_of(DATA / "ner" / file):
        if not line.strip() or line.startswith("-DOCSTART-"):
            if sentences[-1][0]:
                sentences.append(([], []))
            before = ""
            continue
        word, tag = line.split()[0], line.split()[-1]
        kind = KINDS.get(tag[2:], "")
        begins = tag.startswith("B") or before != kind
        sentences[-1][0].append(word)
        sentences[-1][1].append(NAMES.index(f"{'B' if begins else 'I'}-{kind}") if kind else 0)
        before = kind
    sentences = [s for s in sentences if s[0]]
    docs = []
    for at in range(0, len(sentences), 40):
        part = sentences[at : at + 40]
        a = Annotated(name=f"{file}:{at}", sentences=[s[0] for s in part])
        refuse_gold_dev(a.name, " ".join(w for s in part for w in s[0]))
        a.tag("names", 0)[:] = [t for s in part for t in s[1]]
        docs.append(a)
    return docs


# --- texts with offsets -----------------------------------------------------------------------------------------------


class Text:
    """A raw text as words and sentences, with the way from characters to words."""

    def __init__(self, text: str) -> None:
        """Splits ``text`` into sentences and words as the product does."""
        self.text = text
        self.spans: list[Span] = []
        self.bounds: list[tuple[int, int]] = []
        self.sentences: list[list[str]] = []
        for sentence in split_sentences(text, Span(0, len(text))):
            tokens = split_tokens(text, sentence)
            if tokens:
                self.bounds.append((len(self.spans), len(self.spans) + len(tokens)))
                self.spans.extend(tokens)
                self.sentences.append([t.of(text) for t in tokens])

    def words(self, start: int, end: int) -> range:
        """The words that share a character with ``[start, end)``."""
        inside = [i for i, s in enumerate(self.spans) if s.start < end and start < s.end]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def runs(self, span: range) -> Iterator[range]:
        """A stretch of words as the guide writes contents: cut at sentence ends, quotation marks and stop at the edges out."""
        for first, end in self.bounds:
            a, z = max(first, span.start), min(end, span.stop)
            while a < z and self.word(a) in BOUNDARY:
                a += 1
            while z > a and self.word(z - 1) in BOUNDARY:
                z -= 1
            if a < z:
                yield range(a, z)

    def word(self, i: int) -> str:
        """The word as it stands."""
        return self.spans[i].of(self.text)

    def sentence(self, i: int) -> tuple[int, int]:
        """The bounds of the sentence in which word ``i`` stands."""
        return next(b for b in self.bounds if b[0] <= i < b[1])


def begin_inside(labels: np.ndarray, span: range) -> None:
    """Labels a span 1 at its first word and 2 after it."""
    labels[span.start : span.stop] = 2
    labels[span.start] = 1


def load_re3d() -> list[Annotated]:
    """re3d's persons, organisations and places where they are names (their last word is capitalised)."""
    docs = []
    for line in lines_of(DATA / "entities" / "re3d.jsonl.gz"):
        d = json.loads(line)
        try:
            refuse_gold_dev(d["id"], d["text"])
        except ContaminatedError:  # re3d holds whole gold dev documents by design: leave them out
            continue
        t = Text(d["text"])
        a = Annotated(name=d["id"], sentences=t.sentences)
        tags = a.tag("names", 0)
        for e in sorted(d["entities"], key=lambda e: e["end"] - e["begin"]):
            words, kind = list(t.words(e["begin"], e["end"])), KINDS.get(e["type"])
            while words and t.word(words[0]).lower() in {"the", "a", "an", "these", "all"}:
                words = words[1:]
            if kind and words and t.word(words[-1])[0].isupper():
                tags[words] = NAMES.index(f"I-{kind}")
                tags[words[0]] = NAMES.index(f"B-{kind}")
            elif words:
                tags[words] = np.where(tags[words] == 0, IGNORE, tags[words])
        docs.append(a)
    return docs


# --- attribution ------------------------------------------------------------------------------------------------------


def load_polnear(part: str) -> list[Annotated]:
    """PolNeAR in the form of the guide: contents cut at sentence ends, "that" and quotation marks out of them.

    PolNeAR forbids nesting, so inside a content nothing is known of further cues and sources: IGNORE there.
    """
    docs = []
    for line in lines_of(DATA / "attribution" / f"polnear-{part}.jsonl.gz"):
        d = json.loads(line)
        if part == "train":
            try:
                refuse_gold_dev(d["id"], d["text"])
            except ContaminatedError:  # left out, like re3d's
                continue
        t = Text(d["text"])
        a = Annotated(name=d["id"], sentences=t.sentences)
        source, cue, content = (a.tag(k, 0) for k in ("source", "cue", "content"))
        for x in d["attributions"]:
            _polnear_claim(t, a, x, content)
        for at in np.flatnonzero(content):
            for labels in (source, cue):
                labels[at] = IGNORE if labels[at] == 0 else labels[at]
        docs.append(a)
    return docs


def _polnear_claim(t: Text, a: Annotated, x: dict[str, Any], content: np.ndarray) -> None:
    contents = [run for s, e in x["content"] for run in t.runs(t.words(s, e))]
    contents = [range(r.start + 1, r.stop) if t.word(r.start).lower() == "that" and len(r) > 2 else r for r in contents]
    for run in contents:
        begin_inside(content, run)
    cues = [list(t.words(s, e)) for s, e in x["cue"]]
    for words in cues:
        while len(words) > 1 and t.word(words[-1]).lower() in {"that", "to", "of", ":", ",", "for"}:
            words.pop()
    cues = [w for w in cues if w]
    sources = [t.words(s, e) for s, e in x["source"]]
    for span in sources:
        if span:
            begin_inside(a.tag("source", 0), span)
    for words in cues:
        begin_inside(a.tag("cue", 0), range(words[0], words[-1] + 1))
    if cues:
        anchor = cues[0][0]
        a.links.append((anchor, "source", tuple(i for s in sources for i in s)))
        first, end = t.sentence(anchor)  # the guide gives later sentences claims of their own, without a cue
        a.links.append((anchor, "content", tuple(i for r in contents for i in r if first <= i < end)))
