"""Base forms: rules, exceptions, and that reduced words stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.lemmas import lemmatize

VERBS = """
said say|struck strike|fled flee|planned plan|denied deny|agreed agree|forces force|accused accuse|killing kill|killed kill|bombed bomb
bombing bomb|died die|dying die|launched launch|clashes clash|pledged pledge|charged charge|injured injure|wounded wound|captured capture
retook retake|withdrew withdraw|overheard overhear|destroyed destroy|urged urge|sieged siege|occurred occur|visited visit|invited invite
threatened threaten|created create|treated treat|declared declare|monitored monitor|offered offer|interfered interfere|described describe
persuaded persuade|conceded concede|proceeded proceed|cancelled cancel|recalled recall|controlled control|expelled expel|transferred transfer
warned warn|vetoed veto|goes go|focuses focus|promised promise|released release|increased increase|focused focus|resigned resign|raided raid
invaded invade|provoked provoke|required require|quoted quote|guided guide|arranged arrange|hanged hang|belonged belong|freed free|needed need
lied lie|relying rely|carries carry|teaches teach|present present|sending send|seized seize|noticed notice|panicked panic|used use|stopped stop
hoped hope|hopped hop|examined examine|abandoned abandon|besieged besiege|took take|shelled shell|deployed deploy|executed execute
"""
NOUNS = """
forces force|men man|policemen policeman|women woman|children child|countries country|clashes clash|boxes box|wives wife|lives life|series series
crises crisis|politics politics|critics critic|news news|heroes hero|viruses virus|buses bus|houses house|causes cause|jihadis jihadi|menus menu
beaches beach|aches ache|1990s 1990s|grandchildren grandchild|sizes size|quizzes quiz|headquarters headquarters|gas gas|air-strikes air-strike
"""


def pairs(table: str) -> list[tuple[str, str]]:
    return [(row.split()[0], row.split()[1]) for line in table.strip().splitlines() for row in line.split("|")]


@pytest.mark.parametrize(("word", "expected"), pairs(VERBS))
def test_reduces_verbs(word: str, expected: str) -> None:
    assert lemmatize(word, "VERB") == expected


@pytest.mark.parametrize(("word", "expected"), pairs(NOUNS))
def test_reduces_nouns(word: str, expected: str) -> None:
    assert lemmatize(word, "NOUN") == expected


@pytest.mark.parametrize(
    ("word", "upos", "expected"),
    [
        ("worse", "ADJ", "bad"),
        ("Larger", "ADJ", "large"),
        ("heaviest", "ADJ", "heavy"),
        ("better", "ADV", "well"),
        ("n't", "PART", "not"),
        ("’s", "AUX", "be"),
        ("wo", "AUX", "will"),
        ("them", "PRON", "they"),
        ("Those", "DET", "that"),
        ("Iraqis", "PROPN", "iraqi"),
        ("Hollis", "PROPN", "hollis"),
        ("Sept.", "PROPN", "september"),
        ("50,000", "NUM", "50000"),
        ("GPS", "NOUN", "gps"),
        ("”", "PUNCT", "”"),
    ],
)
def test_follows_the_treebanks(word: str, upos: str, expected: str) -> None:
    assert lemmatize(word, upos) == expected


@pytest.mark.parametrize(("table", "upos"), [(VERBS, "VERB"), (NOUNS, "NOUN")])
def test_leaves_base_forms_alone(table: str, upos: str) -> None:
    for _, base in pairs(table):
        assert lemmatize(base, upos) == base


@given(st.text(max_size=20), st.sampled_from(["VERB", "NOUN", "PROPN", "ADJ", "AUX", "X", ""]))
def test_takes_any_word(word: str, upos: str) -> None:
    lemma = lemmatize(word, upos)
    assert lemma == lemma.lower()
    assert bool(lemma) == bool(word)
