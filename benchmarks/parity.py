"""Whether what ships is what was trained: a checkpoint against its ONNX forms, on the texts of gold dev.

``python -m benchmarks.parity [CHECKPOINT] [--texts N]`` exports the checkpoint afresh and runs three networks over the same
passages: torch, fp32 ONNX, and int8 (the reader that ships, where it was made from this checkpoint; else the fresh one). For
each head it prints the largest difference of a logit and the share of decisions that are the same as torch's. Exit code 1
where fp32 differs by more than 1e-4 or int8 decides less than 99.5 % alike. Only the texts are read, never their annotation.

A decision counts where the pipeline asks for it: mode and status at words that torch takes for an event's, links from cues
and events to words of their sentence. Elsewhere a head was taught nothing, and what it says is noise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from numpy.typing import NDArray

from onrecord.reader.labels import LINKS
from onrecord.reader.network import Logits, Network
from onrecord.reader.pieces import Passage, passages_of
from onrecord.reader.tree import heads_of
from onrecord.text.sentences import split_sentences
from onrecord.text.tokens import split_tokens
from onrecord.types import Span
from training.export import INPUTS, SMALL, Heads, export
from training.guard import SHARED
from training.train import HOME, load_reader

LARGEST = 1e-4  # a logit's, in fp32 (the house style's parity test)
ALIKE = 0.995  # of int8's decisions (likewise)
AT_EVENTS = {"mode", "certainty", "auxiliary"}
Decisions = NDArray[np.int64]
Run = Callable[[Passage], Logits]


@dataclass(slots=True, kw_only=True)
class Agreement:
    """One head's sums over passages, while they are being gathered."""

    largest: float = 0.0
    alike: int = 0
    decisions: int = 0

    @property
    def share(self) -> float:
        """The share of equal decisions; 1 where there was none to make."""
        return self.alike / self.decisions if self.decisions else 1.0


def texts_of_dev(gold: Path = SHARED / "gold") -> list[str]:
    """The texts of gold dev, in order of their names."""
    return [(gold / "text" / f"{path.stem}.txt").read_text(encoding="utf8") for path in sorted((gold / "dev").glob("*.json"))]


def words_of(text: str) -> list[list[str]]:
    """The words of a text by sentence, as the product splits it."""
    sentences = split_sentences(text, Span(0, len(text)))
    return [words for s in sentences if (words := [token.of(text) for token in split_tokens(text, s)])]


def torch_run(heads: Heads) -> Run:
    """The trained network, for one passage at a time like the shipped one."""

    def run(passage: Passage) -> Logits:
        with torch.inference_mode():
            out = heads(*(torch.from_numpy(getattr(passage, name))[None] for name in INPUTS))
        return {name: logits[0].numpy() for name, logits in zip(heads.names, out, strict=True)}

    return run


def onnx_run(network: Network) -> Run:
    """An exported network."""
    return lambda passage: next(iter(network.run([passage])))[1]


def asked(head: str, trained: Logits, passage: Passage) -> NDArray[np.bool_]:
    """Which of a head's decisions count: a mask in the shape of ``decided``."""
    event: NDArray[np.bool_] = trained["trigger"].argmax(-1) > 0  # (W,)
    cue: NDArray[np.bool_] = trained["cue"].argmax(-1) > 0  # (W,)
    if head in AT_EVENTS:
        return np.expand_dims(event, -1) if head == "auxiliary" else event
    if head != "links":
        return np.ones(len(event), np.bool_)
    same = passage.sentence[:, None] == passage.sentence  # (W, W)
    anchors = {"source": cue, "content": cue, "actor": event, "recipient": event}
    return np.stack([anchors[relation][:, None] & same for relation in LINKS])  # (4, W, W)


def decided(head: str, logits: NDArray[np.float32], passage: Passage) -> Decisions:
    """What a head's logits come to: labels, heads of words, or yes and no."""
    if head == "arcs":
        return heads_of(logits, passage.sentence)
    if head in {"links", "auxiliary"}:
        return (logits >= 0).astype(np.int64)
    return np.asarray(logits.argmax(-1), np.int64)


def compare(trained: Run, other: Run, passages: Sequence[Passage]) -> dict[str, Agreement]:
    """How well ``other`` agrees with ``trained``, by head."""
    found: dict[str, Agreement] = {}
    for passage in passages:
        expected, got = trained(passage), other(passage)
        for head, logits in expected.items():
            agreement = found.setdefault(head, Agreement())
            same = decided(head, logits, passage) == decided(head, got[head], passage)
            counted = np.broadcast_to(asked(head, expected, passage), same.shape)
            agreement.largest = max(agreement.largest, float(np.abs(logits - got[head]).max()))
            agreement.alike += int(same[counted].sum())
            agreement.decisions += int(counted.sum())
    return found


def ships(checkpoint: Path, folder: Path = SMALL) -> bool:
    """Whether the reader in ``folder`` was made from a checkpoint of this name."""
    about = folder / "reader.json"
    return about.exists() and json.loads(about.read_text(encoding="utf8"))["checkpoint"] == checkpoint.stem


def rows(fp32: dict[str, Agreement], int8: dict[str, Agreement]) -> Iterator[str]:
    """The table, a head a line."""
    yield f"{'head':10s} {'decisions':>9s} {'fp32 diff':>10s} {'alike':>8s} {'int8 diff':>10s} {'alike':>8s}"
    for head, a in fp32.items():
        b = int8[head]
        yield f"{head:10s} {a.decisions:9,d} {a.largest:10.1e} {a.share:8.2%} {b.largest:10.2f} {b.share:8.2%}"


def verdict(fp32: dict[str, Agreement], int8: dict[str, Agreement]) -> list[str]:
    """What does not hold, in words."""
    largest = max(a.largest for a in fp32.values())
    alike, decisions = sum(a.alike for a in int8.values()), sum(a.decisions for a in int8.values())
    faults = [f"fp32 differs by {largest:.1e}, expected at most {LARGEST:.0e}"] if largest > LARGEST else []
    if alike < ALIKE * decisions:
        faults.append(f"int8 decides {alike / decisions:.2%} alike, expected at least {ALIKE:.1%}")
    return faults


def main() -> int:
    """Compares, prints, answers with the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", nargs="?", type=Path, default=HOME / "small-gold.pt")
    parser.add_argument("--texts", type=int, help="how many texts (default: all of gold dev)")
    a = parser.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "fp32").mkdir()
        export(a.checkpoint, folder, folder / "fp32" / "reader.onnx")
        for file in ("vocabulary.txt", "reader.json"):
            (folder / "fp32" / file).write_bytes((folder / file).read_bytes())
        shipped = ships(a.checkpoint)
        plain, small = Network(folder / "fp32"), Network(SMALL if shipped else folder)
    sentences = [words for text in texts_of_dev()[: a.texts] for words in words_of(text)]
    passages = list(passages_of(plain.vocabulary, sentences))
    trained = torch_run(Heads(load_reader(a.checkpoint)))
    fp32, int8 = (compare(trained, onnx_run(network), passages) for network in (plain, small))
    print(f"{a.checkpoint.name}, {len(passages)} passages; int8: {'the reader that ships' if shipped else 'exported now'}")
    print(*rows(fp32, int8), sep="\n")
    faults = verdict(fp32, int8)
    print(*(faults or ["what ships is what was trained"]), sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
