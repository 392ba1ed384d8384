"""Examples to tensors, and the order in which they come."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from training.examples import IGNORE, TAGS, Example


def _stack(rows: Sequence[np.ndarray], fill: float) -> Tensor:
    size = max(len(r) for r in rows)
    out = np.full((len(rows), size, *rows[0].shape[1:]), fill, rows[0].dtype)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def to_tensors(examples: Sequence[Example]) -> dict[str, Tensor]:
    """A batch: network inputs and targets, padded to the longest; ``links`` has a row (batch, anchor, relation) each."""
    batch = {
        "ids": _stack([e.passage.ids for e in examples], 0),
        "shapes": _stack([e.passage.shapes for e in examples], 0),
        "first": _stack([e.passage.first for e in examples], 0),
        "last": _stack([e.passage.last for e in examples], 0),
        "sentence": _stack([e.passage.sentence for e in examples], -1),
        "head": _stack([e.head for e in examples], IGNORE),
        "auxiliary": _stack([e.auxiliary for e in examples], IGNORE),
        "happened": _stack([e.happened for e in examples], np.nan),
        "clusters": _stack([e.clusters for e in examples], IGNORE),
    }
    batch |= {name: _stack([e.tags[name] for e in examples], IGNORE) for name in TAGS}
    rows = [(b, anchor, relation, row) for b, e in enumerate(examples) for anchor, relation, row in e.links]
    width = batch["sentence"].shape[1]
    target = np.zeros((len(rows), width), np.int64)
    for i, (_, _, _, row) in enumerate(rows):
        target[i, : len(row)] = row
    batch["link_at"] = torch.tensor([r[:3] for r in rows], dtype=torch.int64).reshape(-1, 3)
    batch["link_to"] = torch.from_numpy(target)
    return batch


def order_of(examples: Sequence[Example], size: int, seed: int) -> list[list[int]]:
    """Batches of about equal length, shuffled: the same for the same seed, so that a resumed run goes on where it was."""
    rng = np.random.default_rng(seed)
    length = np.array([len(e.passage.ids) for e in examples])
    by_length = np.argsort(length + rng.integers(0, 40, len(length)), kind="stable")
    batches = [by_length[i : i + size].tolist() for i in range(0, len(by_length), size)]
    rng.shuffle(batches)
    return batches
