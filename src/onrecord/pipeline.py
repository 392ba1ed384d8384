"""The way through, on one screen: a document becomes a page, a page language, language a reading."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal

from onrecord import __version__
from onrecord.codebooks.codebook import load_codebook
from onrecord.errors import DataError, InputError, OptionError
from onrecord.extract.claims import find_claims
from onrecord.extract.events import find_events
from onrecord.extract.figures import find_numbers
from onrecord.extract.joined import join_records
from onrecord.extract.records import Found, Records, write_records
from onrecord.extract.times import find_times
from onrecord.ingest.pages import read_page
from onrecord.reader.network import Network
from onrecord.reader.understand import understand
from onrecord.reader.windows import windows_of
from onrecord.types import Document, Language, Page, Reading, Span

FEW = 8  # documents that are read before more processes are started: a second of work, which is what a start costs


@cache
def load_reader(name: str = "small", *, threads: int = 0) -> Network:
    """The reader of that name, opened once a process; ``threads`` 0 takes all cores."""
    return Network.load(name, threads=threads)


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
    return read_languages(page, (understand(window, network) for window in windows_of(page)), network.version)


def understand_document(doc: Document, reader: str | Network = "small") -> Language:
    """How the network sees a document, before the rules make records of it; the arguments and errors are those of ``read_document``."""
    return understand(read_page(doc), load_reader(reader) if isinstance(reader, str) else reader)


def read_documents(
    found: Iterable[Document | InputError], reader: str = "small", *, workers: int = 1
) -> Iterator[Reading | Exception]:
    """Many documents in their order; what goes wrong with one comes out in its place, and the others go on.

    Args:
        found: documents, and errors for what is none: those come out as they went in.
        reader: a reader's name.
        workers: processes that read, each on one core; they are started when the first ``FEW`` documents show that it pays.
            More than one needs a main module that can be imported (``if __name__ == "__main__":``).

    Raises:
        DataError, OptionError: what concerns every document.
    """
    network = load_reader(reader)
    documents = iter(found)
    for one in islice(documents, FEW if workers > 1 else None):
        yield _told(one if isinstance(one, InputError) else _tried(one, network))
    first = next(documents, None)
    if first is None:
        return
    with ProcessPoolExecutor(workers, get_context("spawn"), _open_alone, (reader,)) as pool:
        waiting: deque[InputError | Future[Reading | Exception]] = deque()
        for one in chain([first], documents):
            waiting.append(one if isinstance(one, InputError) else pool.submit(_read_alone, one, reader))
            if len(waiting) > 2 * workers:
                yield _told(waiting.popleft())
        while waiting:
            yield _told(waiting.popleft())


def _tried(doc: Document, network: Network) -> Reading | Exception:
    try:
        return read_document(doc, network)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one document must not cost the others
        return error


def _told(outcome: Reading | Exception | Future[Reading | Exception]) -> Reading | Exception:
    told = outcome.result() if isinstance(outcome, Future) else outcome
    if isinstance(told, DataError | OptionError):
        raise told
    return told


def _open_alone(reader: str) -> None:
    """A worker's start: an interrupt is the parent's to answer, and the network keeps to one core."""
    signal(SIGINT, SIG_IGN)
    load_reader(reader, threads=1)


def _read_alone(doc: Document, reader: str) -> Reading | Exception:
    return _tried(doc, load_reader(reader, threads=1))


def read_languages(page: Page, windows: Iterable[Language], reader: str) -> Reading:
    """What the rules make of a page that the network has read, in one window or in several, which are asked for one by one."""
    sentences: list[Span] = []
    records = join_records(_records_of(lang, sentences) for lang in windows)
    codebook = load_codebook()
    return Reading(
        made_by={"onrecord": __version__, "reader": reader, "codebook": codebook.version, "lexicon": __version__},
        notes=page.notes,
        document=page.doc,
        blocks=page.blocks,
        sentences=tuple(sentences),
        mentions=records.mentions,
        entities=records.entities,
        claims=records.claims,
        events=records.events,
        figures=records.figures,
    )


def read_language(page: Page, lang: Language, reader: str) -> Reading:
    """Likewise, where the network has read the page at one go."""
    return read_languages(page, (lang,), reader)


def _records_of(lang: Language, sentences: list[Span]) -> Records:
    """The records of a window; its sentences join those of the windows before."""
    sentences += lang.sentences
    found = Found(
        lang=lang, claims=find_claims(lang), events=find_events(lang), times=find_times(lang), numbers=find_numbers(lang)
    )
    return write_records(found, load_codebook())
