"""Markup becomes smaller, and a tree becomes lines."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.html.lines import visible_lines, with_headline
from onrecord.ingest.html.page import parse_page
from onrecord.ingest.html.shrink import shrink

PIECES = (
    "<p>word</p>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<![CDATA[",
    "<noscript>",
    "</svg>",
    "<svg ",
    "<",
    ">",
    "\0",
    "x",
    '"',
)
markup = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)


@given(markup)
def test_any_text_becomes_smaller_and_then_stays(text: str) -> None:
    once = shrink(text)
    assert len(once) <= len(text) + text.count("<")
    assert "\0" not in once


@given(markup)
def test_any_text_has_lines_without_white_space_around_them(text: str) -> None:
    page = parse_page(shrink(text), None)
    found = visible_lines(page.tree) if page else []
    assert all(line and line == " ".join(line.split()) for line in found)


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("<p>a</p><SCRIPT type=x>b</SCRIPT ><p>c</p>", "<p>a</p> <p>c</p>"),
        ("a<!-- b <script> -->c", "a c"),
        ("a<script>b", "a "),
        ("a<!-- b", "a  b"),
        ("a<noscript>b", "a b"),
        ("<scripty>b</scripty>", "<scripty>b</scripty>"),
        ('<script type="application/ld+json">{}</script>', '<script type="application/ld+json">{}</script>'),
        ('<?xml version="1.0" encoding="x"?><p>a', "<p>a"),
        ("<img src='" + "x" * 20_000 + "'>a", "<img>a"),
        ("<p>" + "a " * 20_000, "<p>" + "a " * 20_000),
    ],
)
def test_what_nobody_reads_goes(given: str, left: str) -> None:
    assert shrink(given) == left


@pytest.mark.parametrize(
    "piece",
    [
        "<script>",
        "<noscript>",
        "<!--",
        "<svg ",
        "<a ",
        "<",
        "<![CDATA[",
        "<textarea>x",
        "&",
        "<script type='application/ld+json'>",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    began = time.perf_counter()
    shrink(piece * 100_000)
    assert time.perf_counter() - began < 5  # a twentieth of a second, were nothing else running; quadratic ones take minutes


def test_each_paragraph_item_and_cell_is_told_apart() -> None:
    page = parse_page(
        "<html><body>a<br>b<ul><li>c<li>d <b>e</b>f</ul><table><tr><td>g<td>h</table><p>i<p>j<script>k</script></body></html>",
        None,
    )
    assert page is not None
    assert visible_lines(page.tree) == ["a", "b", "c", "d ef", "g h", "i", "j"]


def test_the_headline_is_put_on_top_unless_it_stands_there() -> None:
    assert with_headline(["x"], "A, b!") == ["A, b!", "x"]
    assert with_headline(["kicker", "A B", "x"], "a b") == ["kicker", "A B", "x"]
    assert with_headline(["x"], None) == ["x"]
