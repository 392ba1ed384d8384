"""Whether words near an event put it a year or more before the news: "in 2003", "two decades ago"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from onrecord.extract.status_scope import Scope, is_kind
from onrecord.types import Language

_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(s)?")
_REACH = 12  # tokens between an event and its year where no tree joins them
_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


def years_past(lang: Language, trigger: tuple[int, int], scope: Scope) -> int | None:
    """The token that puts the event a year or more before the publication date, or None; conservative."""
    for token in _near(lang, trigger, scope):
        if _is_past_year(lang, token) or _is_years_ago(lang, token):
            return token
    return None


def _near(lang: Language, trigger: tuple[int, int], scope: Scope) -> Iterable[int]:
    """Tokens that may date the event: below the trigger or its governing verb, or close by where there is no tree."""
    if not scope.has_tree:
        first, end = max(scope.sentence[0], trigger[0] - _REACH), min(scope.sentence[1], trigger[1] + _REACH)
        return [i for i in range(first, end) if not {";", ":"} & set(lang.words[min(i, trigger[0]) : max(i, trigger[0])])]
    roots = [scope.head, *scope.governors[:1]]
    return [
        i
        for root in roots
        for i in lang.subtree(root)
        if lang.words[i][0].isdigit() or "ago" in lang.words[i] or is_kind(lang, i, "long_ago")
    ]


def _is_past_year(lang: Language, token: int) -> bool:
    found = _YEAR.fullmatch(lang.words[token])
    published = (lang.doc.published or _latest_year(lang.words)) if found else None
    if not found or not published or not published[:4].isdigit():
        return False
    year, now = int(found[1]), int(published[:4])
    if found[2]:
        return year + 10 < now
    if year < now - 1:
        return True
    month = next(
        (_MONTHS.get(lang.words[i][:3].lower()) for i in range(max(0, token - 3), token) if lang.words[i][0].isupper()), None
    )
    return year == now - 1 and month is not None and published[5:7].isdigit() and month <= int(published[5:7])


@lru_cache(maxsize=2)  # asked for every event of a page
def _latest_year(words: tuple[str, ...]) -> str | None:
    """The latest year in the text stands in for an unknown date: what lies two years before it is past in any case."""
    return max((w for w in words if re.fullmatch(r"20[0-4]\d", w)), default=None)


def _is_years_ago(lang: Language, token: int) -> bool:
    """ "two years ago", "decades earlier", "in previous years"."""
    word = lang.words[token].lower()
    before = [w.lower() for w in lang.words[max(0, token - 3) : token]]
    if word in {"ago", "earlier"}:
        return bool({"year", "years", "decade", "decades", "century", "centuries"} & set(before))
    return word in {"years", "decades"} and bool({"previous", "past", "earlier"} & set(before[-1:])) and "the" not in before
