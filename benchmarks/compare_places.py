"""Names of places against spaCy's en_core_web_md, in running news text that neither side has learnt from.

LGL (local US papers) and GeoVirus (Wikinews on epidemics) mark the places that can be found on a map. What they leave unmarked,
a place in an organisation's name or a nationality, counts against both sides alike, so precision is low and recall tells more.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from typing import Any

from compare_blocks import best_of
from compare_names import KINDS, names_in, prf
from onrecord.reader.network import Network
from onrecord.text.sentences import split_sentences
from onrecord.text.tokens import split_tokens
from onrecord.types import Span
from provenance import SHARED

CORPORA = {"geovirus": 1, "lgl": 3}  # every how many-th article is read: 229 and 196 of them, of about the same length together
Figures = dict[str, Any]
Spans = set[tuple[int, int]]


def read_places(corpus: str) -> list[Figures]:
    """The articles of a corpus, with the toponyms in them."""
    with gzip.open(SHARED / "data" / "places" / f"{corpus}.jsonl.gz", "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines][:: CORPORA[corpus]]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without "the" before and "'s" after it, which each corpus and tool holds differently."""
    if text[start:end].lower().startswith("the "):
        start += 4
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    return start, end


def our_places(network: Network, text: str) -> Spans:
    """The places that onrecord's network finds in a text."""
    tokens = [split_tokens(text, sentence) for sentence in split_sentences(text, Span(0, len(text)))]
    tokens = [row for row in tokens if row]
    found = names_in(network, [[token.of(text) for token in row] for row in tokens])
    return {
        trimmed(text, row[first].start, row[end - 1].end)
        for row, names in zip(tokens, found, strict=True)
        for first, end, kind in names
        if kind == "LOC"
    }


def their_places(text: str, names: Sequence[Sequence[Any]], *, buildings: bool) -> Spans:
    """The places among spaCy's names, with or without buildings."""
    return {
        trimmed(text, start, end) for start, end, label in names if KINDS.get(label) == "LOC" and (buildings or label != "FAC")
    }


def marked_places(article: Figures) -> Spans:
    """The toponyms of an article."""
    return {trimmed(article["text"], *characters_of(article["text"], place)) for place in article["toponyms"]}


def characters_of(text: str, place: Figures) -> tuple[int, int]:
    """Where a toponym stands: GeoVirus counts characters from 1, LGL from 0.

    Raises:
        SystemExit: the words are at neither place, so the corpus is not the one that this was written for.
    """
    for start, end in ((place["start"], place["end"]), (place["start"] - 1, place["end"] - 1)):
        if text[start:end] == place["phrase"]:
            return start, end
    raise SystemExit(f"{place['phrase']!r} does not stand at {place['start']} of its article, nor one before: another corpus?")


def measure_places(ask: Callable[[str, Figures], Figures]) -> Figures:
    """Places with the right characters, by corpus.

    Args:
        ask: runs one of the rivals' programs in their environment: its name and what it is given, to what it answers.
    """
    network = Network.load()
    figures: Figures = {}
    for corpus in CORPORA:
        articles = read_places(corpus)
        gold = [marked_places(article) for article in articles]
        texts = [article["text"] for article in articles]
        answers = ask("compare_rival_spacy", {"task": "entities", "texts": texts})["entities"]
        settings = {
            f"buildings {'places' if buildings else 'aside'}": prf(
                [
                    (their_places(text, names, buildings=buildings), right)
                    for text, names, right in zip(texts, answers, gold, strict=True)
                ]
            )
            for buildings in (True, False)
        }
        figures[corpus] = {
            "articles": len(articles),
            "onrecord": prf([(our_places(network, text), right) for text, right in zip(texts, gold, strict=True)]),
            "spaCy": best_of(settings, lambda found: float(found["f1"])),
        }
    return figures
