"""What a list entry is, and the one rule of spelling by which names are found."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
ACRONYM = 6  # letters: longer capitals are a headline's, not an acronym's


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A state or territory: ISO 3166-1 alpha-3 code, the name shown, its middle in degrees."""

    code: str
    name: str
    lat: float
    lon: float
    geonames_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """An adjective or noun of belonging; ``plural`` where it can only mean several of them (Russians)."""

    name: str
    country: str | None
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A city, province, region, point or sea; ``country`` None where it lies in several or none."""

    name: str
    country: str | None
    kind: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation or armed group: the name shown, its country (None: several), its sectors."""

    name: str
    country: str | None
    sectors: tuple[str, ...]
    armed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A person with an office; ``terms`` are (first, last) years, the last None where it goes on."""

    name: str
    country: str | None
    role: str
    sectors: tuple[str, ...]
    terms: tuple[tuple[int, int | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A noun for what somebody does: its sectors (none: it says nothing of them) and person | group | organization.

    ``country`` where one country's offices are called so (Foreign Secretary, taoiseach).
    """

    word: str
    sectors: tuple[str, ...]
    kind: str
    country: str | None


def key_of(words: str) -> str:
    """The spelling that all lists share: small letters without accents, one kind of apostrophe, no article, no possessive."""
    key = words.replace("’", "'").replace("‘", "'")
    if not key.isascii():
        key = "".join(c for c in unicodedata.normalize("NFKD", key) if not unicodedata.combining(c))
    key = key.casefold().strip()
    key = key.removeprefix("the ")
    return key.removesuffix("'s").removesuffix("'") if key.endswith(("'s", "s'")) else key


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "").replace(" ", "").replace("&", "")
    return len(letters) <= ACRONYM and letters.isupper()


def _exact(name: str) -> str:
    bare = name.removeprefix("the ").removeprefix("The ").replace("’", "'").removesuffix("'s").removesuffix("'")
    return bare.replace(".", "").replace(" ", "")


@dataclass(frozen=True, slots=True)
class Names(Generic[T]):
    """Names with what they stand for; acronyms count only in their own capitals ("US", never "us"), names only with a capital."""

    acronyms: dict[str, T] = field(default_factory=dict)
    words: dict[str, T] = field(default_factory=dict)

    def add(self, name: str, value: T) -> None:
        """Adds a spelling; the first meaning of a spelling stays."""
        if _is_acronym(name):
            self.acronyms.setdefault(_exact(name), value)
        else:
            self.words.setdefault(key_of(name), value)

    def find(self, words: str, key: str | None = None) -> T | None:
        """What the words stand for, None where the list does not have them; ``key`` saves working it out again."""
        if (found := self.acronyms.get(_exact(words))) is not None:
            return found
        if words.islower():
            return None
        return self.words.get(key_of(words) if key is None else key)
