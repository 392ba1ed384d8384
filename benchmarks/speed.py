"""How fast and how big: articles a second, start-up, memory, disk.

``python benchmarks/speed.py [--articles 200]`` measures everything on two cores, which is what onrecord is made for; the
network alone is the floor that the rest stands on. Writes benchmarks/results/DATE-COMMIT.json.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from articles import articles
from onrecord.reader.pieces import Passage
from provenance import cores, write_results

CORES = 2
ENCODER_INPUTS = ("ids", "shapes", "first", "last")
REPEATS = 5  # of each start: the middle one counts
FIRST = "import onrecord, sys; onrecord.read_text(sys.stdin.read(), published='2020-01-15')"
# On Linux ru_maxrss starts at the parent's size (it outlives exec), so the child reads its own high-water mark.
MEMORY = """
import pathlib, re, resource, sys, onrecord
for text in sys.stdin.read().split('\\x1e'):
    onrecord.read_text(text, published='2020-01-15')
status = pathlib.Path('/proc/self/status')
unit = 1 if sys.platform == 'darwin' else 1024
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
print(int(re.search(r'VmHWM:\\s*(\\d+)', status.read_text())[1]) * 1024 if status.exists() else peak)
"""
Figures = dict[str, Any]


def take_two_cores() -> None:
    """Binds this process, and those it starts, to two cores where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


def seconds_of(*words: str, given: str = "") -> float:
    """The middle of five runs of ``python WORDS``, in seconds."""
    taken = []
    for _ in range(REPEATS):
        start = partial(subprocess.run, [sys.executable, *words], input=given, text=True, check=True, capture_output=True)
        taken.append(seconds_taken(start))
    return round(statistics.median(taken), 3)


def measure_start(text: str) -> Figures:
    """From nothing to the help, the import and the first reading, in seconds; "python" alone is part of each."""
    return {
        "python": seconds_of("-c", "pass"),
        "help": seconds_of("-m", "onrecord", "--help"),
        "import": seconds_of("-c", "import onrecord"),
        "first_reading": seconds_of("-c", FIRST, given=text),
    }


def measure_pipeline(texts: list[str]) -> Figures:
    """Articles and tokens a second through the whole pipeline in one process, one by one and, as the command does."""
    from onrecord import read_text
    from onrecord.ingest.sources import document_of
    from onrecord.pipeline import read_documents
    from onrecord.text.tokens import split_tokens
    from onrecord.types import Span

    read_text(texts[0], published="2020-01-15")
    alone = seconds_taken(lambda: [read_text(text, published="2020-01-15") for text in texts])
    docs = [document_of(text, published="2020-01-15") for text in texts]
    seconds = seconds_taken(lambda: list(read_documents(docs, workers=CORES)))
    tokens = sum(len(split_tokens(text, Span(0, len(text)))) for text in texts)
    return {
        "articles_a_second": round(len(texts) / seconds, 2),
        "articles_a_second_one_by_one": round(len(texts) / alone, 2),
        "tokens_a_second": round(tokens / seconds),
        "articles": len(texts),
    }


def measure_network(texts: list[str]) -> Figures:
    """Pieces a second through the network, all heads and no rules, and through its encoder alone where onnx is installed."""
    from onrecord.reader.network import Network
    from onrecord.reader.pieces import passages_of
    from onrecord.text.sentences import split_sentences
    from onrecord.text.tokens import split_tokens
    from onrecord.types import Span

    network = Network.load()
    sentences = [
        [token.of(text) for token in split_tokens(text, sentence)]
        for text in texts
        for sentence in split_sentences(text, Span(0, len(text)))
    ]
    passages = list(passages_of(network.vocabulary, sentences))
    pieces = sum(len(passage.ids) for passage in passages)
    figures = {"pieces_a_second": round(pieces / seconds_taken(lambda: list(network.run(passages))))}
    if find_spec("onnx"):
        encode = encoder_of((files("onrecord.reader") / "small" / "reader.onnx").read_bytes())
        encode(passages[0])  # the first run makes the session's buffers
        figures["encoder_pieces_a_second"] = round(pieces / seconds_taken(lambda: [encode(passage) for passage in passages]))
    return figures


def encoder_of(weights: bytes, *, threads: int = 0) -> Callable[[Passage], Any]:
    """The encoder and its cheapest head, cut out of an exported reader; called with a passage it gives that head's logits.

    A session computes every output, also those that nobody asks for (onnxruntime 1.32 passes over the run option
    ``only_execute_path_to_fetches``), so the graph itself has to be smaller. Needs the package ``onnx``.
    """
    import onnx
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    whole = onnx.load_model_from_string(weights)
    part = onnx.utils.Extractor(whole).extract_model(list(ENCODER_INPUTS), ["upos"])
    session = InferenceSession(part.SerializeToString(), options, providers=["CPUExecutionProvider"])
    return lambda passage: session.run(None, {name: getattr(passage, name)[None] for name in ENCODER_INPUTS})[0]


def seconds_taken(act: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def measure_memory(texts: list[str]) -> int:
    """The most memory that a process took which read all articles one after the other, in MiB."""
    done = subprocess.run([sys.executable, "-c", MEMORY], input="\x1e".join(texts), text=True, check=True, capture_output=True)
    return round(int(done.stdout) / 2**20)


def measure_disk() -> Figures:
    """What the package takes on disk in MiB, and how much of it is the network."""
    import onrecord

    sizes = {p: p.stat().st_size for p in Path(str(onrecord.__file__)).parent.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    network = sum(size for path, size in sizes.items() if path.suffix == ".onnx")
    return {"package": round(sum(sizes.values()) / 2**20, 1), "network": round(network / 2**20, 1)}


def main() -> int:
    """Measures, prints, records."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=200, help="how many articles of 600 words to read (default 40)")
    texts = articles(parser.parse_args().articles)
    take_two_cores()
    figures: Figures = {
        "cores_used": cores(),
        "pipeline": measure_pipeline(texts),
        "network": measure_network(texts),
        "start": measure_start(texts[0]),
        "memory_mib": measure_memory(texts),
        "disk_mib": measure_disk(),
    }
    for key, value in figures.items():
        print(f"{key:12s}", value)
    print("written to", write_results("speed", figures).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
