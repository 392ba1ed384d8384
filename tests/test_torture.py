"""The torture set's small files, in this process and with a network that says anything: a reading that keeps its promises, or one line.

The whole set, with the trained reader, times and memory: ``python benchmarks/torture.py``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from networks import Noise
from onrecord.errors import InputError
from onrecord.ingest import About, Columns, Limits, find_documents
from onrecord.pipeline import read_document
from onrecord.types import Document
from promises import check_promises
from reader.tiny import tiny_vocabulary
from torture_files import GOOD_NAMES, NAMES, make_file, make_files

# Too large to be made, or need the HTML worker, which takes half a second to start.
SLOW = frozenset({"one-line.txt", "one-paragraph.txt", "bomb.txt.gz", "bomb.html.gz", "nesting.jsonl", "newlines.txt"})
QUICK = tuple(name for name in NAMES if name not in SLOW and not name.endswith((".html", ".xhtml")))
LIMITS = Limits(max_chars=1_500, max_bytes=4_000_000)


@cache
def noise() -> Noise:
    return Noise(tiny_vocabulary())


def found_in(*paths: Path) -> list[tuple[str, Document | InputError]]:
    return list(find_documents([str(path) for path in paths], About(), Columns(), LIMITS))


def check_line(error: InputError) -> None:
    assert str(error).strip()
    assert "\n" not in str(error)


@pytest.mark.parametrize("name", QUICK)
def test_a_file_ends_with_readings_or_errors_of_one_line(tmp_path: Path, name: str) -> None:
    everything = found_in(make_file(tmp_path, name))
    assert everything
    for _, found in everything:
        try:
            if isinstance(found, InputError):
                raise found
            check_promises(read_document(found, reader=noise()))
        except InputError as error:
            check_line(error)


def test_the_files_are_the_same_bytes_every_time(tmp_path: Path) -> None:
    names = [name for name in QUICK if not name.startswith(("folder", "dangling"))]
    one, other = (make_files(tmp_path / folder, names) for folder in ("one", "other"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_there_are_at_least_sixty() -> None:
    assert len(NAMES) == len(set(NAMES)) >= 60


def test_bad_neighbours_leave_good_pages_as_they_are(tmp_path: Path) -> None:
    good = make_files(tmp_path, GOOD_NAMES)
    bad = make_files(
        tmp_path,
        [name for name in QUICK if name.endswith((".jsonl", ".csv")) or name in {"nuls.txt", "folder.txt", "tail.txt.gz"}],
    )
    half = len(bad) // 2
    mixed = found_in(good[0], *bad[:half], good[1], *bad[half:], good[2])
    assert [one for one in mixed if one[0] in {str(path) for path in good}] == found_in(*good)
    assert sum(isinstance(found, InputError) for _, found in mixed) > 20
