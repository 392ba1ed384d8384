from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.ingest.languages.language import UNKNOWN, first_look, language_of, name_of

HERE = Path(__file__).parent


def rows(name: str) -> list[tuple[str, str]]:
    lines = (HERE / name).read_text("utf8").splitlines()
    return [(first, text) for first, text in (line.split("\t") for line in lines if not line.startswith("#"))]


LANGUAGES, HARD_ENGLISH = rows("languages.tsv"), rows("english.tsv")


@pytest.mark.parametrize(("codes", "text"), LANGUAGES)
def test_two_sentences_are_enough_to_tell_a_language(codes: str, text: str) -> None:
    assert language_of(text).code in codes.split("|")


def test_there_are_more_than_fifty_languages() -> None:
    assert len({codes for codes, _ in LANGUAGES}) > 50


@pytest.mark.parametrize("text", [text for _, text in HARD_ENGLISH], ids=[hard for hard, _ in HARD_ENGLISH])
def test_english_is_never_taken_for_another_language(text: str) -> None:
    assert language_of(text).code in {"en", None}


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Monday that rebels had taken the town.",
        "THE ARMY SAID ON MONDAY THAT REBELS HAD TAKEN THE TOWN.",
        "It’s what they hadn’t told the court, and which the judge didn’t know.",
        'The BBC cited "Le Monde", "Die Zeit" and "El País" in what it called the report of the year.',
    ],
)
def test_plain_english_is_clear_at_a_first_look(text: str) -> None:
    guess = first_look(text).guess
    assert guess is not None
    assert guess.code == "en"


@pytest.mark.parametrize("text", ["The mayor resigned.", "They fled.", "Police said nothing."])
def test_in_a_short_text_one_english_word_is_enough(text: str) -> None:
    assert language_of(text).code == "en"


@pytest.mark.parametrize(
    "text",
    ["Kessra troops remained on alert Sunday in northern territory.", "US and allies launch war games near Zelenian waters."],
)
def test_a_headline_is_english_where_that_is_likeliest(text: str) -> None:
    assert language_of(text).code == "en"


@pytest.mark.parametrize("text", [text for codes, text in LANGUAGES if codes != "pcm"])
def test_at_a_first_look_no_other_language_is_english(text: str) -> None:
    guess = first_look(text).guess
    assert guess is None or guess.code is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "3 456 789,00 — 12:30 (45 %)",
        "Kessra",
        "Explosion in Kessra",
        "🚀 🚀 🚀",
        "\ud800\udfff \u200f \u200e",
        "for (int i = 0; i < n; ++i) { x[i] = f(i); }",
        "Mohammed Hussein al-Kassari, Abdul Rahman Yusuf, Fatima Zahra Idrissi, Omar Khalid Barzani, Layla Mahmoud Haddad",
        "Juan Pérez García, María del Carmen Hernández, José Luis Rodríguez, Ana Sofía Fernández, Luis Miguel Gómez",
    ],
)
def test_what_nobody_could_tell_is_not_told(text: str) -> None:
    assert language_of(text).code is None


def test_a_script_of_which_no_language_is_known_is_no_english() -> None:
    assert language_of("ᎣᏏᏲ ᏙᎯᏧ ᎣᏍᏓ ᏏᎪᎵᏅᎭ ᎠᏴ ᏓᏆᏙᎠ ᏣᎳᎩ").code == UNKNOWN


def test_letters_in_disguise_are_latin() -> None:
    assert first_look("𝐓𝐡𝐞 𝐚𝐫𝐦𝐲 𝐬𝐚𝐢𝐝 ｔｈａｔ ｒｅｂｅｌｓ ｈａｄ ｔａｋｅｎ ｔｈｅ ｔｏｗｎ").others == 0


def test_names_in_another_script_leave_english_english() -> None:
    assert language_of("The town (кесра, كسرى, 凯斯拉) was taken, said the army of the north (Північна армія).").code == "en"


def test_only_the_head_of_a_long_text_is_looked_at() -> None:
    assert (
        language_of("The army said that the town was taken. " * 100 + "Les rebelles ont attaqué la ville. " * 100_000).code
        == "en"
    )


@pytest.mark.parametrize(("code", "name"), [("fr", "French"), ("zh", "Chinese"), ("pcm", "Nigerian Pidgin")])
def test_languages_have_names(code: str, name: str) -> None:
    assert name_of(code) == name


def test_every_label_of_the_model_has_a_code_and_a_name() -> None:
    from onrecord.ingest.languages.language import NO_LANGUAGE, _languages, _model

    assert set(_model().labels) - {NO_LANGUAGE} == set(_languages())
    assert all(row.name and row.code.isalpha() and row.kin in _languages() for row in _languages().values())


def test_plain_english_does_not_load_the_model() -> None:
    code = (
        "import sys; from onrecord.ingest.languages.language import language_of; "
        "language_of('The army said on Monday that rebels had taken the town.'); print('py3langid' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": ":".join(sys.path)}
    )
    assert done.stdout.strip() == "False"
