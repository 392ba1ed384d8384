"""On which day was the page first published? As the page says in so many words, or not at all.

An update's day is no publication day, a copyright's year is none, nor is a day in the story or beside another story's link. So
htmldate is asked only about the page's head and its address, and what tells of updates is taken out before it looks: it falls back
on them. A page without a date is read without one, and a note says so; a wrong date would move every "on Tuesday" in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import copy
from typing import Any

from onrecord.ingest.dates import find_date
from onrecord.ingest.html.page import HtmlPage, canonical_uri, elements, head_metas, plain, short_line, words_of

ISO = re.compile(r"\s*((?:1[89]|20)\d{2}-\d{2}-\d{2})(?!\d)")
COMPACT = re.compile(r"\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$")
META_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "og:pubdate", "datepublished", "parsely-pub-date",
    "sailthru.date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "article.published", "published-date", "cxenseparse:recs:publishtime", "citation_publication_date", "dc.date", "date",
)  # fmt: skip
ORIGINAL = re.compile(r"publish|entry-date", re.IGNORECASE)  # a class of WordPress's says "entry-date updated" of the only day
UPDATE = re.compile(r"updat|modif|revis|chang|correct", re.IGNORECASE)
PUBLISHED = re.compile(
    r"publish|posted|pubdate|creat(?:e|ed|ion)[_-]?(?:date|time|on)|entry-date|dateline|byline|timestamp|(?:^|[\s_-])(?:date|time)(?:$|[\s_-])",
    re.IGNORECASE,
)
# In the head: what tells of another day than the first one's.
OTHERS = re.compile(r"modif|updat|revis|copyright|expir|last-|unpublish|event", re.IGNORECASE)
SAID = re.compile(r"\W*(?:first |originally )?(?:published|posted)\b(?!.*\bupdat)", re.IGNORECASE)
EPOCH = "1970-01-01"  # a counter that was never set


def find_published(page: HtmlPage) -> str | None:
    """The day as YYYY-MM-DD, by the page's own clock; None where the page does not say."""
    rules: tuple[Callable[[HtmlPage], str | None], ...] = (_linked, _in_head, _marked, _timed, _printed, _said, _elsewhere)
    return next(filter(None, (rule(page) for rule in rules)), None)


def day_of(value: object) -> str | None:
    """The day that a value for machines names, or that is written out in it."""
    words = plain(value)
    compact = COMPACT.match(words)
    iso = ISO.match(words)
    found = find_date("-".join(compact.groups()) if compact else iso[1] if iso else words)
    return None if found == EPOCH else found


def _linked(page: HtmlPage) -> str | None:
    values = (thing.get(key) for thing in page.articles for key in ("datePublished", "dateCreated"))
    return next(filter(None, map(day_of, values)), None)


def _in_head(page: HtmlPage) -> str | None:
    return next(filter(None, (day_of(page.metas.get(name)) for name in META_NAMES)), None)


def _marked(page: HtmlPage) -> str | None:
    """What is marked as the day of publication: itemprop=datePublished, time pubdate, hAtom's classes."""
    for elem in elements(page, "time", "span", "meta", "abbr", "div", "p"):
        marks = f"{elem.get('itemprop', '')} {elem.get('class', '')}".split()
        if (
            "datePublished" in marks
            or elem.get("pubdate") is not None
            or {"entry-date", "dt-published", "published"} & set(marks)
        ):
            found = _day_in(elem)
            if found and not _is_update(elem):
                return found
    return None


def _timed(page: HtmlPage) -> str | None:
    """The only day that the time elements of the story's head give, updates aside."""
    days = {day for elem in elements(page, "time") if not _is_update(elem) and not _is_in_prose(elem) and (day := _day_in(elem))}
    return days.pop() if len(days) == 1 else None


def _printed(page: HtmlPage) -> str | None:
    """A day that is written out in a short line which is called a date, or which says "published"."""
    for elem in elements(page, "span", "div", "p", "td", "li", "font", "small", "i", "em", "address", "b"):
        words = short_line(elem)
        named = PUBLISHED.search(f"{elem.get('class', '')} {elem.get('id', '')}") or re.match(
            r"\W*(?:published|posted)\b", words, re.IGNORECASE
        )
        if words and named and not UPDATE.search(words) and not _is_update(elem) and (day := find_date(words)):
            return day
    return None


def _said(page: HtmlPage) -> str | None:
    """A day behind the word "published", in whatever element."""
    for elem in elements(page, "td", "font", "span", "div", "p", "br", "i", "b", "em", "small", "center"):
        for piece in (elem.text, elem.tail):
            if piece and len(piece) < 300 and SAID.match(piece) and (day := find_date(" ".join(piece.split()))):
                return day
    return None


def _elsewhere(page: HtmlPage) -> str | None:
    """What htmldate finds in the head and the address."""
    from htmldate import find_date as search
    from lxml.html import Element

    bare = Element("html")
    bare.append(Element("head"))
    for elem in head_metas(page.tree):
        # htmldate makes a day of a month, too: only what is a whole date is shown to it.
        whole = day_of(elem.get("content"))
        if whole and not any(OTHERS.search(elem.get(key, "")) for key in ("name", "property", "itemprop", "http-equiv")):
            bare[0].append(copy(elem))
    # The end of the century, not today: an answer must not depend on when it is asked for.
    found = search(
        bare,
        original_date=True,
        extensive_search=False,
        url=canonical_uri(page) or page.uri,
        min_date="1990-01-01",
        max_date="2099-12-31",
    )
    return day_of(found)


def _day_in(elem: Any) -> str | None:  # noqa: ANN401
    return next(filter(None, (day_of(elem.get(key)) for key in ("datetime", "content", "title"))), None) or find_date(
        short_line(elem)
    )


def _is_update(elem: Any) -> bool:  # noqa: ANN401
    """Whether an element, the one around it or the words before it speak of an update."""
    own, around = _marks(elem), _marks(elem.getparent())
    if UPDATE.search(short_line(elem)) or UPDATE.search(_words_before(elem)):
        return True
    return not ORIGINAL.search(own) and bool(UPDATE.search(f"{own} {around}"))


def _marks(elem: Any) -> str:  # noqa: ANN401
    return "" if elem is None else " ".join(elem.get(key, "") for key in ("class", "itemprop", "id"))


def _words_before(elem: Any) -> str:  # noqa: ANN401
    """The last of the words right before an element, in what is around it."""
    before = elem.getprevious()
    above = elem.getparent()
    words = (above.text if above is not None else "") if before is None else before.tail or short_line(before)
    return (words or "")[-40:]


def _is_in_prose(elem: Any) -> bool:  # noqa: ANN401
    """Whether it stands in a sentence of the story."""
    above = elem.getparent()
    return above is not None and above.tag in {"p", "li", "blockquote"} and len(words_of(above)) > 120
