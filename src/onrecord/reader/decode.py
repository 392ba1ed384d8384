"""From the logits of one passage to proposals: names, attributions and triggers, as token ranges of the document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from onrecord.reader.labels import AUXILIARY, CERTAINTY, LINKS, MODES, NAMES, TYPES
from onrecord.types import Attribution, Name, Trigger

Probabilities = NDArray[np.float64]
Range = tuple[int, int]
Logits = dict[str, NDArray[np.float32]]

# Set by hand: the trigger's is lower than even odds, since extract/events.py refuses what it does not believe. CUE was swept
# .5-.9 on gold dev (docs/evaluation.md).
TRIGGER, CUE, SPAN, LINKED = 0.45, 0.5, 0.5, 0.5
GAP = 2  # words between two stretches of one content


def softmax(x: NDArray[np.float32]) -> Probabilities:
    """Probabilities over the last axis."""
    e = np.exp(x.astype(np.float64) - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True))


def sigmoid(x: NDArray[np.float32]) -> Probabilities:
    """Independent probabilities."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x.astype(np.float64), -500, 500))))


def spans_of(begin: Probabilities, outside: Probabilities, threshold: float, sentence: NDArray[np.int64]) -> Iterator[Range]:
    """Ranges of words that are likelier inside than ``1 - threshold`` allows, cut where a new one begins or a sentence ends.

    Args:
        begin: (W,) the probability that a span begins at the word.
        outside: (W,) the probability that the word is in no span.
        threshold: a word belongs to a span where ``1 - outside`` reaches it.
        sentence: (W,) numbers; no span crosses a sentence's end.
    """
    start: int | None = None
    inside = 1 - outside >= threshold
    for i in range(len(begin)):
        cut = start is not None and (begin[i] > (1 - outside[i]) / 2 or sentence[i] != sentence[i - 1])
        if start is not None and (not inside[i] or cut):
            yield start, i
            start = None
        if inside[i] and start is None:
            start = i
    if start is not None:
        yield start, len(begin)


def names_of(out: Logits, sentence: NDArray[np.int64], base: int) -> Iterator[Name]:
    """The named entities of a passage."""
    p = softmax(out["names"])
    begin, inside = p[:, 1::2], p[:, 2::2]
    for first, end in spans_of(begin.sum(-1), p[:, 0], 0.5, sentence):
        kinds = (begin + inside)[first:end].mean(0)
        best = int(kinds.argmax())
        yield Name(tokens=(base + first, base + end), kind=NAMES[1 + 2 * best][2:], score=float(kinds[best]))


def triggers_of(out: Logits, sentence: NDArray[np.int64], base: int) -> Iterator[Trigger]:
    """The events of a passage, each with what the network thinks of it."""
    p = softmax(out["trigger"])
    begin, inside = p[:, 1::2], p[:, 2::2]
    certainty, modes, auxiliary = softmax(out["certainty"]), softmax(out["mode"]), sigmoid(out["auxiliary"])
    for first, end in spans_of(begin.sum(-1), p[:, 0], TRIGGER, sentence):
        types = (begin + inside)[first:end].mean(0)
        types = types / types.sum()
        links = {
            role: sigmoid(out["links"][LINKS.index(role), first]) * (sentence == sentence[first])
            for role in ("actor", "recipient")
        }
        yield Trigger(
            tokens=(base + first, base + end),
            score=float((1 - p[first:end, 0]).max()),
            types={name: float(v) for name, v in zip(TYPES, types, strict=True)},
            modes={name: float(v) for name, v in zip(MODES, modes[first], strict=True)},
            certainty={name: float(v) for name, v in zip(CERTAINTY, certainty[first], strict=True)},
            auxiliary={name: float(v) for name, v in zip(AUXILIARY, auxiliary[first], strict=True)},
            actors=tuple(_linked(links["actor"], base)),
            recipients=tuple(_linked(links["recipient"], base)),
        )


def _linked(p: Probabilities, base: int, threshold: float = LINKED) -> Iterator[tuple[int, int, float]]:
    for first, end in _runs(p >= threshold):
        yield base + first, base + end, float(p[first:end].max())


def _runs(inside: NDArray[np.bool_]) -> Iterator[Range]:
    edges = np.flatnonzero(np.diff(np.r_[False, inside, False]))
    yield from ((int(a), int(b)) for a, b in edges.reshape(-1, 2))


def attributions_of(out: Logits, sentence: NDArray[np.int64], base: int) -> Iterator[Attribution]:
    """The claims of a passage: each cue with its sources and contents, then contents that have no cue.

    A tagged content goes to the cue of its sentence that fits best, a cue takes the tagged source that fits best: by the
    links' probability and by nearness. A cue that is left without (one inside another's content is: tags don't nest) takes
    the words that are linked to it.
    """
    tags = {name: softmax(out[name]) for name in ("source", "cue", "content")}
    spans = {name: list(spans_of(p[:, 1], p[:, 0], SPAN, sentence)) for name, p in tags.items()}
    spans["content"] = _mended(spans["content"], spans["cue"], sentence)
    to_source, to_content = (
        {cue: sigmoid(out["links"][LINKS.index(role), cue[0]]) for cue in spans["cue"]} for role in ("source", "content")
    )
    contents: dict[Range, list[Range]] = {cue: [] for cue in spans["cue"]}
    bare = []
    for span in spans["content"]:
        near = [c for c in spans["cue"] if sentence[c[0]] == sentence[span[0]] and not _shared(c, span)]
        if near:
            contents[max(near, key=lambda c: _fit(to_content[c], c, span))].append(span)
        else:
            bare.append(span)
    for cue, own in contents.items():
        same = sentence == sentence[cue[0]]
        linked = own or _linked_content(to_content[cue] * same, cue)
        source = _source(to_source[cue] * same, cue, [s for s in spans["source"] if same[s[0]]], linked)
        yield Attribution(
            cue=_at(cue, base),
            sources=tuple(_at(s, base) for s in source),
            content=tuple(_at(c, base) for c in linked),
            score=float((1 - tags["cue"][cue[0] : cue[1], 0]).max()),
        )
    for first, end in bare:
        score = float((1 - tags["content"][first:end, 0]).mean())
        yield Attribution(cue=None, sources=(), content=((base + first, base + end),), score=score)


def _mended(spans: list[Range], cues: list[Range], sentence: NDArray[np.int64]) -> list[Range]:
    """Contents that a word or two, none of them a cue's, keep apart as one; what stays a single word is none."""
    found: list[Range] = []
    for span in spans:
        last = found[-1] if found else None
        if (
            last
            and span[0] - last[1] <= GAP
            and sentence[last[0]] == sentence[span[0]]
            and not any(_shared(c, (last[1], span[0])) for c in cues)
        ):
            found[-1] = (last[0], span[1])
        else:
            found.append(span)
    return [s for s in found if s[1] - s[0] > 1]


def _at(span: Range, base: int) -> Range:
    return base + span[0], base + span[1]


def _shared(a: Range, b: Range) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _fit(p: Probabilities, cue: Range, span: Range) -> float:
    """How well a tagged span fits a cue: the mean probability of its links and, at a third of their weight, nearness."""
    gap = max(span[0] - cue[1], cue[0] - span[1], 0)
    return float(p[span[0] : span[1]].mean() + 0.3 * np.exp(-gap / 5))


def _linked_content(p: Probabilities, cue: Range) -> list[Range]:
    """The words linked to a cue as its content, gaps of up to two words closed."""
    inside = p >= LINKED
    inside[cue[0] : cue[1]] = False
    for before, after in pairwise(list(_runs(inside))):
        if after[0] - before[1] <= 2 and not before[1] <= cue[0] < after[0]:
            inside[before[1] : after[0]] = True
    return [r for r in _runs(inside) if r[1] - r[0] > 1]


def _source(p: Probabilities, cue: Range, spans: list[Range], contents: list[Range]) -> list[Range]:
    """The tagged source outside the contents that fits best; else the words that are linked."""
    free = [s for s in spans if not _shared(s, cue) and not any(_shared(s, c) for c in contents)]
    if free:
        return [max(free, key=lambda s: _fit(p, cue, s))]
    runs = [r for r in _runs(p >= LINKED) if not _shared(r, cue)]
    return [max(runs, key=lambda r: float(p[r[0] : r[1]].sum()))] if runs else []
