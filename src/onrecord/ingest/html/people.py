"""Who wrote the page? People only: agencies, desks and whoever pressed the button are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from onrecord.ingest.html.linked import Node, name_of
from onrecord.ingest.html.page import HtmlPage, elements, plain, short_line, words_of

BY = re.compile(r"\W*(?:(?:posted|written|reported|words|text|story|analysis|opinion)\s+)?by\b:?\s+", re.IGNORECASE)
BETWEEN = re.compile(r"\s*(?:;|,(?! (?:jr|sr|phd|md)\b)|\band\b|&|\||\bwith\b|\n)\s*", re.IGNORECASE)
# After a name: where from, for whom, when. "in Arlen" is not part of a name, nor is "| March 3".
AFTER = re.compile(
    r"\s+(?:in|for|at|on|of|from|updated|published|posted)\b.*|\s+[-–—•·(@].*|\s*\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d.*|\s*\d.*$",
    re.IGNORECASE,
)
NAME = re.compile(
    r"(?:[^\W\d_][\w’'.-]*)"
    r"(?: (?:(?:de|da|del|dos|du|al|el|bin|ibn|van|von|der|den|la|le|ter|y)\b|(?:[dlo][’'])?[^\W\d_a-z][\w’'.-]*)){1,4}"
)
NOBODY = re.compile(
    r"\b(?:staff|writers?|reporters?|reporting|correspondents?|editors?|editorial|newsroom|desk|team|agency|agencies|admin\w*|webmaster|bureau|"
    r"news|press|reuters|afp|ap|xinhua|wire|columnist|contributors?|guest|author|department|ministry|office|service|media|"
    r"senior|chief|business|politics|sports?|photos?|images?|getty)\b",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author|authors|writer|contributor|c-?byline)(?:$|[\s_-]|name|link)", re.IGNORECASE
)
MOST = 12  # people; a longer list is no byline


def find_authors(page: HtmlPage) -> tuple[str, ...]:
    """The people who are named as its authors, as the first source has them that names any."""
    rules: tuple[Callable[[HtmlPage], Iterable[str]], ...] = (_linked, _in_head, _marked, _in_bylines)
    for rule in rules:
        found = tuple(dict.fromkeys(rule(page)))
        if 0 < len(found) <= MOST:
            return found
    return ()


def _linked(page: HtmlPage) -> Iterator[str]:
    for thing in page.articles:
        found = list(_people_of(thing))
        if found:
            yield from found
            return


def _people_of(thing: Node) -> Iterator[str]:
    value = thing.get("author") or thing.get("creator") or ()
    for one in value if isinstance(value, list) else [value]:
        kind = one.get("@type") if isinstance(one, Mapping) else None
        if kind is None or "Person" in (kind if isinstance(kind, list) else [kind]):
            names = one.get("name") if isinstance(one, Mapping) else one
            for name in names if isinstance(names, list) else [name_of(one)]:
                yield from split_names(plain(name))


def _in_head(page: HtmlPage) -> Iterator[str]:
    names = (
        "author",
        "article:author",
        "og:article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "byl",
    )
    for name in names:
        found = list(split_names(page.metas.get(name, "")))
        if found:
            yield from found
            return


def _marked(page: HtmlPage) -> Iterator[str]:
    """Who is marked as the author: rel=author, itemprop=author."""
    for elem in elements(page, "a", "span", "div", "p", "address", "li", "meta"):
        if "author" in elem.get("rel", "").split() or elem.get("itemprop") == "author":
            inner = [part for part in elem.iter() if part.get("itemprop") == "name"] if elem.tag != "meta" else []
            for part in inner or [elem]:
                yield from split_names(plain(part.get("content") or words_of(part)))


def _in_bylines(page: HtmlPage) -> Iterator[str]:
    """Who stands in an element that is called a byline, or opens with "By"."""
    for elem in elements(page, "a", "span", "div", "p", "address", "td", "font", "b", "i", "em", "strong"):
        words = short_line(elem)
        opens = words and BY.match(words)
        if opens or (words and BYLINE.search(f"{elem.get('class', '')} {elem.get('id', '')}")):
            found = list(split_names(words))
            if found:
                yield from found
                return


def split_names(text: str) -> Iterator[str]:
    """The people in a byline, without what is said of them.

    A title in capital letters only is set as names are.
    """
    if "://" in text:
        return
    for part in BETWEEN.split(BY.sub("", text, count=1)):
        name = AFTER.sub("", part.strip(" .,")).strip(" .,-–—")
        name = name.title() if name.isupper() else name
        if NAME.fullmatch(name) and not NOBODY.search(name):
            yield name
