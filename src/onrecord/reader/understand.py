"""A page becomes language: sentences, words, tags, tree and the network's proposals."""

from __future__ import annotations

import numpy as np

from onrecord.reader.decode import attributions_of, names_of, softmax, triggers_of
from onrecord.reader.labels import DEPRELS, ENTITIES, UPOS
from onrecord.reader.network import Network
from onrecord.reader.parts import parts_of
from onrecord.reader.pieces import passages_of
from onrecord.reader.tree import heads_of, relations_of
from onrecord.text.lemmas import lemmatize
from onrecord.text.sentences import split_sentences
from onrecord.text.tokens import split_tokens
from onrecord.types import Attribution, BlockKind, Language, Name, Page, Span, Tokens, Trigger


def understand(page: Page, network: Network) -> Language:
    """Reads the blocks of a page that are to be read; everything else stays unseen."""
    text = page.doc.text
    sentences, spans = split_page(page)
    words = [[t.of(text) for t in tokens] for tokens in spans]
    flat = [t for tokens in spans for t in tokens]
    n = len(flat)
    upos, head = np.zeros(n, np.int32), np.arange(n, dtype=np.int32)
    deprel, entity = np.full(n, DEPRELS.index("root"), np.int32), np.zeros(n, np.int32)
    eventful = np.zeros(n)
    names: list[Name] = []
    attributions: list[Attribution] = []
    triggers: list[Trigger] = []
    for passage, out in network.run(passages_of(network.vocabulary, words)):
        base, end = passage.words
        upos[base:end] = out["upos"].argmax(-1)
        heads = heads_of(out["arcs"], passage.sentence)
        head[base:end] = base + heads
        deprel[base:end] = relations_of(out["deprel"], heads)
        entity[base:end] = out["entity"].argmax(-1)
        eventful[base:end] = 1 - softmax(out["trigger"])[:, 0]
        names.extend(names_of(out, passage.sentence, base))
        attributions.extend(attributions_of(out, passage.sentence, base))
        triggers.extend(triggers_of(out, passage.sentence, base))
    children: list[list[int]] = [[] for _ in range(n)]
    for i, above in enumerate(head.tolist()):
        if i != above:
            children[above].append(i)
    tags = tuple(UPOS[i] for i in upos)
    forms = tuple(w for sentence in words for w in sentence)
    counts = np.array([len(s) for s in words], np.int32)
    ends = np.cumsum(counts).tolist()
    return Language(
        doc=page.doc,
        blocks=page.blocks,
        sentences=sentences,
        tokens=Tokens(
            start=np.array([s.start for s in flat], np.int32),
            end=np.array([s.end for s in flat], np.int32),
            sentence=np.repeat(np.arange(len(words), dtype=np.int32), counts),
        ),
        words=forms,
        lemmas=tuple(lemmatize(w, t) for w, t in zip(forms, tags, strict=True)),
        upos=tags,
        head=head,
        deprel=tuple(DEPRELS[i] for i in deprel),
        entity=tuple("" if i == 0 else ENTITIES[i] for i in entity),
        names=tuple(names),
        attributions=tuple(attributions),
        triggers=tuple(triggers),
        eventful=tuple(eventful.tolist()),
        children=tuple(map(tuple, children)),
        bounds=tuple(zip([0, *ends[:-1]], ends, strict=True)) if ends else (),
    )


def split_page(page: Page) -> tuple[tuple[Span, ...], list[tuple[Span, ...]]]:
    """The sentences of the blocks that are read, and the words of each.

    A headline that stands twice is read once; what is too long for a sentence comes in stretches (``parts``).
    """
    text = page.doc.text
    sentences: list[Span] = []
    tokens: list[tuple[Span, ...]] = []
    headlines: set[str] = set()
    for block in page.blocks:
        if not block.is_read or (block.kind is BlockKind.HEADLINE and block.span.of(text) in headlines):
            continue
        headlines.add(block.span.of(text))
        for sentence in split_sentences(text, block.span):
            for words in parts_of(text, split_tokens(text, sentence)):
                sentences.append(Span(words[0].start, words[-1].end))
                tokens.append(words)
    return tuple(sentences), tokens
