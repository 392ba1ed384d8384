"""What the lists say about a name: countries, peoples, places, organisations, armed groups, leaders and roles.

Each list is a TSV file beside this module with its source on top, read once when first asked for. All look-ups go through
:func:`~onrecord.lexicon.entries.key_of` and :class:`~onrecord.lexicon.entries.Names`, so that one rule of spelling holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

from onrecord.errors import DataError
from onrecord.lexicon.entries import Body, Country, Leader, Names, People, Role, Spot, key_of

T = TypeVar("T")


def _rows(name: str, width: int) -> Iterator[list[str]]:
    """The rows of a list without its comments and its header line.

    Raises:
        DataError: the file is missing or a row has the wrong number of cells.
    """
    try:
        text = files("onrecord.lexicon").joinpath(name).read_text(encoding="utf8")
    except OSError as error:
        raise DataError(f"{name}: expected among the package's lists, not there; install onrecord again") from error
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != width:
            raise DataError(f"{name}: {line[:60]!r} has {len(cells)} cells, expected {width}; mend the list")
        yield cells


def _several(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """All countries: by code, by name, by capital, by seat of government, and their peoples."""

    by_code: dict[str, Country]
    names: Names[Country]
    capitals: Names[Country]
    seats: Names[Country]
    peoples: Names[People]


@cache
def states() -> States:
    """The countries, their capitals, seats and peoples (countries.tsv, peoples.tsv)."""
    found = States(by_code={}, names=Names(), capitals=Names(), seats=Names(), peoples=Names())
    for code, names, adjectives, people, capitals, seats, lat, lon, number in _rows("countries.tsv", 9):
        called = _several(names)
        country = Country(code=code, name=called[0], lat=float(lat), lon=float(lon), geonames_id=int(number) if number else None)
        found.by_code[code] = country
        _add_all(found.names, called, country)
        _add_all(found.capitals, _several(capitals), country)
        _add_all(found.seats, _several(seats), country)
        _add_people(found.peoples, _several(adjectives), _several(people), code)
    for adjectives, people, code in _rows("peoples.tsv", 3):
        _add_people(found.peoples, _several(adjectives), _several(people), code or None)
    return found


def _add_all(names: Names[T], called: Iterable[str], value: T) -> None:
    for name in called:
        names.add(name, value)


def _add_people(peoples: Names[People], adjectives: list[str], people: list[str], code: str | None) -> None:
    """Adjectives, and nouns in the plural with their singular: those given and those made from the adjectives."""
    for name in adjectives:
        peoples.add(name, People(name=name, country=code, plural=False))
    for name in (*people, *(f"{name}s" for name in adjectives if name[-1] in "nio")):
        peoples.add(name, People(name=name, country=code, plural=True))
        single = f"{name[:-3]}man" if name.endswith("men") else name.removesuffix("s")
        peoples.add(single, People(name=single, country=code, plural=False))


@cache
def spots() -> Names[Spot]:
    """Cities, provinces, regions, seas (places.tsv)."""
    found: Names[Spot] = Names()
    for names, country, kind, lat, lon in _rows("places.tsv", 5):
        called = _several(names)
        _add_all(found, called, Spot(name=called[0], country=country or None, kind=kind, lat=float(lat), lon=float(lon)))
    return found


@cache
def bodies() -> Names[Body]:
    """Armed groups and organisations (groups.tsv, organisations.tsv); where both have a name, the group is meant."""
    found: Names[Body] = Names()
    for name, armed in (("groups.tsv", True), ("organisations.tsv", False)):
        for names, country, sectors in _rows(name, 3):
            called = _several(names)
            body = Body(name=called[0], country=country or None, sectors=tuple(sectors.split()), armed=armed)
            _add_all(found, called, body)
    return found


@cache
def leaders() -> dict[str, tuple[Leader, ...]]:
    """People with an office (leaders.tsv), by key; a surname may be that of several."""
    found: dict[str, tuple[Leader, ...]] = {}
    for names, country, role, sectors, years in _rows("leaders.tsv", 5):
        called = _several(names)
        leader = Leader(name=called[0], country=country or None, role=role, sectors=tuple(sectors.split()), terms=_terms(years))
        for name in called:
            key = key_of(name)
            found[key] = (*found.get(key, ()), leader)
    return found


def _terms(years: str) -> tuple[tuple[int, int | None], ...]:
    pairs = [term.split("-") for term in years.split()]
    return tuple((int(first), int(last) if last else None) for first, last in pairs)


@cache
def roles() -> dict[str, Role]:
    """Nouns of doing (roles.tsv), by key; plurals are found by :func:`role_of`."""
    return {
        word: Role(word=word, sectors=tuple(sectors.split()), kind=kind, country=country or None)
        for word, sectors, kind, country in _rows("roles.tsv", 4)
    }


IRREGULAR = {"men": "man", "women": "woman", "children": "child", "people": "people", "wives": "wife", "thieves": "thief"}


def role_of(key: str) -> tuple[Role, bool] | None:
    """A role by its key, and whether it stands in the plural; None where the list has neither it nor its singular."""
    known = roles()
    if (role := known.get(key)) is not None:
        return role, False
    for single in _singulars(key):
        if (role := known.get(single)) is not None:
            return role, True
    return None


def _singulars(key: str) -> Iterator[str]:
    for many, one in IRREGULAR.items():
        if key.endswith(many):
            yield key.removesuffix(many) + one
    if key.endswith("ies"):
        yield key[:-3] + "y"
    if key.endswith("es"):
        yield key[:-2]
    if key.endswith("s") and not key.endswith("ss"):
        yield key[:-1]
    first, _, rest = key.partition(" ")  # "secretaries of state", "attorneys general"
    if rest.startswith(("of ", "in ", "general")) and first.endswith("s"):
        yield f"{first[:-3]}y {rest}" if first.endswith("ies") else f"{first[:-1]} {rest}"


@cache
def suffixes() -> dict[str, tuple[str, ...]]:
    """Last words of organisations' names and the sectors they tell (suffixes.tsv)."""
    return {word: tuple(sectors.split()) for word, sectors in _rows("suffixes.tsv", 2)}


@cache
def reach_of() -> dict[str, int]:
    """For every first word of a listed name: how many words the longest name that begins with it has."""
    found: dict[str, int] = {}
    known = states()
    lists = (known.names, known.peoples, known.capitals, known.seats, spots(), bodies())
    keys = [key for names in lists for key in names.words]
    for key in (*keys, *leaders(), *roles()):
        first, _, rest = key.partition(" ")
        length = 1 + rest.count(" ") + bool(rest)
        if length > found.get(first, 0):
            found[first] = length
    return found
