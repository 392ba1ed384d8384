"""What stands in an answer that was packed for the way? ``Content-Encoding``, unpacked piece by piece, so that no bomb goes off."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

PIECE = 65_536  # bytes that come out at a time
EITHER = 47  # zlib's number for "gzip or zlib, the header tells"
BARE = -15  # no header at all: what some servers send for "deflate", against the standard
PLAIN = frozenset({"", "identity"})
PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class BadContent(ValueError):
    """The body does not hold together."""


def unpacked(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """The bytes of a body, at most ``PIECE`` or what came in at a time.

    Args:
        pieces: The bytes as they come.
        encoding: The header's value.

    Raises:
        BadContent: Packed in a way that was not asked for, or broken.
    """
    name = encoding.strip().lower()
    if name in PLAIN:
        yield from pieces
    elif name in PACKED:
        try:
            yield from _inflated(pieces, bare=name == "deflate")
        except zlib.error as error:
            raise BadContent(f"the packed content is damaged: {error}") from error
    else:
        raise BadContent(f"the content is packed with {encoding[:40]!r}, and gzip or deflate was asked for")


def _inflated(pieces: Iterator[bytes], *, bare: bool) -> Iterator[bytes]:
    inflater = None
    for piece in pieces:
        waiting = piece
        while waiting:
            inflater = inflater or zlib.decompressobj(_format(waiting, bare=bare))
            yield inflater.decompress(waiting, PIECE)
            # Gzip may have several members, one after the other; zeros behind the last are padding.
            waiting = inflater.unconsumed_tail or inflater.unused_data.lstrip(b"\0")
            if inflater.eof:
                inflater = None
    if inflater is not None:
        yield inflater.flush()
        if not inflater.eof:
            raise BadContent("the packed content ends in the middle")


def _format(head: bytes, *, bare: bool) -> int:
    """Which format it is: the lower half of a zlib header's first byte is 8, and gzip opens with 0x1f."""
    return BARE if bare and head[0] & 0x0F != 8 and head[0] != 0x1F else EITHER
