"""Which column of a table, or key of an object, holds what of a document?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.errors import BrokenRow, OptionError
from onrecord.ingest.dates import check_date, find_date
from onrecord.ingest.documents import About

# The names that are taken where the caller gives none, first come first served; compared without case, spaces and underscores.
USUAL = {
    "text": "text body content fulltext articletext articlebody article maintext maincontent bodytext story",
    "date": "published date publicationdate pubdate publishdate publishedat publisheddate datepublished publishedon datetime timestamp",
    "title": "title headline",
    "publisher": "publisher source outlet publication newspaper sourcename sitename",
    "uri": "uri url link permalink sourceurl",
    "id": "id docid documentid articleid",
}
JSON_WORDS = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "a string",
    list: "an array",
    dict: "an object",
}
SHOWN = 20  # columns that a message lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns, or keys, as the caller names them; None: the usual names are looked for (``text``, ``body``, ``content`` …).

    A name that is given must be there. Names are compared as they stand first, then without case, spaces and underscores.
    """

    text: str | None = None
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    uri: str | None = None
    id: str | None = None

    def find(self, keys: Sequence[str], name: str) -> dict[str, str]:
        """For each of text, date, title …: the key that holds it; those that no key holds are left out.

        Raises:
            BrokenRow: No key holds the text, or one that the caller named is not there; the message lists those that are.
        """
        bare = {_bare(key): key for key in reversed(keys)}
        found = {role: key for role in USUAL if (key := self._key_of(role, keys, bare, name)) is not None}
        if "text" not in found:
            raise BrokenRow(
                f"{name}: no text among {_listed(keys)}; expected one called text, body or content: name it with --text-column"
            )
        return found

    def _key_of(self, role: str, keys: Sequence[str], bare: Mapping[str, str], name: str) -> str | None:
        asked: str | None = getattr(self, role)
        if asked is None:
            return next((bare[usual] for usual in USUAL[role].split() if usual in bare), None)
        if asked in keys:
            return asked
        if _bare(asked) in bare:
            return bare[_bare(asked)]
        raise BrokenRow(f"{name}: no {asked!r} among {_listed(keys)}; expected the one that --{role}-column names")


def about_row(row: Mapping[str, object], found: Mapping[str, str], name: str) -> About:
    """What a row says of its text.

    Raises:
        BrokenRow: A value is no string, or its date is none.
    """
    said = {role: _plain(row.get(key), key, name) for role, key in found.items() if role != "text"}
    return About(
        published=_day(said.get("date"), name),
        title=said.get("title"),
        publisher=said.get("publisher"),
        uri=said.get("uri"),
        given_id=said.get("id"),
        notes=_notes(row, found),
    )


def _plain(value: object, key: str, name: str) -> str | None:
    """A value as a string: numbers are (ids), and so is the name of ``{"id": …, "name": …}``; None for nothing."""
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        value = value["name"]
    if value is None or isinstance(value, str):
        return (value or "").strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise BrokenRow(f"{name}: {key!r} is {kind_of_value(value)}; expected a string")


def kind_of_value(value: object) -> str:
    """What a value is, in JSON's words."""
    return JSON_WORDS.get(type(value), type(value).__name__)


def _day(value: str | None, name: str) -> str | None:
    """The day of an ISO date, of one without its hyphens, or of one that is written out ("19 Oct 2015")."""
    if value is None:
        return None
    compact = re.fullmatch(r"((?:19|20)\d{2})([01]\d)([0-3]\d)", value)
    try:
        return check_date("-".join(compact.groups()) if compact else value)
    except OptionError as error:
        if written := find_date(value):
            return written
        raise BrokenRow(f"{name}: {error}") from error


def _notes(row: Mapping[str, object], found: Mapping[str, str]) -> tuple[str, ...]:
    """A word on columns that look like the date, where none was taken for it."""
    dates = [key for key in row if "date" in key.lower() or "publish" in key.lower()]
    if "date" in found or not (left := [key for key in dates if key not in found.values()]):
        return ()
    return (f"no column was taken for the publication date, though there is {left[0][:40]!r}: name it with --date-column",)


def _bare(key: str) -> str:
    return re.sub(r"[\W_]+", "", key).lower()


def _listed(keys: Sequence[str]) -> str:
    if not keys:
        return "no columns at all"
    more = f" and {len(keys) - SHOWN} more" if len(keys) > SHOWN else ""
    return ", ".join(repr(key if len(key) <= 40 else f"{key[:39]}…") for key in keys[:SHOWN]) + more
