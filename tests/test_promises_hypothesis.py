"""For any text: what every reading promises, through the whole pipeline, whatever the network says and however the text is cut."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from networks import Noise
from onrecord.errors import InputError
from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.sources import document_of
from onrecord.pipeline import read_document, read_languages
from onrecord.reader.parts import FEW_SIGNS, LONGEST, MOST_WORD, WIDEST, parts_of
from onrecord.reader.understand import split_page, understand
from onrecord.reader.windows import windows_of
from onrecord.text.tokens import split_tokens
from onrecord.types import Block, BlockKind, Document, Page, Reading, Span
from promises import check_promises, is_read
from reader.tiny import tiny_vocabulary

PIECES = (
    "Rebels attacked the town of Mosul in Iraq on Monday, killing at least 17 people, officials said.",
    "“We will not leave,” President Ann Okonkwo told reporters.",
    "KABUL (AP) — Police arrested nine people on 3 March 2020, she said.",
    "Les pourparlers entre les deux gouvernements se sont achevés lundi sans accord.",
    "Read more", "By Ada Quill", "12 comments", "tern says:", "© 2020", "Subscribe now!", "•", "“", "”", '"', "'", "(", ")", "[1]", "...",
    "17", "1,000,000.5", "²", "km²", "½", "١٢", "①", "9" * 400, "0", "0000", "$", "U.S.", "n't", "cannot", " ", "\t", "\n", "\n\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028",
    "\ufeff", "\u200b", "\u200d", "\u00a0", "\u202e", "\u0301", "e\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "両政府の会談", "نص", "\ufffd", "\x00",
)  # fmt: skip
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
pieces = st.lists(st.sampled_from(PIECES), max_size=25)
texts = st.one_of(st.text(max_size=300), pieces.map("".join), pieces.map("\n".join), pieces.map(" ".join))


@cache
def noise(seed: int) -> Noise:
    return Noise(tiny_vocabulary(), seed=seed)


def check_line(error: InputError) -> None:
    assert str(error).strip()
    assert "\n" not in str(error)


def page_of(text: str) -> Page:
    """The text as one paragraph of a story, so that all of it is read."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    doc = Document(id="d", text_id="t", text=text, published="2015-10-20", language="en")
    return Page(doc=doc, blocks=(Block(start=start, end=end, kind=BlockKind.BODY),) if start < end else ())


def read_in_windows(page: Page, most: int, seed: int) -> Reading:
    return read_languages(page, (understand(window, noise(seed)) for window in windows_of(page, most)), "noise")


@FEW
@given(text=texts, seed=st.integers(0, 9))
def test_any_text_is_read_with_its_promises_kept_or_refused_in_a_line(text: str, seed: int) -> None:
    try:
        reading = read_document(document_of(text, published="2015-10-20"), reader=noise(seed))
    except InputError as error:
        check_line(error)
        return
    check_promises(reading)
    assert reading.blocks == find_blocks(reading.document.text) or any(b.language for b in reading.blocks)


@FEW
@given(text=texts, seed=st.integers(0, 9))
def test_any_text_keeps_its_promises_when_all_of_it_is_read(text: str, seed: int) -> None:
    page = page_of(text)
    check_promises(read_in_windows(page, len(text) + 1, seed))


@FEW
@given(text=texts, seed=st.integers(0, 9), most=st.integers(1, 200))
def test_a_page_that_is_read_in_windows_keeps_its_promises(text: str, seed: int, most: int) -> None:
    reading = read_in_windows(page_of(text), most, seed)
    check_promises(reading)
    assert all(is_read(reading, sentence) for sentence in reading.sentences)


@given(text=texts, most=st.integers(1, 200))
def test_windows_share_out_every_character_that_is_read(text: str, most: int) -> None:
    page = page_of(text)
    parts = [block for window in windows_of(page, most) for block in window.blocks]
    assert all(a.end <= z.start for a, z in pairwise(parts))
    assert "".join("".join(b.span.of(text).split()) for b in parts) == "".join(text.split())
    assert all(len(window.blocks) == 1 or sum(len(b.span) for b in window.blocks) <= most for window in windows_of(page, most))
    assert len(text) <= most or all(len(b.span) <= most for b in parts)


@given(text=texts)
def test_sentences_and_their_words_are_what_stands_there(text: str) -> None:
    sentences, words = split_page(page_of(text))
    assert all(s == Span(w[0].start, w[-1].end) for s, w in zip(sentences, words, strict=True))
    assert all(a.end <= z.start for a, z in pairwise(sentences))
    read = "".join(w.of(text) for sentence in words for w in sentence)
    signs = [c for c in text if not c.isalnum() and not c.isspace()]
    assert read == "".join(text.split()) or len(signs) > FEW_SIGNS
    assert [c for c in read if c.isalnum()] == [c for c in text if c.isalnum()] or "9" * 400 in text


@given(text=texts, times=st.integers(1, 40))
def test_no_stretch_is_longer_than_is_looked_at_together(text: str, times: int) -> None:
    many = f"{text} " * times
    for part in parts_of(many, split_tokens(many, Span(0, len(many)))):
        assert 0 < len(part) <= LONGEST
        assert part[-1].end - part[0].start < WIDEST + MOST_WORD
        assert len(part) <= FEW_SIGNS or any(map(str.isalnum, many[part[0].start : part[-1].end]))


def test_a_long_sentence_is_cut_behind_a_comma_and_none_of_its_words_is_lost() -> None:
    text = "He said that " + "the army had attacked the town, " * 100 + "and left."
    words = split_tokens(text, Span(0, len(text)))
    parts = list(parts_of(text, words))
    assert [word for part in parts for word in part] == list(words)
    assert {part[-1].of(text) for part in parts[:-1]} == {","}


@pytest.mark.parametrize("noise_in_it", ["a" * 1_001, "(" * 3_000, "? " * 3_000, "/\\" * 2_000, "\U0001f600" * 3_000])
def test_what_no_language_is_made_of_is_passed_over(noise_in_it: str) -> None:
    text = f"The army attacked the town on Monday {noise_in_it} and went home."
    read = list(parts_of(text, split_tokens(text, Span(0, len(text)))))
    assert sum(map(len, read)) <= 12 + 2 * LONGEST
    assert read[0][0].of(text) == "The"


def test_who_is_named_in_two_windows_is_one_somebody() -> None:
    first = "President Ann Okonkwo told reporters that rebels attacked the town of Mosul on Monday."
    text = "\n\n".join([first] * 3)
    blocks = tuple(Block(start=at, end=at + len(first), kind=BlockKind.BODY) for at in range(0, len(text), len(first) + 2))
    page = Page(doc=Document(id="d", text_id="t", text=text, language="en"), blocks=blocks)
    assert len(list(windows_of(page, 100))) == 3
    readings = [read_in_windows(page, 100, seed) for seed in range(8)]
    for reading in readings:
        check_promises(reading)
        named = {m.entity for m in reading.mentions if m.form == "name"}
        called = [(e.name, e.kind) for e in reading.entities if e.id in named]
        assert len(called) == len(set(called))
    assert any(len([m for m in r.mentions if m.form == "name"]) >= 3 for r in readings)


@pytest.mark.parametrize(
    "odd",
    [
        "²",
        "3²",
        "½",
        "3½",
        "١٢",
        "①",
        "९",
        "𝟙𝟚",
        "9" * 400,
        "9" * 900,
        "1" + "0" * 330,
        "0",
        "00",
        "1e999",
        "-0",
        "1.2.3",
        "1,2,3",
        "NaN",
        "Ⅷ",
    ],
)
@pytest.mark.parametrize("seed", [0, 1])
def test_odd_numerals_are_read(odd: str, seed: int) -> None:
    text = (
        f"The army killed {odd} people and {odd}-{odd} more in {odd} km² on {odd} March {odd}, {odd} years ago, for ${odd} million or {odd}%, "
        f"about {odd} to {odd} thousand of {odd:>5}, one in {odd}, the {odd}th and {odd}nd, the last {odd} weeks, {odd}/{odd}/{odd}, "
        f"{odd}:{odd} p.m., in the {odd}s, {odd}-year-old Ann Okonkwo, aged {odd}, said."
    )
    reading = read_in_windows(page_of(text), len(text) + 1, seed)
    check_promises(reading)
    assert all(f.low is None or f.low == f.low for f in reading.figures)
