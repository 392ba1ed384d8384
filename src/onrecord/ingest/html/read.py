"""How does an HTML page become a text with its title, authors, publisher and date? In a worker that can be killed (worker.py)."""

from __future__ import annotations

import os

import msgspec

from onrecord.errors import EmptyInput, HtmlFailed, InputError, NoStory
from onrecord.ingest.files.raw import Raw
from onrecord.ingest.html.answer import Answer, Extracted, Problem, Question
from onrecord.ingest.html.worker import Worker, WorkerLost
from onrecord.ingest.limits import Limits

__all__ = ["Extracted", "read_html"]

CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1b"))
MOST_CONTROL = 0.08  # of the bytes; random bytes have a tenth, and UTF-16 has a NUL in every second
_WORKERS: dict[int, Worker] = {}  # by process: a forked process must not ask its parent's


def read_html(raw: Raw, limits: Limits) -> Extracted:
    """What an HTML page says: its story's lines, and what it says of itself.

    Score (2026-11-25, benchmarks/pages.py, words of the blocks that are read): on the 18 invented pages of tests/ingest/pages, which
    the rules were made on, F .99 (trafilatura's best mode, with its title on top: .90) and every fact right; on five others that were
    measured first and looked at then, F .965 (.965) and every fact right. Not handled: pages that scripts put together, text in pictures, several stories on one page.

    Args:
        raw: The page as it came.
        limits: ``html_seconds`` and ``html_memory`` are what taking it apart may cost.

    Raises:
        EmptyInput: Nothing in it, or no text: a page that scripts put together in the browser.
        NoStory: Menus, comments and links to other stories only.
        HtmlFailed: No HTML, a set of frames, or a page that could not be taken apart within its time and memory.
        EncodingError: The bytes are text in no encoding that could be made out.
    """
    if not raw.data.strip(b"\0 \t\r\n\f\v"):
        raise EmptyInput(f"{raw.name}: nothing in it but white space; expected an HTML page")
    markup, notes = _decoded(raw)
    question = Question(markup=markup, uri=raw.uri, seconds=limits.html_seconds, memory=limits.html_memory)
    try:
        sent = msgspec.msgpack.encode(question)
        answer = msgspec.msgpack.decode(_worker().ask(sent, limits.html_seconds), type=Answer)
    except WorkerLost as lost:
        raise _lost(raw.name, lost, limits) from lost
    if answer.page is None:
        raise _problem(raw.name, answer, limits)
    return msgspec.structs.replace(answer.page, notes=(*notes, *answer.page.notes))


def _worker() -> Worker:
    process = os.getpid()
    if process not in _WORKERS:
        _WORKERS[process] = Worker("onrecord.ingest.html.child")
    return _WORKERS[process]


def _decoded(raw: Raw) -> tuple[str, tuple[str, ...]]:
    from onrecord.ingest.files.encodings import decode

    decoded = decode(without_control(raw.data), raw.name, charset=raw.charset)
    return decoded.text, decoded.notes


def without_control(data: bytes) -> bytes:
    """A page without stray control bytes, which browsers pass over; where there are many, the bytes are no page, or in UTF-16."""
    bare = data.translate(None, CONTROL)
    return bare if len(data) - len(bare) <= MOST_CONTROL * len(data) else data


def _lost(name: str, lost: WorkerLost, limits: Limits) -> InputError:
    if lost.late:
        return HtmlFailed(
            f"{name}: not taken apart within {limits.html_seconds:g} s; give it more (--timeout), or save the page's text and read that"
        )
    return HtmlFailed(f"{name}: the process that takes HTML apart {lost}; save the page's text and read that")


def _problem(name: str, answer: Answer, limits: Limits) -> InputError:
    """The error for what the worker says is wrong."""
    detail = answer.detail
    told = {
        Problem.NO_MARKUP: f"no HTML in it (it opens with {detail!r}); if it is plain text, name it .txt, if rows, .jsonl or .csv",
        Problem.FRAMES: f"only a set of frames; the text stands in the pages that they show ({detail}): read those",
        Problem.MEMORY: f"not taken apart within {limits.html_memory // 1_000_000} MB of memory; save the page's text and read that",
        Problem.NESTED: "elements nested too deeply to be taken apart; save the page's text and read that",
        Problem.FAULT: f"could not be taken apart ({detail}); save the page's text and read that",
        Problem.SCRIPTS: "no text in it: scripts put the page together in the browser; save it from there when it is loaded, or copy its text",
        Problem.NO_STORY: "nothing on the page is a story: menus, comments or links to other pages only; expected the page of a report",
        Problem.EMPTY: f"hardly a word of text in it ({detail!r}); expected the page of a report",
    }
    kinds = {Problem.SCRIPTS: EmptyInput, Problem.EMPTY: EmptyInput, Problem.NO_STORY: NoStory}
    kind = kinds.get(answer.problem or Problem.EMPTY, HtmlFailed)
    return kind(f"{name}: {told[answer.problem or Problem.EMPTY]}")
