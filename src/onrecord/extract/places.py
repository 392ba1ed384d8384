"""Where a place name lies: its country, its middle, and how exactly that is known. Demonyms are no places.

A name that several places share is taken for the best known; where two names stand in one phrase ("Daquq, Iraq", "the city of
Mosul in northern Iraq") the smaller place is meant and the larger one must agree.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.extract.actor_words import Label, labelled, words_of
from onrecord.lexicon.entries import Country, People, Spot, key_of
from onrecord.lexicon.loader import spots, states
from onrecord.types import Place, Why

PRECISION = {"city": "city", "admin1": "admin1", "region": "admin1", "point": "point"}
FINENESS = {"point": 0, "city": 1, "admin1": 2, "region": 3, "world": 5}
A_COUNTRY = 4
# What may stand around a name without changing where it is; "eastern Aleppo" is as near as we get to Aleppo.
KINDS_OF_PLACE = frozenset(
    "the city town village province governorate district region state county area areas capital suburb suburbs outskirts neighborhood neighbourhood oblast"
    " prefecture municipality island islands peninsula border port camp valley territory of in near around north south east west northern southern eastern"
    " western central northeastern northwestern southeastern southwestern north-east north-west south-east south-west upper lower downtown greater rural"
    " mainland occupied neighboring neighbouring war-torn ancient old coastal nearby parts part".split()
)
LANDS = frozenset(
    "waters cities towns villages soil coast airspace land lands territories mountains jurisdiction desert shores provinces regions".split()
)
PARTS = re.compile(r"\s*[,()]\s*|\s+(?:in|of|near|outside|inside|within|at)\s+")


def is_place_name(name: str) -> bool:
    """Whether the lists know the name as a place."""
    return _found(name) is not None


@lru_cache(maxsize=4096)
def resolve_place(name: str) -> Place | None:
    """The place that a phrase names, None where no list has it ("Iraqi", "the scene", a small village).

    >>> resolve_place("Daquq, Iraq").country
    'IRQ'
    """
    words = " ".join(name.split()).strip(" ,;:")
    whole = _found(words) or _found(words.rstrip("."))
    parts = [found for part in PARTS.split(words) if part and (found := _found(part)) is not None] if whole is None else [whole]
    parts = parts or _inside(words)
    if not parts:
        return None
    finest = min(parts, key=_fineness)
    around = {code for part in parts if part is not finest and (code := _country(part))}
    if around and _country(finest) is not None and _country(finest) not in around:
        return _only_country(name, around)
    return _place(name, finest)


def _found(name: str) -> Country | Spot | None:
    """The list entry for a name, tried as it stands and without the words for kinds of places around it."""
    for words in _readings(name):
        key = key_of(words)
        country = states().names.find(words, key)
        spot = spots().find(words, key)
        if country is not None and (spot is None or spot.kind != "admin1"):
            return country
        if spot is not None:
            return spot
    return None


def _inside(words: str) -> list[Country | Spot]:
    """Places named within a longer phrase ("the Juba airport"), or the country of its people ("the Turkish capital")."""
    labels = labelled(words_of(words))
    found = [place for x in labels if (place := _meant(x)) is not None]
    if not found and labels and labels[-1].text.lower() in (KINDS_OF_PLACE | LANDS) - {"border"}:
        codes = [x.meaning.country for x in labels if isinstance(x.meaning, People) and x.meaning.country]
        found = [states().by_code[code] for code in codes]
    return found if len({_country(x) for x in found}) == 1 else []


def _meant(label: Label) -> Country | Spot | None:
    """The place that a label names: a capital is the city, not its country."""
    if label.seat:
        return spots().find(label.text)
    return label.meaning if isinstance(label.meaning, (Country, Spot)) else None


def _readings(name: str) -> tuple[str, ...]:
    """The name, and the name without what its kind is: "the northern city of Mosul", "Kunduz province"."""
    words = name.split()
    first, end = 0, len(words)
    while first < end and words[first].lower() in KINDS_OF_PLACE:
        first += 1
    while end > first and words[end - 1].lower() in KINDS_OF_PLACE:
        end -= 1
    core = " ".join(words[first:end])
    return (name, core) if core and core != name else (name,)


def _fineness(found: Country | Spot) -> int:
    return A_COUNTRY if isinstance(found, Country) else FINENESS[found.kind]


def _country(found: Country | Spot) -> str | None:
    return found.code if isinstance(found, Country) else found.country


def _place(said: str, found: Country | Spot) -> Place:
    why = (Why(by="places.lists", says=f"“{said}” is {found.name} in {_country(found) or 'no one country'}"),)
    if isinstance(found, Country):
        return Place(
            name=found.name, country=found.code, lat=found.lat, lon=found.lon, geonames_id=found.geonames_id, precision="country", confidence=0.95, why=why
        )  # fmt: skip
    admin1 = found.name if found.kind == "admin1" else None
    return Place(
        name=found.name, country=found.country, admin1=admin1, lat=found.lat, lon=found.lon,
        precision=PRECISION.get(found.kind), confidence=0.9 if found.kind == "admin1" else 0.85, why=why,
    )  # fmt: skip


def _only_country(said: str, around: set[str]) -> Place | None:
    """A name whose listed place lies elsewhere than the text says ("Tripoli, Lebanon"): the country told, no more."""
    if len(around) > 1:
        return None
    country = states().by_code[next(iter(around))]
    why = Why(by="places.lists", says=f"“{said}” names {country.name}; the place itself is not in the lists")
    return Place(
        name=said, country=country.code, lat=country.lat, lon=country.lon, geonames_id=country.geonames_id, precision="country", confidence=0.8, why=(why,)
    )  # fmt: skip
