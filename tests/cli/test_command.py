"""The command: what it writes, what it says of inputs that cannot be read, and its exit codes. Never a traceback."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from cli.conftest import Pipeline
from onrecord.cli import output as output_module
from onrecord.cli.main import main
from onrecord.cli.option_groups import COLUMNS
from onrecord.errors import InputError
from onrecord.ingest.documents import About
from onrecord.ingest.files.kinds import Kind
from onrecord.ingest.limits import Limits
from onrecord.ingest.rows.columns import Columns
from onrecord.types import Document, Reading

SOURCE = Path(__file__).resolve().parents[2] / "src"
STORY = "Iceland seized a trawler on Monday.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(STORY, "utf8")
    return path


def run_outside(*args: str, **more: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONWARNINGS": "error"}
    command = [sys.executable, "-m", "onrecord", *args]
    return subprocess.run(command, env=env, capture_output=True, text=True, encoding="utf8", check=False, **more)  # type: ignore[call-overload, no-any-return]


def test_a_page_is_shown_as_text(pipeline: Pipeline, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page)]) == 0
    shown = capsys.readouterr()
    assert "THE PAGE SAYS IT HAPPENED" in shown.out
    assert "\x1b" not in shown.out
    assert shown.err == ""
    assert pipeline.documents[0].text == STORY


def test_what_is_known_of_the_page_is_handed_on(pipeline: Pipeline, page: Path) -> None:
    told = ["--date", "2015-10-20", "--publisher", "Courier", "--title", "Title", "--uri", "https://example.org/1"]
    assert main(["read", str(page), *told]) == 0
    doc = pipeline.documents[0]
    assert (doc.published, doc.publisher, doc.title, doc.uri) == ("2015-10-20", "Courier", "Title", "https://example.org/1")


def test_json_is_indented_and_whole(pipeline: Pipeline, page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", str(page), str(page), "--format", "json"]) == 0
    out = capfdbinary.readouterr().out.decode("utf8")
    decoder = json.JSONDecoder()
    first, end = decoder.raw_decode(out)
    second, _ = decoder.raw_decode(out[end:].lstrip())
    assert first == second == json.loads(pipeline.reading.to_json())
    assert out.startswith('{\n  "schema": "1"')


def test_jsonl_is_a_line_each(pipeline: Pipeline, page: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", str(page), str(page), "--format", "jsonl"]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert [json.loads(line)["schema"] for line in lines] == ["1", "1"]


def test_several_pages_stand_apart(pipeline: Pipeline, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(page), str(page)]) == 0
    assert capsys.readouterr().out.count("─" * 20 + "\n") == 1


def test_standard_input(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert main(["read", "-"]) == 0
    assert pipeline.documents[0].text == STORY


def test_rows_keep_their_order_and_their_ids(
    pipeline: Pipeline, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(f'{{"text": "{STORY.strip()}", "id": "b"}}\n{{"text": "{STORY.strip()}", "id": "a"}}\n', "utf8")
    assert main(["read", str(rows), "--format", "jsonl"]) == 0
    out = capfdbinary.readouterr().out.splitlines()
    assert [json.loads(line)["document"]["given_id"] for line in out] == ["b", "a"]


BAD_FILES = {
    "empty": b"",
    "blank": b" \n\n ",
    "binary": b"\x7fELF\0\0\0\1",
    "packed": b"\x1f\x8b\x08",
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_costs_one_line_and_the_others_go_on(
    *, kind: str, pipeline: Pipeline, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / f"{kind}.txt"
    bad.write_bytes(BAD_FILES[kind])
    assert main(["read", str(bad), str(page)]) == 1
    shown = capsys.readouterr()
    line, summary = shown.err.splitlines()
    assert line.startswith(f"onrecord: {bad}: ")
    assert summary.startswith("onrecord: 1 read, 1 failed (")
    assert "THE PAGE SAYS IT HAPPENED" in shown.out
    assert len(pipeline.documents) == 1


def test_a_missing_file(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.txt")]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"onrecord: {tmp_path / 'none.txt'}: no such file")
    assert error.count("none.txt") == 1


def test_a_missing_file_of_rows(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "none.jsonl")]) == 1
    assert "no such file" in capsys.readouterr().err


def test_a_file_that_may_not_be_opened(
    pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert main(["read", str(page)]) == 1
    assert capsys.readouterr().err.startswith(f"onrecord: {page}: cannot be read (Permission denied)")


def test_a_page_without_a_story(pipeline: Pipeline, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page.write_text("ADVERTISEMENT", "utf8")
    assert main(["read", str(page)]) == 1
    assert capsys.readouterr().err.startswith(f"onrecord: {page}: no paragraph of a story")


def test_a_broken_row_names_its_line_and_the_others_go_on(
    pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": "One."}\n{"text": \n{"text": "FAULT", "id": "x7"}\n{"text": "Three."}\n', "utf8")
    assert main(["read", str(rows), "--format", "jsonl"]) == 1
    broken, fault, _ = capsys.readouterr().err.splitlines()
    assert broken.startswith(f"onrecord: {rows}, line 2: ")
    assert fault.startswith(f"onrecord: {rows}: x7: RuntimeError: a fault over two lines (a fault in onrecord")
    assert [doc.text for doc in pipeline.documents] == ["One.", "FAULT", "Three."]


def test_a_fault_of_ours_can_be_looked_into(pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page.write_text("FAULT", "utf8")
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    with pytest.raises(RuntimeError, match="a fault"):
        main(["read", str(page)])


def test_a_name_that_steers_the_terminal_is_defused(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "none\x1b[2J.txt"]) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_limits_columns_and_what_is_known_are_handed_on(
    pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[object, ...]] = []

    def find_documents(*args: object, rows: object = None) -> Iterator[tuple[str, InputError]]:
        asked.append((*args, rows))
        yield ("page", InputError("no"))

    monkeypatch.setattr("onrecord.ingest.sources.find_documents", find_documents)
    limits = "--max-chars 0 --max-bytes 1G --timeout 3 --memory 100M --fetch-timeout 4 --allow-local".split()
    columns = [part for name in COLUMNS for part in (f"--{name}-column", name.upper())]
    about = ["--date", "2015-10-20", "--publisher", "P"]
    assert main(["read", "-", "rows.csv", "--rows", "csv", *limits, *columns, *about]) == 1
    ((names, given, named, limit, rows),) = asked
    assert names == ["-", "rows.csv"]
    assert (given, rows) == (About(published="2015-10-20", publisher="P"), Kind.CSV)
    assert named == Columns(text="TEXT", date="DATE", title="TITLE", publisher="PUBLISHER", uri="URI", id="ID")
    assert limit == Limits(max_chars=0, max_bytes=10**9, html_seconds=3, html_memory=10**8, fetch_seconds=4, allow_local=True)


@pytest.mark.parametrize("args", [["--workers", "3"], []])
def test_workers(args: list[str], pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def read_documents(found: object, reader: str, workers: int) -> Iterator[Reading]:
        asked.append(workers)
        yield from ()

    monkeypatch.setattr(pipeline, "read_documents", read_documents)
    monkeypatch.setattr("onrecord.cli.read._cores", lambda: 7)
    assert main(["read", str(page), *args]) == 1
    assert asked == [3 if args else 7]


def test_rows_of_csv_with_a_column_of_ones_own(
    pipeline: Pipeline, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text('nr,words,day\n7,"Iceland seized,\na trawler.",2015-10-20\n8,It burns.,\n', "utf8")
    args = ["--text-column", "words", "--id-column", "nr", "--date-column", "day", "--date", "2015-10-01"]
    assert main(["read", str(rows), "--format", "jsonl", "-q", *args]) == 0
    out = [json.loads(line)["document"] for line in capfdbinary.readouterr().out.splitlines()]
    assert [doc["given_id"] for doc in out] == ["7", "8"]
    assert [doc["published"] for doc in out] == ["2015-10-20", "2015-10-01"]


def test_a_column_that_is_not_there(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text("nr,words\n7,It burns.\n", "utf8")
    assert main(["read", str(rows), "--text-column", "body"]) == 1
    assert "'nr', 'words'" in capsys.readouterr().err


def test_a_packed_page(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(STORY.encode()))
    assert main(["read", str(path)]) == 0
    assert pipeline.documents[0].text == STORY


def test_the_head_of_a_long_page(pipeline: Pipeline, page: Path) -> None:
    page.write_text(STORY * 100, "utf8")
    assert main(["read", str(page), "--max-chars", "0.1k"]) == 0
    assert 0 < len(pipeline.documents[0].text) <= 100
    assert "of 3,600 characters were read" in pipeline.documents[0].notes[0]


@pytest.mark.parametrize("date", ["2015-13-01", "20151020", "yesterday", "2015-1-2", ""])
def test_no_date(date: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["read", str(page), f"--date={date}"])
    assert left.value.code == 2
    assert f"{date!r} is no date; write it as YYYY-MM-DD" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["a.txt", "b.txt", "--title", "T"], "--title belongs to one page"),
        (["a.txt", "b.txt", "--uri", "U"], "--uri belongs to one page"),
        (["rows.jsonl", "--title", "T"], "rows.jsonl may hold many"),
        (["-", "--rows", "csv", "--uri", "U"], "- may hold many"),
        (["a.txt", "--rows", "csv"], "--rows says what standard input holds"),
        (["a.txt", "https://e.org/1.html", "--date-column", "d"], "--date-column is for rows, and a.txt holds none"),
        (["-", "-"], "only once"),
        (["a.txt", "--reader", "huge"], "no reader 'huge'"),
    ],
)
def test_what_cannot_be_meant(pipeline: Pipeline, args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *args]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
    assert not pipeline.documents


@pytest.mark.parametrize("args", [[], ["read"], ["write", "x"], ["read", "x", "--format", "xml"]])
def test_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(args)
    assert left.value.code == 2
    assert "usage: onrecord" in capsys.readouterr().err


def test_a_reader_is_chosen_by_name(pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen: list[str | None] = []
    whole = pipeline.read_document

    def read_document(doc: Document, reader: str | None = None) -> Reading:
        chosen.append(reader)
        return whole(doc)

    monkeypatch.setattr(pipeline, "read_document", read_document)
    assert main(["read", str(page), "--reader", "small"]) == 0
    assert chosen == ["small"]


def test_broken_data_that_ships_is_told_once(
    pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise onrecord.DataError("weights are missing; install onrecord again")

    monkeypatch.setattr(pipeline, "read_document", fail)
    assert main(["read", str(page), str(page)]) == 1
    assert capsys.readouterr().err == "onrecord: weights are missing; install onrecord again\n"


def test_interrupted(pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_document", interrupt)
    assert main(["read", str(page)]) == 130


def test_a_closed_pipe_is_left_quietly() -> None:
    script = (
        f"{sys.executable} -W error -m onrecord --help >/dev/null; {sys.executable} -W error -m onrecord demo --page | head -c 1"
    )
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {script}; exit ${{PIPESTATUS[0]}}"],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode in {0, 141}  # 0 where the pipe took the whole page before it closed


def test_a_pipe_that_is_closed_already(pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def close(_: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(output_module, "write_text", close)
    monkeypatch.setattr("onrecord.cli.main.os.dup2", lambda *_: None)
    assert main(["read", str(page)]) == 141


def test_version_and_help_come_fast_and_load_nothing_heavy() -> None:
    began = time.perf_counter()
    version = run_outside("--version")
    took = time.perf_counter() - began
    assert version.stdout == f"onrecord {onrecord.__version__}\n"
    assert took < 2  # a third of a second on a free machine; a busy one must not fail the test
    code = "import sys; from onrecord.cli.main import main\ntry: main(['read', '--help'])\nexcept SystemExit: pass\n"
    code += "sys.exit(any(name in sys.modules for name in ('numpy', 'msgspec', 'onnxruntime')))"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(SOURCE)}, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"examples:" in done.stdout
    assert b"exit codes:" in done.stdout


def test_text_for_a_terminal_that_lacks_the_letters(pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="ascii"))
    assert main(["read", str(page)]) == 0
    assert b"Iceland ? Norwegian trawler" in out.getvalue()


def test_colour_only_on_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert output_module.wants_colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not output_module.wants_colour()
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert not output_module.wants_colour()


def test_the_terminal_tells_the_width(
    pipeline: Pipeline, page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    assert main(["read", str(page)]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 44


def test_the_demonstration_page(pipeline: Pipeline, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--page"]) == 0
    page = capsys.readouterr().out
    assert "invented" in page.splitlines()[2]
    assert main(["demo"]) == 0
    assert pipeline.documents[0].text == page
    assert pipeline.documents[0].published == "2026-03-18"
