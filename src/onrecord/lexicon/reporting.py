"""What a cue says of its source: believes, denies, asks … (the stances of the annotation guideline)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.errors import DataError
from onrecord.types import Stance

_WORD = re.compile(r"n['’]t\b|['’](?:s|ve)\b|\w+?(?=n['’]t\b)|\w+(?:-\w+)*")
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"))
_IRREGULAR = {
    form: base
    for base, forms in {
        "be": "is are was were been being am 's ’s", "say": "said", "tell": "told", "think": "thought", "know": "knew known",
        "understand": "understood", "see": "saw seen", "find": "found", "hold": "held", "make": "made", "give": "gave given",
        "have": "has had 've ’ve", "hear": "heard", "write": "wrote written", "speak": "spoke spoken", "read": "read", "mean": "meant",
        "feel": "felt", "swear": "swore sworn", "show": "shown", "foresee": "foresaw foreseen", "foretell": "foretold", "lay": "laid",
        "put": "put", "go": "went gone", "come": "came", "seek": "sought", "beseech": "besought", "choose": "chose chosen",
        "stand": "stood", "undertake": "undertook undertaken", "forbid": "forbade forbidden", "bid": "bade bidden", "take": "took taken",
        "withdraw": "withdrew", "draw": "drew drawn", "set": "set", "begin": "began begun", "send": "sent", "let": "let", "dream": "dreamt",
        "not": "n't n’t", "sing": "sang sung", "bring": "brought", "lead": "led", "cast": "cast", "sue": "suing", "rebut": "rebutted",
    }.items()
    for form in forms.split()
}  # fmt: skip
_KIND_RANK = {"PHRASE": 0, "VERB": 1, "NOUN": 2, "ADJ": 3, "LIGHT": 4}
_NOT = frozenset({"not", "never", "no", "neither", "hardly"})
_TURNED = {Stance.BELIEVES: Stance.DOUBTS, Stance.PREDICTS: Stance.DOUBTS, Stance.DOUBTS: Stance.BELIEVES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """One line of the lexicon: lemmas, the kind of word, and the stance; ``impersonal`` where nobody is named who speaks.

    ``LIGHT`` verbs ("made", "issued", "expressed") leave the stance to the noun beside them, if there is one.
    """

    words: tuple[str, ...]
    kind: str
    stance: Stance
    impersonal: bool

    @property
    def phrase(self) -> str:
        """The words as they stand in the lexicon."""
        return " ".join(self.words)


def _read(line: str) -> Reporting:
    phrase, kind, stance, voice = line.split("\t")
    if kind not in _KIND_RANK:
        raise ValueError(f"kind {kind!r}")
    return Reporting(words=tuple(phrase.split()), kind=kind, stance=Stance(stance), impersonal=voice == "impersonal")


@cache
def load_reporting() -> Mapping[str, tuple[Reporting, ...]]:
    """The entries by their first word, read once; the longest first.

    Raises:
        DataError: the file is missing or a line of it is broken.
    """
    path = files("onrecord.lexicon").joinpath("reporting.tsv")
    try:
        lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]
        entries = sorted(map(_read, lines[1:]), key=lambda e: (-len(e.words), _KIND_RANK[e.kind]))
    except (OSError, ValueError) as error:
        raise DataError(f"reporting lexicon reporting.tsv cannot be read ({error}): install onrecord again") from error
    found: dict[str, list[Reporting]] = {}
    for entry in entries:
        found.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(of_word) for first, of_word in found.items()}


def _lemmas(word: str) -> frozenset[str]:
    """Every base form that a word could have; only those that the lexicon knows will ever be looked up."""
    low = word.lower()
    found = {low}
    for ending, put in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= 2:
            stem = low[: -len(ending)]
            found.add(stem + put)
            if not put and len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    if low in _IRREGULAR:
        found.add(_IRREGULAR[low])
    return frozenset(found)


def _place(entry: Reporting, words: list[frozenset[str]], start: int) -> int | None:
    """Where the entry's last word stands if all stand in order from ``start`` on."""
    at = start
    for wanted in entry.words[1:]:
        at = next((i for i in range(at + 1, len(words)) if wanted in words[i]), -1)
        if at < 0:
            return None
    return at


_Rank = tuple[bool, int, int, int]


def _found(cue: str) -> Iterator[tuple[_Rank, Reporting]]:
    words = [_lemmas(w) for w in _WORD.findall(cue)]
    for start, lemmas in enumerate(words):
        for lemma in sorted(lemmas, key=lambda form: (-len(form), form)):  # "according to" before "accord to", in every run
            for entry in load_reporting().get(lemma, ()):
                if _place(entry, words, start) is not None:
                    yield (entry.kind == "LIGHT", -len(entry.words), start, _KIND_RANK[entry.kind]), entry


@lru_cache(maxsize=4096)
def entry_of(cue: str) -> Reporting | None:
    """The entry that a cue holds: the longest, and of those the first in the cue."""
    return min(_found(cue), key=lambda found: found[0], default=(None, None))[1]


def _is_negated(cue: str, entry: Reporting) -> bool:
    return "not" not in entry.words and any(_NOT & _lemmas(w) for w in _WORD.findall(cue))


def stance_of(cue: str) -> tuple[Stance, str] | None:
    """The stance that a cue's words give its source, and the entry that says so; None where no word is known.

    Agrees with .95 of gold train's claims that have a cue (2026-11-25; .91 before its mismatches were looked at).
    Works on words as they stand ("has repeatedly claimed"), other words may stand between those of an entry ("condemned … as").

    Example:
        >>> stance_of("has repeatedly warned")
        (<Stance.WARNS: 'warns'>, 'warn')
    """
    entry = entry_of(cue)
    if entry is None:
        return None
    if entry.stance in _TURNED and _is_negated(cue, entry):
        return _TURNED[entry.stance], f"not {entry.phrase}"
    return entry.stance, entry.phrase


def is_impersonal(cue: str) -> bool:
    """Whether a cue names nobody who speaks ("reportedly", "it is believed", "reports of").

    Example:
        >>> is_impersonal("is believed"), is_impersonal("said")
        (True, False)
    """
    entry = entry_of(cue)
    return entry is not None and entry.impersonal
