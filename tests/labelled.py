"""What an annotated document says, in words: tests compare these."""

from __future__ import annotations

from training.examples import Annotated


def words_of(a: Annotated) -> list[str]:
    return [word for sentence in a.sentences for word in sentence]


def marked(a: Annotated, tag: str) -> list[str]:
    """The spans of a begin/inside tag as words."""
    found: list[str] = []
    for word, label in zip(words_of(a), a.tags[tag], strict=True):
        if label == 1:
            found.append(word)
        elif label == 2:
            found[-1] += f" {word}"
    return found


def linked(a: Annotated) -> list[tuple[str, str, str]]:
    words = words_of(a)
    return [(words[anchor], relation, " ".join(words[i] for i in row)) for anchor, relation, row in a.links]
