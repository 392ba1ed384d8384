"""Languages for tests, built by hand: no trained network needed.

``tree`` takes one word a line, ``word UPOS head deprel`` (head counts from 1 inside the sentence, 0 is the root), a blank
line between sentences; words are joined by single spaces except before closing punctuation and "'s". ``plain`` takes a text
and gives every word the tag X and itself as head.
"""

from __future__ import annotations

import re

import numpy as np

from onrecord.types import Block, BlockKind, Document, Language, Span, Tokens, content_id

GLUED = re.compile(r"^([.,;:!?%)\]”’]|['’]s|n['’]t)$")


def _assemble(text: str, sentences: list[list[tuple[int, int, str, int, str]]], published: str | None) -> Language:
    start: list[int] = []
    end: list[int] = []
    where: list[int] = []
    upos: list[str] = []
    head: list[int] = []
    deprel: list[str] = []
    bounds: list[tuple[int, int]] = []
    for number, rows in enumerate(sentences):
        base = len(start)
        for at, (s, e, tag, above, label) in enumerate(rows):
            start.append(s)
            end.append(e)
            where.append(number)
            upos.append(tag)
            deprel.append(label)
            head.append(base + at if above == 0 else base + above - 1)
        bounds.append((base, len(start)))
    children: list[list[int]] = [[] for _ in start]
    for at, above in enumerate(head):
        if at != above:
            children[above].append(at)
    words = tuple(text[s:e] for s, e in zip(start, end, strict=True))
    doc = Document(id=content_id("d", text), text_id=content_id("t", text), text=text, published=published, language="en")
    return Language(
        doc=doc,
        blocks=(Block(start=0, end=len(text), kind=BlockKind.BODY),),
        sentences=tuple(Span(start[a], end[b - 1]) for a, b in bounds),
        tokens=Tokens(start=np.array(start, np.int32), end=np.array(end, np.int32), sentence=np.array(where, np.int32)),
        words=words,
        lemmas=tuple(w.lower() for w in words),
        upos=tuple(upos),
        head=np.array(head, np.int32),
        deprel=tuple(deprel),
        entity=("",) * len(words),
        children=tuple(map(tuple, children)),
        bounds=tuple(bounds),
    )


def tree(conll: str, published: str | None = None) -> Language:
    """A language from one word a line: ``word UPOS head deprel``; a blank line ends a sentence."""
    text, sentences = "", []
    for part in re.split(r"\n\s*\n", conll.strip()):
        rows = []
        for line in part.strip().splitlines():
            word, tag, above, label = line.split()
            if text and not GLUED.match(word) and text[-1] not in "(“‘[$£€":
                text += " "
            rows.append((len(text), len(text) + len(word), tag, int(above), label))
            text += word
        sentences.append(rows)
    return _assemble(text, sentences, published)


def plain(text: str, published: str | None = None) -> Language:
    """A language with words only: sentences end at ``. `` before a capital, every word is its own head."""
    sentences, at = [], 0
    for part in re.split(r"(?<=[.!?])\s+(?=[A-Z“])", text):
        base = text.index(part, at)
        at = base + len(part)
        found = re.finditer(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)?|[^\w\s]", part)
        sentences.append([(base + m.start(), base + m.end(), "X", 0, "root") for m in found])
    return _assemble(text, [s for s in sentences if s], published)
