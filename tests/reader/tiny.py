"""A vocabulary and logits small enough to be written by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import AUXILIARY, CERTAINTY, LINKS, MODES, NAMES, SPANS, TRIGGERS
from onrecord.reader.pieces import CLS, SEP
from onrecord.reader.wordpiece import WordPiece

KNOWN = "the a he she they said that troops attack ##ed ##s on town president monday . , \" ' - / : un ##happy".split()
SURE = 8.0  # a logit that leaves no doubt
Logits = dict[str, NDArray[np.float32]]


def tiny_vocabulary() -> WordPiece:
    """A lower-cased WordPiece like the encoder's: ``KNOWN`` from id 200 on, single letters and digits, else [UNK]."""
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    words = dict.fromkeys([*KNOWN, *letters, *(f"##{x}" for x in letters)])
    marks = {0: "[PAD]", 100: "[UNK]", CLS: "[CLS]", SEP: "[SEP]"}
    return WordPiece([*(marks.get(i, f"[unused{i}]") for i in range(200)), *words])


def save_vocabulary(vocabulary: WordPiece, folder: Path) -> None:
    """Writes it as a reader's folder has it."""
    (folder / "vocabulary.txt").write_text("\n".join(vocabulary.ids), "utf8")


def logits_of(labels: Sequence[str], names: Sequence[str]) -> NDArray[np.float32]:
    """(W, labels): all belief on the label given for each word."""
    out = np.zeros((len(labels), len(names)), np.float32)
    out[range(len(labels)), [names.index(label) for label in labels]] = SURE
    return out


def passage_logits(size: int, **tags: str) -> Logits:
    """The logits of a passage on which nothing stands but ``tags``: a label a word, ``cue="O B I"``."""
    sets = {
        "names": NAMES,
        "source": SPANS,
        "cue": SPANS,
        "content": SPANS,
        "trigger": TRIGGERS,
        "mode": MODES,
        "certainty": CERTAINTY,
    }
    out = {name: logits_of(tags[name].split() if name in tags else [labels[0]] * size, labels) for name, labels in sets.items()}
    out["auxiliary"] = np.full((size, len(AUXILIARY)), -SURE, np.float32)
    out["links"] = np.full((len(LINKS), size, size), -SURE, np.float32)
    return out


def link(out: Logits, relation: str, anchor: int, *words: int) -> None:
    """Links words to an anchor."""
    out["links"][LINKS.index(relation), anchor, list(words)] = SURE
