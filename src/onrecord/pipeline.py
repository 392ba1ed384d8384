"""The way through, on one screen: a document becomes a page, a page language, language a reading."""

from __future__ import annotations

from functools import cache

from onrecord import __version__
from onrecord.codebooks.codebook import load_codebook
from onrecord.extract.claims import find_claims
from onrecord.extract.events import find_events
from onrecord.extract.figures import find_numbers
from onrecord.extract.records import Found, write_records
from onrecord.extract.times import find_times
from onrecord.ingest.pages import read_page
from onrecord.reader.network import Network
from onrecord.reader.understand import understand
from onrecord.types import Document, Language, Page, Reading


@cache
def load_reader(name: str = "small") -> Network:
    """The reader of that name, opened once a process."""
    return Network.load(name)


def read_document(doc: Document, reader: str | Network = "small") -> Reading:
    """Everything that can be read out of one document.

    Args:
        doc: what ``ingest`` makes of a file, a row or a text.
        reader: a reader's name, or a network that is already open.

    Raises:
        NoStory: nothing on the page is a story.
        OptionError: there is no reader of that name.
    """
    network = load_reader(reader) if isinstance(reader, str) else reader
    page = read_page(doc)
    return read_language(page, understand(page, network), network.version)


def read_language(page: Page, lang: Language, reader: str) -> Reading:
    """What the rules make of a page that the network has read."""
    codebook = load_codebook()
    found = Found(
        lang=lang, claims=find_claims(lang), events=find_events(lang), times=find_times(lang), numbers=find_numbers(lang)
    )
    records = write_records(found, codebook)
    return Reading(
        made_by={"onrecord": __version__, "reader": reader, "codebook": codebook.version, "lexicon": __version__},
        notes=page.notes,
        document=page.doc,
        blocks=page.blocks,
        sentences=lang.sentences,
        mentions=records.mentions,
        entities=records.entities,
        claims=records.claims,
        events=records.events,
        figures=records.figures,
    )
