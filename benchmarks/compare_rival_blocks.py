"""Which lines of a text dump trafilatura and jusText keep: run by comparisons.py in the rivals' own environment.

Reads ``{"pages": [[line, …], …]}`` as JSON from stdin, writes ``{tool: {setting: [[index of a kept line, …], …]}}``. Knows
nothing of onrecord, and not of the answers either. Both tools are made for HTML, and a dump has lost it, so each is given the
dump in more than one shape: every line a paragraph; or neighbouring lines, which in a dump are mostly menus, as a list or as
one paragraph with line breaks.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from html import escape
from importlib import import_module
from itertools import groupby
from typing import Any

Page = list[str]
Kept = list[int]
Make = Callable[[Page], str]


def runs_of(page: Page) -> Iterator[list[str]]:
    """The lines that stand together, between empty ones."""
    for filled, run in groupby(page, key=lambda line: bool(line.strip())):
        if filled:
            yield list(run)


def in_body(parts: Iterable[str]) -> str:
    """An HTML page of these parts."""
    return f"<html><body>{''.join(parts)}</body></html>"


def paragraphs(page: Page) -> str:
    """Every line a paragraph."""
    return in_body(f"<p>{escape(line)}</p>" for run in runs_of(page) for line in run)


def lists(page: Page) -> str:
    """A line that stands alone as a paragraph, lines that stand together as a list."""
    return in_body(
        f"<p>{escape(run[0])}</p>" if len(run) == 1 else f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in run)}</ul>"
        for run in runs_of(page)
    )


def breaks(page: Page) -> str:
    """Lines that stand together as one paragraph, with line breaks."""
    return in_body(f"<p>{'<br/>'.join(map(escape, run))}</p>" for run in runs_of(page))


SHAPES: dict[str, Make] = {"lines as paragraphs": paragraphs, "runs as lists": lists, "runs with line breaks": breaks}
MODES: dict[str, dict[str, bool] | None] = {
    "default": {},
    "precision": {"favor_precision": True},
    "recall": {"favor_recall": True},
    "fast": {"fast": True},
    "baseline()": None,
}
LENGTHS: dict[str, dict[str, float]] = {
    "default": {},
    "short lines": {"length_low": 40, "length_high": 140},
    "few stop words": {"stopwords_low": 0.2, "stopwords_high": 0.3},
}


def plain(line: str) -> str:
    """A line without what an extractor changes: its white space and a list's dash."""
    return " ".join(line.removeprefix("- ").split())


def found_in(page: Page, text: str | None) -> Kept:
    """The lines that stand in an extracted text, each as often as there, from the top."""
    left = Counter(map(plain, (text or "").split("\n")))
    kept = []
    for at, line in enumerate(page):
        if line.strip() and left[plain(line)] > 0:
            left[plain(line)] -= 1
            kept.append(at)
    return kept


def kept_of(page: Page, parts: Iterable[Any]) -> Kept:
    """The lines of the paragraphs that jusText does not take for boilerplate; it gives all of them back, in order."""
    kept, at = [], 0
    for part in parts:
        rest = "".join(part.text.split())
        while rest and at < len(page):
            line = "".join(page[at].split())
            if line and rest.startswith(line):
                rest = rest[len(line) :]
                kept.extend([] if part.is_boilerplate else [at])
            at += 1
    return kept


def trafilatura_keeps(page: Page, *, make: Make, options: dict[str, bool] | None) -> Kept:
    """The lines that trafilatura extracts; ``options`` None asks its fall-back, which takes paragraphs as they come."""
    trafilatura = import_module("trafilatura")
    if options is None:
        return found_in(page, trafilatura.baseline(make(page))[1])
    return found_in(page, trafilatura.extract(make(page), include_comments=False, **options))


def justext_keeps(page: Page, *, make: Make, options: dict[str, float]) -> Kept:
    """The lines that jusText takes for good."""
    justext = import_module("justext")
    words = justext.get_stoplist("English")
    return kept_of(page, justext.justext(make(page).encode(), words, encoding="utf8", **options))


def settings() -> Iterator[tuple[str, str, Callable[[Page], Kept]]]:
    """Tool, setting, and what it keeps of a page: every mode on every shape."""
    for shape, make in SHAPES.items():
        for mode, options in MODES.items():
            yield "trafilatura", f"{mode}, {shape}", partial(trafilatura_keeps, make=make, options=options)
        for name, lengths in LENGTHS.items():
            yield "jusText", f"{name}, {shape}", partial(justext_keeps, make=make, options=lengths)


def main() -> int:
    """Reads the pages, writes what each setting keeps of them."""
    pages: list[Page] = json.load(sys.stdin)["pages"]
    kept: dict[str, dict[str, list[Kept]]] = {"trafilatura": {}, "jusText": {}}
    for tool, name, keep in settings():
        kept[tool][name] = [keep(page) for page in pages]
    json.dump(kept, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
