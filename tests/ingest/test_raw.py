from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from onrecord.errors import BinaryInput, BrokenArchive, InputError, MissingInput, NotAFile, TooLarge
from onrecord.ingest.files.raw import Kind, Raw, read_raw
from onrecord.ingest.limits import Limits

TEXT = b"The council met on Monday.\r\n"


def raw_of(folder: Path, name: str, data: bytes) -> Raw:
    path = folder / name
    path.write_bytes(data)
    return read_raw(path)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("page.txt", Kind.PLAIN),
        ("page.md", Kind.PLAIN),
        ("page", Kind.PLAIN),
        ("page.HTML", Kind.HTML),
        ("page.htm", Kind.HTML),
        ("page.xhtml", Kind.HTML),
        ("rows.jsonl", Kind.JSONL),
        ("rows.ndjson", Kind.JSONL),
        ("rows.csv", Kind.CSV),
        ("rows.tsv.gz", Kind.CSV),
        ("page.html.gz", Kind.HTML),
    ],
)
def test_the_ending_tells_the_kind(tmp_path: Path, name: str, kind: Kind) -> None:
    raw = raw_of(tmp_path, name, gzip.compress(TEXT) if name.endswith(".gz") else TEXT)
    assert (raw.kind, raw.data, raw.name) == (kind, TEXT, str(tmp_path / name))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<!DOCTYPE html>\n<p>A page.", Kind.HTML),
        (b"\xef\xbb\xbf  <HTML lang=en><body>A page.", Kind.HTML),
        (b"<!-- saved from (0014)about:internet -->\n<html>", Kind.HTML),
        (b'<?xml version="1.0"?><!-- x --><html xmlns="http://www.w3.org/1999/xhtml">', Kind.HTML),
        (b"<div class=story><h1>A title</h1><p>One.</p><p>Two.</p></div>", Kind.HTML),
        (b"The tag <p> opens a paragraph, </p> closes it, and <br> breaks a line. " * 2, Kind.PLAIN),
        (b"<p>" + b"A paragraph of some length. " * 20 + b"</p>\n<p>Another <a href='/x'>one</a>.", Kind.HTML),
        (b"<b>Note</b> to editors: the story follows.", Kind.PLAIN),
        (b"a < b and b > c; <html> is a tag.", Kind.PLAIN),
        (b'{"text": "A row."}\n{"text": "Another."}\n', Kind.JSONL),
        (b'{"text": "' + b"A long row. " * 10_000 + b'"}\n', Kind.JSONL),
        (b'{"not closed\n', Kind.PLAIN),
        (b"{A text in braces}\n", Kind.PLAIN),
        (b"[1, 2]\n", Kind.PLAIN),
        (b"text,date\nOne,2015-01-02\n", Kind.PLAIN),
    ],
)
def test_where_there_is_no_ending_the_content_tells(tmp_path: Path, data: bytes, kind: Kind) -> None:
    assert raw_of(tmp_path, "page", data).kind is kind


def test_html_is_found_under_the_name_of_text_and_rows_are_not(tmp_path: Path) -> None:
    assert raw_of(tmp_path, "page.txt", b"<!doctype html><p>A page.").kind is Kind.HTML
    assert raw_of(tmp_path, "page.txt", b'{"text": "A row."}\n').kind is Kind.PLAIN


def test_what_the_caller_says_wins(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT)
    assert read_raw(path, kind=Kind.CSV).kind is Kind.CSV


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "pdftotext"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml word/document.xml", "pandoc"),
        (b"PK\x03\x04\x14\x00", "an archive"),
        (b"{\\rtf1 A text.}", "pandoc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"ID3\x03\x00", "sound"),
        (b"\x00\x00\x00\x18ftypisom", "a film"),
        (b"MZ\x90\x00\x03\x00", "a program"),
        (b"SQLite format 3\x00", "CSV or JSONL"),
        (b'<?xml version="1.0"?>\n<rss version="2.0">', "a feed"),
        (b"WARC/1.0\r\n", "web archive"),
        (b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=text/html\r\n", "MHTML"),
        (gzip.compress(gzip.compress(TEXT)), "an archive"),
    ],
)
def test_what_is_no_text_is_named_with_what_to_do(tmp_path: Path, data: bytes, words: str) -> None:
    with pytest.raises(BinaryInput, match=words) as caught:
        raw_of(tmp_path, "page.txt", data)
    assert str(caught.value).startswith(f"{tmp_path / 'page.txt'}: ")
    assert "expected" in str(caught.value)


@pytest.mark.parametrize("text", [b"BMW sold fewer cars.", b"MZ is a title.", b"Rar! said the lion."])
def test_words_that_open_like_a_picture_are_words(tmp_path: Path, text: bytes) -> None:
    assert raw_of(tmp_path, "page.txt", text).data == text


def test_gzip_is_known_by_its_bytes_and_not_by_its_name(tmp_path: Path) -> None:
    assert raw_of(tmp_path, "page.txt", gzip.compress(TEXT)).data == TEXT
    assert raw_of(tmp_path, "page.txt.gz", TEXT).data == TEXT
    assert raw_of(tmp_path, "two.txt.gz", gzip.compress(TEXT) + gzip.compress(TEXT) + b"\0" * 9).data == 2 * TEXT


@pytest.mark.parametrize(
    "data",
    [
        gzip.compress(TEXT)[:-3],
        gzip.compress(TEXT)[:12],
        gzip.compress(TEXT) + b"something else",
        gzip.compress(TEXT)[:-6] + b"\0\0\0\0\0\0",
        b"\x1f\x8b\x08\x00" + b"no gzip at all, only its mark" * 3,
    ],
)
def test_gzip_that_does_not_hold_together(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(BrokenArchive, match=r"page\.txt\.gz: .*expected a whole gzip file"):
        raw_of(tmp_path, "page.txt.gz", data)


def test_a_bomb_is_stopped_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 10_000_000))
    with pytest.raises(TooLarge, match="more than 1,000,000 bytes, unpacked ones counted"):
        read_raw(path, Limits(max_bytes=1_000_000))


def test_the_limit_itself_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"a" * 100_000)
    assert len(read_raw(path, Limits(max_bytes=100_000)).data) == 100_000
    with pytest.raises(TooLarge):
        read_raw(path, Limits(max_bytes=99_999))


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    for name in (tmp_path / "none.txt", "a\0b", "a" * 5000):
        with pytest.raises(MissingInput, match="no such file"):
            read_raw(name)
    for name in (tmp_path, Path("/dev/null")):
        with pytest.raises(NotAFile, match="a directory or a device"):
            read_raw(name)


def test_what_the_system_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"page\.txt: cannot be read \(Permission denied\)"):
        read_raw(path)


def test_a_dash_is_standard_input_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(gzip.compress(TEXT)))
    monkeypatch.setattr("sys.stdin", stdin)
    raw = read_raw("-")
    assert (raw.data, raw.name, raw.kind) == (TEXT, "standard input", Kind.PLAIN)
    assert not stdin.buffer.closed
