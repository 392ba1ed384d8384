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
    "happened": 0.3,
    "antecedent": 0.5,
}
OTHER = {"arcs", "links", "auxiliary", "happened", "antecedent"}  # no plain choice among labels
LINKED = 2.0  # a linked word weighs as two that are not: most are not


def losses_of(out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """The loss of every head that the batch has labels for; logits as ``Reader.forward`` gives them."""
    found: dict[str, Tensor] = {}
    for name, logits in out.items():
        if name in OTHER:
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
    asked = ~torch.isnan(batch["happened"])  # (B, W)
    if "happened" in out and asked.any():
        found["happened"] = F.smooth_l1_loss(out["happened"][asked].float(), batch["happened"][asked].float())
    if "antecedent" in out and (batch["clusters"] >= 0).any():
        found["antecedent"] = _antecedents(out["antecedent"], batch["clusters"])
    return found


def _antecedents(scores: Tensor, clusters: Tensor) -> Tensor:
    """How unlikely each word's true antecedents are among all earlier words and none (Lee et al. 2017), mentions and others in equal parts.

    ``scores`` (B, W, W) of the second word as the first's antecedent; ``clusters`` (B, W) as ``Annotated`` has them.
    """
    known = clusters != IGNORE  # (B, W)
    w = clusters.shape[1]
    earlier = torch.ones(w, w, dtype=torch.bool).tril(-1)[None] & known[:, None, :]  # (1 or B, W, W)
    logits = F.pad(scores.float().masked_fill(~earlier, -1e4), (1, 0))  # (B, W, 1 + W): none comes first, with score 0
    true = (clusters[:, :, None] == clusters[:, None, :]) & earlier & (clusters >= 0)[:, :, None]  # (B, W, W)
    true = torch.cat([~true.any(-1, keepdim=True), true], -1)  # (B, W, 1 + W)
    lost = logits.logsumexp(-1) - logits.masked_fill(~true, -1e4).logsumexp(-1)  # (B, W)
    mention, other = clusters >= 0, known & (clusters < 0)
    return lost[mention].mean() + (lost[other].mean() if other.any() else 0.0)


def _cross_entropy(found: dict[str, Tensor], name: str, logits: Tensor, target: Tensor) -> None:
    if (target != IGNORE).any():
        found[name] = F.cross_entropy(logits.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE)


def total_of(losses: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
