"""People's readings as labels on words: the gold, and the passages that were read besides, kept as offsets without their text.

A *stand-off* reading is a gold reading with offsets instead of words: what ``training/passages.jsonl`` holds, a passage a line.

    {"corpus": "polnear", "doc": "…", "span": [1200, 1850],
     "claims": [{"source": [0, 12] or null, "cue": [13, 17] or null, "content": [[18, 60]], "stance": "says", "form": "indirect",
                 "kind": "named", "within": 0 or null}],
     "events": [{"trigger": [30, 36], "type": "ASSAULT", "mode": "aerial", "actors": [[18, 29]], "recipients": [], "within": [0],
                 "status": {"polarity": "positive", "certainty": "certain", "auxiliary": []}}]}

Offsets are code points of the passage, ``span`` those of the document; ``within`` counts the claims of the list.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.reader.labels import AUXILIARY, CERTAINTY, MODES, TRIGGERS
from training.corpora import DATA, GOLD, Text, begin_inside, lines_of
from training.examples import IGNORE, Annotated
from training.guard import refuse_gold_dev

PASSAGES = Path(__file__).with_name("passages.jsonl")
TEXTS = {
    "polnear": "attribution/polnear-train.jsonl.gz",
    "lgl": "places/lgl.jsonl.gz",
    "wikiwars": "times/wikiwars-train.jsonl.gz",
}
Reading = dict[str, Any]


def load_gold(split: str, names: set[str] | None = None) -> list[Annotated]:
    """Whole gold readings: attribution, triggers with type, mode, status, and links. ``names`` restricts to some documents."""
    docs = []
    for path in sorted((GOLD / split).glob("*.json")):
        if names is not None and path.stem not in names:
            continue
        text = (GOLD / "text" / f"{path.stem}.txt").read_text(encoding="utf8")
        if split == "train":
            refuse_gold_dev(path.stem, text)
        docs.append(annotate(stand_off(json.loads(path.read_text(encoding="utf8")), text), text, path.stem))
    return docs


def load_passages(path: Path = PASSAGES) -> list[Annotated]:
    """The passages that were read besides the gold, put back on the texts of their corpora."""
    readings = [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]
    found = []
    for corpus in sorted({r["corpus"] for r in readings}):
        own = [r for r in readings if r["corpus"] == corpus]
        texts = dict(_texts(corpus, {r["doc"] for r in own}))
        for r in own:
            name, text = f"{corpus}:{r['doc']}:{r['span'][0]}", texts[r["doc"]][slice(*r["span"])]
            refuse_gold_dev(name, text)
            found.append(annotate(r, text, name))
    return found


def _texts(corpus: str, wanted: set[str]) -> Iterator[tuple[str, str]]:
    for line in lines_of(DATA / TEXTS[corpus]):
        d = json.loads(line)
        if d["id"] in wanted:
            yield d["id"], _text_of(d["timeml"]) if corpus == "wikiwars" else d["text"]


def _text_of(timeml: str) -> str:
    """The words of a TimeML document, without its marks."""
    return unescape(re.sub(r"<[^>]+>", "", timeml[timeml.index("<TEXT>") : timeml.index("</TEXT>")]))


# --- words to offsets -------------------------------------------------------------------------------------------------


def stand_off(g: Reading, text: str) -> Reading:
    """A gold reading as its offsets.

    Raises:
        ValueError: a string does not stand where the reading says.
    """
    order = {c["id"]: at for at, c in enumerate(g["claims"])}
    return {
        "claims": [_claim(text, c, order) for c in g["claims"]],
        "events": [_event(text, v, order) for v in g["events"]],
    }


def _claim(text: str, c: Reading, order: dict[str, int]) -> Reading:
    at = _find(text, c["sentence"], (0, len(text)))
    return {
        "source": _find(text, c["source"], at) if c.get("source") else None,
        "cue": _find(text, c["cue"], at) if c.get("cue") else None,
        "content": [_find(text, piece, at) for piece in c["content"]],
        "stance": c["stance"],
        "form": c["form"],
        "kind": c["source_kind"],
        "within": order[c["within"]] if c.get("within") else None,
    }


def _event(text: str, v: Reading, order: dict[str, int]) -> Reading:
    at = _find(text, v["sentence"], (0, len(text)))
    return {
        "trigger": _find(text, v["trigger"], at),
        "type": v["type"],
        "mode": v.get("mode"),
        "actors": [_find(text, p, at) for p in v["actors"]],
        "recipients": [_find(text, p, at) for p in v["recipients"]],
        "within": [order[c] for c in v["according_to"]],
        "status": v["status"],
    }


def _find(text: str, piece: str | Reading, within: tuple[int, int]) -> tuple[int, int]:
    nth = piece.get("nth", 1) if isinstance(piece, dict) else 1
    words = piece["text"] if isinstance(piece, dict) else piece
    at = within[0] - 1
    for _ in range(nth):
        at = text.find(words, at + 1, within[1])
        if at < 0:
            message = f"{words!r} does not stand {nth} times in {text[slice(*within)]!r}: mend the gold"
            raise ValueError(message)
    return at, at + len(words)


# --- offsets to labels ------------------------------------------------------------------------------------------------


def annotate(r: Reading, text: str, name: str) -> Annotated:
    """A stand-off reading on the words of its text."""
    t = Text(text)
    a = Annotated(name=name, sentences=t.sentences)
    for key in ("source", "cue", "content", "trigger"):
        a.tag(key, 0)
    for key in ("mode", "certainty"):
        a.tag(key, IGNORE)
    a.auxiliary = np.full((a.size, len(AUXILIARY)), IGNORE, np.int64)
    for c in sorted(r["claims"], key=lambda c: c["within"] is None):
        _mark_claim(t, a, c)
    for v in r["events"]:
        _mark_event(t, a, v)
    return a


def _words(t: Text, spans: Iterable[tuple[int, int]]) -> list[range]:
    return [words for span in spans if (words := t.words(*span))]


def _mark_claim(t: Text, a: Annotated, c: Reading) -> None:
    contents = _words(t, c["content"])
    sources = _words(t, [c["source"]] if c["source"] else [])
    for run in contents:
        begin_inside(a.tags["content"], run)
    for run in sources:
        begin_inside(a.tags["source"], run)
    for cue in _words(t, [c["cue"]] if c["cue"] else []):
        begin_inside(a.tags["cue"], cue)
        a.links.append((cue.start, "source", tuple(i for r in sources for i in r)))
        a.links.append((cue.start, "content", tuple(i for r in contents for i in r)))


def _mark_event(t: Text, a: Annotated, v: Reading) -> None:
    words = t.words(*v["trigger"])
    if not words:
        return
    a.tags["trigger"][words.start : words.stop] = TRIGGERS.index(f"I-{v['type']}")
    a.tags["trigger"][words.start] = TRIGGERS.index(f"B-{v['type']}")
    a.tags["mode"][words.start] = MODES.index(v["mode"] or "-")
    a.tags["certainty"][words.start] = CERTAINTY.index(v["status"]["certainty"])
    if a.auxiliary is not None:
        a.auxiliary[words.start] = [int(x in v["status"]["auxiliary"]) for x in AUXILIARY]
    for role, relation in (("actors", "actor"), ("recipients", "recipient")):
        a.links.append((words.start, relation, tuple(i for run in _words(t, v[role]) for i in run)))


# --- packing ----------------------------------------------------------------------------------------------------------


def pack(folder: Path, index: Path, path: Path = PASSAGES) -> int:
    """Writes the readings in ``folder`` (gold form, ``ID.json``) as stand-off lines; ``index`` says where each stands; how many.

    ``index`` is a JSON object: ID to {"corpus", "doc", "span"}. Every string is looked for in the corpus's own text.
    """
    where = json.loads(index.read_text(encoding="utf8"))
    lines = []
    for corpus in sorted(TEXTS):
        own = {key: w for key, w in where.items() if w["corpus"] == corpus and (folder / f"{key}.json").exists()}
        texts = dict(_texts(corpus, {w["doc"] for w in own.values()})) if own else {}
        for key, w in sorted(own.items()):
            text = texts[w["doc"]][slice(*w["span"])]
            refuse_gold_dev(key, text)
            reading = stand_off(json.loads((folder / f"{key}.json").read_text(encoding="utf8")), text)
            lines.append(json.dumps({**w, **reading}, separators=(",", ":")))
    path.write_text("\n".join(lines) + "\n", encoding="utf8")
    return len(lines)
