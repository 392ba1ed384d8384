"""What became of the inputs: counted for the summary, told one by one on stderr, and kept in a file where one is asked for."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

import msgspec

from onrecord import errors
from onrecord.cli.output import open_whole
from onrecord.cli.paper import clean
from onrecord.cli.screen import is_foreign
from onrecord.errors import InputError
from onrecord.types import Reading

# What the summary calls each kind of failure; the messages themselves have been told one by one.
KINDS: dict[type[Exception], str] = {
    errors.MissingInput: "not there",
    errors.NotAFile: "not a file",
    errors.EmptyInput: "empty",
    errors.BinaryInput: "not text",
    errors.EncodingError: "in an unknown encoding",
    errors.TooLarge: "too large",
    errors.BrokenArchive: "in a broken archive",
    errors.HtmlFailed: "not taken apart",
    errors.NotAllowed: "not allowed",
    errors.FetchFailed: "without an answer",
    errors.NoStory: "without a story",
    errors.BrokenRow: "in a broken row",
    errors.InputError: "unreadable",  # the last: all others are its children
}
FIELDS = ("input", "error", "message")
ROW_ENDINGS = (".jsonl", ".ndjson")


class Failures:
    """The list of what could not be read: a line for each, as TSV with a header or as JSONL; without a stream it keeps none."""

    def __init__(self, stream: BinaryIO | None = None, *, as_json: bool = False) -> None:
        self._stream, self._as_json = stream, as_json
        if not as_json:
            self.add(*FIELDS)

    def add(self, name: str, error: str, message: str) -> None:
        """One input that failed."""
        if self._stream is None:
            return
        cells = (name, error, message)
        if self._as_json:
            # A file name that is no UTF-8 holds half surrogates, which JSON cannot.
            told = (cell.encode("utf8", "replace").decode() for cell in cells)
            self._stream.write(msgspec.json.encode(dict(zip(FIELDS, told, strict=True))) + b"\n")
        else:
            self._stream.write(("\t".join(map(clean, cells)) + "\n").encode("utf8", "replace"))


@contextmanager
def open_failures(name: str | None) -> Iterator[Failures]:
    """The list in a file, there even where nothing failed: whoever looks for it then knows that all was read."""
    if name is None:
        yield Failures()
        return
    with open_whole(name, "--failures") as stream:
        yield Failures(stream, as_json=name.lower().endswith(ROW_ENDINGS))


class Tally:
    """How many were read, left unread in another language, or failed; and why."""

    def __init__(self, failures: Failures, *, quiet: bool) -> None:
        self._failures, self._quiet = failures, quiet
        self.read = self.failed = 0
        self._languages: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()

    @property
    def total(self) -> int:
        """How many inputs there were."""
        return self.read + self.failed + self._languages.total()

    def count(self, reading: Reading) -> None:
        """One input that was read, or found to be in another language."""
        if is_foreign(reading):
            self._languages[str(reading.document.language)] += 1
        else:
            self.read += 1

    def fail(self, name: str, error: Exception) -> None:
        """One input that failed: a line on stderr, a row in the list."""
        message = message_of(error)
        told = message.removeprefix(name).removeprefix(":").strip() if message.startswith(f"{name}:") else message
        self.failed += 1
        self._kinds[next((words for kind, words in KINDS.items() if isinstance(error, kind)), "by a fault of onrecord's")] += 1
        self._failures.add(name, type(error).__name__, told)
        if not self._quiet:
            complain(f"{name}: {told}" if not message.startswith(name) else message)

    def summary(self, *, kept_in: str | None, passed_over: int) -> str:
        """All of it in a line: "98 read, 2 left unread in another language (1 de, 1 fr), 3 failed (2 empty, 1 without a story)"."""
        parts = [f"{self.read:,} read"]
        if self._languages:
            parts.append(f"{self._languages.total():,} left unread in another language ({_told(self._languages)})")
        if self.failed:
            where = f"listed in {clean(kept_in)}" if kept_in else "--failures FILE keeps a list"
            parts.append(f"{self.failed:,} failed ({_told(self._kinds)}; {where})")
        if passed_over:
            parts.append(f"{passed_over:,} of other kinds passed over")
        return ", ".join(parts)


def message_of(error: Exception) -> str:
    """What went wrong with one input, in one line; a fault of ours costs that input only."""
    if isinstance(error, InputError):
        return str(error)
    if os.environ.get("ONRECORD_DEBUG"):
        raise error
    return f"{type(error).__name__}: {error} (a fault in onrecord, please report it; ONRECORD_DEBUG=1 shows where)"


def complain(message: str) -> None:
    """One line on stderr."""
    # What the user sees in order must stay in order where both streams end on one terminal.
    sys.stdout.flush()
    print(f"onrecord: {clean(message)}", file=sys.stderr)


def _told(counts: Counter[str]) -> str:
    """The most frequent first, equals by name: "2 empty, 1 without a story"."""
    ordered: Iterable[tuple[str, int]] = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{number:,} {name}" for name, number in ordered)
