"""Which words stand for the same somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import msgspec
import pytest

from build import tree
from onrecord.extract.mentions import Chains, chain_mentions
from onrecord.types import Language, MentionForm, MentionKind, Name

Range = tuple[int, int]


def page(conll: str, names: Mapping[Range, str], entity: Mapping[int, str] | None = None) -> Language:
    lang = tree(conll)
    kinds = tuple((entity or {}).get(i, "") for i in range(len(lang.words)))
    return replace(lang, entity=kinds, names=tuple(Name(tokens=r, kind=k, score=0.9) for r, k in names.items()))


def name_at(chains: Chains, span: Range) -> str:
    return chains.entity(chains.at[span]).name


SPEECH = """
Foreign PROPN 2 compound
Minister PROPN 5 nsubj
Julie PROPN 2 flat
Bishop PROPN 2 flat
spoke VERB 0 root
. PUNCT 5 punct

Bishop PROPN 2 nsubj
left VERB 0 root
. PUNCT 2 punct

She PRON 2 nsubj
returned VERB 0 root
. PUNCT 2 punct

The DET 2 det
minister NOUN 3 nsubj
slept VERB 0 root
. PUNCT 3 punct
"""


def test_name_surname_pronoun_and_title_are_one() -> None:
    lang = page(SPEECH, {(2, 4): "PER", (6, 7): "PER"}, {1: "person", 13: "person"})
    chains = chain_mentions(lang, [(0, 4), (6, 7), (9, 10), (12, 14)], {})
    assert {name_at(chains, r) for r in [(0, 4), (6, 7), (9, 10), (12, 14)]} == {"Julie Bishop"}
    forms = {m.form for m in chains.mentions}
    assert forms == {MentionForm.NAME, MentionForm.PRONOUN, MentionForm.DESCRIPTION}


def test_he_is_not_who_is_called_she() -> None:
    lang = page(
        "Smith PROPN 2 nsubj\nsaw VERB 0 root\nher PRON 4 nmod:poss\nbook NOUN 2 obj\n. PUNCT 2 punct\n\nHe PRON 2 nsubj\nread VERB 0 root",
        {(0, 1): "PER"},
    )
    chains = chain_mentions(lang, [(0, 1), (2, 3), (5, 6)], {})
    assert chains.entity(chains.at[2, 3]) == chains.entity(chains.at[0, 1])
    assert chains.entity(chains.at[5, 6]) != chains.entity(chains.at[0, 1])


def test_two_at_one_verb_are_two() -> None:
    lang = page("Smith PROPN 2 nsubj\ntold VERB 0 root\nhim PRON 2 obj", {(0, 1): "PER"})
    chains = chain_mentions(lang, [(0, 1), (2, 3)], {})
    assert name_at(chains, (2, 3)) == "him"


def test_us_in_capitals_is_a_country() -> None:
    lang = page("US PROPN 2 nsubj\nleft VERB 0 root", {(0, 1): "LOC"})
    chains = chain_mentions(lang, [(0, 1)], {})
    assert name_at(chains, (0, 1)) == "United States"
    assert chains.mentions[0].form is MentionForm.NAME


@pytest.mark.parametrize("first", ["ISIL", "Daesh"])
def test_aliases_that_the_lists_know(first: str) -> None:
    lang = page(
        f"{first} PROPN 2 nsubj\nfled VERB 0 root\n. PUNCT 2 punct\n\nISIS PROPN 2 nsubj\nlost VERB 0 root",
        {(0, 1): "ORG", (3, 4): "ORG"},
    )
    chains = chain_mentions(lang, [(0, 1), (3, 4)], {})
    assert chains.entity(chains.at[0, 1]) == chains.entity(chains.at[3, 4])
    assert name_at(chains, (0, 1)) == "Islamic State"


def test_acronym_in_brackets() -> None:
    lang = page(
        "Zanzibar PROPN 3 compound\nFishing PROPN 3 compound\nBoard PROPN 7 nsubj\n( PUNCT 5 punct\nZNB PROPN 3 appos\n) PUNCT 5 punct\nmet VERB 0 root",
        {(0, 3): "ORG", (4, 5): "ORG"},
    )
    chains = chain_mentions(lang, [(0, 3), (4, 5)], {})
    assert name_at(chains, (4, 5)) == "Zanzibar Fishing Board"


QUOTED = "I PRON 2 nsubj\nregret VERB 0 root\nit PRON 2 obj\n, PUNCT 2 punct\nsaid VERB 2 parataxis\nObama PROPN 5 nsubj"


def test_first_person_is_the_speaker_though_named_later() -> None:
    lang = page(QUOTED, {(5, 6): "PER"})
    chains = chain_mentions(lang, [(0, 1), (5, 6)], {0: (5, 6), 1: (5, 6), 2: (5, 6)})
    assert chains.entity(chains.at[0, 1]) == chains.entity(chains.at[5, 6])


def test_we_of_the_page_is_its_publisher() -> None:
    lang = page("We PRON 2 nsubj\ncondemn VERB 0 root\nit PRON 2 obj", {})
    lang = replace(lang, doc=msgspec.structs.replace(lang.doc, publisher="Foreign Office"))
    assert name_at(chain_mentions(lang, [(0, 1)], {}), (0, 1)) == "Foreign Office"


def test_both_countries_are_the_two_named_before() -> None:
    lang = page(
        "Turkey PROPN 2 nsubj\njoined VERB 0 root\nIsrael PROPN 2 obj\n. PUNCT 2 punct\n\nBoth DET 2 det\ncountries NOUN 3 nsubj\nagreed VERB 0 root",
        {(0, 1): "LOC", (2, 3): "LOC"},
    )
    lang = replace(lang, lemmas=tuple("country" if w == "countries" else w for w in lang.lemmas))
    chains = chain_mentions(lang, [(4, 6)], {})
    joint = chains.entity(chains.at[4, 6])
    names = {e.id: e.name for e in chains.entities}
    assert [names[m] for m in joint.members] == ["Turkey", "Israel"]


def test_capital_that_acts_is_its_government_and_one_in_which_things_happen_is_a_place() -> None:
    acting = chain_mentions(page("Moscow PROPN 2 nsubj\nwarned VERB 0 root", {(0, 1): "LOC"}), [(0, 1)], {}).entities[0]
    place = chain_mentions(
        page("Fighting NOUN 0 root\nin ADP 3 case\nMoscow PROPN 1 nmod", {(2, 3): "LOC"}), [(2, 3)], {}
    ).entities[0]
    assert (acting.name, acting.sectors, acting.country) == ("Russia", ("GOV",), "RUS")
    assert place.name == "Moscow"


def test_nationality_is_not_the_country() -> None:
    lang = page(
        "Israel PROPN 2 nsubj\nstopped VERB 0 root\nIsraeli ADJ 4 amod\nstrikes NOUN 2 obj", {(0, 1): "LOC", (2, 3): "MISC"}
    )
    chains = chain_mentions(lang, [(0, 1), (2, 3)], {})
    assert chains.entity(chains.at[0, 1]) != chains.entity(chains.at[2, 3])
    assert chains.entity(chains.at[2, 3]).kind is MentionKind.NATIONALITY


def test_only_names_and_what_records_use_are_written() -> None:
    lang = page("Rebels NOUN 2 nsubj\nfled VERB 0 root\nsoldiers NOUN 2 obj", {}, {0: "person", 2: "person"})
    chains = chain_mentions(lang, [(0, 1)], {})
    assert [m.start for m in chains.mentions] == [0]
    assert len(chains.entities) == 1


def test_every_mention_has_an_entity_of_the_page() -> None:
    lang = page(SPEECH, {(2, 4): "PER", (6, 7): "PER"}, {1: "person"})
    chains = chain_mentions(lang, [(9, 10)], {})
    assert {m.entity for m in chains.mentions} <= {e.id for e in chains.entities}
    assert [m.id for m in chains.mentions] == [f"m{i}" for i in range(1, len(chains.mentions) + 1)]
