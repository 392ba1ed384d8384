"""Which words say how an event stands: negations, modals, conditions, verbs of asking, wanting and planning."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from onrecord.errors import DataError

KINDS = frozenset(
    "negation failing may could possible probable will would coming should condition whether ask want plan enable light ending long_ago".split()
)


@cache
def load_status_words() -> Mapping[str, frozenset[str]]:
    """The lemmas of each kind in ``KINDS``, read once.

    Raises:
        DataError: the file is missing or a line of it is broken.
    """
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    path = files("onrecord.lexicon").joinpath("status.tsv")
    try:
        lines = [line for line in path.read_text(encoding="utf8").splitlines() if line and not line.startswith("#")]
        for line in lines[1:]:
            word, kind = line.split("\t")
            found[kind].add(word)
    except (OSError, ValueError, KeyError) as error:
        raise DataError(f"status lexicon status.tsv cannot be read ({error!r}): install onrecord again") from error
    return {kind: frozenset(words) for kind, words in found.items()}
