"""Makes the torture set: files that a reader of ten thousand pages will meet, and must survive.

``python benchmarks/torture_files.py FOLDER`` writes them all, the same bytes every time; nothing of it is kept in the repository.
What is in them is invented. ``CASES`` has a maker for each name; a maker's bytes are made when it is called.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from torture_bytes import BYTES
from torture_html import HTML
from torture_rows import ROWS
from torture_texts import GOOD, TEXTS, Maker

CASES: dict[str, Maker] = {**BYTES, **TEXTS, **HTML, **ROWS}
FOLDER, DANGLING = "folder.txt", "dangling.txt"  # no bytes: a directory and a link to nothing, with names like pages
NAMES = (*CASES, FOLDER, DANGLING)
GOOD_NAMES = tuple(GOOD)


def make_files(folder: Path, names: Iterable[str] = NAMES) -> list[Path]:
    """Writes the named ones into a folder; their paths in that order."""
    folder.mkdir(parents=True, exist_ok=True)
    return [make_file(folder, name) for name in names]


def make_file(folder: Path, name: str) -> Path:
    """Writes one of them, unless it is there already.

    Raises:
        KeyError: There is none of that name.
    """
    path = folder / name
    if path.exists() or path.is_symlink():
        return path
    if name == FOLDER:
        path.mkdir()
    elif name == DANGLING:
        path.symlink_to("nothing-there.txt")
    else:
        path.write_bytes((CASES | GOOD)[name]())
    return path


if __name__ == "__main__":
    made = make_files(Path(sys.argv[1]), (*NAMES, *GOOD_NAMES))
    print(len(made), "files, bytes:", sum(path.stat().st_size for path in made if path.is_file()))
