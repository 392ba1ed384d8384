import pytest

from onrecord.extract.actors import ActorFacts, at_home, describe_actor, home_country, kind_of_name, merge_facts
from onrecord.types import MentionKind


def facts(words: str, *, head: str = "", kind: MentionKind | None = None, date: str | None = None) -> ActorFacts:
    return describe_actor(words, head=head or words.rsplit(maxsplit=1)[-1], kind=kind, date=date)


@pytest.mark.parametrize(
    ("words", "country", "sectors"),
    [
        ("China", "CHN", ""),
        ("the United States", "USA", ""),
        ("Iraqi", "IRQ", ""),
        ("Palestinians", "PSE", "CVL"),
        ("Beijing", "CHN", "GOV"),
        ("the Kremlin", "RUS", "GOV"),
        ("Downing Street", "GBR", "GOV"),
        ("Europe", None, ""),
        ("Brussels", None, "IGO"),
        ("Xinjiang", "CHN", ""),
        ("the United Nations", None, "IGO"),
        ("NATO", None, "IGO MIL"),
        ("the US-led coalition", None, "IGO MIL"),
        ("Human Rights Watch", None, "NGO"),
        ("the Pentagon", "USA", "GOV MIL"),
        ("the FBI", "USA", "COP"),
        ("the New York Times", "USA", "JRN"),
        ("ISIL", None, "REB"),
        ("the terrorist group ISIL", None, "REB"),
        ("Boko Haram", "NGA", "REB"),
    ],
)
def test_names_that_a_list_has(words: str, country: str | None, sectors: str) -> None:
    found = facts(words)
    assert (found.country, " ".join(found.sectors)) == (country, sectors)


@pytest.mark.parametrize(
    ("words", "head", "country", "sectors"),
    [
        ("the Afghan government", "government", "AFG", "GOV"),
        ("Russian Defense Minister Anatoly Antonov", "Minister", "RUS", "GOV MIL"),
        ("Pakistan’s Prime Minister", "Minister", "PAK", "GOV"),
        ("Kremlin officials", "officials", "RUS", "GOV"),
        ("the government of Iraq", "government", "IRQ", "GOV"),
        ("civilians in Mosul", "civilians", "IRQ", "CVL"),
        ("Iran's parliament", "parliament", "IRN", "LEG"),
        ("the Syrian army", "army", "SYR", "MIL"),
        ("Egyptian security forces", "forces", "EGY", "MIL COP"),
        ("Assad's regime", "regime", "SYR", "GOV"),
        ("U.S.-trained rebels", "rebels", None, "REB"),
        ("ISIS militants", "militants", None, "REB"),
        ("al-Shabab gunmen", "gunmen", "SOM", "REB"),
        ("EU foreign ministers", "ministers", None, "IGO GOV"),
        ("African Union troops", "troops", None, "IGO MIL"),
        ("opposition lawmakers", "lawmakers", None, "LEG OPP"),
        ("a police spokesman", "spokesman", None, "COP"),
        ("rebel leaders", "leaders", None, "REB"),
        ("hospital officials", "officials", None, "MED"),
        ("members of parliament", "members", None, "LEG"),
        ("hackers", "hackers", None, "CRM"),
        ("doctors", "doctors", None, "MED"),
        ("women and children", "women", None, "CVL"),
        ("US and British forces", "forces", None, "MIL"),
        ("Russia and China", "Russia", None, ""),
        ("America’s geopolitical allies", "allies", None, ""),
        ("Mike Lynch, managing director with Invoke Capital", "Lynch", None, "BUS"),
        ("former British officials", "officials", "GBR", "ELI"),
    ],
)
def test_descriptions(words: str, head: str, country: str | None, sectors: str) -> None:
    found = facts(words, head=head)
    assert (found.country, " ".join(found.sectors)) == (country, sectors)


@pytest.mark.parametrize(
    ("words", "date", "sectors"),
    [
        ("Clinton", "2010-03-01", "GOV"),
        ("Clinton", "2016-03-01", "ELI"),
        ("Donald Trump", "2016-05-01", "PTY"),
        ("Donald Trump", "2018-05-01", "GOV"),
        ("former President Barack Obama", None, "ELI"),
        ("the Taliban", "2010-01-01", "REB"),
        ("the Taliban", "2024-01-01", "GOV"),
    ],
)
def test_offices_count_in_their_years(words: str, date: str | None, sectors: str) -> None:
    assert " ".join(facts(words, date=date).sectors) == sectors


def test_a_title_keeps_its_name_and_the_list_its_key() -> None:
    found = facts("Foreign Minister Julie Bishop", head="Minister")
    assert (found.name, found.known_as, found.country, found.sectors) == ("Julie Bishop", "Julie Bishop", "AUS", ("GOV",))


def test_another_first_name_is_another_person() -> None:
    assert facts("Mohammed Assad").known_as is None


def test_a_person_called_like_a_company_or_a_country_is_none() -> None:
    assert facts("Russian Defense Minister Anatoly Antonov", head="Minister").name == "Anatoly Antonov"
    assert facts("Jordan", kind=MentionKind.PERSON).country is None


def test_us_is_a_pronoun_in_small_letters() -> None:
    assert (facts("us").country, facts("US").country) == (None, "USA")


def test_every_reason_can_be_read() -> None:
    found = facts("the Afghan government")
    assert [why.by for why in found.why] == ["actors.described"]
    assert "AFG" in found.why[0].says


def test_merged_a_bare_name_keeps_what_its_title_told() -> None:
    mentions = ("Boztepe", "Turkish journalist Ali Boztepe", "the reporter")
    found = merge_facts([facts(words) for words in mentions])
    assert (found.country, found.sectors) == ("TUR", ("JRN",))


def test_merged_a_surname_gives_way_to_another_full_name() -> None:
    found = merge_facts([facts("Obama"), facts("Kenyan farmer Malik Obama")])
    assert (found.country, found.sectors, found.known_as) == ("KEN", ("AGR",), None)


def test_merged_nothing_is_nothing() -> None:
    assert merge_facts([]).sectors == ()


def test_at_home_fills_only_what_must_be_of_some_country() -> None:
    filled = [
        at_home(facts(words), "SOM").country
        for words in ("the police", "refugees", "the United Nations", "international monitors")
    ]
    assert filled == ["SOM", None, None, None]


def test_at_home_never_overrules_the_words() -> None:
    assert at_home(facts("Kenyan troops"), "SOM").country == "KEN"


def test_home_is_the_country_named_most() -> None:
    assert home_country(["Somali officials", "Mogadishu", "Kenya", "the police"]) == "SOM"
    assert home_country(["the police", "a man"]) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Mosul", MentionKind.PLACE),
        ("the United Nations", MentionKind.ORGANIZATION),
        ("Iraqis", MentionKind.NATIONALITY),
        ("Barack Obama", MentionKind.PERSON),
        ("police", None),
        ("Mosul residents", None),
    ],
)
def test_kinds_of_names(words: str, kind: MentionKind | None) -> None:
    assert kind_of_name(words) is kind
