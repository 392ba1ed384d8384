from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.web import Web, page, redirect, slowly, web_server
from onrecord.errors import FetchFailed, NotAllowed
from onrecord.ingest.fetching.fetch import fetch
from onrecord.ingest.fetching.robots import Rule, robots_of
from onrecord.ingest.limits import Limits

LOCAL = Limits(allow_local=True, fetch_seconds=5)


def allowed(text: str, path: str) -> bool:
    return robots_of(text, "onrecord").allow(path)


@pytest.mark.parametrize(
    ("rule", "path", "fits"),
    [
        ("/", "/a", True),
        ("/news", "/news/1", True),
        ("/news", "/newspaper", True),
        ("/news/", "/news", False),
        ("/News", "/news", False),
        ("/*.pdf", "/a/b.pdf?c", True),
        ("/*.pdf$", "/a/b.pdf", True),
        ("/*.pdf$", "/a/b.pdf?c", False),
        ("/*.pdf$", "/a.pdf.pdf", True),
        ("/a*b*c", "/a1b2c3", True),
        ("/a*b*c", "/a1c2b3", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("/a*", "/a", True),
        ("/*$", "/anything", True),
        ("*/a", "/b/a", True),
        ("/ab*ba$", "/aba", False),
        ("/*?s=", "/a?s=1", True),
        ("$", "/a", False),
    ],
)
def test_paths_are_compared_as_the_standard_has_it(rule: str, path: str, *, fits: bool) -> None:
    assert Rule(path=rule, allows=False).fits(path) is fits


@given(st.text("ab*$/", max_size=12), st.text("ab/", max_size=12))
def test_a_rule_fits_as_its_regular_expression_does(rule: str, path: str) -> None:
    import re

    body = rule.removesuffix("$")
    pattern = ".*".join(map(re.escape, body.split("*"))) + ("$" if rule.endswith("$") else "")
    assert Rule(path=rule, allows=True).fits(path) is (re.match(pattern, path) is not None)


def test_stars_by_the_thousand_cost_no_time() -> None:
    began = time.monotonic()
    assert not Rule(path="/" + "a*" * 5_000 + "b", allows=False).fits("/" + "a" * 50_000)
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: OnRecord\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: onrecord/1.0\nDisallow: /", "/a", False),
        ("User-agent: onrecord\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: onrecord\n\nUser-agent: *\nDisallow: /", "/a", False),
        ("User-agent: a\nUser-agent: onrecord\nDisallow: /x\nUser-agent: b\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        ("user-AGENT : * # all\r\ndisAllow : /a # that\r\n", "/a", False),
        ("\ufeffUser-agent: *\rDisallow: /a", "/a", False),
        ("User-agent: *\nCrawl-delay: 5\nDisallow: /a\nSitemap: http://e.org/s.xml", "/a", False),
        ("Disallow: /", "/a", True),
        ("<!doctype html><p>Not found: sorry</p>", "/a", True),
        ("User-agent: *\nDisallow: /новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", False),
        ("User-agent: onrecord\nDisallow: /x\nUser-agent: *\nDisallow: /\nUser-agent: onrecord\nDisallow: /a", "/a", False),
        ("User-agent: onrecord\nDisallow: /x\nUser-agent: *\nDisallow: /\nUser-agent: onrecord\nDisallow: /a", "/b", True),
    ],
)
def test_the_group_of_our_name_decides_else_everybodys(text: str, path: str, *, expected: bool) -> None:
    assert allowed(text, path) is expected


@given(st.text())
def test_any_text_is_some_robots_txt(text: str) -> None:
    assert allowed(text, "/a") in {True, False}


@pytest.fixture
def web() -> Iterator[Web]:
    with web_server() as web:
        web.says["/a"] = page()
        yield web


def robots(text: str) -> bytes:
    return page(text.encode(), kind="text/plain")


def test_a_disallowed_page_is_not_asked_for(web: Web) -> None:
    web.says |= {"/robots.txt": robots("User-agent: *\nDisallow: /a"), "/b": page()}
    with pytest.raises(NotAllowed, match=r"robots\.txt asks programs to leave this page alone"):
        fetch(f"{web.site}/a", LOCAL)
    assert web.asked == []
    assert fetch(f"{web.site}/b", LOCAL).data == b"<p>News.</p>"


def test_a_redirect_to_a_disallowed_page_is_not_followed(web: Web) -> None:
    web.says |= {"/robots.txt": robots("User-agent: *\nDisallow: /a"), "/b": redirect("/a")}
    with pytest.raises(NotAllowed, match="leave this page alone"):
        fetch(f"{web.site}/b", LOCAL)
    assert web.asked == ["/b"]


def test_robots_txt_is_asked_for_once(web: Web) -> None:
    for _ in range(3):
        fetch(f"{web.site}/a", LOCAL)
    assert [request.split()[1] for request in web.requests] == ["/robots.txt", "/a", "/a", "/a"]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "429 Too Many Requests"])
def test_a_site_without_robots_txt_allows_all(web: Web, status: str) -> None:
    web.says["/robots.txt"] = page(b"User-agent: *\nDisallow: /", status=status)
    assert fetch(f"{web.site}/a", LOCAL).data == b"<p>News.</p>"


def test_a_site_that_cannot_say_allows_nothing(web: Web) -> None:
    web.says["/robots.txt"] = page(status="503 Service Unavailable")
    with pytest.raises(NotAllowed, match=r"answers 503 when it is asked for its robots\.txt.*later"):
        fetch(f"{web.site}/a", LOCAL)
    assert web.asked == []


def test_a_robots_txt_that_does_not_end_allows_nothing(web: Web) -> None:
    web.says["/robots.txt"] = robots("# " + "x" * 1_000_000)
    with pytest.raises(NotAllowed, match=r"robots\.txt has more than 1,000,000 bytes"):
        fetch(f"{web.site}/a", LOCAL)


def test_a_robots_txt_that_drips_allows_nothing(web: Web) -> None:
    web.says["/robots.txt"] = slowly(robots("User-agent: *\nAllow: /"))
    with pytest.raises(FetchFailed, match=r"no whole answer within 0\.2 s.*robots\.txt") as caught:
        fetch(f"{web.site}/a", Limits(allow_local=True, fetch_seconds=0.4))
    assert str(caught.value).startswith(f"{web.site}/a: ")
    assert web.asked == []


def test_robots_txt_may_be_redirected(web: Web) -> None:
    web.says |= {"/robots.txt": redirect("/rules.txt"), "/rules.txt": robots("User-agent: *\nDisallow: /a")}
    with pytest.raises(NotAllowed, match="leave this page alone"):
        fetch(f"{web.site}/a", LOCAL)


@pytest.mark.parametrize("to", ["/robots.txt", "file:///etc/passwd"])
def test_robots_txt_in_a_loop_or_elsewhere_allows_nothing(web: Web, to: str) -> None:
    web.says["/robots.txt"] = redirect(to)
    with pytest.raises(NotAllowed):
        fetch(f"{web.site}/a", LOCAL)
    assert web.asked == []
