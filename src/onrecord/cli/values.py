"""What an option's value may be: a day, a size, a number of seconds or of processes. Anything else is a usage error."""

from __future__ import annotations

import math
import re
from argparse import ArgumentTypeError
from contextlib import suppress
from datetime import date

# k, M, G as in a disk's size; Ki, Mi, Gi as in a memory's. A "B" may follow.
SCALES = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "ki": 2**10, "mi": 2**20, "gi": 2**30}
MOST = 10**12  # bytes: beyond any page, and still what a system can be asked for
WORKERS_MOST = 256  # processes; each holds a reader of its own in memory


def to_date(text: str) -> str:
    """An ISO date as it was given.

    Raises:
        ArgumentTypeError: it is none; argparse makes a usage error of it.
    """
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
    raise ArgumentTypeError(f"{text!r} is no date; write it as YYYY-MM-DD, for example 2015-10-20")


def to_size(text: str) -> int:
    """How many characters: "200k", "1.5M" (millions), "200000"; 0 means all there are.

    Raises:
        ArgumentTypeError: it is no size.

    Example:
        >>> to_size("1.5M"), to_size("2KiB"), to_size("0")
        (1500000, 2048, 0)
    """
    found = re.fullmatch(r"(?P<number>\d{1,15}(?:\.\d{1,6})?) ?(?P<scale>(?:[kmg]i?)?)b?", text.strip(), re.IGNORECASE | re.ASCII)
    if found is None:
        raise ArgumentTypeError(f"{text!r} is no size; write a number, or one with k, M or G, for example 64M")
    return math.ceil(float(found["number"]) * SCALES[found["scale"].lower()])


def to_bytes(text: str) -> int:
    """How many bytes, more than none.

    Raises:
        ArgumentTypeError: it is no size, none, or more than MOST.
    """
    size = to_size(text)
    if not 0 < size <= MOST:
        raise ArgumentTypeError(f"{text!r}: expected more than 0 bytes and at most {MOST // SCALES['g']}G")
    return size


def to_seconds(text: str) -> float:
    """How many seconds, more than none.

    Raises:
        ArgumentTypeError: it is no such number.
    """
    with suppress(ValueError):
        seconds = float(text)
        if math.isfinite(seconds) and seconds > 0:
            return seconds
    raise ArgumentTypeError(f"{text!r} is no number of seconds; write one above 0, for example 10")


def to_workers(text: str) -> int:
    """How many processes.

    Raises:
        ArgumentTypeError: it is no such number.
    """
    if re.fullmatch(r"\d{1,4}", text, re.ASCII) and 1 <= int(text) <= WORKERS_MOST:
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no number of processes; write one from 1 to {WORKERS_MOST}")


def to_offset(text: str) -> int:
    """A position in a text, counted from 0.

    Raises:
        ArgumentTypeError: it is none.
    """
    if re.fullmatch(r"\d{1,15}", text, re.ASCII):
        return int(text)
    raise ArgumentTypeError(f"{text!r} is no offset; write how many characters stand before it, for example 243")
