"""A trained checkpoint to what ships: fp32 ONNX, then int8 (dynamic, per channel), with the vocabulary beside it.

``python -m training.export`` writes src/onrecord/reader/small/ from the finished gold stage; ``python -m training.export
CHECKPOINT DIR`` the same from and to elsewhere. The fp32 form stays in the training folder, for benchmarks/parity.py.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional as F

from training.network import Layer, Reader
from training.train import HOME, load_reader, model_folder

INPUTS = ("ids", "shapes", "first", "last", "sentence")
SMALL = Path(__file__).resolve().parents[1] / "src/onrecord/reader/small"


def _joined(layers: Sequence[nn.Linear]) -> nn.Linear:
    """One linear map with the outputs of several, in their order: quantised and run once instead of once each."""
    joined = nn.Linear(layers[0].in_features, sum(layer.out_features for layer in layers))
    joined.weight.data = torch.cat([layer.weight.data for layer in layers])
    joined.bias.data = torch.cat([layer.bias.data for layer in layers])
    return joined


class JoinedLayer(nn.Module):
    """A transformer block with query, key and value in one map and without padding; equals ``network.Layer``."""

    def __init__(self, layer: Layer) -> None:
        super().__init__()
        self.layer = layer
        self.all = _joined([layer.query, layer.key, layer.value])

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (B, T, D), ``bias`` (H or 1, T or 1, T or 1) by relative positions."""
        b, t, d = x.shape
        size = d // self.layer.heads
        q, k, v = self.all(x).view(b, t, 3, self.layer.heads, size).permute(2, 0, 3, 1, 4).unbind(0)  # (B, H, T, D/H)
        a = torch.softmax(q @ k.transpose(2, 3) / size**0.5 + bias, -1) @ v  # (B, H, T, D/H)
        x = self.layer.norm1(x + self.layer.out(a.transpose(1, 2).reshape(b, t, d)))  # (B, T, D)
        return self.layer.norm2(x + self.layer.down(F.gelu(self.layer.up(x))))  # (B, T, D)


class Heads(nn.Module):
    """The reader as it is run: passages without padding, maps of one input joined, a fixed order of outputs.

    It equals ``network.Reader`` with the best heads for the tree's relations; benchmarks/parity.py holds it to that.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.layers = nn.ModuleList(JoinedLayer(layer) for layer in reader.encoder.layers)
        self.pairs = [("arcs", reader.arcs), ("links", reader.links)]
        tags = [head[1] for head in reader.tags.values()]
        self.names = (*reader.tags, "arcs", "links", "deprel")
        if reader.antecedent is not None and reader.happened is not None:
            self.pairs.append(("antecedent", reader.antecedent))
            tags.append(reader.happened[1])
            self.names = (*reader.tags, "happened", "arcs", "links", "antecedent", "deprel")
        plain = [*tags, *(pair.bias for _, pair in self.pairs)]
        bent = [side for _, pair in self.pairs for side in (pair.left, pair.right)] + [reader.dependent, reader.governor]
        self.plain, self.plain_sizes = _joined(plain), [layer.out_features for layer in plain]
        self.bent, self.bent_sizes = _joined(bent), [layer.out_features for layer in bent]

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """Logits in the order of ``names``."""
        x = self._words(ids, shapes, first, last)  # (B, W, D)
        parts = self.plain(x).split(self.plain_sizes, -1)  # (B, W, labels)
        tags, biases = parts[: -len(self.pairs)], parts[-len(self.pairs) :]
        *sides, dep, gov = F.gelu(self.bent(x)).split(self.bent_sizes, -1)  # (B, W, size)
        scored = {
            name: pair.scores(sides[2 * i], sides[2 * i + 1], biases[i])  # (B, n, W, W)
            for i, (name, pair) in enumerate(self.pairs)
        }
        same = sentence[:, :, None] == sentence[:, None, :]  # (B, W, W)
        scored["arcs"] = scored["arcs"][:, 0].masked_fill(~same, -1e4)  # (B, W, W)
        head = scored["arcs"].argmax(-1)  # (B, W)
        above = gov.gather(1, head[:, :, None].expand(-1, -1, gov.shape[2]))  # (B, W, label)
        found = dict(zip(self.names, tags, strict=False)) | scored | {"deprel": self.reader.relations(dep, above)}
        if "happened" in found:
            found |= {"happened": found["happened"][..., 0], "antecedent": found["antecedent"][:, 0]}  # (B, W), (B, W, W)
        return tuple(found[name] for name in self.names)

    def _words(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> Tensor:
        encoder = self.reader.encoder
        at = torch.arange(ids.shape[1])  # (T,)
        x = encoder.norm(encoder.word(ids) + encoder.position(at)[None] + encoder.shape(shapes))  # (B, T, D)
        bias = encoder.bias(at)  # (H or 1, T or 1, T or 1)
        for layer in self.layers:
            x = layer(x, bias)  # (B, T, D)
        x = F.layer_norm(x, (encoder.width,)) if encoder.normed else x  # (B, T, D)
        return self.reader.pooled(x, first, last)  # (B, W, D)


def write_fp32(heads: Heads, path: Path) -> None:
    """Writes the network as ONNX in fp32; passages, pieces and words may be any number."""
    ids = torch.arange(1, 19).reshape(2, 9)
    words = torch.tensor([[1, 2, 4, 6], [1, 3, 4, 7]])
    sample = (ids, torch.ones_like(ids), words, words, torch.tensor([[0, 0, 1, 1], [0, 1, 1, -1]]))
    axes = {"ids": {0: "b", 1: "t"}, "shapes": {0: "b", 1: "t"}} | {k: {0: "b", 1: "w"} for k in INPUTS[2:]}
    torch.onnx.export(
        heads, sample, str(path), input_names=list(INPUTS), output_names=list(heads.names),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def export(checkpoint: Path, folder: Path, fp32: Path) -> None:
    """Writes ``fp32`` and ``folder``/reader.onnx (int8), vocabulary.txt and reader.json."""
    folder.mkdir(parents=True, exist_ok=True)
    write_fp32(Heads(load_reader(checkpoint)), fp32)
    quantize_dynamic(str(fp32), str(folder / "reader.onnx"), per_channel=True, weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(folder / "reader.onnx"))
    shutil.copyfile(model_folder() / "vocab.txt", folder / "vocabulary.txt")
    about = {
        "name": "small",
        "checkpoint": checkpoint.stem,
        "encoder": "all-MiniLM-L6-v2 (Apache-2.0)",
        "licence": "CC BY-SA 4.0",
    }
    (folder / "reader.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf8")


def main() -> None:
    """By command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", nargs="?", type=Path, default=HOME / "small-gold.pt")
    parser.add_argument("folder", nargs="?", type=Path, default=SMALL)
    a = parser.parse_args()
    export(a.checkpoint, a.folder, HOME / f"{a.checkpoint.stem}.fp32.onnx")


if __name__ == "__main__":
    main()
