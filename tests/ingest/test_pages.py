from __future__ import annotations

import msgspec
import pytest

from onrecord.errors import NoStory
from onrecord.ingest import document_of, read_page
from onrecord.ingest.pages import NO_DATE

STORY = """Rebels take Kessra

By Ada Quill and Ben Roe
{date}

Rebels took the town of Kessra on Monday, the army said.

The army lost 12 soldiers.
"""


def test_title_authors_and_date_are_filled_in_from_the_page() -> None:
    page = read_page(document_of(STORY.format(date="March 3, 2021")))
    assert page.doc.title == "Rebels take Kessra"
    assert page.doc.authors == ("Ada Quill", "Ben Roe")
    assert page.doc.published == "2021-03-03"
    assert page.notes == ()


def test_a_datelines_full_date_is_the_pages() -> None:
    story = "Rebels take Kessra\n\nKESSRA, March 3, 2021 (Example Wire) - Rebels took the town on Monday, the army said."
    assert read_page(document_of(story)).doc.published == "2021-03-03"


def test_the_document_stays_the_same_but_for_what_is_filled_in() -> None:
    doc = document_of(STORY.format(date=""), uri="http://e.org/1", given_id="9")
    filled = read_page(doc).doc
    assert (filled.id, filled.text_id, filled.text, filled.given_id) == (doc.id, doc.text_id, doc.text, doc.given_id)


def test_no_date_is_noted() -> None:
    assert read_page(document_of("Rebels took the town on Monday.")).notes == (NO_DATE,)


def test_an_updates_day_is_no_publication_date() -> None:
    page = read_page(document_of(STORY.format(date="Updated March 3, 2021")))
    assert page.doc.published is None
    assert page.notes[0].startswith(NO_DATE)
    assert "2021-03-03" in page.notes[0]


def test_what_the_caller_says_wins_and_the_difference_is_noted() -> None:
    page = read_page(document_of(STORY.format(date="March 3, 2021"), published="2021-03-04", title="Kessra falls"))
    assert (page.doc.published, page.doc.title) == ("2021-03-04", "Kessra falls")
    assert [note.split(":")[0] for note in page.notes] == ["publication date", "title"]


def test_the_same_title_in_other_letters_is_no_difference() -> None:
    page = read_page(document_of(STORY.format(date="March 3, 2021"), title="REBELS TAKE KESSRA."))
    assert page.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        "© 2020 The Post. All rights reserved.",
        "Subscribe now!",
        "Home\nWorld\nLog in\nPrivacy policy",
        "Comments are closed.",
        "12",
    ],
)
def test_a_page_without_a_story_is_an_error_that_says_so(text: str) -> None:
    with pytest.raises(NoStory, match="no paragraph of a story") as caught:
        read_page(document_of(text, uri="http://e.org/1"))
    assert str(caught.value).startswith("http://e.org/1")
    assert "\n" not in str(caught.value)


FRENCH = (
    "Des rebelles ont attaqué la ville de Kessra lundi, tuant douze soldats, a déclaré l'armée. Des milliers d'habitants ont fui."
)
ENGLISH = "The president said that the army would take the town back before the end of the week."


def test_a_page_in_another_language_is_a_page_with_nothing_to_read() -> None:
    page = read_page(document_of(f"Attaque à Kessra\n\n{FRENCH}\n\n{FRENCH}"))
    assert page.doc.language == "fr"
    assert not any(block.is_read for block in page.blocks)
    assert page.notes == ("the page is in French (fr): only English is read",)


@pytest.mark.parametrize(
    "text",
    ["叛军周一袭击了凯斯拉市，打死十二名士兵，军方表示。\n数千名居民逃往边境。", "Последние новости\nСпорт\nПогода\nВойти\n"],
)
def test_a_foreign_page_on_which_no_story_is_found_is_no_error(text: str) -> None:
    page = read_page(document_of(text))
    assert page.doc.language in {"zh", "ru"}
    assert not any(block.is_read for block in page.blocks)


def test_a_foreign_paragraph_is_left_unread_and_noted() -> None:
    story = STORY.format(date="March 3, 2021") + f"\n{FRENCH}\n\n{ENGLISH}\n\n{ENGLISH}\n"
    page = read_page(document_of(story))
    assert page.doc.language == "en"
    assert [block.language for block in page.blocks if block.language] == ["fr"]
    assert page.notes == ("1 block in French (fr) was left unread",)


def test_the_documents_own_notes_come_first() -> None:
    doc = msgspec.structs.replace(document_of(FRENCH), notes=("decoded from windows-1252",))
    assert read_page(doc).notes == ("decoded from windows-1252", "the page is in French (fr): only English is read")
