"""Files whose bytes are the trouble: encodings that lie or are not told, archives that burst, other files named like a page."""

from __future__ import annotations

import gzip
import random
import zlib

from torture_texts import GREETINGS, LEAD, STORY, Maker, page

PLAIN = page(*STORY)
ACCENTS = page(*STORY, "The café of Zoë Müller in Ærø was hit; “No one was hurt,” she said — twice.")
RUSSIAN = "\n\n".join(GREETINGS[at] for at in (18, 18, 18)) + "\n"
JAPANESE = "両政府の会談は月曜日に合意なく終了した。外相は記者団に対し、協議を続けると述べた。\n" * 8
CHINESE = "两国政府的会谈周一结束，没有达成协议。外交部长对记者说，谈判将继续进行。\n" * 8
MEMBER = 100_000_000  # bytes of one member of a bomb; a hundred of them are 10 GB


def packed(data: bytes) -> bytes:
    """Gzip without a time stamp: the same bytes every time."""
    return gzip.compress(data, compresslevel=6, mtime=0)


def bomb(piece: bytes) -> bytes:
    """10 GB of a piece over and over, in 10 MB or less."""
    return packed(piece * (MEMBER // len(piece))) * 100


def noise(size: int) -> bytes:
    """Random bytes, the same every time."""
    return random.Random(1).randbytes(size)  # noqa: S311 - no secret


def cesu8(text: str) -> bytes:
    """Characters beyond U+FFFF as two halves of three bytes each, as some databases write them."""
    units = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(int.from_bytes(units[at : at + 2], "little")) for at in range(0, len(units), 2)).encode(
        "utf-8", "surrogatepass"
    )


def zip_bytes() -> bytes:
    """The beginning of a ZIP archive."""
    data = PLAIN.encode()
    crc = zlib.crc32(data).to_bytes(4, "little")
    return (
        b"PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00\x21\x00"
        + crc
        + len(data).to_bytes(4, "little") * 2
        + b"\x08\x00\x00\x00page.txt"
        + data
    )


BYTES: dict[str, Maker] = {
    "empty.txt": lambda: b"",
    "white.txt": lambda: " \t\r\n\u00a0\u2003\n\x0c".encode() * 1_000,
    "nuls.txt": lambda: b"\x00" * 100_000,
    "random.txt": lambda: noise(300_000),
    "random.html": lambda: b"<html><body><p>" + noise(300_000),
    "cp1252.txt": lambda: ACCENTS.encode("cp1252"),
    "cp1251.txt": lambda: RUSSIAN.encode("cp1251"),
    "shift-jis.txt": lambda: JAPANESE.encode("shift_jis"),
    "gb18030.txt": lambda: CHINESE.encode("gb18030"),
    "utf16-le-mark.txt": lambda: b"\xff\xfe" + ACCENTS.encode("utf-16-le"),
    "utf16-be-mark.txt": lambda: b"\xfe\xff" + ACCENTS.encode("utf-16-be"),
    "utf16-le.txt": lambda: ACCENTS.encode("utf-16-le"),
    "utf16-be.txt": lambda: ACCENTS.encode("utf-16-be"),
    "utf16-odd.txt": lambda: b"\xff\xfe" + ACCENTS.encode("utf-16-le")[:-1],
    "utf32.txt": lambda: ACCENTS.encode("utf-32"),
    "marks-inside.txt": lambda: (
        b"\xef\xbb\xbf" + "\ufeff".join(f"{part}\n\n" for part in (*STORY, LEAD[:20], LEAD[20:])).encode()
    ),
    "cesu8.txt": lambda: cesu8(page(*STORY, f"\U0001f600 {LEAD} \U0001f600\U00020000")),
    "cut-character.txt": lambda: (ACCENTS + "é").encode()[:-1],
    "bomb.txt.gz": lambda: bomb(b"\x00" * 1_000_000),
    "bomb.html.gz": lambda: bomb(f"<p>{LEAD}</p>\n".encode()),
    "truncated.txt.gz": lambda: packed(PLAIN.encode() * 50)[:-40],
    "tail.txt.gz": lambda: packed(PLAIN.encode()) + b"and then some garbage",
    "pdf.txt": lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + noise(50_000),
    "png.txt": lambda: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + noise(50_000),
    "zip.txt": zip_bytes,
}
