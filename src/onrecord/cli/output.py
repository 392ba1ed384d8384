"""Where readings go and in which form: to the terminal, into a pipe, or into a file that is whole or not there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import msgspec

from onrecord.cli.screen import render
from onrecord.errors import OptionError
from onrecord.types import Reading

# Columns where nobody's terminal says otherwise (a file, a pipe); and the most that a line of reading matter should have.
WIDTH_UNKNOWN, WIDTH_MOST = 100, 140


class Output:
    """Writes readings one after the other; ``stream`` None is standard output."""

    def __init__(self, form: str, stream: BinaryIO | None = None, *, why: bool = False, blocks: bool = False) -> None:
        self.form = form
        self._stream = stream
        self._why, self._blocks = why, blocks
        self._begun = False

    @property
    def to_terminal(self) -> bool:
        """Whether what is written shows up where a line of progress may stand."""
        return self._stream is None and sys.stdout.isatty()

    def begin(self) -> None:
        """What stands at the top, once, and whether or not a reading follows: the names of a table's columns."""
        if self.form == "csv" and not self._begun:
            from onrecord.exports import EVENT_COLUMNS, csv_line

            self._write_bytes(csv_line(EVENT_COLUMNS).encode())

    def write(self, reading: Reading, name: str) -> None:
        """One reading; ``name`` is what its input is called."""
        self.begin()
        match self.form:
            case "jsonl":
                self._write_bytes(reading.to_json() + b"\n")
            case "json":
                self._write_bytes(msgspec.json.format(reading.to_json(), indent=2) + b"\n")
            case "csv":
                from onrecord.exports import csv_line, event_rows

                self._write_bytes(b"".join(csv_line(row).encode() for row in event_rows(reading, name)))
            case _:
                self._write_page(reading)
        self._begun = True

    def _write_page(self, reading: Reading) -> None:
        to_file = self._stream is not None
        width = WIDTH_UNKNOWN if to_file else terminal_width()
        page = render(reading, width=width, colour=not to_file and wants_colour(), why=self._why, blocks=self._blocks)
        told = f"{'─' * width}\n{page}" if self._begun else page
        if to_file:
            self._write_bytes(told.encode("utf8", "replace"))
        else:
            write_text(told)

    def _write_bytes(self, data: bytes) -> None:
        """JSON and CSV are UTF-8 whatever the terminal's encoding."""
        if self._stream is not None:
            self._stream.write(data)
            return
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def write_text(text: str) -> None:
    """Text to stdout; a character that the terminal's encoding lacks becomes a question mark instead of an error."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def terminal_width() -> int:
    """The columns to write in."""
    return max(20, min(WIDTH_MOST, shutil.get_terminal_size((WIDTH_UNKNOWN, 24)).columns))


def wants_colour() -> bool:
    """Colour on a terminal only, and never where NO_COLOR (https://no-color.org) or a dumb terminal asks for none."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@contextmanager
def open_whole(name: str, option: str) -> Iterator[BinaryIO]:
    """A file that stands under its name only when all of it is written: until then it is ``NAME.part``.

    Where an error ends the writing, the old file is as it was. So it is after an interrupt, but hours of reading are not thrown away:
    ``NAME.part`` stays, and stderr says so. What is no regular file (/dev/null, a named pipe) is written to as it goes.

    Raises:
        OptionError: it cannot be written; ``option`` is what the message names.
    """
    target = _target(name, option)
    if _is_device(target):
        with _opened(target, name, option) as stream:
            yield stream
        return
    part = target.with_name(f"{target.name}.part")
    with _opened(part, name, option) as stream:
        try:
            yield stream
        except KeyboardInterrupt:
            print(f"onrecord: interrupted; what was read so far is in {part}", file=sys.stderr)
            raise
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    if target.exists():
        shutil.copymode(target, part)
    part.replace(target)


def _target(name: str, option: str) -> Path:
    """The file itself where the name is a link: a link stays a link."""
    try:
        return Path(os.path.realpath(name))
    except (OSError, ValueError) as error:  # a NUL in it
        raise OptionError(f"{option} {name!r}: cannot be written ({error}); choose another name") from error


def _is_device(path: Path) -> bool:
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:  # a name that is too long: opening it will tell
        return False


def _opened(path: Path, name: str, option: str) -> BinaryIO:
    try:
        if Path(name).is_dir():
            raise OptionError(f"{option} {name!r}: a folder; expected the name of a file to write")
        return path.open("wb")
    except FileNotFoundError as error:
        raise OptionError(f"{option} {name!r}: there is no folder {str(path.parent)!r}; make it first") from error
    except OSError as error:
        reason = error.strerror or error
        raise OptionError(f"{option} {name!r}: cannot be written ({reason}); choose another place") from error
