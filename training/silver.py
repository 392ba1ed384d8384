"""What the network knows already, as labels on the gold's texts: so that learning events does not unlearn trees on news.

Without these the last stage saw the gold's words without tags and tree, and triggers lost theirs ("launched" became a noun):
docs/evaluation.md. The teacher is the network at the end of the stage before, its best tags taken as they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch

from onrecord.reader.pieces import passages_of
from onrecord.reader.tree import heads_of
from onrecord.reader.wordpiece import WordPiece
from training.examples import IGNORE, Annotated

if TYPE_CHECKING:
    from training.network import Reader

KEPT = ("upos", "names", "entity", "deprel")


@torch.no_grad()
def add_silver(docs: Sequence[Annotated], teacher: Reader, vocabulary: WordPiece) -> None:
    """Fills the documents' tags, names, entities and tree with the teacher's; labels that are there stay."""
    teacher.eval()
    for doc in docs:
        found = {name: doc.tag(name, IGNORE) for name in KEPT if name not in doc.tags}
        head = doc.tag("head", IGNORE)
        for p in passages_of(vocabulary, doc.sentences):
            rows = (torch.from_numpy(a)[None] for a in (p.ids, p.shapes, p.first, p.last, p.sentence))
            out = {name: value[0].numpy() for name, value in teacher(*rows).items()}
            base, end = p.words
            head[base:end] = base + heads_of(out["arcs"], p.sentence)
            for name, labels in found.items():
                labels[base:end] = out[name].argmax(-1)
        doc.head = doc.tags.pop("head")
