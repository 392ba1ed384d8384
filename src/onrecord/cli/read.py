"""The sub-commands ``read`` and ``demo``: each input becomes a reading, each reading is written, and the failures are counted."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.cli.inputs import Input, check_options, demo_document, demo_page, open_inputs
from onrecord.cli.paper import clean
from onrecord.cli.screen import render
from onrecord.errors import InputError
from onrecord.types import Document, Reading

# Columns where nobody's terminal says otherwise (a file, a pipe); and the most that a line of reading matter should have.
WIDTH_UNKNOWN, WIDTH_MOST = 100, 140


def run_read(options: Namespace) -> int:
    """Read all that the command line names; how many inputs failed."""
    check_options(options)
    return _run(open_inputs(options), options)


def run_demo(options: Namespace) -> int:
    """Read the page that ships with onrecord, or print it; how many inputs failed (none)."""
    if options.page:
        _write(demo_page())
        return 0
    return _run([Input(name="the demonstration page", found=demo_document())], options)


def _run(inputs: Iterable[Input], options: Namespace) -> int:
    from onrecord import pipeline

    names: deque[str] = deque()  # of what the pipeline was given and has not answered yet
    shown = failed = 0
    for outcome in pipeline.read_documents(_named(inputs, names), reader=options.reader or "small", workers=_cores()):
        name = names.popleft()
        if isinstance(outcome, Reading):
            _show(outcome, options, first=shown == 0)
            shown += 1
        else:
            _complain(name, _message(outcome))
            failed += 1
    return failed


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _named(inputs: Iterable[Input], names: deque[str]) -> Iterator[Document | InputError]:
    for item in inputs:
        names.append(item.name)
        yield item.found


def _message(error: Exception) -> str:
    """What went wrong with one input, in one line; a fault of ours costs that input only."""
    if isinstance(error, InputError):
        return str(error)
    if os.environ.get("ONRECORD_DEBUG"):
        raise error
    return f"{type(error).__name__}: {error} (a fault in onrecord, please report it; ONRECORD_DEBUG=1 shows where)"


def _show(reading: Reading, options: Namespace, *, first: bool) -> None:
    if options.format == "jsonl":
        _write_bytes(reading.to_json() + b"\n")
        return
    if options.format == "json":
        _write_bytes(msgspec.json.format(reading.to_json(), indent=2) + b"\n")
        return
    width = _terminal_width()
    page = render(reading, width=width, colour=_wants_colour(), why=options.why, blocks=options.blocks)
    _write(page if first else f"{'─' * width}\n{page}")


def _complain(name: str, message: str) -> None:
    """One line on stderr, the input's name first."""
    # What the user sees in order must stay in order where both streams end on one terminal.
    sys.stdout.flush()
    told = message if message.startswith(name) else f"{name}: {message}"
    print(f"onrecord: {clean(told)}", file=sys.stderr)


def _terminal_width() -> int:
    return max(20, min(WIDTH_MOST, shutil.get_terminal_size((WIDTH_UNKNOWN, 24)).columns))


def _wants_colour() -> bool:
    """Colour on a terminal only, and never where NO_COLOR (https://no-color.org) or a dumb terminal asks for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _write(text: str) -> None:
    """Text to stdout; a character that the terminal's encoding lacks becomes a question mark instead of an error."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def _write_bytes(data: bytes) -> None:
    """JSON is UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
