from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord.errors import EmptyInput, InputError
from onrecord.ingest.files.folders import expand, is_folder, list_folder
from onrecord.ingest.sources import find_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "deep/c.TXT", "deep/deeper/d.txt", "x.pdf", "deep/y.png", ".hidden.txt", ".git/z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name}.", "utf8")
    return tmp_path


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in list_folder(folder).files]


def test_files_with_a_known_ending_in_order_and_the_others_counted(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "deep/c.TXT", "deep/deeper/d.txt"]
    assert list_folder(folder).passed_over == 2


def test_packed_files_go_by_the_ending_before(folder: Path) -> None:
    for name in ("p.txt.gz", "q.tar.gz", "r.gz"):
        (folder / name).write_bytes(b"")
    assert "p.txt.gz" in names(folder)
    assert list_folder(folder).passed_over == 4


def test_a_link_to_a_parent_does_not_go_round_and_round(folder: Path) -> None:
    (folder / "deep" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "again.txt").symlink_to(folder / "b.txt")
    (folder / "broken.txt").symlink_to(folder / "nowhere.txt")
    assert names(folder) == ["a.md", "again.txt", "b.txt", "deep/c.TXT", "deep/deeper/d.txt"]
    assert list_folder(folder).passed_over == 3  # the broken link among them


def test_a_fifo_is_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "pipe.txt" not in names(folder)


def test_a_folder_that_cannot_be_looked_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "deep":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr("onrecord.ingest.files.folders.os.scandir", refuse)
    assert names(folder) == ["a.md", "b.txt"]
    found = dict(find_documents([str(folder)]))
    error = found[str(folder / "deep")]
    assert isinstance(error, InputError)
    assert "Permission denied" in str(error)


def test_all_documents_of_a_folder_come_in_order(folder: Path) -> None:
    found = list(find_documents([str(folder)]))
    assert [name for name, _ in found] == [str(folder / name) for name in names(folder)]
    assert not any(isinstance(doc, InputError) for _, doc in found)


def test_a_folder_with_nothing_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.4")
    ((name, error),) = find_documents([str(tmp_path)])
    assert name == str(tmp_path)
    assert isinstance(error, EmptyInput)
    assert "nothing to read among 1 files" in str(error)


def test_expanding_tells_how_many_there_are(folder: Path) -> None:
    there = expand(["-", str(folder), "https://example.org/"])
    assert there.names == ("-", *(str(folder / name) for name in names(folder)), "https://example.org/")
    assert there.passed_over == 2
    assert there.closed == ()


def test_what_cannot_be_a_path_is_no_folder() -> None:
    assert not is_folder("a\0b")
    assert not is_folder("a" * 5000)
