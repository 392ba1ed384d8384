"""How is a .gz file read without trusting it? A piece at a time, so that whoever reads can stop before the bomb goes off."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import BrokenArchive

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """The bytes that a gzip file holds, all its members, as a stream; ``name`` is what messages call it.

    Reading raises BrokenArchive where the file ends early, a checksum is wrong, or something else follows the last member
    (padding with NULs is let pass, as gzip does). Nothing is unpacked before it is asked for.
    """

    def __init__(self, packed: BinaryIO, name: str) -> None:
        super().__init__()
        self._packed = packed
        self._members = gzip.GzipFile(fileobj=packed, mode="rb")
        self._name = name

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill the buffer as far as the next piece goes; 0 at the end."""
        try:
            return self._members.readinto(buffer)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise BrokenArchive(
                f"{self._name}: {error}; expected a whole gzip file: fetch it again or unpack it by hand"
            ) from error

    def close(self) -> None:
        """Close the packed file too."""
        self._packed.close()
        super().close()
