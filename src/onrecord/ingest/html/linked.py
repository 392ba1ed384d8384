"""What does a page say of itself to machines? Its JSON-LD (schema.org): the article, with the people and the paper it names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting|WebPage)$")
WEAK = frozenset({"WebPage"})  # says something of the page only where no article does
# What hangs on an article without being it: comments, related stories, a live blog's entries.
ASIDE = frozenset(
    {"comment", "itemListElement", "liveBlogUpdate", "hasPart", "isPartOf", "review", "citation", "mentions", "relatedLink"}
)
DEEPEST = 12
Node = Mapping[str, Any]


def read_linked(blocks: Sequence[str]) -> tuple[Node, ...]:
    """The articles that a page's JSON-LD blocks describe, the best first; people and organisations that they name are filled in.

    A block that is no JSON, as many are, is left aside.
    """
    things = [thing for block in blocks for thing in _walk(_parse(block), 0)]
    known = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    articles = [thing for thing in things if types_of(thing)]
    articles.sort(key=lambda thing: types_of(thing) <= WEAK)  # stable: the page's own order otherwise
    return tuple({**thing, **_filled(thing, known)} for thing in articles)


def types_of(thing: Node) -> set[str]:
    """Which kinds of article it is; empty where it is none."""
    found = thing.get("@type")
    names = found if isinstance(found, list) else [found]
    return {name for name in names if isinstance(name, str) and ARTICLE.match(name)}


def name_of(value: object) -> str | None:
    """The name that a value gives: a string is one, a person or organisation has one."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list):
        return next(filter(None, map(name_of, value)), None)
    if isinstance(value, Mapping):
        parts = [value[key] for key in ("givenName", "familyName") if isinstance(value.get(key), str)]
        return name_of(value.get("name")) or " ".join(parts) or None
    return None


def _parse(block: str) -> object:
    words = re.sub(r"^\s*(?:<!--|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>)\s*$", "", block).strip().rstrip(";,")
    for attempt in (words, re.sub(r",(?=\s*[}\]])", "", words)):  # a comma before a bracket is the commonest fault
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(value: object, depth: int) -> Iterator[Node]:
    """Every object in a value, itself first; not what stands aside of it."""
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for part in value:
            yield from _walk(part, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key, part in value.items():
            if key not in ASIDE and isinstance(part, dict | list):
                yield from _walk(part, depth + 1)


def _filled(thing: Node, known: Mapping[str, Node]) -> dict[str, Any]:
    """The article's people and publisher, where it gives only their ids."""
    return {key: _resolved(thing[key], known) for key in ("author", "creator", "publisher") if key in thing}


def _resolved(value: object, known: Mapping[str, Node]) -> object:
    if isinstance(value, list):
        return [_resolved(part, known) for part in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str):
        return {**known.get(value["@id"], {}), **value}
    return value
