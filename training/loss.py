"""What the network is taught by: one loss a head, summed with weights; heads without labels in a batch add nothing."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from training.examples import IGNORE

WEIGHTS = {
    "upos": 0.5,
    "arcs": 1.0,
    "deprel": 0.5,
    "names": 0.5,
    "entity": 0.3,
    "source": 1.0,
    "cue": 1.0,
    "content": 1.0,
    "trigger": 2.0,
    "mode": 0.3,
    "certainty": 0.5,
    "auxiliary": 1.0,
    "links": 4.0,
}
LINKED = 2.0  # a linked word weighs as two that are not: most are not


def losses_of(out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of every head that the batch has labels for; logits as ``Reader.forward`` gives them."""
    found: dict[str, Tensor] = {}
    for name, logits in out.items():
        if name in {"arcs", "links", "auxiliary"}:
            continue
        _cross_entropy(found, name, logits, batch[name])
    _cross_entropy(found, "arcs", out["arcs"], batch["head"])
    known = batch["auxiliary"] != IGNORE  # (B, W, 5)
    if known.any():
        found["auxiliary"] = F.binary_cross_entropy_with_logits(
            out["auxiliary"][known].float(), batch["auxiliary"][known].float()
        )
    if len(batch["link_at"]):
        b, anchor, relation = batch["link_at"].unbind(1)
        rows = out["links"][b, relation, anchor].float()  # (rows, W)
        sentence = batch["sentence"][b]  # (rows, W)
        inside = sentence == sentence.gather(1, anchor[:, None])  # (rows, W): links don't leave the sentence
        target = batch["link_to"][inside].float()
        found["links"] = F.binary_cross_entropy_with_logits(rows[inside], target, pos_weight=torch.tensor(LINKED))
    return found


def _cross_entropy(found: dict[str, Tensor], name: str, logits: Tensor, target: Tensor) -> None:
    if (target != IGNORE).any():
        found[name] = F.cross_entropy(logits.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE)


def total_of(losses: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
