"""A page's markup as a tree, and what stands in its head: the ground on which facts and text are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.ingest.html.linked import Node, read_linked

MOST_ELEMENTS = 10_000  # in which a headline, byline and date must stand; a long page has 3,000
# Of a page's paragraphs: a column that holds more may be the story under a strange name, whatever the name says.
MOST_PROSE = 0.3
FEWEST_PROSE = 8  # words; titles of other stories are shorter, mostly
UNSEEN = frozenset({"script", "style", "title"})
MOST_PARTS = 60  # elements in a short line, links and marks included
LONGEST_FACT = 500  # characters; a longer title or name is none
# Around an element: not the story's own head. Whole words of class, id or role.
ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|respond|related\w*|recirc\w*|sidebar|side|promo\w*|recommend\w*|teaser\w*|trending|popular|"
    r"latest|most|more|newsletter\w*|widget|cookie\w*|nav|rail|references|reflist|infobox|navbox|editsection|read-?next|menu|card|cards|river|disqus\w*)(?=$|[\s_-])",
    re.IGNORECASE,
)
# A story's own foot ("post-footer") may name its author; the page's names the company.
FOOT = re.compile(r"(?:^|\s)(?:site|page|global|main|app)?[_-]?footer", re.IGNORECASE)
ELSEWHERE_TAGS = frozenset({"aside", "footer", "nav", "form", "dialog"})


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlPage:
    """A parsed page.

    Attributes:
        tree: lxml's tree.
        metas: What its meta elements say, by lower-case name, property or itemprop; the first that says something.
        articles: What its JSON-LD says of articles, the best first.
        uri: Where it was fetched; None for files.
        prose: How many words stand in its paragraphs.
        cut: Whether its elements are nested more deeply than the parser follows, so that text is missing.
        base: What its relative addresses are relative to; "" where nobody says.
    """

    tree: Any
    metas: Mapping[str, str]
    articles: Sequence[Node]
    uri: str | None
    base: str
    prose: int
    cut: bool


def parse_page(markup: str, uri: str | None) -> HtmlPage | None:
    """The page's tree; None where there is no element in it."""
    from lxml.etree import ParserError, XMLSyntaxError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(
        huge_tree=True, collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        tree = document_fromstring(markup.encode("utf8"), parser=parser)
    except ParserError:
        return None
    except XMLSyntaxError as error:  # a parser that recovers from whatever it meets fails for want of memory only
        raise MemoryError from error
    cut = any("depth" in entry.message for entry in parser.error_log)
    base = next((elem.get("href") for elem in tree.iter("base") if elem.get("href")), None)
    linked = [elem.text or "" for elem in tree.iterfind(".//script") if "ld+json" in elem.get("type", "")]
    return HtmlPage(
        tree=tree, metas=_metas(tree), articles=read_linked(linked), uri=uri, base=_joined(uri, base), prose=_prose(tree), cut=cut
    )


def _joined(uri: str | None, base: str | None) -> str:
    try:
        return urljoin(uri or "", base or "")
    except ValueError:  # "http://[" is no address
        return uri or ""


def _metas(tree: Any) -> dict[str, str]:  # noqa: ANN401 - lxml has no types
    found: dict[str, str] = {}
    for elem in head_metas(tree):
        content = plain(elem.get("content"))
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = elem.get(key, "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def head_metas(tree: Any) -> Iterator[Any]:  # noqa: ANN401
    """The meta elements of the page itself; what parsers push out of a broken head is known by having a name."""
    for elem in tree.iter("meta"):
        if elem.getparent().tag == "head" or not elem.get("itemprop"):
            yield elem


def plain(value: object) -> str:
    """A value as words of one line; "" where it is no string, or too long for a fact."""
    if not isinstance(value, str):
        return ""
    words = " ".join(re.sub(r"<[^<>]{0,200}>", " ", value).split()).encode("utf8", "replace").decode("utf8")
    return words if len(words) <= LONGEST_FACT else ""


def words_of(elem: Any) -> str:  # noqa: ANN401
    """An element's text in one line."""
    return " ".join(" ".join(elem.itertext()).split())


def short_line(elem: Any, most: int = 120) -> str:  # noqa: ANN401
    """An element's text where it is a short line; "" else, without reading a whole article to find out."""
    words, length = list[str](), 0
    if sum(1 for _ in islice(elem.iter(), MOST_PARTS)) == MOST_PARTS:
        return ""
    for part in elem.itertext():
        length += len(part)
        if length > 3 * most:  # much of it may be white space
            return ""
        words.append(part)
    line = " ".join(" ".join(words).split())
    return line if len(line) <= most else ""


def resolve_uri(page: HtmlPage, value: object) -> str | None:
    """An address on the page in full; None where it is none of the web's, or leads to a site's front page."""
    words = plain(value)
    try:
        parts = urlsplit(urljoin(page.base, words))
        whole = parts.scheme in {"http", "https"} and parts.hostname and (parts.path.strip("/") or parts.query)
    except ValueError:
        return None
    return parts._replace(fragment="").geturl() if words and whole else None


def canonical_uri(page: HtmlPage) -> str | None:
    """Where the page says it belongs; where it was fetched if it says nothing."""
    values = [elem.get("href") for elem in page.tree.iter("link") if "canonical" in elem.get("rel", "").lower().split()]
    values.append(page.metas.get("og:url"))
    for thing in page.articles:
        main = thing.get("mainEntityOfPage")
        values += [thing.get("url"), main.get("@id") if isinstance(main, dict) else main]
    return next(filter(None, (resolve_uri(page, value) for value in values)), page.uri)


def elements(page: HtmlPage, *tags: str) -> Iterator[Any]:
    """The elements of these tags that stand in the story's own part of the page, in order; not below ``MOST_ELEMENTS``."""
    return (elem for elem in islice(own_elements(page), MOST_ELEMENTS) if elem.tag in tags)


def own_elements(page: HtmlPage) -> Iterator[Any]:
    """The elements that stand in no side column, comment or list of other stories, in order."""
    waiting = [iter(page.tree)]
    while waiting:
        elem = next(waiting[-1], None)
        if elem is None:
            waiting.pop()
        elif not _leads_away(elem) or _prose(elem) > MOST_PROSE * page.prose:
            yield elem
            waiting.append(iter(elem))


def _leads_away(elem: Any) -> bool:  # noqa: ANN401
    if elem.tag in ELSEWHERE_TAGS:
        return elem.tag != "footer" or next(elem.iterancestors("article"), None) is None
    if elem.tag in {"html", "body", "main", "article"}:  # their classes tell about the whole page ("with-sidebar")
        return False
    return any(ELSEWHERE.search(name) or FOOT.search(name) for name in _names(elem))


def _names(elem: Any) -> list[str]:  # noqa: ANN401
    return [name for key in ("class", "id", "role") if (name := elem.get(key))]


def _prose(elem: Any) -> int:  # noqa: ANN401
    """The words of its longer texts: paragraphs, whatever element publishers make them of."""
    texts = (
        text for part in elem.iter() if part.tag not in UNSEEN for text in (part.text, part is not elem and part.tail) if text
    )
    return sum(count for text in texts if (count := len(text.split())) >= FEWEST_PROSE)
