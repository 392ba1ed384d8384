"""Files are whole or not there."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Pipeline
from onrecord.cli.main import main
from onrecord.cli.output import open_whole
from onrecord.errors import OptionError
from onrecord.exports import EVENT_COLUMNS

STORY = "Iceland seized a trawler on Monday.\n"


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{name}.txt" for name in "ab"]
    for path in paths:
        path.write_text(STORY, "utf8")
    return list(map(str, paths))


def test_a_table_has_its_header_once_and_a_row_for_each_event(
    pipeline: Pipeline, pages: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["read", *pages, "--format", "csv", "-q"]) == 0
    text = capfdbinary.readouterr().out.decode("utf8")
    assert text.count("event_id") == 1
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["input"] for row in rows] == [name for name in pages for _ in range(5)]
    assert tuple(rows[0]) == EVENT_COLUMNS
    assert text.count("\r\n") == text.count("\n") == 11


def test_a_table_has_its_header_where_nothing_could_be_read(
    pipeline: Pipeline, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["read", str(tmp_path / "none.txt"), "--format", "csv"]) == 1
    assert capfdbinary.readouterr().out.startswith(b"input,document_id,")


@pytest.mark.parametrize("option", ["--why", "--blocks"])
def test_a_table_has_no_place_for_reasons(
    pipeline: Pipeline, pages: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", *pages, "--format", "csv", option]) == 2
    assert f"{option} has no place in a table of events" in capsys.readouterr().err
    assert main(["demo", "--format", "csv", option]) == 2


def test_output_goes_into_a_file(
    pipeline: Pipeline, pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "readings.jsonl"
    assert main(["read", *pages, "--format", "jsonl", "-o", str(out), "-q"]) == 0
    assert [json.loads(line)["schema"] for line in out.read_text("utf8").splitlines()] == ["1", "1"]
    assert capsys.readouterr().out == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt", "readings.jsonl"]


def test_text_in_a_file_has_no_colour_and_one_width(
    *, pipeline: Pipeline, pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "44")
    monkeypatch.setattr("onrecord.cli.output.wants_colour", lambda: True)
    out = tmp_path / "page.out"
    assert main(["read", *pages, "-o", str(out)]) == 0
    text = out.read_text("utf8")
    assert "\x1b" not in text
    assert text.count("─" * 100 + "\n") == 1


def test_what_was_there_stays_until_all_is_read(pipeline: Pipeline, pages: list[str], tmp_path: Path) -> None:
    out = tmp_path / "readings.jsonl"
    out.write_text("before", "utf8")
    assert main(["read", *pages, "--reader", "huge", "-o", str(out)]) == 2
    assert out.read_text("utf8") == "before"
    assert not (tmp_path / "readings.jsonl.part").exists()


def test_an_interrupt_keeps_what_was_read_beside(
    *, pipeline: Pipeline, pages: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "readings.jsonl"
    out.write_text("before", "utf8")
    whole = pipeline.read_document

    def interrupt(doc: object, reader: object = None) -> object:
        if pipeline.documents:
            raise KeyboardInterrupt
        return whole(doc)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "read_document", interrupt)
    assert main(["read", *pages, "--format", "jsonl", "-o", str(out)]) == 130
    assert out.read_text("utf8") == "before"
    assert (tmp_path / "readings.jsonl.part").read_text("utf8").count("\n") == 1
    assert f"interrupted; what was read so far is in {out}.part" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--output", "--failures"])
def test_files_that_cannot_be_written(
    *, pipeline: Pipeline, pages: list[str], tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = {
        str(tmp_path / "none" / "out"): "there is no folder",
        str(tmp_path): "a folder; expected the name of a file to write",
        "a\0b": "cannot be written",
        "x" * 300: "cannot be written",
        f"{pages[0]}/out": "cannot be written",
        pages[1]: "would write over",
    }
    for name, says in cases.items():
        assert main(["read", *pages, option, name]) == 2
        error = capsys.readouterr().err
        assert says in error
        assert option in error
    assert not pipeline.documents


def test_a_file_in_a_folder_that_is_read(
    pipeline: Pipeline, pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "readings.jsonl"
    out.write_text("{}", "utf8")
    assert main(["read", str(tmp_path), "--format", "jsonl", "-o", str(out)]) == 2
    assert f"--output would write over {out}, which is to be read" in capsys.readouterr().err


def test_one_file_for_two_things(
    pipeline: Pipeline, pages: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    both = str(tmp_path / "out")
    assert main(["read", *pages, "-o", both, "--failures", both]) == 2
    assert "--output and --failures both name" in capsys.readouterr().err
    assert main(["read", *pages, "-o", os.devnull, "--failures", os.devnull]) == 0


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before", "utf8")
    target.chmod(0o640)
    link.symlink_to(target)
    with open_whole(str(link), "--output") as stream:
        stream.write(b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_device_is_written_to_as_it_goes() -> None:
    with open_whole(os.devnull, "--output") as stream:
        stream.write(b"gone")
    assert Path(os.devnull).exists()


def test_no_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(OptionError, match=r"--output .*cannot be written \(Permission denied\); choose another place"):
        open_whole(str(tmp_path / "out"), "--output").__enter__()


def test_a_usage_error_leaves_no_half_table(
    pipeline: Pipeline, pages: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["read", *pages, "--format", "csv", "--reader", "huge"]) == 2
    assert capfdbinary.readouterr().out == b""


def test_a_dash_is_standard_output(pipeline: Pipeline, pages: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["read", pages[0], "--format", "jsonl", "-o", "-"]) == 0
    assert capfdbinary.readouterr().out.startswith(b'{"schema"')
    assert not Path("-").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("option", ["-o", "--failures"])
def test_a_full_disk(pipeline: Pipeline, pages: list[str], option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *pages, "none.txt", option, "/dev/full"]) == 1
    assert "onrecord: the output cannot be written (No space left on device)" in capsys.readouterr().err


def test_standard_output_that_is_full() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    source = Path(__file__).resolve().parents[2] / "src"
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-W", "error", "-m", "onrecord", "demo", "--page"],
            env={**os.environ, "PYTHONPATH": str(source)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "onrecord: the output cannot be written (No space left on device); make room, or choose another place\n"
