"""onrecord's side of the comparison of speed: run by comparisons.py as a process of its own, as its rivals are.

Reads ``{"task": "speed" | "first", "texts": […], "records": …, "processes": …}`` as JSON from stdin, writes its answer as JSON.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from compare_rival_spacy import timed

Task = dict[str, Any]
PUBLISHED = "2020-01-15"


def read_language_only(texts: list[str]) -> int:
    """Blocks, sentences, words, tags, trees, names and the network's proposals, without the records that rules make of them."""
    from onrecord.ingest.pages import read_page
    from onrecord.ingest.sources import document_of
    from onrecord.pipeline import load_reader
    from onrecord.reader.understand import understand

    return sum(len(understand(read_page(document_of(text)), load_reader()).sentences) > 0 for text in texts)


def read_all(texts: list[str], processes: int) -> int:
    """Whole readings; how many there are."""
    from onrecord.ingest.sources import document_of
    from onrecord.pipeline import read_documents

    docs = [document_of(text, published=PUBLISHED) for text in texts]
    return sum(not isinstance(reading, Exception) for reading in read_documents(docs, workers=processes))


def measure_speed(task: Task) -> Task:
    """Seconds for the texts, without the network's start, and the most memory that this process took."""
    texts = task["texts"]
    read_all(texts[:1], 1)
    return timed(lambda: read_all(texts, task["processes"]) if task["records"] else read_language_only(texts))


def read_first(task: Task) -> Task:
    """Reads one text and ends: what a start costs is measured from outside."""
    import onrecord

    return {"claims": len(onrecord.read_text(task["texts"][0], published=PUBLISHED).claims)}


TASKS = {"speed": measure_speed, "first": read_first}


def main() -> int:
    """Reads the task, writes the answer."""
    task: Task = json.load(sys.stdin)
    json.dump(TASKS[task["task"]](task), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
