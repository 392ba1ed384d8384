from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.languages.foreign import Told, tell_languages
from onrecord.types import READ_BLOCKS, Block, BlockKind, Document

LANGUAGES = dict(
    line.split("\t")
    for line in (Path(__file__).parent / "languages.tsv").read_text("utf8").splitlines()
    if not line.startswith("#")
)
EN = "The army said on Monday that rebels had taken the town of Kessra and killed twelve soldiers there."
FR, RU, ZH = LANGUAGES["fr"], LANGUAGES["ru"], LANGUAGES["zh"]
NAMES = "Mohammed Hussein al-Kassari, Abdul Rahman Yusuf, Fatima Zahra Idrissi, Omar Khalid Barzani, Layla Mahmoud Haddad"
BODY, HEADLINE, MENU = BlockKind.BODY, BlockKind.HEADLINE, BlockKind.NAVIGATION


def told(*parts: tuple[BlockKind, str], declared: str | None = None) -> Told:
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(start=len(text), end=len(text) + len(words), kind=kind))
        text += words + "\n\n"
    return tell_languages(Document(id="d", text_id="t", text=text, language=declared), blocks)


def codes(page: Told) -> list[str | None]:
    return [block.language for block in page.blocks]


def test_english_is_not_marked() -> None:
    page = told((HEADLINE, "Rebels take Kessra"), (BODY, EN), (BODY, EN))
    assert (page.language, codes(page), page.notes) == ("en", [None, None, None], ())


def test_a_foreign_page_is_marked_from_top_to_bottom() -> None:
    page = told((HEADLINE, "Attaque à Kessra"), (BODY, FR), (BODY, "« Non. »"), (BODY, NAMES))
    assert (page.language, codes(page)) == ("fr", ["fr"] * 4)
    assert page.notes == ("the page is in French (fr): only English is read",)


def test_only_what_would_be_read_is_marked() -> None:
    assert codes(told((MENU, FR), (BODY, FR))) == [None, "fr"]


def test_a_foreign_paragraph_in_an_english_page_is_left_unread() -> None:
    page = told((HEADLINE, "Rebels take Kessra"), (BODY, EN), (BODY, FR), (BODY, EN), (BODY, RU))
    assert (page.language, codes(page)) == ("en", [None, None, "fr", None, "ru"])
    assert page.notes == ("1 block in French (fr) was left unread", "1 block in Russian (ru) was left unread")


def test_blocks_of_one_language_are_counted_together() -> None:
    assert told((BODY, EN), (BODY, EN), (BODY, EN), (BODY, FR), (BODY, FR[:90])).notes == (
        "2 blocks in French (fr) were left unread",
    )


def test_an_english_paragraph_of_a_foreign_page_is_read() -> None:
    page = told((BODY, FR), (BODY, FR), (BODY, EN), (BODY, FR))
    assert (page.language, codes(page)) == ("fr", ["fr", "fr", None, "fr"])
    assert page.notes == ("the page is mostly in French (fr): only its English is read (1 block)",)


def test_a_few_english_words_on_a_foreign_page_are_no_english_part() -> None:
    assert codes(told((BODY, FR), (BODY, "The Times of the North"), (BODY, FR))) == ["fr", "fr", "fr"]


@pytest.mark.parametrize("short", ["He said:", NAMES, "12 — 14", "Dead in Kessra"])
def test_what_cannot_be_told_goes_with_the_page(short: str) -> None:
    assert codes(told((BODY, EN), (BODY, short), (BODY, FR), (BODY, EN))) == [None, None, "fr", None]


def test_what_cannot_be_told_goes_with_its_neighbours_where_they_agree() -> None:
    assert codes(told(*[(BODY, EN)] * 3, (BODY, FR[:90]), (BODY, "« Non. »"), (BODY, FR[:90]))) == [
        None,
        None,
        None,
        "fr",
        "fr",
        "fr",
    ]


def test_a_headline_goes_with_its_first_paragraph() -> None:
    assert codes(told((HEADLINE, "Kessra Fallen"), (BODY, EN), (BODY, FR), (BODY, FR))) == [None, None, "fr", "fr"]


def test_a_page_on_which_no_block_is_a_story_is_told_by_all_its_text() -> None:
    page = told((MENU, ZH), (MENU, ZH))
    assert (page.language, page.is_foreign) == ("zh", True)


def test_the_one_english_line_of_a_chinese_page_does_not_make_it_english() -> None:
    page = told((BODY, EN), *[(MENU, ZH)] * 40)
    assert page.language == "zh"


def test_an_english_page_among_foreign_menus_is_english() -> None:
    assert told(*[(MENU, "Новости")] * 20, *[(BODY, EN)] * 5, *[(MENU, "Спорт и погода")] * 20).language == "en"


def test_the_text_wins_over_what_is_declared() -> None:
    assert told((BODY, EN), declared="fr").language == "en"
    assert told((BODY, FR), declared="en").language == "fr"


def test_what_is_declared_counts_where_the_text_does_not_tell() -> None:
    assert (told((BODY, "Explosion."), declared="fr").language, told((BODY, "Explosion.")).language) == ("fr", None)


def test_a_declared_country_makes_no_other_language() -> None:
    assert told((BODY, "Explosion."), declared="en-GB").language == "en"


@pytest.mark.parametrize("declared", ["", "und", "zxx", "xx", "mul"])
def test_what_is_declared_must_be_a_language(declared: str) -> None:
    assert told((BODY, "Explosion."), declared=declared).language is None


@given(st.lists(st.tuples(st.sampled_from(list(BlockKind)), st.text(min_size=1))))
def test_whatever_the_text_only_languages_are_added(parts: list[tuple[BlockKind, str]]) -> None:
    page = told(*parts)
    assert [block.kind for block in page.blocks] == [kind for kind, _ in parts]
    assert all(block.kind in READ_BLOCKS for block in page.blocks if block.language)
    assert page.is_foreign or page.language in {None, "en"}


def test_an_unknown_script_is_said_to_be_unknown() -> None:
    page = told((BODY, "ᎣᏏᏲ ᏙᎯᏧ ᎣᏍᏓ ᏏᎪᎵᏅᎭ ᎠᏴ ᏓᏆᏙᎠ ᏣᎳᎩ"))
    assert page.notes == ("the page is in a language that could not be told (und): only English is read",)
