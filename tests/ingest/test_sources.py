from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import (
    BinaryInput,
    EmptyInput,
    FetchFailed,
    HtmlFailed,
    InputError,
    MissingInput,
    NoStory,
    NotAFile,
    OptionError,
    TooLarge,
)
from onrecord.ingest.files.raw import Kind, Raw
from onrecord.ingest.html.answer import Extracted
from onrecord.ingest.limits import Limits
from onrecord.ingest.sources import About, find_documents, is_address, read_document
from onrecord.types import Document

PAGE = "The council met on Monday.\n"


@pytest.fixture
def extracted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking HTML apart is another test's business."""

    def read_html(raw: Raw, limits: Limits) -> Extracted:
        if b"broken" in raw.data:
            raise HtmlFailed(f"{raw.name}: could not be taken apart; expected a page")
        return Extracted(
            text="Extracted.",
            title="The page's",
            publisher="Herald",
            published="2015-10-19",
            authors=("A. Writer",),
            language="en",
            uri="https://example.org/canonical",
            notes=("extracted from HTML",),
        )

    monkeypatch.setattr("onrecord.ingest.html.read.read_html", read_html)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, Raw]:
    """What stands at which address; anything else does not answer."""
    pages: dict[str, Raw] = {}

    def fetch(url: str, limits: Limits) -> Raw:
        if url not in pages:
            raise FetchFailed(f"{url}: status 404; expected a page")
        return pages[url]

    monkeypatch.setattr("onrecord.ingest.fetching.fetch.fetch", fetch)
    return pages


def found(*names: object, about: About | None = None, rows: Kind | None = None) -> list[tuple[str, str | type[Exception]]]:
    documents = find_documents([str(name) for name in names], about, rows=rows)
    return [(name, doc.text if isinstance(doc, Document) else type(doc)) for name, doc in documents]


def stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_the_text_is_the_file_byte_for_byte(tmp_path: Path) -> None:
    data = "\ufeffFirst line.\r\nSecond\tline: “naïve” 😀.\r\n\n".encode()
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    assert read_document(path).text.encode() == data
    assert read_document(str(path)) == read_document(path)


def test_another_encoding_is_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("The café’s owner said no.\n".encode("cp1252"))
    doc = read_document(path)
    assert (doc.text, doc.notes) == ("The café’s owner said no.\n", ("decoded as windows-1252, detected",))


@pytest.mark.parametrize(
    ("data", "error"),
    [(b" \n", EmptyInput), (b"text\x00text", BinaryInput), (b"%PDF-1.4", BinaryInput)],
)
def test_bytes_that_are_no_page(tmp_path: Path, data: bytes, error: type[InputError]) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    with pytest.raises(error, match="expected") as caught:
        read_document(path)
    assert str(caught.value).startswith(f"{path}: ")


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_document(tmp_path / "none.txt")
    with pytest.raises(NotAFile):
        read_document(tmp_path)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, "\ufeffZürich.\r\n".encode())
    assert read_document("-").text == "\ufeffZürich.\r\n"


def test_rows_are_no_page(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("text\nOne.\n", "utf8")
    with pytest.raises(OptionError, match="find_documents"):
        read_document(path)


def test_limits_hold(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("One word. " * 100, "utf8")
    assert len(read_document(path, limits=Limits(max_chars=100)).text) == 100
    with pytest.raises(TooLarge):
        read_document(path, limits=Limits(max_bytes=100))


@pytest.mark.usefixtures("extracted")
def test_html_is_taken_apart_and_the_caller_s_word_wins(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p>Anything.", "utf8")
    doc = read_document(path)
    assert (doc.text, doc.title, doc.publisher, doc.published) == ("Extracted.", "The page's", "Herald", "2015-10-19")
    assert (doc.authors, doc.language, doc.uri) == (("A. Writer",), "en", "https://example.org/canonical")
    told = read_document(path, publisher="Post", published="2015-10-20", uri="u")
    assert (told.publisher, told.published, told.uri) == ("Post", "2015-10-20", "u")
    assert "publisher: the caller says 'Post', the page says 'Herald'; the caller's is used" in told.notes


@pytest.mark.usefixtures("extracted")
def test_any_mix_in_order_and_what_fails_stands_in_its_place(
    tmp_path: Path, web: dict[str, Raw], monkeypatch: pytest.MonkeyPatch
) -> None:
    web["https://example.org/a"] = Raw(
        name="https://example.org/a", data=b"<p>", kind=Kind.HTML, uri="https://example.org/b", retrieved="now"
    )
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "one.txt.gz").write_bytes(gzip.compress(b"Packed."))
    (tmp_path / "broken.html").write_text("broken", "utf8")
    (tmp_path / "rows.csv").write_text("id,text\n7,Row.\n8,\n", "utf8")
    stdin(monkeypatch, PAGE.encode())
    there = [
        tmp_path / "none.txt",
        "https://example.org/a",
        tmp_path / "folder",
        tmp_path / "broken.html",
        tmp_path / "rows.csv",
        "-",
    ]
    assert found(*there, "https://example.org/none") == [
        (str(tmp_path / "none.txt"), MissingInput),
        ("https://example.org/a", "Extracted."),
        (str(tmp_path / "folder" / "one.txt.gz"), "Packed."),
        (str(tmp_path / "broken.html"), HtmlFailed),
        (f"{tmp_path / 'rows.csv'}: 7", "Row."),
        (f"{tmp_path / 'rows.csv'}, row 3", onrecord.errors.BrokenRow),
        ("standard input", PAGE),
        ("https://example.org/none", FetchFailed),
    ]


@pytest.mark.usefixtures("extracted")
def test_a_fetched_page_keeps_where_and_when_it_was_fetched(web: dict[str, Raw]) -> None:
    web["https://e.org/a"] = Raw(
        name="https://e.org/a", data=b"<p>", kind=Kind.HTML, uri="https://e.org/b", retrieved="2026-01-02T03:04:05Z"
    )
    doc = read_document("https://e.org/a")
    assert (doc.uri, doc.retrieved) == ("https://e.org/b", "2026-01-02T03:04:05Z")


def test_rows_at_an_address(web: dict[str, Raw]) -> None:
    web["https://e.org/rows.csv"] = Raw(name="https://e.org/rows.csv", data=b"text\nOne.\n", uri="https://e.org/rows.csv?x=1")
    assert found("https://e.org/rows.csv") == [("https://e.org/rows.csv, row 2", "One.")]


def test_rows_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin(monkeypatch, b'{"text": "One.", "id": "a"}\n{"text": "Two."}\n')
    assert found("-") == [("standard input: a", "One."), ("standard input, line 2", "Two.")]
    stdin(monkeypatch, b"text,date\nOne.,2015-01-02\n")
    assert found("-", rows=Kind.CSV) == [("standard input, row 2", "One.")]
    stdin(monkeypatch, b'{"text": "One."}\n')
    with pytest.raises(OptionError, match="title 'T' belongs to one page"):
        found("-", about=About(title="T"))


def test_a_single_name_is_taken_too(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PAGE, "utf8")
    assert [name for name, _ in find_documents(str(path))] == [str(path)]


@pytest.mark.parametrize("names", [["a.txt", "b.txt"], ["rows.jsonl"], ["rows.csv.gz"], ["."]])
def test_a_title_belongs_to_one_page(names: list[str]) -> None:
    with pytest.raises(OptionError, match="'u' belongs to one page"):
        find_documents(names, About(uri="u"))


def test_a_wrong_date_concerns_every_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE, "utf8")
    with pytest.raises(OptionError, match="YYYY-MM-DD"):
        found(tmp_path / "a.txt", about=About(published="soon"))


def test_a_fault_of_ours_costs_one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a fault")

    (tmp_path / "a.txt").write_text(PAGE, "utf8")
    monkeypatch.setattr("onrecord.ingest.sources.decode", fail)
    ((_, error),) = find_documents([str(tmp_path / "a.txt")])
    assert "ZeroDivisionError: a fault (a fault in onrecord, please report it)" in str(error)
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        found(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "address"),
    [("https://e.org/", True), ("HTTP://e.org", True), ("ftp://e.org/x", True), ("file:///etc/passwd", True), ("page.txt", False), ("-", False), ("C:\\page.txt", False), ("a/https://b", False)],
)  # fmt: skip
def test_what_is_an_address(name: str, address: bool) -> None:
    assert is_address(name) == address


def test_the_front_door_names_the_file_where_there_is_no_story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(doc: Document) -> None:
        raise NoStory("no paragraph of a story among 1 blocks; expected a news page or report as text")

    monkeypatch.setattr("onrecord.pipeline.read_document", refuse)
    path = tmp_path / "menu.txt"
    path.write_text("Home\nNews\n", "utf8")
    with pytest.raises(NoStory) as caught:
        onrecord.read(path)
    assert str(caught.value) == f"{path}: no paragraph of a story among 1 blocks; expected a news page or report as text"


def test_the_front_door_says_what_bytes_are() -> None:
    with pytest.raises(OptionError, match="bytes were given, a string was expected"):
        onrecord.read_text(b"A text.")  # type: ignore[arg-type]
