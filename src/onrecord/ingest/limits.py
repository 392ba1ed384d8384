"""How much may one input cost? Bytes, characters, seconds, memory: beyond these it is an error or is cut, and says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one input may cost; the defaults suit a newsroom's pages on a laptop.

    Attributes:
        max_chars: Characters of a document that are read; of a longer one the head is read, and a note says so.
        max_bytes: Bytes of one file or answer, counted after unpacking; more is an error.
        html_seconds: Seconds in which an HTML page must be taken apart.
        html_memory: Bytes of memory that taking it apart may use.
        fetch_seconds: Seconds for a whole request, redirects included.
        allow_local: Whether addresses in private networks may be asked.
    """

    max_chars: int = 200_000
    max_bytes: int = 64_000_000
    html_seconds: float = 10.0
    html_memory: int = 640_000_000
    fetch_seconds: float = 20.0
    allow_local: bool = False


DEFAULT = Limits()
