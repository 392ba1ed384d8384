import re
from importlib.resources import files

import pytest

from onrecord.errors import DataError
from onrecord.lexicon import loader
from onrecord.lexicon.entries import Body, Leader, Names, Role, key_of

LISTS = (
    "countries.tsv",
    "peoples.tsv",
    "places.tsv",
    "organisations.tsv",
    "groups.tsv",
    "leaders.tsv",
    "roles.tsv",
    "suffixes.tsv",
)
SECTORS = set("GOV LEG JUD MIL COP SPY PRM REB UAF PTY OPP ELI CVL SOC REL JRN MED EDU BUS LAB AGR REF CRM UNK IGO NGO".split())


def text_of(name: str) -> str:
    return files("onrecord.lexicon").joinpath(name).read_text(encoding="utf8")


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_on_top_where_it_comes_from_and_when(name: str) -> None:
    top = [line for line in text_of(name).splitlines() if line.startswith("#")]
    assert any("Source:" in line and "2026-11-25" in line for line in top)


@pytest.mark.parametrize("name", LISTS)
def test_every_row_has_as_many_cells_as_its_header(name: str) -> None:
    rows = [line.split("\t") for line in text_of(name).splitlines() if not line.startswith("#")]
    assert {len(row) for row in rows} == {len(rows[0])}


def test_countries_are_all_there_once() -> None:
    codes = [line.split("\t")[0] for line in text_of("countries.tsv").splitlines() if re.match(r"[A-Z]{3}\t", line)]
    assert len(codes) == len(set(codes))
    assert {"XKX", "PSE", "TWN", "HKG", "SSD", "VAT"} <= set(codes)
    assert len(codes) >= 197


def test_lists_name_only_countries_and_sectors_that_exist() -> None:
    codes = set(loader.states().by_code)
    bodies = {*loader.bodies().words.values(), *loader.bodies().acronyms.values()}
    leaders = {leader for several in loader.leaders().values() for leader in several}
    found: set[Body | Leader | Role] = {*bodies, *leaders, *loader.roles().values()}
    assert {x.country for x in found if x.country} <= codes
    assert {s for x in found for s in x.sectors} <= SECTORS
    assert {x.country for x in loader.spots().words.values() if x.country} <= codes


def test_places_lie_on_the_globe() -> None:
    spots = set(loader.spots().words.values())
    assert all(-90 <= x.lat <= 90 and -180 <= x.lon <= 180 for x in spots)
    assert len(spots) > 1000


def test_capitals_that_the_countries_name_lie_in_their_country() -> None:
    known = loader.states()
    wrong = [
        key
        for key, country in known.capitals.words.items()
        if (spot := loader.spots().words.get(key)) and spot.country != country.code
    ]
    assert wrong == []


def test_terms_of_leaders_do_not_end_before_they_begin() -> None:
    terms = [term for several in loader.leaders().values() for leader in several for term in leader.terms]
    assert all(last is None or first <= last <= 2026 for first, last in terms)


@pytest.mark.parametrize(
    ("words", "key"),
    [("The Hague", "hague"), ("Iran’s", "iran"), ("Côte d'Ivoire", "cote d'ivoire"), ("rebels'", "rebels"), ("US", "us")],
)
def test_one_spelling(words: str, key: str) -> None:
    assert key_of(words) == key


def test_acronyms_count_in_capitals_only() -> None:
    names: Names[int] = Names()
    names.add("U.S.", 1)
    names.add("Lebanon", 2)
    assert [names.find(w) for w in ("US", "the U.S.", "us", "Us", "LEBANON", "lebanon")] == [1, 1, None, None, 2, None]


@pytest.mark.parametrize(
    ("words", "role", "many"),
    [
        ("secretaries of state", "secretary of state", True),
        ("congresswomen", "congresswoman", True),
        ("armies", "army", True),
        ("judge", "judge", False),
    ],
)
def test_roles_are_found_in_the_plural(words: str, role: str, many: bool) -> None:
    found = loader.role_of(words)
    assert found is not None
    assert (found[0].word, found[1]) == (role, many)


def test_a_row_with_a_cell_too_few_is_named() -> None:
    with pytest.raises(DataError, match="expected 9"):
        list(loader._rows("roles.tsv", 9))


def test_a_missing_list_says_what_to_do() -> None:
    with pytest.raises(DataError, match="install onrecord again"):
        list(loader._rows("nowhere.tsv", 2))
