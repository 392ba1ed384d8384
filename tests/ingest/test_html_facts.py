"""What small pages say of themselves; the whole pages are in test_html.py."""

from __future__ import annotations

import json

import pytest

from onrecord.ingest.html.dates import find_published
from onrecord.ingest.html.facts import find_language, find_publisher, find_title
from onrecord.ingest.html.page import HtmlPage, canonical_uri, parse_page
from onrecord.ingest.html.people import find_authors, split_names
from onrecord.ingest.html.shrink import shrink

TEXT = (
    "<p>Rebels took the border town of Kessra on Monday 2 March 2026, the Maravian army said in a statement on 3 March 2026.</p>"
)


def page(head: str = "", body: str = "", uri: str | None = None) -> HtmlPage:
    found = parse_page(shrink(f"<html><head>{head}</head><body><article>{body}{TEXT}</article></body></html>"), uri)
    assert found is not None
    return found


def linked(**values: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


DAYS = {
    linked(datePublished="2026-03-18T23:30:00-05:00", dateModified="2026-03-20"): "2026-03-18",
    '<meta property="article:published_time" content="2026-03-18T09:00:00Z">': "2026-03-18",
    '<meta name="pubdate" content="20260318T0900Z">': "2026-03-18",
    '<meta name="DC.date.issued" content="18 March 2026">': "2026-03-18",
    '<meta name="shareaholic:article_published_time" content="2026-03-18T09:00:00+00:00">': "2026-03-18",
    '<link rel="canonical" href="https://courier.example/2026/03/18/kessra">': "2026-03-18",
    '<meta property="article:modified_time" content="2026-03-18T09:00:00Z">': None,
    '<meta name="last-modified" content="2026-03-18">': None,
    '<meta http-equiv="last-modified" content="Wed, 18 Mar 2026 09:00:00 GMT">': None,
    '<meta itemprop="copyrightYear" content="2026">': None,
    '<meta name="copyright" content="The Courier 2026">': None,
    '<meta property="article:published_time" content="1970-01-01T00:00:00Z">': None,
    '<meta property="article:published_time" content="soon">': None,
    '<meta property="article:published_time" content="2026-02-30">': None,
    '<meta property="article:expiration_time" content="2027-03-18">': None,
    linked(dateModified="2026-03-18"): None,
    '<link rel="canonical" href="https://courier.example/2026/kessra">': None,
    '<meta property="article:published_time" content="2026-03">': None,
    '<meta property="article:published_time" content="2026">': None,
    '<link rel="canonical" href="https://courier.example/2026/03/kessra">': None,
    "": None,
}


@pytest.mark.parametrize(("head", "day"), DAYS.items())
def test_the_day_is_what_the_head_says_or_nothing(head: str, day: str | None) -> None:
    assert find_published(page(head)) == day


PRINTED = {
    '<time datetime="2026-03-18T09:00:00Z">Wednesday</time>': "2026-03-18",
    '<time class="updated" datetime="2026-03-19">19 March</time>': None,
    '<p>Updated <time datetime="2026-03-19">19 March</time></p>': None,
    '<time itemprop="dateModified" datetime="2026-03-19">19 March</time>': None,
    '<time datetime="2026-03-18">a</time><time datetime="2026-03-19">b</time>': None,
    '<time class="published" datetime="2026-03-18">a</time><time datetime="2026-03-19">b</time>': "2026-03-18",
    '<time class="entry-date updated" datetime="2026-03-18">March 18</time>': "2026-03-18",
    '<abbr class="published" title="2026-03-18T09:00:00Z">today</abbr>': "2026-03-18",
    '<span class="date">18 March 2026</span>': "2026-03-18",
    '<span class="date">3/18/2026</span>': None,
    '<span class="date">11/12/2015</span>': None,
    "<font size=1>Published: March 18, 2026</font>": "2026-03-18",
    "By Ada Quill<br>Posted on 18 March 2026, 9 a.m.<br>": "2026-03-18",
    "<p>Last updated: 18 March 2026</p>": None,
    "<footer class='site-footer'>© 2026 The Courier</footer>": None,
    "<div class='related'><time datetime='2025-01-01'>1 January</time></div>": None,
    "<div class='comment'><span class='date'>1 January 2025</span><p>Lies.</p></div>": None,
    "<div class='topbar'>Sunday, June 28, 2026</div>": None,
}


@pytest.mark.parametrize(("body", "day"), PRINTED.items())
def test_the_day_is_what_the_storys_own_head_prints_or_nothing(body: str, day: str | None) -> None:
    assert find_published(page(body=body)) == day


AUTHORS: dict[str, tuple[str, ...]] = {
    linked(author={"@type": "Person", "name": "Ada Quill"}): ("Ada Quill",),
    linked(author=[{"@type": "Person", "name": "Ada Quill"}, {"name": "Ben Roe"}]): ("Ada Quill", "Ben Roe"),
    linked(author=[{"@type": "Person", "givenName": "Ada", "familyName": "Quill"}]): ("Ada Quill",),
    linked(author="By Ada Quill and Ben Roe"): ("Ada Quill", "Ben Roe"),
    linked(author={"@type": "Organization", "name": "Northern Press Agency"}): (),
    linked(author={"@type": "Person", "name": ["Ada Quill", "Ben Roe"]}): ("Ada Quill", "Ben Roe"),
    linked(author=7, creator={"name": {"x": 1}}): (),
    '<meta name="author" content="ADA QUILL, Staff Writer">': ("Ada Quill",),
    '<meta name="author" content="admin"><meta name="byl" content="By Ada Quill">': ("Ada Quill",),
    '<meta property="article:author" content="https://www.facebook.com/ada">': (),
    '<meta name="author" content="The Newsroom">': (),
}


@pytest.mark.parametrize(("head", "names"), AUTHORS.items())
def test_authors_are_people(head: str, names: tuple[str, ...]) -> None:
    assert find_authors(page(head)) == names


BYLINES: dict[str, tuple[str, ...]] = {
    '<p class="byline">By Ada Quill and Ben Roe in Varn | March 3, 2026</p>': ("Ada Quill", "Ben Roe"),
    '<a rel="author" href="/a">Ada Quill</a>, <a rel="author" href="/b">Ben Roe</a>': ("Ada Quill", "Ben Roe"),
    '<div itemprop="author"><span itemprop="name">Ludwig van den Berg</span>, editor</div>': ("Ludwig van den Berg",),
    "<p>By the river stood a house.</p>": (),
    '<div class="author-box">Staff Reporter</div>': (),
    '<div class="comment"><a rel="author">Old Salt</a></div>': (),
    "<td>By ADA QUILL<br>Star Staff Writer</td>": (),
    "<p>By ADA QUILL</p>": ("Ada Quill",),
}


@pytest.mark.parametrize(("body", "names"), BYLINES.items())
def test_bylines_name_people(body: str, names: tuple[str, ...]) -> None:
    assert find_authors(page(body=body)) == names


def test_a_hundred_names_are_no_byline() -> None:
    assert (
        find_authors(
            page(linked(author=[{"@type": "Person", "name": f"Ada Quill{chr(97 + n % 26)}{n // 26 * 'x'}"} for n in range(60)]))
        )
        == ()
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Élodie d’Arc, Jean-Luc Ortiz & Kim Jong of NPA", ["Élodie d’Arc", "Jean-Luc Ortiz", "Kim Jong"]),
        ("Written by Salma bin Orhan", ["Salma bin Orhan"]),
        ("Reuters", []),
        ("https://courier.example/by/ada-quill", []),
        ("", []),
    ],
)
def test_names_are_told_from_what_is_said_of_them(text: str, names: list[str]) -> None:
    assert list(split_names(text)) == names


TITLES = {
    ("<title>Rebels take town | The Courier</title><meta property='og:site_name' content='The Courier'>", ""): "Rebels take town",
    ("<title>The Courier: Rebels take the town</title>", "<img alt='The Courier'>"): "Rebels take the town",
    (
        "<title>Rebels take the town of Kessra</title>",
        "<h1>The Courier</h1><h2>Rebels take town of Kessra</h2>",
    ): "Rebels take town of Kessra",
    ("<title>The Courier</title>" + linked(headline="Rebels take town"), "<div>Rebels take town</div>"): "Rebels take town",
    ("", "<h1>Rebels <b>take</b>\n town</h1>"): "Rebels take town",
    ("<title>Kessra: what we know - and what not</title>", ""): "Kessra: what we know - and what not",
    ("", ""): None,
}


@pytest.mark.parametrize(("given", "title"), TITLES.items())
def test_the_title_is_the_headline_without_the_sites_name(given: tuple[str, str], title: str | None) -> None:
    assert find_title(page(*given)) == title


PUBLISHERS = {
    (linked(publisher={"@type": "Organization", "name": "The Courier"}), ""): "The Courier",
    (linked(publisher="The Courier"), ""): "The Courier",
    ('<meta property="og:site_name" content="The Courier">', ""): "The Courier",
    ('<meta name="copyright" content="© 2026 The Courier">', ""): "The Courier",
    ("<title>Rebels – The Courier</title>", "<p>© 2026 The Courier Ltd. All rights reserved.</p>"): "The Courier",
    ("<title>Rebels – The Courier</title>", "<a href='/'>The Courier</a>"): "The Courier",
    ("<title>Rebels take town – army</title>", ""): None,
    ('<meta name="publisher" content="https://www.facebook.com/courier">', ""): None,
}


@pytest.mark.parametrize(("given", "name"), PUBLISHERS.items())
def test_the_publisher_is_who_the_page_says(given: tuple[str, str], name: str | None) -> None:
    assert find_publisher(page(*given)) == name


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ('<html lang="en-GB"><p>x', "en"),
        ('<html xml:lang="FR"><p>x', "fr"),
        ('<html><head><meta http-equiv="Content-Language" content="de, en"></head><p>x', "de"),
        ('<html><head><meta property="og:locale" content="pt_BR"></head><p>x', "pt"),
        (f"<html><head>{linked(inLanguage='es')}</head><p>x", "es"),
        ('<html lang=""><p>x', None),
        ('<html lang="english"><p>x', None),
        ('<html lang="{{ lang }}"><p>x', None),
    ],
)
def test_the_language_is_what_the_page_says(markup: str, code: str | None) -> None:
    found = parse_page(shrink(markup), None)
    assert found is not None
    assert find_language(found) == code


@pytest.mark.parametrize(
    ("head", "uri", "wanted"),
    [
        ('<link rel="canonical" href="https://a.example/x#top">', None, "https://a.example/x"),
        ('<link rel="canonical" href="/x">', "https://a.example/y?utm=1", "https://a.example/x"),
        ('<base href="https://b.example/"><link rel="canonical" href="x">', None, "https://b.example/x"),
        ('<link rel="canonical" href="https://a.example/">', "https://a.example/y", "https://a.example/y"),
        ('<link rel="canonical" href="/x">', None, None),
        ('<link rel="canonical" href="javascript:alert(1)">', None, None),
        ('<link rel="canonical" href="http://[x">', None, None),
        ('<base href="http://["><link rel="canonical" href="/x">', "https://a.example/y", "https://a.example/x"),
        ('<meta property="og:url" content="https://a.example/x">', None, "https://a.example/x"),
        ("", "https://a.example/y", "https://a.example/y"),
    ],
)
def test_where_the_page_belongs(head: str, uri: str | None, wanted: str | None) -> None:
    assert canonical_uri(page(head, uri=uri)) == wanted


@pytest.mark.parametrize(
    "block",
    [
        "{",
        "[" * 5_000,
        '{"a":' * 5_000,
        "null",
        "7",
        '"x"',
        '{"@type": 7}',
        '{"@graph": 3}',
        '{"@type": "NewsArticle", "headline": ["x"], "author": [[]]}',
    ],
)
def test_json_ld_that_does_not_hold_together_says_nothing(block: str) -> None:
    found = page(f'<title>Rebels take town</title><script type="application/ld+json">{block}</script>')
    assert (find_title(found), find_authors(found), find_publisher(found), find_published(found)) == (
        "Rebels take town",
        (),
        None,
        None,
    )


@pytest.mark.parametrize(
    "block",
    [
        '<!-- {"@type": "Article", "headline": "Rebels"} -->',
        '{"@type": "Article", "headline": "Rebels",};',
        '{"headline": "Reb\nels", "@type": "Article"}',
    ],
)
def test_json_ld_with_the_usual_faults_is_understood(block: str) -> None:
    assert "Reb" in str(find_title(page(f'<script type="application/ld+json">{block}</script>')))


def test_people_that_json_ld_names_by_id_are_found() -> None:
    graph = {"@graph": [{"@type": "NewsArticle", "author": {"@id": "#a"}}, {"@type": "Person", "@id": "#a", "name": "Ada Quill"}]}
    assert find_authors(page(f'<script type="application/ld+json">{json.dumps(graph)}</script>')) == ("Ada Quill",)


def test_a_list_of_other_stories_is_not_the_page() -> None:
    others = {
        "@type": "ItemList",
        "itemListElement": [{"@type": "NewsArticle", "headline": "Storks", "datePublished": "2020-01-01"}],
    }
    found = page(f'<script type="application/ld+json">{json.dumps(others)}</script><title>Rebels take town</title>')
    assert (find_title(found), find_published(found)) == ("Rebels take town", None)
