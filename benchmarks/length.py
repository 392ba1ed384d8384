"""Does time grow with a page's length, and no faster? Does memory stay flat? From 1 kB to 10 MB, read whole (``--max-chars 0``).

``python benchmarks/length.py [--most 10_000_000]`` reads one page of each size in a process of its own: news of the gold's training half
one after the other, each round with other names and numbers so that nothing repeats itself. Writes benchmarks/results/DATE-COMMIT.json,
kind "length".
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from typing import Any

import msgspec

from articles import paragraphs
from provenance import cores, write_results

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)  # characters
# The child reads its own high-water mark: see speed.py. The page comes in on standard input.
CHILD = """
import json, pathlib, re, sys, time
from onrecord.ingest.documents import document_of
from onrecord.ingest.limits import Limits
from onrecord.ingest.pages import read_page
from onrecord.pipeline import load_reader, read_document
text = sys.stdin.read()
def peak():
    return int(re.search(r'VmHWM:\\s*(\\d+)', pathlib.Path('/proc/self/status').read_text())[1]) * 1024
doc = document_of(text, published='2020-01-15', limits=Limits(max_chars=0))
read_document(document_of('The army attacked the town on Monday, killing 17 people, officials said.'))
start, began = peak(), time.perf_counter()
read_page(doc)
blocks = time.perf_counter() - began
reading = read_document(doc)
seconds = time.perf_counter() - began - blocks
told = len(reading.to_json())
print(json.dumps({'characters': len(text), 'seconds': seconds, 'of_it_blocks': blocks, 'peak': peak(), 'at_start': start,
    'events': len(reading.events), 'claims': len(reading.claims), 'json_bytes': told}))
"""
NAME = re.compile(r"\b[A-Z][a-z]{4,}\b")
NUMBER = re.compile(r"\b\d{2,3}\b")
Figures = dict[str, Any]


def text_of(size: int) -> str:
    """So many characters of paragraphs; from the second time on a paragraph comes with a name and its numbers changed."""
    found: list[str] = []
    room, seen = size, dict[str, int]()
    for part in paragraphs():
        times = seen[part] = seen.get(part, -1) + 1
        told = varied(part, times) if times else part
        found.append(told[:room])
        room -= len(found[-1]) + 2
        if room <= 0:
            break
    return "\n\n".join(found)


def varied(part: str, times: int) -> str:
    """The paragraph with its first long name in another spelling and its numbers moved on."""
    told = NAME.sub(lambda match: f"{match.group()}{'aeiou'[times % 5]}{'nrlst'[times // 5 % 5]}", part, count=1)
    return NUMBER.sub(lambda match: str(int(match.group()) + times), told)


def measure(size: int) -> Figures:
    """One size in a process of its own."""
    done = subprocess.run([sys.executable, "-c", CHILD], input=text_of(size).encode(), check=True, capture_output=True)
    found = msgspec.json.decode(done.stdout, type=dict[str, float])
    return {
        "characters": int(found["characters"]),
        "seconds": round(found["seconds"], 3),
        "blocks_seconds": round(found["of_it_blocks"], 3),
        "microseconds_a_character": round(1e6 * found["seconds"] / found["characters"], 1),
        "peak_mib": round(found["peak"] / 2**20),
        "start_mib": round(found["at_start"] / 2**20),
        "reading_mib": round(found["json_bytes"] / 2**20, 1),
        "events": int(found["events"]),
        "claims": int(found["claims"]),
    }


def main() -> int:
    """Measures, prints, records."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=SIZES[-1], help="leave out longer pages, and record nothing")
    most = parser.parse_args().most
    rows = []
    for size in (size for size in SIZES if size <= most):
        rows.append(measure(size))
        print(rows[-1], flush=True)
    if most >= SIZES[-1]:
        print("written to", write_results("length", {"cores_used": cores(), "sizes": rows}).name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
