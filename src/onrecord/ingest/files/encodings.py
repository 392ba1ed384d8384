"""In which encoding are these bytes? What their mark, their server or their pattern says; never a guess that is not told."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from onrecord.errors import BinaryInput, EmptyInput, EncodingError
from onrecord.ingest.files.charsets import sniff_charset, to_codec
from onrecord.ingest.files.detect import detect

__all__ = ["Decoded", "Encoding", "decode", "encoding_of", "sniff_charset"]

# What no text has: NUL and the other control bytes, without tab, line ends, form feed, backspace (man pages) and escape.
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\v\b\x1b"))
# UTF-32 first: its little-endian mark opens with UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FEW = 200  # bytes that a small file is taken to be longer, so that one control byte among rows is few
WIDE = re.compile(r"utf-(?:16|32)")
CONTROL_CHARACTER = re.compile(f"[{re.escape(CONTROL.decode())}]")
SHIFTED = re.compile(rb"\x1b\$[@B]|\x1b\([IJ]")  # ISO-2022-JP's way into its two-byte sets
PATTERN = 4_096  # bytes that are looked at for UTF-16 without a mark
# Of the characters beyond ASCII: where this share is whole UTF-8, the others are damage. Legacy text reaches .2 at most on the made-up samples.
MOSTLY = 0.8
BROKEN = 0.2  # of all characters: more than this is not damage, it is another thing
DAMAGE = 0.001  # of all characters: what a detected encoding may leave undecoded


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of some bytes, all of it; the encoding, by a name that Python knows; and what a user must know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """An encoding, by a name that Python knows, and how it was found; no note where it is plain UTF-8."""

    codec: str
    note: str | None = None


def decode(data: bytes, name: str, *, charset: str | None = None) -> Decoded:
    """The text of some bytes, all of it: a byte order mark stays, as U+FEFF, so that offsets fit the file.

    In this order: the byte order mark; UTF-8 where the bytes are UTF-8, whatever they are declared to be (that other text should pass for
    it by chance is next to impossible, and servers lie); UTF-16 or UTF-32 by the pattern of its NULs; what is declared; UTF-8 with a few
    damaged bytes (U+FFFD each); what detection finds. All but plain UTF-8 is told in a note.

    Args:
        data: The bytes.
        name: What messages call them.
        charset: What the server, the page or the caller says; see :func:`sniff_charset`.

    Raises:
        EmptyInput: No bytes, or only white space.
        BinaryInput: Control bytes that no text has.
        EncodingError: No encoding makes enough sense of them.
    """
    if not data.strip():
        raise EmptyInput(f"{name}: nothing in it but white space; expected the text of a page")
    found = encoding_of(data, name, charset=charset)
    text, damage = _decode_all(data, name, found.codec)
    if WIDE.match(found.codec) and (odd := CONTROL_CHARACTER.search(text)):
        raise BinaryInput(
            f"{name}: character {odd.start()} (U+{ord(odd[0]):04X}) is a control character that no text has; expected text, here in {found.codec}"
        )
    return Decoded(text=text, encoding=found.codec, notes=(*([found.note] if found.note else []), *damage))


def encoding_of(data: bytes, name: str, *, charset: str | None = None, cut: bool = False, allowed: float = 0.0) -> Encoding:
    """The encoding of some bytes, as :func:`decode` finds it.

    Args:
        data: The bytes.
        name: What messages call them.
        charset: What they are declared to be.
        cut: They are a beginning, and may end in half a character.
        allowed: The share of control bytes that is let pass: a file of rows may have one broken row.

    Raises:
        BinaryInput: Control bytes that no text has.
        EncodingError: No encoding makes enough sense of them.
    """
    marked = next((codec for mark, codec in MARKS if data.startswith(mark)), None)
    wide = marked if marked and WIDE.match(marked) else None if marked else _by_nuls(data[:PATTERN])
    if wide:
        return Encoding(codec=wide, note=f"decoded as {wide}: its {'byte order mark' if marked else 'pattern of NULs'} says so")
    _check_control(data, name, allowed)
    if marked:
        return Encoding(codec=marked)
    whole = data[: data.rfind(b"\n") + 1] or data if cut else data
    declared = to_codec(charset)
    if _is(whole, "utf-8"):
        return _shifted(whole, declared) or Encoding(codec="utf-8", note=_lie(whole, charset, declared))
    return _declared(whole, charset, declared) or _damaged(whole, charset, declared) or _detected(whole, name, charset)


def _is(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except ValueError:
        return False
    return True


def _decode_all(data: bytes, name: str, codec: str) -> tuple[str, tuple[str, ...]]:
    """The text with U+FFFD for what cannot be decoded, and a note where there is such."""
    try:
        return data.decode(codec), ()
    except UnicodeDecodeError as error:
        text = data.decode(codec, "replace")
        count = _count_damage(data, text, codec)
        if count > max(1, BROKEN * len(text)):
            raise EncodingError(
                f"{name}: {count:,} places are not {codec}, which its byte order mark or its pattern says it is; "
                "expected whole text: convert it to UTF-8, or fetch it again"
            ) from error
        return text, (f"{count:,} places are not {codec} and were read as U+FFFD, the first at byte {error.start:,}",)


def _count_damage(data: bytes, text: str, codec: str) -> int:
    own = data.count(b"\xef\xbf\xbd") if codec == "utf-8" else 0
    return text.count("\ufffd") - own


def _by_nuls(head: bytes) -> str | None:
    """UTF-32 or UTF-16 without a mark: mostly Latin letters, each with its NULs in the same places."""
    for width, order, codec in ((4, 0, "utf-32-le"), (4, 3, "utf-32-be"), (2, 0, "utf-16-le"), (2, 1, "utf-16-be")):
        units = len(head) // width
        nuls = [head[at : units * width : width].count(0) for at in range(width)]
        if units >= 4 and nuls[order] == 0 and all(2 * nul > units for at, nul in enumerate(nuls) if at != order):
            return codec
    return None


def _check_control(data: bytes, name: str, allowed: float) -> None:
    if len(data) - len(data.translate(None, CONTROL)) <= allowed * (len(data) + FEW):
        return
    at = next(at for at, byte in enumerate(data) if byte in CONTROL)
    raise BinaryInput(f"{name}: byte {at} (0x{data[at]:02x}) is a control byte that no text has; expected text or HTML")


def _shifted(data: bytes, declared: str | None) -> Encoding | None:
    """ISO-2022-JP and its like, which are all ASCII to look at: two-byte sets between escape sequences."""
    if declared and declared.startswith(("iso-2022", "iso2022", "hz")) and _is(data, declared):
        return Encoding(codec=declared, note=f"decoded as {declared}, as declared")
    if SHIFTED.search(data) and _is(data, "iso2022-jp"):
        return Encoding(codec="iso2022-jp", note="decoded as iso2022-jp: its escape sequences say so")
    return None


def _lie(data: bytes, charset: str | None, declared: str | None) -> str | None:
    if declared is None or data.isascii() or codecs.lookup(declared).name == "utf-8":
        return None
    return f"declared as {charset}, but it is UTF-8 and was decoded as that"


def _declared(data: bytes, charset: str | None, declared: str | None) -> Encoding | None:
    if declared is None or not _is(data, declared):
        return None
    name = declared if charset is None or charset.lower() == declared else f"{declared} ({charset})"
    return Encoding(codec=declared, note=f"decoded as {name}, as declared")


def _damaged(data: bytes, charset: str | None, declared: str | None) -> Encoding | None:
    """UTF-8 of which a few bytes are lost: cut at the end, or with most of what is not ASCII still whole."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return Encoding(codec="utf-8", note=_lie(data, charset, declared))
    text = data.decode("utf-8", "replace")
    damage = _count_damage(data, text, "utf-8")
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return Encoding(codec="utf-8", note=_lie(data, charset, declared)) if beyond - damage >= MOSTLY * beyond else None


def _detected(data: bytes, name: str, charset: str | None) -> Encoding:
    for found in detect(data):
        text = data.decode(found.codec, "replace")
        if _count_damage(data, text, found.codec) <= DAMAGE * len(text):
            not_declared = f" (it is not {charset}, as declared)" if charset else ""
            return Encoding(codec=found.codec, note=f"decoded as {found.codec}, detected{not_declared}")
    at = next(at for at, byte in enumerate(data) if byte > 127)
    raise EncodingError(
        f"{name}: not UTF-8, and no other encoding fits (the first byte beyond ASCII is byte {at:,}, 0x{data[at]:02x}); "
        "expected UTF-8: convert it, for instance with iconv -f WINDOWS-1252 -t UTF-8"
    )
