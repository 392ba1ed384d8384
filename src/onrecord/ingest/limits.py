"""How much may one input cost? Bytes, characters, seconds, memory: beyond these it is an error or is cut, and says so."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.errors import OptionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one input may cost; the defaults suit a newsroom's pages on a laptop.

    Attributes:
        max_chars: Characters of a document that are read; of a longer one the head is read, and a note says so. 0: all of them.
        max_bytes: Bytes of one page, of one answer or of one row, counted after unpacking; more is an error.
        html_seconds: Seconds in which an HTML page must be taken apart.
        html_memory: Bytes of memory that taking it apart may use.
        fetch_seconds: Seconds for a whole request, redirects included.
        allow_local: Whether addresses in private networks may be asked.

    Raises:
        OptionError: a limit is negative, or none but ``max_chars`` is 0.
    """

    max_chars: int = 200_000
    max_bytes: int = 64_000_000
    html_seconds: float = 10.0
    html_memory: int = 640_000_000
    fetch_seconds: float = 20.0
    allow_local: bool = False

    def __post_init__(self) -> None:
        if self.max_chars < 0:
            raise OptionError(f"max_chars {self.max_chars}: expected how many characters of a document to read, or 0 for all")
        for name in ("max_bytes", "html_seconds", "html_memory", "fetch_seconds"):
            value = getattr(self, name)
            if not value > 0:  # a NaN is not either
                raise OptionError(f"{name} {value}: expected a number above 0; leave it out for the default")


DEFAULT = Limits()
