from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryInput, BrokenRow, EmptyInput, EncodingError, InputError, MissingInput, NotAFile, OptionError
from onrecord.ingest.sources import decode, document_of, read_document, read_rows
from onrecord.types import Document


def test_the_text_is_the_file_byte_for_byte(tmp_path: Path) -> None:
    data = "\ufeffFirst line.\r\nSecond\tline: “naïve” 😀.\r\n\n".encode()
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    assert read_document(path).text.encode() == data
    assert read_document(str(path)) == read_document(path)


def test_what_the_caller_knows_is_kept() -> None:
    doc = document_of(
        "A text.", published="2015-10-19T08:30:00Z", publisher="Post", title="T", uri="http://e.org/1", given_id="7"
    )
    assert (doc.published, doc.publisher, doc.title, doc.uri, doc.given_id) == ("2015-10-19", "Post", "T", "http://e.org/1", "7")


def test_a_wire_copy_in_two_papers_is_two_documents_of_one_text() -> None:
    one, two = document_of("A text.", publisher="Post"), document_of("A text.", publisher="Herald")
    assert one.text_id == two.text_id
    assert one.id != two.id


def test_the_uri_tells_where_a_text_stands_whatever_else_is_known() -> None:
    one = document_of("A text.", uri="http://e.org/1", title="T")
    assert one.id == document_of("A text.", uri="http://e.org/1", publisher="Post").id
    assert one.id != document_of("A text.", uri="http://e.org/2", title="T").id


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptyInput, "nothing in it"),
        (b" \r\n\t ", EmptyInput, "nothing in it"),
        ("\ufeff\u00a0\n".encode(), EmptyInput, "nothing in it"),
        (b"PK\x03\x04\x00\x00", BinaryInput, "byte 2 (0x03)"),
        (b"text\x00text", BinaryInput, "byte 4 (0x00)"),
        (b"na\xefve", EncodingError, "byte 2 (0xef)"),
        ("text".encode("utf-16"), EncodingError, "UTF-16"),
    ],
)
def test_bytes_that_are_no_page(tmp_path: Path, data: bytes, error: type[InputError], words: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    with pytest.raises(error) as caught:
        read_document(path)
    message = str(caught.value)
    assert words in message
    assert message.startswith(str(path))
    assert "expected" in message
    assert "\n" not in message


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no such file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(MissingInput, match="no such file"):
        read_document("a\0b")
    with pytest.raises(NotAFile, match="a directory"):
        read_document(tmp_path)
    with pytest.raises(MissingInput):
        list(read_rows(tmp_path / "none.jsonl"))


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Zürich.\r\n".encode())))
    assert read_document("-").text == "Zürich.\r\n"


def test_a_wrong_date_is_an_options_error() -> None:
    with pytest.raises(OptionError, match="YYYY-MM-DD"):
        document_of("A text.", published="19/10/2015")


def test_broken_rows_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    good = json.dumps({"id": 7, "text": "One.", "publisher": "Post", "published": "2015-10-19", "more": [1]})
    lines = [
        good,
        "",
        "{broken",
        json.dumps({"id": "x"}),
        json.dumps({"text": " "}),
        '{"text": "T.", "published": "soon"}',
        "[1]",
    ]
    path = tmp_path / "rows.jsonl"
    path.write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff"}\n{"text": "Last."}')
    rows = list(read_rows(path))
    assert [type(row) for row in rows] == [Document, *[BrokenRow] * 6, Document]
    assert isinstance(rows[0], Document)
    assert (rows[0].given_id, rows[0].publisher, rows[0].published) == ("7", "Post", "2015-10-19")
    numbers = [str(row).split("line ")[1].split(":")[0] for row in rows if isinstance(row, BrokenRow)]
    assert numbers == ["3", "4", "5", "6", "7", "8"]


@given(st.binary())
def test_bytes_decode_to_themselves_or_to_an_input_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except InputError:
        assert not data.strip() or b"\xff" in data[:2] or not decodes(data) or any(byte < 32 for byte in data)
    else:
        assert text.encode() == data


def decodes(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
