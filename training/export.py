"""A trained checkpoint to what ships: fp32 ONNX, then int8 (dynamic, per channel), with the tokenizer beside it.

``python -m training.export`` writes src/onrecord/reader/small/ from the finished gold stage; ``python -m training.export
CHECKPOINT DIR`` the same from and to elsewhere. The fp32 form stays in the training folder, for benchmarks/parity.py.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.network import Reader
from training.train import HOME, load_reader, model_folder

INPUTS = ("ids", "shapes", "first", "last", "sentence")
SMALL = Path(__file__).resolve().parents[1] / "src/onrecord/reader/small"


class Heads(nn.Module):
    """The reader as it is run: a fixed order of outputs, the tree's relations for the best heads."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.names = (*reader.tags, "arcs", "deprel", "links")

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor, sentence: Tensor) -> tuple[Tensor, ...]:
        """Logits in the order of ``names``."""
        out = self.reader(ids, shapes, first, last, sentence)
        return tuple(out[name] for name in self.names)


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
    """Writes ``fp32`` and ``folder``/reader.onnx (int8), tokenizer.json and reader.json."""
    folder.mkdir(parents=True, exist_ok=True)
    write_fp32(Heads(load_reader(checkpoint)), fp32)
    quantize_dynamic(str(fp32), str(folder / "reader.onnx"), per_channel=True, weight_type=QuantType.QInt8)
    onnx.checker.check_model(str(folder / "reader.onnx"))
    shutil.copyfile(model_folder() / "tokenizer.json", folder / "tokenizer.json")
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
