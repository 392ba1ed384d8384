import pytest

from onrecord.extract.places import is_place_name, resolve_place


@pytest.mark.parametrize(
    ("words", "name", "country", "precision"),
    [
        ("Iraq", "Iraq", "IRQ", "country"),
        ("the United States", "United States", "USA", "country"),
        ("Mosul", "Mosul", "IRQ", "city"),
        ("the northern city of Mosul", "Mosul", "IRQ", "city"),
        ("Daquq, Iraq", "Daquq", "IRQ", "city"),
        ("Kunduz province", "Kunduz", "AFG", "city"),
        ("Xinjiang", "Xinjiang", "CHN", "admin1"),
        ("Crimea", "Crimea", "UKR", "admin1"),
        ("the Gaza Strip", "Gaza Strip", "PSE", "admin1"),
        ("Tahrir Square", "Tahrir Square", "EGY", "point"),
        ("the Juba airport", "Juba", "SSD", "city"),
        ("Europe", "Europe", None, None),
        ("Georgia", "Georgia", "GEO", "country"),
        ("the Turkish capital", "Turkey", "TUR", "country"),
    ],
)
def test_places(words: str, name: str, country: str | None, precision: str | None) -> None:
    found = resolve_place(words)
    assert found is not None
    assert (found.name, found.country, found.precision) == (name, country, precision)


@pytest.mark.parametrize("words", ["Iraqi", "Russians", "us", "the scene", "the capital", "police", "Nowhereville", ""])
def test_no_places(words: str) -> None:
    assert resolve_place(words) is None
    assert not is_place_name(words)


def test_the_text_wins_over_the_better_known_place_of_the_name() -> None:
    found = resolve_place("Tripoli, Lebanon")
    assert found is not None
    assert (found.country, found.precision) == ("LBN", "country")


def test_a_country_brings_its_middle_and_its_number() -> None:
    found = resolve_place("Syria")
    assert found is not None
    assert (found.lat, found.lon, found.geonames_id) == (35.0, 38.0, 163843)


def test_a_province_is_its_own_admin1() -> None:
    found = resolve_place("Xinjiang")
    assert found is not None
    assert found.admin1 == "Xinjiang"
