"""What is the page called, who wrote it, who publishes it, in which language is it?

For each fact a list of small functions, the surest source first; the first that says something is believed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from onrecord.ingest.html.linked import name_of
from onrecord.ingest.html.page import HtmlPage, elements, plain, short_line, words_of

HOME = re.compile(r"/|(?:https?:)?//[^/]{3,80}/?|/?(?:index|home)\.\w{3,5}|")
SEPARATOR = re.compile(r"\s+(?:[|–—·•»-]|::)\s+|\s*:\s+")


def find_title(page: HtmlPage) -> str | None:
    """The headline: as it is printed on the page where the page's head agrees, or else as the head has it."""
    told = [*_told_titles(page)]
    printed = [words for tag in ("h1", "h2", "h3") for elem in elements(page, tag) if (words := plain(words_of(elem)))]
    agreed = (words for words in printed if any(_is_same(words, other) for other in told))
    return next(agreed, None) or next(iter(told), None) or next(iter(printed), None)


def _told_titles(page: HtmlPage) -> Iterator[str]:
    """What the head says, the surest first; a site's name behind it is taken off."""
    suffix = find_publisher(page)
    values = [thing.get("headline") or thing.get("name") for thing in page.articles]
    values += [page.metas.get(name) for name in ("og:title", "twitter:title", "dc.title", "headline", "title")]
    values += [words_of(elem) for elem in page.tree.iterfind(".//title")]
    for value in values:
        words = plain(value)
        if words:
            yield _without_site(words, suffix)


def _without_site(title: str, site: str | None) -> str:
    """A title without the site's name, which stands behind it or before it."""
    parts = SEPARATOR.split(title)
    if len(parts) == 1 or not site:
        return title
    if _letters(parts[-1]) in _letters(site) or _letters(site) in _letters(parts[-1]):
        return title[: title.rindex(parts[-1])].rstrip(" |–—·•»:-")
    return title[len(parts[0]) :].lstrip(" |–—·•»:-") if _letters(parts[0]) == _letters(site) else title


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text.lower()))


def _is_same(one: str, other: str) -> bool:
    """Whether two are the same headline, but for a word or two."""
    ours, theirs = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return len(ours & theirs) >= 0.6 * max(len(ours), 1) and len(ours) >= min(3, len(theirs))


def find_publisher(page: HtmlPage) -> str | None:
    """Who publishes the site; never its host's name, which says who rents it."""
    rules: tuple[Callable[[HtmlPage], str | None], ...] = (
        _linked_publisher,
        _meta_publisher,
        _marked_publisher,
        _repeated_publisher,
    )
    return next(filter(None, (rule(page) for rule in rules)), None)


def _linked_publisher(page: HtmlPage) -> str | None:
    return next((name for thing in page.articles if (name := plain(name_of(thing.get("publisher"))))), None)


def _meta_publisher(page: HtmlPage) -> str | None:
    names = (
        "og:site_name",
        "publisher",
        "dc.publisher",
        "dcterms.publisher",
        "citation_publisher",
        "application-name",
        "copyright",
    )
    values = (page.metas.get(name, "") for name in names)
    bare = (re.sub(r"^(?:©|\(c\)|copyright|\d{4}|[\s,-])+", "", value, flags=re.IGNORECASE) for value in values)
    return next((name for name in bare if name and not name.startswith(("http", "@"))), None)


def _marked_publisher(page: HtmlPage) -> str | None:
    marked = page.tree.xpath('//*[@itemprop="publisher"]//*[@itemprop="name"] | //*[@itemprop="publisher"][not(*)]')
    return next((name for elem in marked if (name := plain(elem.get("content") or words_of(elem)))), None)


def _repeated_publisher(page: HtmlPage) -> str | None:
    """The end (or the beginning) of the window's title, where the page prints it a second time: as its logo or its copyright."""
    title = next((words_of(elem) for elem in page.tree.iterfind(".//title")), "")
    parts = SEPARATOR.split(title)
    named = (name for name in (parts[-1], parts[0]) if len(parts) > 1 and len(_letters(name)) > 2)
    return next((plain(name) or None for name in named if _is_printed(page, name)), None)


def _is_printed(page: HtmlPage, name: str) -> bool:
    if any(_letters(elem.get("alt", "")[:200]) == _letters(name) for elem in page.tree.iter("img", "amp-img")):
        return True
    if any(_letters(short_line(elem)) == _letters(name) for elem in page.tree.iter("a") if _leads_home(elem)):
        return True
    whole = re.compile(rf"(?:©|\(c\)|copyright).{{0,60}}(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    return any(whole.search(words) for words in page.tree.itertext() if len(words) < 300)


def _leads_home(elem: Any) -> bool:  # noqa: ANN401 - lxml has no types
    return elem.get("rel") == "home" or HOME.fullmatch(elem.get("href", "x")) is not None


def find_language(page: HtmlPage) -> str | None:
    """What the page says that it is written in: an ISO 639 code in lower case, without the country."""
    root = page.tree
    bodies = [body.get("lang") for body in root.iterfind(".//body")]
    linked = [thing.get("inLanguage") for thing in page.articles]
    metas = [page.metas.get(name) for name in ("content-language", "og:locale", "dc.language", "language")]
    for value in (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        *bodies,
        *linked,
        *metas,
    ):
        found = re.match(r"([a-z]{2,3})(?:[-_,]|$)", plain(value).lower())
        if found:
            return found[1]
    return None
