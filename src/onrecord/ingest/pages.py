"""What does a document's page consist of, and what does it say of itself? Its blocks, language, title, authors and date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.errors import NoStory
from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.dates import find_date
from onrecord.ingest.languages.foreign import tell_languages
from onrecord.ingest.wording import MONTH, NAME
from onrecord.types import Block, BlockKind, Document, Page

NO_DATE = "no publication date: relative dates are left unresolved"
AUTHORS = re.compile(rf"\W*(?i:(?:posted |written |reported )?by):? (?P<names>{NAME}(?:(?:, | and |, and ){NAME})*)")
MONTH_AFTER = re.compile(rf" {MONTH}$", re.IGNORECASE)
UPDATED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)


def read_page(doc: Document) -> Page:
    """The page with its parts told apart; what the caller did not say is filled in from the page, and notes say what is missing.

    What the caller said (title, date) wins over the page; where they differ, a note says so. A publication date is taken from
    the byline or a dateline only, and only where it is written in full. The language is the text's own, whatever the caller or the page
    declares; what is not in English is marked and left unread, and a page of it is a page with nothing to read, no error.

    Raises:
        NoStory: Nothing on the page is a story's paragraph.
    """
    told = tell_languages(doc, find_blocks(doc.text, doc.title))
    blocks = told.blocks
    if not told.is_foreign and not any(block.kind is BlockKind.BODY for block in blocks):
        raise NoStory(f"{_name(doc)}no paragraph of a story among {len(blocks)} blocks; expected a news page or report as text")
    headline = next(_texts(doc, blocks, BlockKind.HEADLINE), None)
    bylines = tuple(_texts(doc, blocks, BlockKind.BYLINE))
    said = _date_of((*bylines, *_texts(doc, blocks, BlockKind.DATELINE)))
    updated = _update_of(bylines)
    filled = msgspec.structs.replace(
        doc,
        title=doc.title or headline,
        authors=doc.authors or _authors_of(bylines),
        published=doc.published or said,
        language=told.language,
    )
    missing = _notes(doc, headline, said, updated) if any(block.is_read for block in blocks) else ()
    return Page(doc=filled, blocks=blocks, notes=(*doc.notes, *told.notes, *missing))


def _name(doc: Document) -> str:
    """What messages call it, and a colon; nothing where it has no name of its own: whoever opened it knows one."""
    name = doc.uri or doc.given_id or doc.title
    return f"{name}: " if name else ""


def _texts(doc: Document, blocks: Sequence[Block], kind: BlockKind) -> Iterator[str]:
    """The texts of all blocks of a kind, each in one line."""
    return (" ".join(doc.text[block.start : block.end].split()) for block in blocks if block.kind is kind)


def _date_of(bylines: Sequence[str]) -> str | None:
    """The first date in these lines that is no update's."""
    return next((day for line in bylines if not UPDATED.search(line) and (day := find_date(line))), None)


def _update_of(bylines: Sequence[str]) -> str | None:
    """The first date in the bylines that is an update's: no publication date, but worth a note where there is no other."""
    return next((day for line in bylines if UPDATED.search(line) and (day := find_date(line))), None)


def _authors_of(bylines: Sequence[str]) -> tuple[str, ...]:
    for line in bylines:
        found = AUTHORS.match(line)
        if found:
            names = re.split(r", and |, | and ", found["names"])
            return tuple(bare for name in names if " " in (bare := MONTH_AFTER.sub("", name)))
    return ()


def _notes(doc: Document, headline: str | None, said: str | None, updated: str | None) -> Iterator[str]:
    if not (doc.published or said):
        yield f"{NO_DATE} (the page gives only its update's, {updated})" if updated else NO_DATE
    if doc.published and said and doc.published != said:
        yield f"publication date: the caller says {doc.published}, the page says {said}; the caller's is used"
    if doc.title and headline and _bare(doc.title) != _bare(headline):
        yield f"title: the caller says {doc.title!r}, the page says {headline!r}; the caller's is used"


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
