from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryInput, EmptyInput, EncodingError, InputError
from onrecord.ingest.files.encodings import decode, sniff_charset

ENGLISH = "“It’s late”, said Zoë of the café’s council. Prices rose £20 — or more.\r\n"
RUSSIAN = "Мэр города сообщил в понедельник, что мост закроют на три недели.\n"
JAPANESE = "市長は月曜日、橋を三週間閉鎖すると発表した。\n"


@pytest.mark.parametrize("text", ["Plain.", ENGLISH, "\ufeff" + ENGLISH, RUSSIAN, JAPANESE, "😀 a\u0301 \u200f"])
def test_utf8_is_read_as_it_stands_and_needs_no_note(text: str) -> None:
    found = decode(text.encode(), "x")
    assert (found.text, found.encoding, found.notes) == (text, "utf-8", ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_by_their_mark_and_by_their_nuls(codec: str) -> None:
    marked = decode(("\ufeff" + ENGLISH).encode(codec), "x")
    assert (marked.text, marked.encoding) == ("\ufeff" + ENGLISH, codec)
    assert marked.notes == (f"decoded as {codec}: its byte order mark says so",)
    bare = decode(ENGLISH.encode(codec), "x")
    assert (bare.text, bare.notes) == (ENGLISH, (f"decoded as {codec}: its pattern of NULs says so",))


@pytest.mark.parametrize(
    ("charset", "codec", "note"),
    [
        ("windows-1252", "cp1252", "decoded as windows-1252, as declared"),
        ("ISO-8859-1", "cp1252", "decoded as windows-1252 (ISO-8859-1), as declared"),
        ('"latin1"', "cp1252", 'decoded as windows-1252 ("latin1"), as declared'),
        ("macintosh", "mac-roman", "decoded as mac-roman (macintosh), as declared"),
    ],
)
def test_what_is_declared_is_believed(charset: str, codec: str, note: str) -> None:
    found = decode(ENGLISH.encode(codec), "x", charset=charset)
    assert (found.text, found.notes) == (ENGLISH, (note,))


@pytest.mark.parametrize(
    ("text", "charset"),
    [(RUSSIAN, "koi8-r"), (RUSSIAN, "windows-1251"), (JAPANESE, "Shift_JIS"), (JAPANESE, "euc-jp"), (JAPANESE, "iso-2022-jp")],
)
def test_other_scripts_as_declared(text: str, charset: str) -> None:
    assert decode(text.encode(charset), "x", charset=charset).text == text


@pytest.mark.parametrize(
    ("text", "codec"),
    [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis"), (JAPANESE, "iso2022-jp")],
)
def test_what_nobody_declares_is_detected_and_said(text: str, codec: str) -> None:
    found = decode(text.encode(codec), "x")
    assert found.text == text
    (note,) = found.notes
    assert note.startswith(f"decoded as {found.encoding}")
    assert note.endswith(("detected", "its escape sequences say so"))


def test_a_false_declaration_is_told() -> None:
    found = decode(ENGLISH.encode(), "x", charset="iso-8859-1")
    assert (found.text, found.notes) == (ENGLISH, ("declared as iso-8859-1, but it is UTF-8 and was decoded as that",))
    found = decode(ENGLISH.encode("cp1252"), "x", charset="utf-8")
    assert (found.text, found.notes) == (ENGLISH, ("decoded as windows-1252, detected (it is not utf-8, as declared)",))
    assert decode(b"All ASCII.", "x", charset="windows-1251").notes == ()
    assert decode(b"All ASCII.", "x", charset="utf-16").text == "All ASCII."


@pytest.mark.parametrize("charset", ["", "none-such", "rot13", "hex", "idna", "utf-7", "a\0b", "unicode_escape", "ünïcode"])
def test_a_declaration_that_names_no_encoding_is_passed_over(charset: str) -> None:
    assert decode(ENGLISH.encode(), "x", charset=charset).text == ENGLISH
    assert decode(ENGLISH.encode("cp1252"), "x", charset=charset).text == ENGLISH


def test_a_few_damaged_bytes_are_told_and_cost_only_themselves() -> None:
    data = (ENGLISH * 20).encode()
    cut = decode(data[: data.rfind("—".encode()) + 1], "x")
    assert cut.text.endswith("£20 \ufffd")
    assert cut.notes[0].startswith("1 places are not utf-8 and were read as U+FFFD, the first at byte ")
    broken = decode(data.replace("ë".encode(), b"\xff", 1) + "\ufffd".encode(), "x")
    assert broken.text == (ENGLISH * 20).replace("ë", "\ufffd", 1) + "\ufffd"
    assert broken.notes == (f"1 places are not utf-8 and were read as U+FFFD, the first at byte {data.index('ë'.encode())}",)
    odd = decode(ENGLISH.encode("utf-16") + b"x", "x")
    assert odd.text == "\ufeff" + ENGLISH + "\ufffd"


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyInput, "nothing in it"),
        (b" \r\n\t ", EmptyInput, "nothing in it"),
        (b"text\x00text", BinaryInput, "byte 4 (0x00)"),
        (b"\xef\xbb\xbftext\x01", BinaryInput, "byte 7 (0x01)"),
        ("te\0xt".encode("utf-16"), BinaryInput, "character 3 (U+0000)"),
        (b"\xff\xfe" + b"\x00\xdc" * 50, EncodingError, "50 places are not utf-16-le"),
        (b"x\xb5y \xd7\xfe z\xaa\xe3q", EncodingError, "byte 1, 0xb5"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, error: type[InputError], words: str) -> None:
    with pytest.raises(error) as caught:
        decode(data, "page.txt")
    message = str(caught.value)
    assert words in message
    assert message.startswith("page.txt: ")
    assert "expected" in message
    assert "\n" not in message


@given(st.binary())
def test_bytes_decode_whole_or_to_an_input_error(data: bytes) -> None:
    try:
        found = decode(data, "x")
    except InputError:
        return
    assert found.text.encode()  # no surrogate has come in
    if not found.notes:
        assert found.text.encode() == data


@given(
    st.text(),
    st.sampled_from(["cp1252", "koi8-r", "shift_jis", "gb18030", "utf-16"]),
    st.sampled_from([None, "utf-8", "gbk", "koi8-r"]),
)
def test_no_text_in_any_encoding_breaks_it(text: str, codec: str, charset: str | None) -> None:
    try:
        assert decode(text.encode(codec, "ignore"), "x", charset=charset).text
    except InputError as error:
        assert str(error).startswith("x: ")  # noqa: PT017 - most texts are decoded


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (b'<html><head><meta charset="Windows-1251">', "Windows-1251"),
        (b'<META HTTP-EQUIV=Content-Type CONTENT="text/html; charset=koi8-r">', "koi8-r"),
        (b"<?xml version='1.0' encoding='ISO-8859-2'?><html>", "ISO-8859-2"),
        (b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-16'?>", "utf-8"),
        (b"<html><body>charset=nothing", None),
        (b"<!-- " + b"x" * 9_000 + b'--><meta charset="utf-8">', None),
    ],
)
def test_what_a_page_declares(data: bytes, charset: str | None) -> None:
    assert sniff_charset(data) == charset
