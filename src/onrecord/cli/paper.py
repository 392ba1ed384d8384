"""How text is laid on a terminal: what a character is wide, how words wrap, how columns stand, which ink is used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

# SGR codes (ECMA-48); only the eight basic colours, which every theme keeps readable.
INKS = {"plain": "", "bold": "1", "dim": "2", "voice": "1;36", "type": "32", "doubt": "33", "clash": "31"}
_UNSEEN = re.compile(r"\s+")


def clean(text: str) -> str:
    """Text on one line, without characters that steer a terminal or turn the direction of reading.

    A page is somebody else's: an escape sequence or a bidirectional override in it must not reach the reader's screen.
    """
    kept = "".join(
        " " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"}
    )
    return _UNSEEN.sub(" ", kept).strip()


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: wide East Asian characters two, combining marks none."""
    return len(text) if text.isascii() else sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def fit(text: str, width: int) -> str:
    """The text cut to a width, with an ellipsis where something was cut."""
    if columns(text) <= width:
        return text
    return (_head(text, width - 1).rstrip() if width > 2 else "") + "…"


def _head(text: str, width: int) -> str:
    """As much of the text as fits the width: at least one character, so that cutting always gets on."""
    used = 0
    for at, character in enumerate(text):
        used += _columns_of(character)
        if used > width:
            return text[: max(at, 1)]
    return text


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns; words longer than that (addresses, Chinese) are cut. [] for no text."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and columns(line) + 1 + columns(word) <= width:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        rest = word
        while columns(rest) > max(width, 1):
            piece = _head(rest, max(width, 1))
            if piece == rest:  # one wide character in one column
                break
            lines.append(piece)
            rest = rest[len(piece) :]
        line = rest
    return [*lines, line] if line else lines


@dataclass(frozen=True, slots=True)
class Cell:
    """Words in one ink."""

    text: str
    ink: str = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A width and whether there is colour."""

    width: int
    colour: bool

    def ink(self, text: str, ink: str) -> str:
        """The text in one of INKS."""
        code = INKS[ink] if self.colour and text else ""
        return f"\x1b[{code}m{text}\x1b[0m" if code else text

    def paragraph(self, cell: Cell, *, indent: int = 0, hang: int | None = None) -> list[str]:
        """One cell over the whole width; from the second line on, indented by ``hang``."""
        return self.flow([cell], joint="", indent=indent, hang=indent if hang is None else hang)

    def flow(self, cells: Sequence[Cell], *, joint: str, indent: int, hang: int) -> list[str]:
        """Cells one after the other with ``joint`` between them, wrapped at words, each word in its cell's ink."""
        room = max(1, self.width - max(indent, hang))
        lines: list[str] = []
        line: list[tuple[str, str]] = []
        start = used = indent
        for word, ink in _words(cells, joint, room):
            if line and used + 1 + columns(word) > self.width:
                lines.append(self._line(line, start))
                line, start, used = [], hang, hang
            used += columns(word) + (1 if line else 0)
            line.append((word, ink))
        return [*lines, self._line(line, start)] if line else lines

    def _line(self, words: Sequence[tuple[str, str]], indent: int) -> str:
        """Words with single spaces; neighbours in one ink are one run, so that a line holds few colour codes."""
        runs = [self.ink(" ".join(word for word, _ in run), ink) for ink, run in groupby(words, key=itemgetter(1))]
        return " " * indent + " ".join(runs)

    def table(self, rows: Sequence[Sequence[Cell]], widths: Sequence[int], *, indent: int, gap: int = 2) -> list[str]:
        """Rows of cells, each wrapped inside its column; no trailing spaces, and no gap behind a column of width 0."""
        return [line for row in rows for line in self._row(row, widths, indent, gap)]

    def _row(self, row: Sequence[Cell], widths: Sequence[int], indent: int, gap: int) -> list[str]:
        wrapped = [wrap(cell.text, width) for cell, width in zip(row, widths, strict=True)]
        lines = []
        for number in range(max(map(len, wrapped), default=0)):
            line, behind = "", indent
            for cell, words, width in zip(row, wrapped, widths, strict=True):
                text = words[number] if number < len(words) else ""
                if text:
                    line += " " * behind + self.ink(text, cell.ink)
                    behind = 0
                behind += max(0, width - columns(text)) + (gap if width else 0)
            lines.append(line)
        return lines


def _words(cells: Sequence[Cell], joint: str, room: int) -> list[tuple[str, str]]:
    """The words of all cells with their inks, none wider than ``room``; a joint stays with the word before it."""
    told = [cell for cell in cells if cell.text.strip()]
    tail = f" {joint}" if joint else ""
    words: list[tuple[str, str]] = []
    for cell in told:
        pieces = [piece for word in cell.text.split() for piece in wrap(word, max(1, room - len(tail)))]
        if cell is not told[-1]:
            pieces[-1] += tail
        words.extend((piece, cell.ink) for piece in pieces)
    return words
