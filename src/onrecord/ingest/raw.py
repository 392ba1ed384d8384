"""What comes in before anybody knows what it says: bytes, where they are from, and what they seem to be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How the bytes are to be taken."""

    PLAIN = "plain"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """The bytes of one input.

    Attributes:
        name: What messages call it.
        data: The bytes, unpacked.
        kind: How they are to be taken.
        charset: What the server or the caller says the encoding is; None where nobody does.
        uri: Where it stands, after redirects; None where it is a file.
        retrieved: When it was fetched, an ISO 8601 timestamp in UTC; None for files.
    """

    name: str
    data: bytes
    kind: Kind = Kind.PLAIN
    charset: str | None = None
    uri: str | None = None
    retrieved: str | None = None
