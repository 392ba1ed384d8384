"""Words into pieces, as the encoders' own tokenizer cuts them."""

from __future__ import annotations

import gzip
import json
import unicodedata
from pathlib import Path

import pytest

from onrecord.errors import DataError
from onrecord.reader.network import READERS
from onrecord.reader.wordpiece import LONGEST, WordPiece, split_word
from reader.tiny import tiny_vocabulary

VOCABULARY = tiny_vocabulary()
SHIPPED = Path(__file__).resolve().parents[2] / "src/onrecord/reader" / READERS[0] / "vocabulary.txt"


def cut(word: str) -> str:
    """A word's pieces as they are written."""
    written = {number: piece for piece, number in VOCABULARY.ids.items()}
    return " ".join(written[number] for number in VOCABULARY.pieces(word))


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("attacked", "attack ##ed"),
        ("Attacked", "attack ##ed"),
        ("Áttacks", "attack ##s"),
        ("unhappy", "un ##happy"),
        ("the-town", "the - town"),
        ("on\u00adon", "on ##o ##n"),  # a soft hyphen is no character
        ("17", "1 ##7"),
        ("中", "[UNK]"),
        ("on中on", "on [UNK] on"),
        ("\u200b", ""),
        ("[SEP]", "[UNK] s ##e ##p [UNK]"),  # what somebody wrote is text
        ("x" * (LONGEST + 1), "[UNK]"),
    ],
)
def test_a_word_is_cut_from_the_left(word: str, pieces: str) -> None:
    assert cut(word) == pieces


def test_a_word_cut_twice_is_the_same() -> None:
    assert VOCABULARY.pieces("Unhappy") is VOCABULARY.pieces("Unhappy")


def test_a_vocabulary_without_unknown_is_none() -> None:
    with pytest.raises(DataError, match=r"\[UNK\]"):
        WordPiece(["he", "she"])


def test_lower_case_is_told_character_by_character() -> None:
    assert list(split_word("ΟΔΟΣ")) == ["οδοσ"]


@pytest.mark.skipif(not SHIPPED.exists(), reason="the reader's files are not in this checkout")
class TestBesideTheOriginal:
    """The pieces are those of the package that the encoders were trained with."""

    def original(self, words: list[str]) -> list[list[int]]:
        tokenizers = pytest.importorskip("tokenizers", reason="needs tokenizers (pip install 'onrecord[train]')")
        vocabulary = {piece: number for number, piece in enumerate(SHIPPED.read_text("utf8").split("\n"))}
        its = tokenizers.Tokenizer(tokenizers.models.WordPiece(vocabulary, unk_token="[UNK]", max_input_chars_per_word=100))
        its.normalizer = tokenizers.normalizers.BertNormalizer(lowercase=True)
        its.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
        encoded = its.encode(words, is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            found[word].append(piece)
        return found

    def test_for_every_character_of_old(self) -> None:
        """The original's tables are older: only characters are compared whose category is what it was in Unicode 3.2."""
        old, new = unicodedata.ucd_3_2_0.category, unicodedata.category
        chars = [c for c in map(chr, range(1, 0x30000)) if new(c) == old(c) not in {"Cn", "Cs"}]
        assert len(chars) > 90_000
        words = [f"ab{char}cd" for char in chars]
        ours = WordPiece.open(SHIPPED)
        differ = [
            char
            for char, word, pieces in zip(chars, words, self.original(words), strict=True)
            if list(ours.pieces(word)) != pieces
        ]
        assert differ == []

    def test_for_every_word_of_a_corpus(self, shared: Path) -> None:
        with gzip.open(shared / "data" / "attribution" / "polnear-dev.jsonl.gz", "rt", encoding="utf8") as lines:
            words = sorted({word for line in lines for word in json.loads(line)["text"].split()})
        ours = WordPiece.open(SHIPPED)
        differ = [word for word, pieces in zip(words, self.original(words), strict=True) if list(ours.pieces(word)) != pieces]
        assert differ == []
