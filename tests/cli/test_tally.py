"""What is said of many inputs: a line for each that failed, one for all in the end, and a list of failures."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import msgspec
import pytest

from cli.conftest import Pipeline
from cli.readings import empty
from onrecord import errors
from onrecord.cli.main import main
from onrecord.cli.tally import KINDS, Failures, Tally
from onrecord.types import Document, Reading

STORY = "Iceland seized a trawler on Monday.\n"


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    """Two pages, an empty file, one that is not there, and one without a story."""
    for name, text in {"a": STORY, "b": STORY, "empty": "", "sale": "ADVERTISEMENT"}.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf8")
    return [str(tmp_path / f"{name}.txt") for name in ("a", "empty", "none", "b", "sale")]


def test_the_summary_and_the_list(
    pipeline: Pipeline, pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "failures.tsv"
    assert main(["read", *pages, "--failures", str(kept)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 4
    assert said[-1] == f"onrecord: 2 read, 3 failed (1 empty, 1 not there, 1 without a story; listed in {kept})"
    rows = [line.split("\t") for line in kept.read_text("utf8").splitlines()]
    assert [row[:2] for row in rows] == [
        ["input", "error"],
        [pages[1], "EmptyInput"],
        [pages[2], "MissingInput"],
        [pages[4], "NoStory"],
    ]
    assert rows[1][2].startswith("nothing in it")


def test_the_list_as_json(pipeline: Pipeline, pages: list[str], tmp_path: Path) -> None:
    kept = tmp_path / "failures.jsonl"
    assert main(["read", *pages, "--failures", str(kept)]) == 1
    rows = [json.loads(line) for line in kept.read_text("utf8").splitlines()]
    assert [row["input"] for row in rows] == [pages[1], pages[2], pages[4]]
    assert set(rows[0]) == {"input", "error", "message"}


@pytest.mark.parametrize(("name", "holds"), [("failures.tsv", "input\terror\tmessage\n"), ("failures.jsonl", "")])
def test_the_list_is_there_where_nothing_failed(
    *, pipeline: Pipeline, pages: list[str], tmp_path: Path, name: str, holds: str
) -> None:
    assert main(["read", pages[0], "--failures", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf8") == holds


def test_quiet_leaves_the_exit_code_and_the_list(
    pipeline: Pipeline, pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "failures.tsv"
    assert main(["read", *pages, "-q", "--failures", str(kept)]) == 1
    assert capsys.readouterr().err == ""
    assert kept.read_text("utf8").count("\n") == 4


def test_a_usage_error_is_told_even_where_quiet(pipeline: Pipeline, pages: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *pages, "-q", "--reader", "huge"]) == 2
    assert "no reader 'huge'" in capsys.readouterr().err


def test_other_languages_are_counted_apart(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally(Failures(), quiet=False)
    for language in ("fr", "de", "fr", "en", None):
        reading = empty()
        about = msgspec.structs.replace(reading.document, language=language)
        tally.count(msgspec.structs.replace(reading, document=about, sentences=()))
    assert tally.summary(kept_in=None, passed_over=0) == "2 read, 3 left unread in another language (2 fr, 1 de)"


def test_a_fault_of_ours_is_counted_as_one(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally(Failures(), quiet=True)
    tally.fail("page.txt", RuntimeError("a fault"))
    told = "0 read, 1 failed (1 by a fault of onrecord's; --failures FILE keeps a list), 1,200 of other kinds passed over"
    assert tally.summary(kept_in=None, passed_over=1200) == told


def test_every_kind_of_failure_has_its_words() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.InputError)]
    assert [kind for kind in kinds if kind not in KINDS and kind is not errors.InputError] == []
    tally = Tally(Failures(), quiet=True)
    tally.fail("page", errors.NotAllowed("page: no"))
    assert "1 not allowed" in tally.summary(kept_in=None, passed_over=0)


def test_one_page_needs_no_summary(pipeline: Pipeline, pages: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", pages[0]]) == 0
    assert capsys.readouterr().err == ""


def test_rows_on_standard_input_are_many(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "One."}\n{"text": "Two."}\n')))
    assert main(["read", "-", "--format", "jsonl"]) == 0
    assert capsys.readouterr().err == "onrecord: 2 read\n"


def test_a_folder_is_many(pipeline: Pipeline, pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["read", str(tmp_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith("onrecord: 2 read, 2 failed (1 empty, 1 without a story; ")
    assert said[-1].endswith(", 1 of other kinds passed over")


def test_a_folder_with_nothing_to_read(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    assert main(["read", str(tmp_path)]) == 1
    assert f"onrecord: {tmp_path}: nothing to read among 1 files" in capsys.readouterr().err


def test_rows_without_a_row(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n\n", "utf8")
    assert main(["read", str(rows)]) == 1
    assert capsys.readouterr().err.splitlines()[0].startswith(f"onrecord: {rows}: ")


def test_a_watched_run_shows_progress_and_takes_it_away(
    pipeline: Pipeline, pages: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("onrecord.cli.progress.is_watched", lambda _: True)
    assert main(["read", *pages, "--format", "jsonl"]) == 1
    said = capsys.readouterr().err
    assert "0 of 5" in said
    assert "\r\x1b[Konrecord: 2 read, 3 failed" in said
    assert main(["read", *pages, "--format", "jsonl", "--no-progress"]) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_a_page_in_another_language_shows_its_note_and_nothing_else(
    pipeline: Pipeline, pages: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    note = "the page is in French (fr): only English is read"

    def read_document(doc: Document, reader: object = None) -> Reading:
        reading = empty()
        about = msgspec.structs.replace(reading.document, language="fr", title="Un titre")
        return msgspec.structs.replace(reading, document=about, sentences=(), notes=(note,))

    monkeypatch.setattr(pipeline, "read_document", read_document)
    assert main(["read", pages[0]]) == 0
    assert capsys.readouterr().out == f"Un titre\nnote: {note}\n"
    assert main(["read", pages[0], pages[3]]) == 0
    assert capsys.readouterr().err == "onrecord: 0 read, 2 left unread in another language (2 fr)\n"
