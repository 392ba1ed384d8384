from __future__ import annotations

import csv
import gzip
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BinaryInput, BrokenArchive, BrokenRow, EmptyInput, InputError, MissingInput, TooLarge
from onrecord.ingest.documents import About
from onrecord.ingest.files.raw import Kind, Raw
from onrecord.ingest.limits import Limits
from onrecord.ingest.rows.find import Columns, find_rows, rows_of
from onrecord.ingest.sources import read_rows
from onrecord.types import Document

HEADER = "id,date,text\n"


def rows(data: str | bytes, kind: Kind = Kind.CSV, columns: Columns | None = None, **limits: Any) -> list[Document | InputError]:
    packed = data.encode() if isinstance(data, str) else data
    return list(rows_of(Raw(name="rows", data=packed, kind=kind), columns, Limits(**limits)))


def texts(found: list[Document | InputError]) -> list[str | type[InputError]]:
    return [row.text if isinstance(row, Document) else type(row) for row in found]


def the_error(found: list[Document | InputError]) -> str:
    (error,) = (row for row in found if isinstance(row, InputError))
    assert str(error).startswith("rows")
    assert "expected" in str(error)
    assert "\n" not in str(error)
    return str(error)


# JSONL


def test_broken_lines_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    good = json.dumps({"id": 7, "text": "One.", "publisher": "Post", "published": "2015-10-19", "more": [1]})
    lines = [
        good,
        "",
        "{broken",
        '{"id": "x"}',
        '{"text": " "}',
        '{"text": "T.", "published": "soon"}',
        "[1]",
        '{"text": "\xff"',
        "{}",
    ]
    path = tmp_path / "rows.jsonl"
    path.write_bytes("\n".join(lines).encode() + b'\n{"text": "Last."}')
    found = list(read_rows(path))
    assert [type(row) for row in found] == [Document, *[BrokenRow] * 7, Document]
    assert isinstance(found[0], Document)
    assert (found[0].given_id, found[0].publisher, found[0].published) == ("7", "Post", "2015-10-19")
    numbers = [str(row).split("line ")[1].split(":")[0] for row in found if isinstance(row, BrokenRow)]
    assert numbers == ["3", "4", "5", "6", "7", "8", "9"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("[1]", "an array in JSON"),
        ('"x"', "a string in JSON"),
        ("null", "null in JSON"),
        ('{"text": null}', "'text' is null"),
        ('{"text": 5}', "'text' is a number"),
        ('{"text": "T.", "title": ["x"]}', "'title' is an array"),
        ('{"text": "T.", "uri": true}', "'uri' is true or false"),
        ("{}", "no text among no columns at all"),
        ("[" * 100_000, "recursion"),
        ('{"text": "no end', "no JSON"),
        ('{"text": "T.", "date": "31/12/2015"}', "YYYY-MM-DD"),
    ],
)
def test_what_is_wrong_with_a_line_is_said(line: str, words: str) -> None:
    found = rows(f'{{"text": "One."}}\n{line}\n{{"text": "Two."}}\n', Kind.JSONL)
    assert texts(found) == ["One.", BrokenRow, "Two."]
    assert words in the_error(found)
    assert "rows, line 2: " in the_error(found)


def test_the_usual_names_of_keys_are_known() -> None:
    line = {
        "Body": "T.",
        "publishedAt": "2020-01-02T03:04:05Z",
        "headline": "H",
        "url": "http://e.org",
        "source": {"id": None, "name": "Post"},
    }
    (doc,) = rows(json.dumps(line), Kind.JSONL)
    assert isinstance(doc, Document)
    assert (doc.text, doc.published, doc.title, doc.uri, doc.publisher) == ("T.", "2020-01-02", "H", "http://e.org", "Post")


def test_a_key_that_looks_like_the_date_and_was_not_taken_is_told() -> None:
    (doc,) = rows('{"text": "T.", "crawl_date": "2015-01-02"}', Kind.JSONL)
    assert isinstance(doc, Document)
    assert doc.published is None
    assert doc.notes == (
        "no column was taken for the publication date, though there is 'crawl_date': name it with --date-column",
    )


def test_half_a_surrogate_in_a_line_is_replaced() -> None:
    (doc,) = rows(b'{"text": "A \\ud83d half and \\ud83d\\ude00.", "title": "\\udc00"}', Kind.JSONL)
    assert isinstance(doc, Document)
    assert (doc.text, doc.title) == ("A \ufffd half and 😀.", "\ufffd")
    assert "half surrogates" in doc.notes[0]


def test_tags_in_a_text_are_left_and_told() -> None:
    (doc,) = rows('{"text": "<p>One.</p><p>Two.</p>"}', Kind.JSONL)
    assert isinstance(doc, Document)
    assert doc.text == "<p>One.</p><p>Two.</p>"
    assert "HTML tags" in doc.notes[0]


# CSV


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("title,text\nT,One.\n", "comma"),
        ("\ufefftitle;text\r\nT;One.\r\n", "semicolon, byte order mark"),
        ("title\ttext\nT\tOne.", "tab"),
        ("title|text\nT|One.\n", "pipe"),
        ("sep=;\ntitle;text\nT;One.\n", "what a spreadsheet writes on top"),
        ("title,text\rT,One.\r", "an old Mac's line ends"),
        ("\n\ntitle,text\n\n\nT,One.\n\n", "blank lines"),
        ('"title","text"\n"T","One."\n', "quotation marks"),
        ("Title , TEXT\nT,One.,,\n", "spaces, capitals, empty fields too many"),
    ],
)
def test_forms_of_a_table(table: str, name: str) -> None:
    (doc,) = rows(table)
    assert isinstance(doc, Document), name
    assert (doc.title, doc.text) == ("T", "One."), name


def test_a_table_of_one_column_has_no_delimiter() -> None:
    assert texts(rows('text\nOne, and more; still one\n"Two, ""quoted"""\n')) == ["One, and more; still one", 'Two, "quoted"']


def test_line_ends_and_quotation_marks_in_a_field_stay() -> None:
    assert texts(rows(HEADER + '1,,"One\r\n\r\n""two"", three\n"\n2,,Two\n')) == ['One\r\n\r\n"two", three\n', "Two"]


def test_columns_that_the_caller_names() -> None:
    table = "Titel,Inhalt,text\nT,One.,other\n"
    (doc,) = rows(table, columns=Columns(text="inhalt", title="Titel"))
    assert isinstance(doc, Document)
    assert (doc.title, doc.text) == ("T", "One.")
    error = the_error(rows(table, columns=Columns(text="body")))
    assert "no 'body' among 'Titel', 'Inhalt', 'text'; expected the one that --text-column names" in error


def test_a_table_without_text_names_the_columns_there_are() -> None:
    assert "no text among 'a', 'b'; expected" in the_error(rows("a,b\n1,2\n"))
    many = ",".join(f"c{number}" for number in range(50))
    assert "'c19' and 30 more" in the_error(rows(f"{many}\n"))


@pytest.mark.parametrize(("data", "limit"), [("," * 1_000_001 + "\n1,2\n", 64_000_000), ("text,title,date\n1,2,3\n", 10)])
def test_a_header_that_is_too_long(data: str, limit: int) -> None:
    assert "line 1: too long for a header" in the_error(rows(data, max_bytes=limit))


@pytest.mark.parametrize("data", ["", "\n \n", "text,date\n", "\ufeff"])
def test_a_table_without_rows_is_empty(data: str) -> None:
    (error,) = rows(data)
    assert isinstance(error, EmptyInput)


def test_lines_without_rows_are_empty() -> None:
    (error,) = rows("\n\n", Kind.JSONL)
    assert isinstance(error, EmptyInput)


@pytest.mark.parametrize(
    ("date", "published"),
    [("2015-10-19", "2015-10-19"), ("2015-10-19 08:30:00", "2015-10-19"), ("20151019", "2015-10-19"), ("19 Oct 2015", "2015-10-19"), ("Mon, 19 Oct 2015 08:30:00 GMT", "2015-10-19"), ("", None)],
)  # fmt: skip
def test_dates_that_can_only_be_one_day(date: str, published: str | None) -> None:
    (doc,) = rows(HEADER + f'1,"{date}",One.\n')
    assert isinstance(doc, Document)
    assert doc.published == published


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("2,2015-01-02", "rows, row 3: fields: 2, but the header has 3"),
        ("2,2015-01-02,Two,more", "rows, row 3: fields: 4, but the header has 3"),
        ("2,19/10/2015,Two", "rows, row 3: publication date '19/10/2015'"),
        ("2,2015-02-30,Two", "no such day"),
        ("2,2015-01-02, ", "nothing in it but white space"),
        ("2,2015-01-02,T\0wo", "a control character (U+0000)"),
        ('2,2015-01-02,"never closed', "rows, row 3: a quotation mark that is never closed"),
    ],
)
def test_a_broken_record_costs_only_itself(row: str, words: str) -> None:
    found = rows(HEADER + f"1,,One\n{row}\n3,,Three\n4,,Four\n")
    assert texts(found) == ["One", BrokenRow, "Three", "Four"]
    assert words in the_error(found)


def test_two_marks_that_are_never_closed_do_not_make_one_record() -> None:
    found = rows(HEADER + '1,,"One\n2,,Two\n3,,Three\n4,,"Four\n5,,Five\n')
    assert texts(found) == [BrokenRow, "Two", "Three", BrokenRow, "Five"]


def test_a_table_that_ends_in_the_middle_of_a_text() -> None:
    found = rows(HEADER + '1,,One\n2,,"A long text\n\nwith paragraphs, and so on.\nIt ends he')
    assert texts(found) == ["One", BrokenRow]
    assert "never closed; it goes on to line 6" in the_error(found)


def test_rows_are_counted_as_a_spreadsheet_does_and_lines_are_told() -> None:
    error = the_error(rows(HEADER + '1,,"One\nand\nmore"\n\n2,x\n'))
    assert error.startswith("rows, row 3 (line 6): ")


def test_a_field_may_be_long() -> None:
    assert texts(rows(HEADER + f"1,,{'long ' * 100_000}\n", max_chars=0)) == ["long " * 100_000]


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.JSONL])
def test_a_row_beyond_the_limit_is_told_and_the_next_is_read(kind: Kind) -> None:
    long, short = ("a" * 3_000, "Two.") if kind is Kind.CSV else (json.dumps({"text": "a" * 3_000}), '{"text": "Two."}')
    found = rows(("text\n" if kind is Kind.CSV else "") + f"{long}\n{short}\n", kind, max_bytes=1_000)
    assert texts(found) == [BrokenRow, "Two."]
    assert "--max-bytes" in the_error(found)


@pytest.mark.parametrize("data", ["text\n" + "a" * 100_000, 'text\n"' + "a\n" * 100_000, '{"text": "' + "a" * 100_000])
def test_a_row_that_does_not_end_ends_the_file(data: str) -> None:
    found = rows(data, Kind.JSONL if data.startswith("{") else Kind.CSV, max_bytes=1_000)
    assert texts(found)[-1] is TooLarge
    assert len(found) == 1
    assert "the rest is left unread" in str(found[0])


FIELDS = st.text(st.one_of(st.sampled_from(',;"\n\r\t|'), st.characters(exclude_categories=["Cs", "Cc"])))


@given(st.lists(st.tuples(FIELDS, FIELDS.map(lambda text: f"x{text}")), min_size=1))
def test_what_csv_writes_comes_back(pairs: list[tuple[str, str]]) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("title", "text"), *pairs])
    found = rows(written.getvalue())
    assert texts(found) == [text for _, text in pairs]
    assert [doc.title for doc in found if isinstance(doc, Document)] == [title.strip() or None for title, _ in pairs]


@given(st.binary(), st.sampled_from([Kind.CSV, Kind.JSONL]))
def test_no_bytes_break_it(data: bytes, kind: Kind) -> None:
    for head in (b"", b"text,date\n", b'{"text": "One."}\n'):
        assert all(isinstance(row, Document | InputError) for row in rows(head + data, kind))


# Bytes, archives, names


@pytest.mark.parametrize("codec", ["utf-16", "cp1252", "utf-8-sig"])
@pytest.mark.parametrize("kind", [Kind.CSV, Kind.JSONL])
def test_other_encodings_are_read_and_told(codec: str, kind: Kind) -> None:
    table = "text\tdate\nThe café’s owner\t2015-01-02\n" if kind is Kind.CSV else '{"text": "The café’s owner"}\n'
    (doc,) = rows(table.encode(codec), kind)
    assert isinstance(doc, Document)
    assert doc.text == "The café’s owner"
    assert bool(doc.notes) == (codec != "utf-8-sig")


def test_one_row_in_another_encoding_is_mended() -> None:
    table = (
        (HEADER + "1,,One\n" * 10_000).encode()
        + "2,,The café’s owner\n".encode("cp1252")
        + b"3,,x\xb5y \xd7\xfe z\xaa\xe3q\n4,,Four\n"
    )
    found = rows(table)
    assert texts(found)[10_000:] == ["The café’s owner", BrokenRow, "Four"]
    assert isinstance(found[10_000], Document)
    assert found[10_000].notes == ("decoded as windows-1252, detected",)


def test_no_text_at_all_under_the_name_of_rows() -> None:
    (error,) = rows(os.urandom(5_000).replace(b"\0", b"\1"))
    assert isinstance(error, InputError)
    (error,) = rows(bytes(range(32)) * 100)
    assert isinstance(error, BinaryInput)


def test_packed_rows_that_end_early_give_what_they_have(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl.gz"
    lines = b"".join(json.dumps({"id": n, "text": os.urandom(20).hex()}).encode() + b"\n" for n in range(5_000))
    path.write_bytes(gzip.compress(lines)[:-5_000])
    *found, error = read_rows(path)
    assert len(found) > 1_000
    assert isinstance(error, BrokenArchive)
    assert all(isinstance(row, Document) for row in found[:-1])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        list(read_rows(tmp_path / "none.jsonl"))


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "One."}\n')))
    assert texts(list(read_rows("-"))) == ["One."]


def test_rows_are_named_by_their_id_or_their_place() -> None:
    raw = Raw(name="rows.csv", data=(HEADER + "a7,,One\n,,Two\n").encode(), kind=Kind.CSV)
    given = About(publisher="Post", published="2015-10-19")
    found = list(find_rows(raw, Columns(), Limits(), given))
    assert [name for name, _ in found] == ["rows.csv: a7", "rows.csv, row 3"]
    assert [doc.publisher for _, doc in found if isinstance(doc, Document)] == ["Post", "Post"]
