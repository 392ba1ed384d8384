"""A word becomes subword pieces, exactly as the encoders were trained with: BERT's lower-cased WordPiece (Wu et al. 2016; Devlin et al. 2019).

The pieces are those of the ``tokenizers`` package for every word of the corpora and every character there is
(tests/reader/test_wordpiece.py); only marks such as "[SEP]" that somebody wrote into a text stay what they are, plain text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.errors import DataError

UNKNOWN = "[UNK]"
LONGEST = 100  # characters of a word that is cut into pieces; longer ones are unknown, as in training
KEPT = 200_000  # words whose pieces are remembered: some 40 MB, the vocabulary of ten thousand articles
IDEOGRAPHS = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)


class WordPiece:
    """A vocabulary of pieces; ``pieces`` remembers what it has cut."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        """``vocabulary[i]`` is the piece of id i; pieces that go on inside a word begin with ``##``.

        Raises:
            DataError: there is no [UNK] in it, so it is not the reader's.
        """
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        if UNKNOWN not in self.ids:
            message = f"the reader's vocabulary of {len(self.ids)} pieces has no {UNKNOWN}; install onrecord again"
            raise DataError(message)
        self.unknown = self.ids[UNKNOWN]
        self._kept: dict[str, tuple[int, ...]] = {}

    @classmethod
    def open(cls, path: Path) -> WordPiece:
        """The vocabulary in a text file, a piece a line."""
        return cls(path.read_text(encoding="utf8").removesuffix("\n").split("\n"))

    def pieces(self, word: str) -> tuple[int, ...]:
        """The ids of a word's pieces; none where it holds nothing but control characters."""
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            found = self._kept[word] = tuple(number for part in split_word(word) for number in self._cut(part))
        return found

    def _cut(self, word: str) -> list[int]:
        """The longest pieces from the left; unknown where one is missing."""
        if len(word) > LONGEST:
            return [self.unknown]
        found, at = [], 0
        while at < len(word):
            end = len(word)
            while (number := self.ids.get(("##" if at else "") + word[at:end])) is None:
                end -= 1
                if end == at:
                    return [self.unknown]
            found.append(number)
            at = end
        return found


def split_word(word: str) -> Iterator[str]:
    """A word in lower case, without accents and control characters, cut at punctuation and ideographs."""
    if word.isascii() and word.isalnum():
        yield word.lower()
        return
    part = ""
    for char in _plain(word):
        if char == " " or _stands_alone(char):
            if part:
                yield part
            if char != " ":
                yield char
            part = ""
        else:
            part += char
    if part:
        yield part


def _plain(word: str) -> Iterator[str]:
    for char in unicodedata.normalize("NFD", "".join(_clean(word))):
        if unicodedata.category(char) != "Mn":
            yield from char.lower()  # one by one: a final sigma is no case of its own here


def _clean(word: str) -> Iterator[str]:
    for char in word:
        if char in "\t\n\r" or unicodedata.category(char)[0] == "Z":
            yield " "
        elif char != "\ufffd" and unicodedata.category(char) not in {"Cc", "Cf", "Co", "Cs"}:
            yield f" {char} " if _is_ideograph(char) else char


def _stands_alone(char: str) -> bool:
    return unicodedata.category(char)[0] == "P" or char in "$+<=>^`|~"


def _is_ideograph(char: str) -> bool:
    at = ord(char)
    return at >= IDEOGRAPHS[0][0] and any(first <= at <= last for first, last in IDEOGRAPHS)
