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

# Swept over gold train by document folds (docs/evaluation.md): the trigger's is lower than even odds since a missed event
# costs more than one that the rules can still refuse.
TRIGGER, CUE, SPAN, LINKED = 0.45, 0.5, 0.5, 0.5


def softmax(x: NDArray[np.float32]) -> Probabilities:
    """Probabilities over the last axis."""
    e = np.exp(x.astype(np.float64) - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True))


def sigmoid(x: NDArray[np.float32]) -> Probabilities:
    """Independent probabilities."""
    return np.asarray(1 / (1 + np.exp(-x.astype(np.float64))))


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
        links = {role: sigmoid(out["links"][LINKS.index(role), first]) * (sentence == sentence[first]) for role in ("actor", "recipient")}
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
    """The claims of a passage: each cue with the sources and contents linked to it, then contents that have no cue."""
    tags = {name: softmax(out[name]) for name in ("source", "cue", "content")}
    spans = {name: list(spans_of(p[:, 1], p[:, 0], SPAN, sentence)) for name, p in tags.items()}
    links = sigmoid(out["links"])
    used = np.zeros(len(sentence), bool)
    for cue in spans_of(tags["cue"][:, 1], tags["cue"][:, 0], CUE, sentence):
        near = sentence == sentence[cue[0]]
        content = _content(links[LINKS.index("content"), cue[0]] * near, cue, spans["content"])
        if not content:
            continue
        for first, end in content:
            used[first:end] = True
        source = _source(links[LINKS.index("source"), cue[0]], cue, spans["source"], sentence)
        score = float((1 - tags["cue"][cue[0] : cue[1], 0]).max())
        yield Attribution(cue=_at(cue, base), sources=tuple(_at(s, base) for s in source), content=tuple(_at(c, base) for c in content), score=score)
    for first, end in spans["content"]:
        if used[first:end].mean() < 0.5:
            score = float((1 - tags["content"][first:end, 0]).mean())
            yield Attribution(cue=None, sources=(), content=((base + first, base + end),), score=score)


def _at(span: Range, base: int) -> Range:
    return base + span[0], base + span[1]


def _content(p: Probabilities, cue: Range, spans: list[Range]) -> list[Range]:
    """The words linked to a cue as its content, small gaps closed; the tagged spans that they mostly cover lend their edges."""
    inside = p >= LINKED
    inside[cue[0] : cue[1]] = False
    runs = list(_runs(inside))
    for before, after in pairwise(list(runs)):
        if after[0] - before[1] <= 2 and not before[1] <= cue[0] < after[0]:
            inside[before[1] : after[0]] = True
    runs = [r for r in _runs(inside) if r[1] - r[0] > 1 or len(list(_runs(inside))) == 1]
    found: list[Range] = []
    for run in runs:
        best = max(spans, key=lambda s: _shared(run, s) / max(run[1] - run[0], s[1] - s[0]), default=None)
        close = best is not None and _shared(run, best) / max(run[1] - run[0], best[1] - best[0]) > 0.8
        outside = best is not None and not (best[0] < cue[1] and cue[0] < best[1])
        found.append(best if best is not None and close and outside else run)
    return found


def _shared(a: Range, b: Range) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _source(p: Probabilities, cue: Range, spans: list[Range], sentence: NDArray[np.int64]) -> list[Range]:
    """The tagged source whose words are best linked to the cue; else the linked words themselves, of the cue's sentence."""
    scored = [(float(p[a:b].mean()), (a, b)) for a, b in spans if not _shared((a, b), cue)]
    best = max(scored, default=(0.0, None))
    if best[1] is not None and best[0] >= LINKED:
        return [best[1]]
    near = p * (sentence == sentence[cue[0]])
    runs = [r for r in _runs(near >= LINKED) if not _shared(r, cue)]
    if runs:
        return [max(runs, key=lambda r: float(near[r[0] : r[1]].sum()))]
    return [best[1]] if best[1] is not None and best[0] >= LINKED / 2 else []
