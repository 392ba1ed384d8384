from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

import pages as benchmark
from onrecord.errors import BinaryInput, EmptyInput, HtmlFailed, InputError, NoStory
from onrecord.ingest.files.raw import Kind, Raw
from onrecord.ingest.html.read import Extracted, read_html
from onrecord.ingest.limits import Limits

PAGES = Path(__file__).parent / "pages"
STORY = (
    "<p>Rebels took the border town of Kessra on Monday, the Maravian army said in a statement.</p>"
    "<p>Army spokesman Tarik Odel said that 12 soldiers had been killed in the town.</p>"
)
LINES = [
    "Rebels take town",
    "Rebels took the border town of Kessra on Monday, the Maravian army said in a statement.",
    "Army spokesman Tarik Odel said that 12 soldiers had been killed in the town.",
]
# What is pinned only goes up (benchmarks/pages.py shows the figures page by page).
FLOOR = 0.985
FLOOR_OF_A_PAGE = 0.95
FLOOR_UNSEEN = 0.965


def raw(data: bytes | str, **known: str) -> Raw:
    return Raw(name="page.html", data=data.encode() if isinstance(data, str) else data, kind=Kind.HTML, **known)


def read(data: bytes | str, limits: Limits | None = None, **known: str) -> Extracted:
    return read_html(raw(data, **known), limits or Limits())


def page(body: str = STORY, head: str = "") -> str:
    return f"<!DOCTYPE html><html lang='en'><head><title>Rebels take town</title>{head}</head><body><h1>Rebels take town</h1>{body}</body></html>"


def lines(found: Extracted) -> list[str]:
    return found.text.split("\n\n")


@pytest.fixture(scope="module")
def read_pages() -> dict[str, tuple[Extracted, str]]:
    return {name: benchmark.ours(name, data) for name, data, _ in benchmark.pages(PAGES)}


def test_there_are_pages_of_all_kinds() -> None:
    assert len(list(PAGES.glob("*.html"))) >= 18
    assert all(b"Invented for onrecord" in path.read_bytes()[:300] for path in PAGES.glob("*.html"))


def test_what_pages_say_of_themselves_is_found_on_all_of_them(read_pages: dict[str, tuple[Extracted, str]]) -> None:
    wanted = {name: expected for name, _, expected in benchmark.pages(PAGES)}
    wrong = {name: benchmark.wrong_facts(found, wanted[name]) for name, (found, _) in read_pages.items()}
    assert {name: facts for name, facts in wrong.items() if facts} == {}


def test_the_words_of_the_stories_are_found_and_no_others(read_pages: dict[str, tuple[Extracted, str]]) -> None:
    wanted = {name: expected for name, _, expected in benchmark.pages(PAGES)}
    scores = benchmark.measure_text({name: text for name, (_, text) in read_pages.items()}, wanted, captions=True)
    assert {name: score for name, score in scores.items() if score[2] < FLOOR_OF_A_PAGE} == {}
    assert benchmark.means(scores)["f"] >= FLOOR


def test_pages_that_no_rule_was_made_on_hold_too() -> None:
    read = {name: (benchmark.ours(name, data), expected) for name, data, expected in benchmark.pages(PAGES / "unseen")}
    assert not any(benchmark.wrong_facts(found, expected) for (found, _), expected in read.values())
    scores = {
        name: benchmark.score(benchmark.words_of(text), *benchmark.expected_words(page, captions=True))
        for name, ((_, text), page) in read.items()
    }
    assert benchmark.means(scores)["f"] >= FLOOR_UNSEEN


def test_no_comment_and_no_teaser_is_among_the_lines(read_pages: dict[str, tuple[Extracted, str]]) -> None:
    text = read_pages["news_site"][0].text + read_pages["blog"][0].text + read_pages["hearing"][0].text
    assert not [
        words for words in ("went skiing", "sold that meadow", "should go to prison", "pipes", "Cookbook") if words in text
    ]


def test_the_headline_stands_on_top_once() -> None:
    assert lines(read(page()))[0] == "Rebels take town"
    assert read(page()).text.count("Rebels take town") == 1
    dropped = read(f"<html><head><title>Rebels take town</title></head><body><div>{STORY}</div></body></html>")
    assert lines(dropped)[0] == "Rebels take town"


@pytest.mark.parametrize(
    "data",
    [
        page(),
        '<?xml version="1.0" encoding="utf-8"?>\n' + page(),
        page().replace("<p>", "<P CLASS=x>").replace("</p>", "").replace("</body></html>", ""),
        page().replace("html", "HTML").replace("<body>", "<BODY BGCOLOR=white>"),
        page().replace(" ", "\0 ", 3),
        page().replace("</p>", "\x01\x02</p>"),
        "\ufeff" + page(),
        page(head="<script>" + "document.write('<p>No.</p>');" * 30_000 + "</script>"),
        page('<img src="data:image/png;base64,' + "QUJD" * 300_000 + '">' + STORY),
        page(STORY + "<!-- never closed " * 2_000),
        page(STORY) + "<script>" * 2_000,
        page("<div " + " ".join(f'a{number}="x"' for number in range(50_000)) + f">{STORY}</div>"),
        page("<![CDATA[ ]]>" + STORY),
    ],
    ids="plain xhtml unclosed upper nul control mark script picture comment open-scripts attributes cdata".split(),
)
def test_whatever_the_markup_the_story_is_the_same(data: str) -> None:
    assert [line.strip() for line in lines(read(data))][:3] == LINES


def test_the_encoding_is_the_servers_or_the_pages() -> None:
    body = "<p>The “army” said – “no” – in a café in Kessra on Monday, and left the town.</p>" * 2
    declared = page(body, '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">')
    told = "The “army” said – “no” – in a café in Kessra on Monday, and left the town."
    assert told in read(declared.encode("cp1252")).text
    assert told in read(page(body).encode("utf-16")).text
    assert told in read(page(body).encode("cp1252"), charset="windows-1252").text


def test_how_the_bytes_were_decoded_is_told() -> None:
    data = page("<p>“No”, said the army – in a café in Kessra on Monday – and left.</p>" + STORY).encode("cp1252")
    assert read(data).notes


def test_json_ld_gives_the_text_where_the_page_has_none() -> None:
    told = "Rebels took the border town of Kessra on Monday, the army said. It said that 12 soldiers had been killed there. " * 3
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Rebels take town", "articleBody": "{told}"}}</script>'
    assert "12 soldiers had been killed" in read(f"<html><head>{head}</head><body><div id=app></div></body></html>").text


BROKEN: list[tuple[bytes | str, type[InputError], str]] = [
    ("", EmptyInput, "white space"),
    (" \0\n", EmptyInput, "white space"),
    ('{"a": [1, 2, 3]}', HtmlFailed, "no HTML in it"),
    ("Rebels took the town.\n\nThe army said that 3 < 4.", HtmlFailed, "name it .txt"),
    ("(" * 500_000, HtmlFailed, "no HTML in it"),
    (
        "<html><frameset cols='20%,*'><frame src=menu.html><frame src=main.html></frameset></html>",
        HtmlFailed,
        "menu.html, main.html",
    ),
    ("<html><head><script src=a.js></script></head><body><div id=root></div></body></html>", EmptyInput, "scripts"),
    ("<html><body><p>Hello.</p></body></html>", EmptyInput, "hardly a word"),
    (page("<div>" * 3_000 + STORY).replace("<h1>Rebels take town</h1>", ""), HtmlFailed, "nested"),
    (b"<html><body>" + bytes(range(32)) * 40 + b"</body></html>", BinaryInput, "no text has"),
    (
        "<html><body>"
        + "<div class=comment><p>I think that the army is wrong about all of this.</p></div>" * 30
        + "</body></html>",
        NoStory,
        "comments",
    ),
]


@pytest.mark.parametrize(("data", "kind", "words"), BROKEN)
def test_what_is_no_page_says_why(data: bytes | str, kind: type[InputError], words: str) -> None:
    with pytest.raises(kind, match=words) as caught:
        read(data)
    assert str(caught.value).startswith("page.html: ")
    assert "\n" not in str(caught.value)


def test_a_page_that_takes_too_long_costs_itself_only() -> None:
    slow = page("".join(f"<a href='/{number}'>story number {number}</a> " for number in range(20_000)))
    with pytest.raises(HtmlFailed, match=r"not taken apart within 0\.3 s"):
        read(slow, Limits(html_seconds=0.3))
    assert lines(read(page()))[:2] == LINES[:2]


def test_a_page_that_takes_too_much_memory_costs_itself_only() -> None:
    large = page(
        "".join(f"<p>The army said on Monday that {number} soldiers had left the town of Kessra.</p>" for number in range(60_000))
    )
    with pytest.raises(HtmlFailed, match="20 MB of memory"):
        read(large, Limits(html_memory=20_000_000))
    assert lines(read(page()))[:2] == LINES[:2]


def test_pages_are_read_in_spawned_processes_too() -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        assert pool.submit(read_html, raw(page()), Limits()).result().text == read(page()).text
