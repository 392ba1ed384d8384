from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import EmptyInput, OptionError
from onrecord.ingest.documents import About, cut_head, document_of
from onrecord.ingest.limits import Limits


def test_what_the_caller_knows_is_kept() -> None:
    doc = document_of(
        "A text.", published="2015-10-19T08:30:00Z", publisher="Post", title="T", uri="http://e.org/1", given_id="7"
    )
    assert (doc.published, doc.publisher, doc.title, doc.uri, doc.given_id) == ("2015-10-19", "Post", "T", "http://e.org/1", "7")
    assert doc.language is None
    assert doc.notes == ()


def test_a_wire_copy_in_two_papers_is_two_documents_of_one_text() -> None:
    one, two = document_of("A text.", publisher="Post"), document_of("A text.", publisher="Herald")
    assert one.text_id == two.text_id
    assert one.id != two.id


def test_the_uri_tells_where_a_text_stands_whatever_else_is_known() -> None:
    one = document_of("A text.", uri="http://e.org/1", title="T")
    assert one.id == document_of("A text.", uri="http://e.org/1", publisher="Post").id
    assert one.id != document_of("A text.", uri="http://e.org/2", title="T").id


def test_a_wrong_date_is_an_options_error() -> None:
    with pytest.raises(OptionError, match="YYYY-MM-DD"):
        document_of("A text.", published="19/10/2015")


@pytest.mark.parametrize("value", [b"A text.", bytearray(b"x"), 7, None])
def test_what_is_no_string_is_said_to_be_none(value: str) -> None:
    with pytest.raises(OptionError, match=r"given.* expected"):
        document_of(value)


@pytest.mark.parametrize("text", ["", " \r\n\t ", "\ufeff\u00a0\n"])
def test_nothing_but_white_space(text: str) -> None:
    with pytest.raises(EmptyInput, match="x: nothing in it"):
        document_of(text, name="x")


def test_half_a_surrogate_pair_becomes_the_replacement_character_and_offsets_stay() -> None:
    doc = document_of("An \ud83d emoji 😀 cut.", title="Half \udc00", uri="file:///x\udcff")
    assert doc.text == "An \ufffd emoji 😀 cut."
    assert (doc.title, doc.uri) == ("Half \ufffd", "file:///x\ufffd")
    assert doc.notes == ("half surrogates, which stand for no character, were replaced by U+FFFD, one for one: 1",)
    assert doc.text.encode()


def test_a_long_text_keeps_its_head_and_a_note_says_so() -> None:
    text = "A sentence of the story. " * 100
    doc = document_of(text, limits=Limits(max_chars=1_000))
    assert doc.text == text[:1_000]
    assert doc.notes == ("the first 1,000 of 2,500 characters were read (--max-chars)",)
    assert doc.id == document_of(doc.text).id
    assert document_of(text, limits=Limits(max_chars=0)).text == text


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a" * 92 + "\n\nbc. d e", "a" * 92 + "\n\n"),  # the paragraph's end wins over the sentence's
        ("a" * 80 + "\n\n" + "b" * 10 + "c. d efg h", "a" * 80 + "\n\n" + "b" * 10 + "c. "),  # the paragraph's is too far back
        ("a" * 95 + " bcdefgh", "a" * 95 + " "),
        ("a" * 120, "a" * 100),
        ("a" * 98 + "e\u0301\u0302" + "b" * 9, "a" * 98),  # a letter keeps its accents
        ("a" * 97 + "👩\u200d👩\u200d👧" + "b" * 9, "a" * 97),  # a family keeps together
        ("a" * 99 + "👍🏽" + "b" * 9, "a" * 99),
        ("\u0301" * 300, "\u0301" * 90),
    ],
)
def test_where_the_head_ends(text: str, head: str) -> None:
    assert cut_head(text, 100) == head


@given(st.text(), st.integers(1, 50))
def test_a_head_is_a_head_and_nearly_as_long_as_it_may(text: str, most: int) -> None:
    head = cut_head(text, most)
    assert text.startswith(head)
    assert min(len(text), most - most // 10) <= len(head) <= most


def test_what_the_caller_says_wins_and_the_rest_is_filled_in() -> None:
    caller, page = (
        About(title="T", notes=("mine",)),
        About(title="Other", publisher="Post", authors=("A. Writer",), notes=("its",)),
    )
    both = caller.over(page)
    assert (both.title, both.publisher, both.authors, both.notes) == ("T", "Post", ("A. Writer",), ("its", "mine"))
