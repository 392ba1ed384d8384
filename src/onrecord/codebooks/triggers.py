"""Which English words tell of which event: the trigger lexicon of a codebook.

The file (``plover_triggers.tsv``) has one entry a line, columns separated by tabs: phrase (lemmas; for a verb the verb first, then
what must hang on it), part of speech, type, mode or ``-``, strength (``high``: nearly always this event in news; ``low``: only
together with other evidence), and needs (``;`` between them, ``-`` for none): ``near:a|b`` one of the lemmas stands in the
sentence, ``object:a|b`` one is the object or the passive's subject, ``not:a|b`` none stands close by, ``alone`` only where no
other event of the type is told in the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.errors import DataError

NEEDS = frozenset({"near", "object", "not", "alone"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What must hold besides the words: ``kind`` is one of ``NEEDS``, ``lemmas`` what it looks for."""

    kind: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerEntry:
    """One line of the lexicon; ``words`` are lemmas, ``pos`` is VERB, NOUN or ADJ."""

    words: tuple[str, ...]
    pos: str
    type: str
    mode: str | None
    high: bool
    needs: tuple[Need, ...]

    @property
    def phrase(self) -> str:
        """The words as they stand in the lexicon."""
        return " ".join(self.words)


def _read_need(text: str) -> Need:
    kind, _, lemmas = text.partition(":")
    if kind not in NEEDS:
        raise ValueError(f"need {kind!r}, expected one of {sorted(NEEDS)}")
    return Need(kind=kind, lemmas=frozenset(lemmas.split("|")) - {""})


def read_entry(line: str) -> TriggerEntry:
    r"""The entry on one line.

    Raises:
        ValueError: a column is missing or holds what it must not.

    Example:
        >>> read_entry("air strike\tNOUN\tASSAULT\taerial\thigh\t-").mode
        'aerial'
    """
    phrase, pos, name, mode, strength, needs = line.split("\t")
    if pos not in {"VERB", "NOUN", "ADJ"} or strength not in {"high", "low"}:
        raise ValueError(f"part of speech {pos!r} or strength {strength!r}")
    return TriggerEntry(
        words=tuple(phrase.split()),
        pos=pos,
        type=name,
        mode=None if mode == "-" else mode,
        high=strength == "high",
        needs=() if needs == "-" else tuple(map(_read_need, needs.split(";"))),
    )


@cache
def load_triggers(name: str = "plover") -> Mapping[str, tuple[TriggerEntry, ...]]:
    """The entries of a codebook's trigger lexicon by their first word, read once.

    Raises:
        DataError: the file is missing or a line of it is broken.
    """
    found: dict[str, list[TriggerEntry]] = {}
    path = files("onrecord.codebooks").joinpath(f"{name}_triggers.tsv")
    try:
        lines = path.read_text(encoding="utf8").splitlines()
    except OSError as error:
        raise DataError(f"trigger lexicon {path.name} cannot be read ({error}): install onrecord again") from error
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        try:
            entry = read_entry(line)
        except ValueError as error:
            raise DataError(f"{path.name}, line {number}: {error}: install onrecord again") from error
        found.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(entries) for first, entries in found.items()}
