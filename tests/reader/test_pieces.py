"""Words into passages: nothing lost, nothing twice, nothing too long."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader.labels import SHAPES
from onrecord.reader.pieces import CLS, MAX_PIECES, MAX_WORD, SEP, Passage, passages_of, pieces_of
from reader.tiny import KNOWN, tiny_vocabulary

VOCABULARY = tiny_vocabulary()
words = st.one_of(
    st.sampled_from([w for w in KNOWN if not w.startswith("#")]),
    st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1, max_size=40),
)
pages = st.lists(st.lists(words, min_size=1, max_size=60), max_size=12)


def passages(sentences: list[list[str]]) -> list[Passage]:
    return list(passages_of(VOCABULARY, sentences))


def known(*words: str) -> list[list[int]]:
    """The ids of pieces, ``attack ##ed`` by word."""
    return [[VOCABULARY.ids[piece] for piece in word.split()] for word in words]


@given(pages)
@settings(max_examples=60)
def test_every_word_passes_once_with_its_own_pieces(sentences: list[list[str]]) -> None:
    found = passages(sentences)
    expected = [pieces for sentence in sentences for pieces in pieces_of(VOCABULARY, sentence)]
    assert [p.ids[a : z + 1].tolist() for p in found for a, z in zip(p.first, p.last, strict=True)] == expected
    assert [p.words[0] for p in found] == [0, *(p.words[1] for p in found)][: len(found)]
    assert all(len(p.first) == len(p.last) == len(p.sentence) == p.words[1] - p.words[0] for p in found)


@given(pages)
@settings(max_examples=60)
def test_a_passage_is_whole_sentences_that_fit(sentences: list[list[str]]) -> None:
    sizes = [sum(map(len, pieces_of(VOCABULARY, sentence))) for sentence in sentences]
    ends = {0}
    for sentence in sentences:
        ends.add(max(ends) + len(sentence))
    for p in passages(sentences):
        assert len(p.ids) == len(p.shapes) <= MAX_PIECES + 2
        assert (p.ids[0], p.ids[-1], p.shapes[0], p.shapes[-1]) == (CLS, SEP, 0, 0)
        assert (p.sentence[0], *(b - a for a, b in pairwise(p.sentence.tolist()))) >= (0,)
        assert max(sizes) > MAX_PIECES or set(p.words) <= ends


def test_sentences_are_counted_from_the_passage_on() -> None:
    sentence = ["they", "said", "."] * 30
    found = passages([sentence] * 4)  # 90 pieces each: two a passage
    assert [p.words for p in found] == [(0, 180), (180, 360)]
    assert [p.sentence.tolist() for p in found] == [[0] * 90 + [1] * 90] * 2


def test_packs_to_the_last_piece() -> None:
    full = ["the"] * MAX_PIECES
    assert [p.words for p in passages([full, ["he"]])] == [(0, MAX_PIECES), (MAX_PIECES, MAX_PIECES + 1)]
    assert [p.words for p in passages([full[1:], ["he"]])] == [(0, MAX_PIECES)]


def test_a_sentence_too_long_is_cut_where_it_is_full() -> None:
    found = passages([["he"], ["the"] * 600, ["she"]])
    assert [p.words for p in found] == [(0, 1), (1, 255), (255, 509), (509, 602)]
    assert found[-1].sentence.tolist() == [0] * 92 + [1]


def test_a_long_word_keeps_its_first_pieces() -> None:
    address = "https://news.example/" + "x" * 60
    (pieces,) = pieces_of(VOCABULARY, [address])
    assert len(pieces) == MAX_WORD
    assert [pieces[:1]] == known("h")


def test_typographic_marks_are_read_as_plain_ones() -> None:
    curly, plain = ["“", "the", "’s", "–", "”", "…"], ['"', "the", "'s", "-", '"', "..."]
    assert pieces_of(VOCABULARY, curly) == pieces_of(VOCABULARY, plain)
    assert pieces_of(VOCABULARY, ["“"]) == known('"')


def test_case_is_told_by_the_shape_alone() -> None:
    (loud,), (low,) = passages([["Troops", "ATTACKED"]]), passages([["troops", "attacked"]])
    assert loud.ids.tolist() == low.ids.tolist() == [CLS, *known("troops attack ##ed")[0], SEP]
    assert [SHAPES[i] for i in loud.shapes] == ["pad", "initial", "upper", "upper", "pad"]
    assert [SHAPES[i] for i in low.shapes] == ["pad", "lower", "lower", "lower", "pad"]


@pytest.mark.parametrize("word", ["\u200b", "\ufeff", "中", "😀"])
def test_a_word_without_known_pieces_is_unknown(word: str) -> None:
    assert pieces_of(VOCABULARY, ["he", word, "said"]) == known("he", "[UNK]", "said")


def test_nothing_gives_no_passage() -> None:
    assert passages([]) == passages([[]]) == []
