"""How good the readings are: the gold, Universal Dependencies, PolNeAR.

``python benchmarks/quality.py [--split train] [--only gold] [--misses]`` needs the corpora in ``../shared`` beside the
checkout. What is measured on dev goes into benchmarks/results/DATE-COMMIT.json; ``python benchmarks/results.py`` makes the
table of it. Exit code 1 where a document could not be read.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.errors import OnrecordError
from onrecord.ingest.sources import document_of
from onrecord.pipeline import read_document
from onrecord.types import Document
from polnear import polnear_form
from provenance import SHARED, write_results
from treebanks import score_treebanks

PARTS = ("gold", "ud", "polnear")
KINDS = ("report", "news", "sentences")
GOLD = SHARED / "gold"
Figures = dict[str, Any]


def gold_documents(split: str) -> Iterator[Document]:
    """The documents of a gold half, with the publication date and publisher that a caller would know.

    No title is given: where a page has one, it stands in the text.
    """
    index = json.loads((GOLD / "text" / "index.json").read_text(encoding="utf8"))
    for path in sorted((GOLD / split).glob("*.json")):
        published = json.loads(path.read_text(encoding="utf8"))["published"]
        text = (GOLD / "text" / f"{path.stem}.txt").read_bytes().decode("utf8")
        yield document_of(text, published=published, publisher=index[path.stem].get("publisher"), given_id=path.stem)


def read_all(documents: Iterator[Document], folder: Path) -> dict[str, str]:
    """Writes each document's reading to ``folder/ID.json``; what failed, by id."""
    failed: dict[str, str] = {}
    for number, doc in enumerate(documents, 1):
        name = str(doc.given_id)
        try:
            (folder / f"{name}.json").write_bytes(read_document(doc).to_json())
        except Exception as error:  # noqa: BLE001 a bug in one document is a row in the failures, and the rest is still measured
            failed[name] = f"{type(error).__name__}: {error}"
            print(f"{name}: {failed[name]}", file=sys.stderr)
        if number % 20 == 0:
            print(f"{number} read", file=sys.stderr)
    return failed


def score(split: str, folder: Path, *options: str) -> str:
    """What the gold's scorer prints for a folder of readings."""
    command = [sys.executable, str(GOLD / "score.py"), "score", str(GOLD / split), str(folder), *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def measure_gold(split: str, folder: Path, *, misses: bool) -> Figures:
    """Reads a gold half into a folder and scores it, all together and by kind of text."""
    began = time.perf_counter()
    failed = read_all(gold_documents(split), folder)
    seconds = time.perf_counter() - began
    if misses:
        print(score(split, folder, "--misses"))
    kinds = {kind: json.loads(score(split, folder, "--json", "--kind", kind)) for kind in KINDS}
    return {"all": json.loads(score(split, folder, "--json")), **kinds, "failed": failed, "seconds": round(seconds, 1)}


def measure_ud() -> Figures:
    """Tags and trees on the dev halves of EWT and GUM, on gold tokens."""
    from onrecord.reader.network import Network

    return dict(score_treebanks(SHARED / "data" / "ud", Network.load().parse_words))


def measure_polnear() -> Figures:
    """Attributions on PolNeAR's dev half, in the literature's measures: precision, recall and F1 in percent."""
    spec = importlib.util.spec_from_file_location("attribution", SHARED / "scorers" / "attribution.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer of attributions in {SHARED / 'scorers'}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    found = scorer.score_docs(list(polnear_pairs()))
    return {key: dict(zip("prf", (round(100 * x, 1) for x in values), strict=True)) for key, values in found.items()}


def polnear_pairs() -> Iterator[tuple[str, str, Any, Any]]:
    """(id, text, gold attributions, ours) for each dev document; one that cannot be read has none."""
    with gzip.open(SHARED / "data" / "attribution" / "polnear-dev.jsonl.gz", "rt", encoding="utf8") as lines:
        for row in map(json.loads, lines):
            try:
                ours = polnear_form(read_document(document_of(row["text"], given_id=row["id"])))
            except OnrecordError as error:
                print(f"{row['id']}: {error}", file=sys.stderr)
                ours = []
            gold = [{part: [tuple(s) for s in a[part]] for part in ("source", "cue", "content")} for a in row["attributions"]]
            yield row["id"], row["text"], gold, ours


def show(figures: Figures, indent: str = "") -> None:
    """Prints figures, one line for each measure."""
    for key, value in figures.items():
        if isinstance(value, dict) and any(isinstance(v, dict) for v in value.values()):
            print(f"{indent}{key}")
            show(value, indent + "  ")
        elif isinstance(value, dict):
            print(f"{indent}{key:60s}", "  ".join(f"{k} {v}" for k, v in value.items()))
        else:
            print(f"{indent}{key:60s}", value)


def parse_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--split", choices=["dev", "train"], default="dev", help="the gold half to read (train is not recorded)")
    parser.add_argument("--only", choices=PARTS, action="append", help="measure this only; may be given twice")
    parser.add_argument("--misses", action="store_true", help="list what is missed and invented")
    parser.add_argument("--readings", type=Path, metavar="FOLDER", help="keep the readings of the gold there")
    return parser.parse_args()


def main() -> int:
    """Measures what was asked for, prints it, records it where it is dev."""
    options = parse_options()
    if not GOLD.is_dir():
        raise SystemExit("the gold and the corpora are looked for in ../shared, beside the checkout: they are not there")
    wanted = options.only or (PARTS if options.split == "dev" else ("gold",))
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.readings or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        if "gold" in wanted:
            figures["gold"] = measure_gold(options.split, folder, misses=options.misses)
    if "ud" in wanted:
        figures["ud"] = measure_ud()
    if "polnear" in wanted:
        figures["polnear"] = measure_polnear()
    show(figures)
    if options.split == "dev":
        print("written to", write_results("quality", figures).name)
    return 1 if figures.get("gold", {}).get("failed") else 0


if __name__ == "__main__":
    sys.exit(main())
