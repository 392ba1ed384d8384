"""How does a row become a line of CSV that programs read alike and that a spreadsheet does not run?"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable

Cell = str | float | bool | None
# What a spreadsheet takes for the start of a formula: "=HYPERLINK(…)" in a headline would run when the file is opened.
FORMULA = ("=", "+", "-", "@")


def csv_line(cells: Iterable[Cell]) -> str:
    r"""One line of CSV (RFC 4180): comma, quotation marks where needed, ``\r\n`` at the end.

    A text that begins as a formula gets an apostrophe in front; numbers stay numbers. White space of any kind becomes one space, and
    control characters are dropped: a row is one line. None is an empty cell.

    Example:
        >>> csv_line(["=1+1", -9.5, True, None, 'a "b", c'])
        '\'=1+1,-9.5,true,,"a ""b"", c"\r\n'
    """
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator="\r\n").writerow([_written(cell) for cell in cells])
    return line.getvalue()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        return _defused(_on_one_line(cell))
    return str(int(cell)) if float(cell).is_integer() else repr(float(cell))


def _on_one_line(text: str) -> str:
    kept = "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in {"Cc", "Cs"})
    return " ".join(kept.split())


def _defused(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA) else text
