"""The reader network: one BERT encoder and all heads, in one file to be read from top to bottom.

Shapes: B passages, T subword pieces, W words, D encoder width, S sentences. A *word* vector is the mean of its first and
last piece. Every tensor line ends with its shape. The encoder is BERT (Devlin et al. 2019) as all-MiniLM-L6-v2 has it
(Wang et al. 2020, Apache-2.0), or MPNet (Song et al. 2020) as all-mpnet-base-v2 has it, which adds a bias by relative position
(Raffel et al. 2020) to every layer's attention; the tree is read by deep biaffine attention (Dozat and Manning 2017) in which a root points
at itself; links between a cue or trigger and its source, content, actor and recipient are biaffine too, one sigmoid a pair; coreference links the head words of mentions, each to an earlier one or to none (Dobrovolskii 2021).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.reader.labels import (
    AUXILIARY,
    CERTAINTY,
    DEPRELS,
    ENTITIES,
    LINKS,
    MODES,
    NAMES,
    SHAPES,
    SPANS,
    TRIGGERS,
    UPOS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Sizes of the network; the defaults are all-MiniLM-L6-v2's and what the heads need on top.

    ``relative`` is the number of buckets of relative positions, 0 for an encoder without; ``normed`` brings the encoder's output to mean 0
    and deviation 1 (MPNet's deviation is .12, and heads learn nothing from that); ``more`` adds the heads for factuality and
    coreference, which checkpoints before 2026-11-25 don't have.
    """

    vocab: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    arc: int = 256
    label: int = 96
    link: int = 64
    dropout: float = 0.1
    eps: float = 1e-12
    relative: int = 0
    normed: bool = False
    more: bool = False


CONFIGS = {
    "small": Config(more=True),
    "large": Config(vocab=30522, width=768, layers=12, inner=3072, eps=1e-5, relative=32, normed=True, more=True),
}


class Layer(nn.Module):
    """One transformer block, post-norm as in BERT."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.heads = c.heads
        self.query, self.key, self.value = (nn.Linear(c.width, c.width) for _ in range(3))
        self.out = nn.Linear(c.width, c.width)
        self.norm1 = nn.LayerNorm(c.width, eps=c.eps)
        self.up, self.down = nn.Linear(c.width, c.inner), nn.Linear(c.inner, c.width)
        self.norm2 = nn.LayerNorm(c.width, eps=c.eps)
        self.drop = nn.Dropout(c.dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x`` (B, T, D); ``mask`` is added to the attention's scores: (B, 1, 1, T), or (B, H, T, T) with relative positions in it."""
        b, t, d = x.shape
        q, k, v = (f(x).view(b, t, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))  # (B, H, T, D/H)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype))  # (B, H, T, D/H)
        x = self.norm1(x + self.out(a.transpose(1, 2).reshape(b, t, d)))  # (B, T, D)
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))  # (B, T, D)


class Encoder(nn.Module):
    """Pieces to vectors. The vocabulary is lower-cased, so the shape of each word (case, digits) is given beside it."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.word = nn.Embedding(c.vocab, c.width)
        self.position = nn.Embedding(c.positions, c.width)
        self.shape = nn.Embedding(len(SHAPES), c.width)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(c.width, eps=c.eps)
        self.layers = nn.ModuleList(Layer(c) for _ in range(c.layers))
        self.drop = nn.Dropout(c.dropout)
        self.relative = nn.Embedding(c.relative, c.heads) if c.relative else None
        self.width, self.normed = c.width, c.normed

    def bias(self, at: Tensor) -> Tensor:
        """What relative positions add to the attention's scores, (H, T, T), for the positions ``at`` (T,)."""
        if self.relative is None:
            return torch.zeros(1, 1, 1)
        return self.relative(buckets_of(at, self.relative.num_embeddings)).permute(2, 0, 1)  # (H, T, T)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """``ids`` and ``shapes`` (B, T), 0 is padding; returns (B, T, D)."""
        at = torch.arange(ids.shape[1], device=ids.device)  # (T,)
        x = self.word(ids) + self.position(at)[None] + self.shape(shapes)  # (B, T, D)
        x = self.drop(self.norm(x))  # (B, T, D)
        padding = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]  # (B, 1, 1, T)
        mask = padding + self.bias(at)[None]  # (B, 1 or H, 1 or T, T)
        for layer in self.layers:
            x = layer(x, mask)  # (B, T, D)
        return F.layer_norm(x, (self.width,)) if self.normed else x  # (B, T, D)


def buckets_of(at: Tensor, buckets: int, furthest: int = 128) -> Tensor:
    """The bucket of each pair of positions, (T, T): near ones one by one, far ones by the logarithm, those to the right in the upper half."""
    distance = at[None, :] - at[:, None]  # (T, T)
    half = buckets // 2
    near = half // 2
    gone = distance.abs()
    far = near + (torch.log(gone.clamp(min=1) / near) / math.log(furthest / near) * (half - near)).long()  # (T, T)
    return torch.where(gone < near, gone, far.clamp(max=half - 1)) + half * (distance > 0)  # (T, T)


class Biaffine(nn.Module):
    """Scores every ordered pair of words, once for each of ``n`` relations."""

    def __init__(self, c: Config, size: int, n: int) -> None:
        super().__init__()
        self.n, self.size = n, size
        self.left, self.right = nn.Linear(c.width, n * size), nn.Linear(c.width, n * size)
        self.bias = nn.Linear(c.width, n)
        self.drop = nn.Dropout(c.dropout)

    def forward(self, x: Tensor) -> Tensor:
        """``x`` (B, W, D); returns (B, n, W, W): how well the second word fits the first."""
        left, right = (self.drop(F.gelu(f(x))) for f in (self.left, self.right))  # (B, W, n * size)
        return self.scores(left, right, self.bias(x))  # (B, n, W, W)

    def scores(self, left: Tensor, right: Tensor, bias: Tensor) -> Tensor:
        """The pairs' scores from both words' projections (B, W, n * size) and the second word's ``bias`` (B, W, n)."""
        b, w, _ = left.shape
        a = left.view(b, w, self.n, self.size).transpose(1, 2)  # (B, n, W, size)
        z = right.view(b, w, self.n, self.size).permute(0, 2, 3, 1)  # (B, n, size, W)
        return a @ z / self.size**0.5 + bias.transpose(1, 2)[:, :, None, :]  # (B, n, W, W)


class Reader(nn.Module):
    """The encoder with all heads on it; ``forward`` gives the logits of every head by name."""

    def __init__(self, c: Config) -> None:
        super().__init__()
        self.encoder = Encoder(c)
        tags = {
            "upos": UPOS,
            "names": NAMES,
            "entity": ENTITIES,
            "source": SPANS,
            "cue": SPANS,
            "content": SPANS,
            "trigger": TRIGGERS,
            "mode": MODES,
            "certainty": CERTAINTY,
            "auxiliary": AUXILIARY,
        }
        self.tags = nn.ModuleDict({name: self._head(c, len(labels)) for name, labels in tags.items()})
        self.arcs = Biaffine(c, c.arc, 1)
        self.links = Biaffine(c, c.link, len(LINKS))
        self.happened = self._head(c, 1) if c.more else None
        self.antecedent = Biaffine(c, 2 * c.link, 1) if c.more else None
        self.dependent, self.governor = nn.Linear(c.width, c.label), nn.Linear(c.width, c.label)
        self.deprel = nn.Bilinear(c.label, c.label, len(DEPRELS))
        self.deprel_linear = nn.Linear(2 * c.label, len(DEPRELS))
        self.drop = nn.Dropout(c.dropout)

    @staticmethod
    def _head(c: Config, n: int) -> nn.Module:
        return nn.Sequential(nn.Dropout(c.dropout), nn.Linear(c.width, n))

    @staticmethod
    def pooled(x: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """One vector a word: ``x`` (B, T, D), ``first`` and ``last`` (B, W) are its outer pieces; returns (B, W, D)."""
        d = x.shape[2]
        a = x.gather(1, first[:, :, None].expand(-1, -1, d))  # (B, W, D)
        z = x.gather(1, last[:, :, None].expand(-1, -1, d))  # (B, W, D)
        return (a + z) / 2  # (B, W, D)

    def relations(self, dep: Tensor, gov: Tensor) -> Tensor:
        """The relation of each word to its head, from both words' projections (B, W, label); returns (B, W, deprels)."""
        n, size = self.deprel.weight.shape[:2]
        weight = self.deprel.weight.permute(1, 0, 2).reshape(size, n * size)  # (label, deprels * label)
        rows = (dep @ weight).view(*dep.shape[:2], n, size)  # (B, W, deprels, label)
        bilinear = (rows @ gov[..., None])[..., 0] + self.deprel.bias  # (B, W, deprels)
        return bilinear + self.deprel_linear(torch.cat([dep, gov], -1))  # (B, W, deprels)

    def forward(
        self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, sentence: Tensor, head: Tensor | None = None
    ) -> dict[str, Tensor]:
        """All logits; ``sentence`` (B, W) numbers the sentences, -1 is padding; ``head`` (B, W) are gold heads in training."""
        x = self.pooled(self.encoder(ids, shapes), first, last)  # (B, W, D)
        out = {name: tag(x) for name, tag in self.tags.items()}  # (B, W, labels)
        same = sentence[:, :, None] == sentence[:, None, :]  # (B, W, W)
        out["arcs"] = self.arcs(x)[:, 0].masked_fill(~same, -1e4)  # (B, W, W)
        if head is None:
            head = out["arcs"].argmax(-1)  # (B, W)
        dep, gov = (self.drop(F.gelu(f(x))) for f in (self.dependent, self.governor))  # (B, W, label)
        above = gov.gather(1, head[:, :, None].expand(-1, -1, gov.shape[2]))  # (B, W, label)
        out["deprel"] = self.relations(dep, above)  # (B, W, deprels)
        out["links"] = self.links(x)  # (B, 4, W, W)
        if self.happened is not None and self.antecedent is not None:
            out["happened"] = self.happened(x)[..., 0]  # (B, W): UDS-IH2's scale, -3 (certainly not) to 3
            out["antecedent"] = self.antecedent(x)[:, 0]  # (B, W, W): 0 is the score of having none
        return out
