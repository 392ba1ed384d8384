"""The pretrained encoder's weights into our own network, name by name."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file

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
