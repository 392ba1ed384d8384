"""How far has it got? One line on the terminal that is wiped away in the end; nothing at all where nobody is looking."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from typing import Self, TextIO

from onrecord.cli.paper import fit

EVERY = 0.1  # seconds between two drawings: more often, the eye sees no difference and the terminal is kept busy
SETTLED = 5  # inputs after which the speed says something about those to come: the first ones pay for the start
WIPE = "\r\x1b[K"  # back to the first column, and erase to the end of the line (ECMA-48)


def is_watched(stream: TextIO) -> bool:
    """Whether a line that is drawn over and over would be seen as one."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


class Progress:
    """Counts what is done; ``total`` None where nobody knows how many there are.

    Used as a context; ``wipe`` before anything else is written to the terminal.
    """

    def __init__(self, total: int | None, stream: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._stream, self._clock = total, stream, clock
        self._done = self._failed = 0
        self._began = self._drawn = clock()
        self._shown = False

    def __enter__(self) -> Self:
        self._draw()
        return self

    def __exit__(self, *_: object) -> None:
        self.wipe()

    def step(self, *, failed: bool) -> None:
        """One input more is done."""
        self._done += 1
        self._failed += failed
        if not self._shown or self._clock() - self._drawn >= EVERY:
            self._draw()

    def wipe(self) -> None:
        """Take the line away, so that something else can stand there."""
        if self._shown and self._stream is not None:
            self._stream.write(WIPE)
            self._stream.flush()
            self._shown = False

    def line(self) -> str:
        """What is drawn: "12 of 98 · 3.1 a second · 1 failed · 0:28 left"."""
        seconds = self._clock() - self._began
        parts = [f"{self._done:,}" + (f" of {self._total:,}" if self._total is not None else " done")]
        if self._done and seconds > 0:
            speed = self._done / seconds
            parts.append(f"{speed:.1f} a second" if speed >= 1 else f"{1 / speed:.1f} seconds each")
        if self._failed:
            parts.append(f"{self._failed:,} failed")
        if self._total is not None and SETTLED <= self._done < self._total:
            parts.append(f"{_clock_time(seconds / self._done * (self._total - self._done))} left")
        return " · ".join(parts)

    def _draw(self) -> None:
        if self._stream is None:
            return
        width = shutil.get_terminal_size().columns
        told = fit(self.line(), max(1, width - 1)).encode(self._stream.encoding or "ascii", "replace")
        self._stream.write(WIPE + told.decode(self._stream.encoding or "ascii"))
        self._stream.flush()
        self._drawn, self._shown = self._clock(), True


def for_terminal(total: int | None, *, wanted: bool) -> Progress:
    """Progress on stderr where somebody watches it, and one that only counts where nobody does."""
    return Progress(total, sys.stderr if wanted and is_watched(sys.stderr) else None)


def _clock_time(seconds: float) -> str:
    """Minutes and seconds: "1:05"; with hours where there are any."""
    whole = round(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"
