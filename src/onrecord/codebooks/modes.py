"""Which words give an event its mode: the mode lexicon of a codebook (``plover_modes.tsv``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import DataError

REACHES = frozenset({"trigger", "near", "over", "after", "default"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeEntry:
    """One line: words that give events of a type their mode, and where they must stand (``REACHES``)."""

    type: str
    mode: str
    reach: str
    words: frozenset[str]


def _read(line: str) -> ModeEntry:
    name, mode, reach, words = line.split("\t")
    if reach not in REACHES:
        raise ValueError(f"reach {reach!r}")
    return ModeEntry(type=name, mode=mode, reach=reach, words=frozenset(words.split()))


@cache
def load_modes(name: str = "plover") -> Mapping[str, tuple[ModeEntry, ...]]:
    """The entries of a codebook's mode lexicon by type, in the order in which they are tried; read once.

    Raises:
        DataError: the file is missing or a line of it is broken.
    """
    path = files("onrecord.codebooks").joinpath(f"{name}_modes.tsv")
    try:
        lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]
        entries = [_read(line) for line in lines[1:]]
    except (OSError, ValueError) as error:
        raise DataError(f"mode lexicon {path.name} cannot be read ({error}): install onrecord again") from error
    return {kind: tuple(e for e in entries if e.type == kind) for kind in dict.fromkeys(e.type for e in entries)}
