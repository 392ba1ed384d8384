"""The sub-commands ``read`` and ``demo``: each input becomes a reading, each reading is written, and the failures are counted."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from functools import partial

import msgspec

from onrecord.cli.inputs import Input, check_options, demo_document, demo_page, open_inputs
from onrecord.cli.paper import clean
from onrecord.cli.screen import render
from onrecord.errors import InputError, OnrecordError
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
    read_document = _way_to_read(options.reader)
    shown = failed = 0
    for item in inputs:
        outcome = _read(item, read_document)
        if isinstance(outcome, Reading):
            _show(outcome, options, first=shown == 0)
            shown += 1
        else:
            _complain(item.name, outcome)
            failed += 1
    return failed


def _way_to_read(reader: str | None) -> Callable[[Document], Reading]:
    """The pipeline, with the reader of that name; None is the default one.

    Raises:
        OptionError: no reader has that name.
    """
    from onrecord import pipeline

    return partial(pipeline.read_document, reader=pipeline.load_reader(reader)) if reader else pipeline.read_document


def _read(item: Input, read_document: Callable[[Document], Reading]) -> Reading | str:
    """The reading, or what went wrong in one line; DataError and OptionError concern every input and go up."""
    if isinstance(item.found, InputError):
        return str(item.found)
    try:
        return read_document(item.found)
    except InputError as error:
        return str(error)
    except OnrecordError:
        raise
    except Exception as error:
        # A fault of ours in one document must not cost the others.
        if os.environ.get("ONRECORD_DEBUG"):
            raise
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
