"""What a codebook says: its types with quad class, score and modes, and its actor sectors, contexts and auxiliary modes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from onrecord.errors import DataError, OptionError


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """How an event of a type can be done; ``score`` is null where the codebook gives none of its own."""

    score: float | None
    about: str


class EventType(msgspec.Struct, frozen=True, kw_only=True):
    """One type of event; ``score`` holds where no mode is given, or one without a score."""

    quad: str
    recipient_required: bool
    score: float
    modes: dict[str, Mode]


class Codebook(msgspec.Struct, frozen=True, kw_only=True):
    """A codebook: ``types`` by name, ``sectors`` with their meaning, the names of contexts and auxiliary modes."""

    version: str
    source: str
    types: dict[str, EventType]
    sectors: dict[str, str]
    contexts: tuple[str, ...]
    auxiliary: tuple[str, ...]

    def type_of(self, name: str) -> EventType:
        """The type of that name.

        Raises:
            OptionError: the codebook has no such type.
        """
        found = self.types.get(name)
        if found is None:
            raise OptionError(f"no event type {name!r} in {self.version}: expected one of {', '.join(self.types)}")
        return found

    def score_of(self, name: str, mode: str | None = None) -> float:
        """Conflict (-10) to cooperation (+10): the mode's score, the type's own where there is none.

        Raises:
            OptionError: the codebook has no such type, or the type no such mode.

        Example:
            >>> load_codebook().score_of("ASSAULT", "aerial")
            -9.5
        """
        found = self.type_of(name)
        if mode is None:
            return found.score
        if mode not in found.modes:
            raise OptionError(
                f"{name} has no mode {mode!r} in {self.version}: expected one of {', '.join(found.modes) or 'none'}"
            )
        score = found.modes[mode].score
        return found.score if score is None else score

    def quad_of(self, name: str) -> str:
        """Verbal or material, cooperation or conflict.

        Raises:
            OptionError: the codebook has no such type.

        Example:
            >>> load_codebook().quad_of("REQUEST")
            'verbal conflict'
        """
        return self.type_of(name).quad


@cache
def load_codebook(name: str = "plover") -> Codebook:
    """The codebook of that name, read once.

    Raises:
        OptionError: no codebook of that name ships with onrecord.
        DataError: its file is broken.
    """
    path = files("onrecord.codebooks").joinpath(f"{name}.json")
    if not path.is_file():
        raise OptionError(f"no codebook {name!r}: expected 'plover'")
    try:
        return msgspec.json.decode(path.read_bytes(), type=Codebook)
    except msgspec.DecodeError as error:
        raise DataError(f"codebook {name}.json cannot be read ({error}): install onrecord again") from error
