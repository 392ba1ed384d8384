"""How records stand on the screen: in columns where there is room, else in sentences with the words on a line of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.cli.paper import Cell, Paper, clean, columns
from onrecord.cli.people import People
from onrecord.types import Why

INDENT, GAP = 2, 2
# The most that who, what and where may take of the width: with the words beside them, and with the words beneath them.
BESIDE, BENEATH = (0.24, 0.17, 0.13), (0.4, 0.24, 0.18)
WHEN_MOST = 14  # "did not happen"; a day takes 10
WORDS_LEAST = 36  # columns that the words need to stand beside the rest without being squeezed
TABLE_LEAST = 72  # columns of a terminal below which cells wrap too often to be read as columns
WORDS_ROOM = 80  # characters of evidence: a line of a terminal of 100 columns, the clause around a trigger in most sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record in short columns, its words, and lines that follow beneath it."""

    cells: tuple[Cell, ...]
    words: str
    confidence: str
    notes: tuple[Cell, ...] = ()
    why: tuple[Why, ...] = ()


def lay_rows(rows: Sequence[Row], paper: Paper, people: People) -> list[str]:
    """All rows of a section, their columns of one width."""
    beside, beneath = _widths(rows, paper.width, BESIDE), _widths(rows, paper.width, BENEATH)
    lines = []
    for row in rows:
        if paper.width < TABLE_LEAST:
            lines += _in_sentences(row, paper)
        elif beside[-2] >= WORDS_LEAST:
            lines += _with_words_beside(row, paper, beside)
        else:
            lines += _with_words_beneath(row, paper, beneath)
        lines += lay_notes(row.notes, paper, indent=2 * INDENT)
        lines += lay_why(row.why, paper, people, indent=2 * INDENT)
    return lines


def lay_notes(notes: Sequence[Cell], paper: Paper, *, indent: int) -> list[str]:
    """Remarks beneath a record, a line each."""
    return [line for note in notes for line in paper.paragraph(note, indent=indent, hang=indent + INDENT)]


def lay_why(why: Sequence[Why], paper: Paper, people: People, *, indent: int) -> list[str]:
    """The reasons for a record: what decided, in whose rule, on which words."""
    lines = []
    for reason in why:
        words = people.words(reason.span)
        told = f"because {reason.says}" + (f" “{words}”" if words and words not in reason.says else "") + f" [{reason.by}]"
        lines += paper.paragraph(Cell(clean(told), "dim"), indent=indent, hang=indent + INDENT)
    return lines


def _in_sentences(row: Row, paper: Paper) -> list[str]:
    short = [*row.cells, Cell(row.confidence, "dim")]
    lines = paper.flow(short, joint="·", indent=INDENT, hang=2 * INDENT)
    return lines + paper.paragraph(Cell(row.words), indent=2 * INDENT)


def _with_words_beside(row: Row, paper: Paper, widths: Sequence[int]) -> list[str]:
    cells = [*row.cells, Cell(row.words), Cell(row.confidence, "dim")]
    return paper.table([cells], widths, indent=INDENT, gap=GAP)


def _with_words_beneath(row: Row, paper: Paper, widths: Sequence[int]) -> list[str]:
    """The words under who did it, so that the first column stays clear for the eye."""
    cells = [*row.cells, Cell(""), Cell(row.confidence, "dim")]
    indent = INDENT + (widths[0] + GAP if widths[0] else 0)
    return [*paper.table([cells], widths, indent=INDENT, gap=GAP), *paper.paragraph(Cell(row.words), indent=indent)]


def _widths(rows: Sequence[Row], width: int, shares: Sequence[float]) -> list[int]:
    """The width of each column, those of the words and of the confidence last."""
    most = [WHEN_MOST, *(int(width * share) for share in shares)]
    short = [min(limit, max((columns(row.cells[at].text) for row in rows), default=0)) for at, limit in enumerate(most)]
    confidence = max((columns(row.confidence) for row in rows), default=0)
    room = width - INDENT - confidence - GAP
    # A column that holds nothing in any row takes no room, not even its gap; where the rest is too much, the widest gives way.
    while (taken := sum(column + GAP for column in short if column)) > room:
        short[short.index(max(short))] -= 1
    return [*short, room - taken, confidence]
