"""Which files in a folder are read? Those with a known ending, in order of their names, each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from onrecord.errors import InputError
from onrecord.ingest.files.kinds import kind_by_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What a folder holds.

    Attributes:
        files: Those that are read, by path, sorted by name folder by folder, files of a folder before its folders.
        passed_over: How many others there are; hidden ones (a dot in front) are not counted.
        closed: Folders that cannot be looked into, and why.
    """

    files: tuple[Path, ...]
    passed_over: int
    closed: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """Inputs with each folder replaced by its files, and what was passed over in all of them."""

    names: tuple[str, ...]
    passed_over: int
    closed: tuple[InputError, ...] = ()


def list_folder(path: str | PathLike[str]) -> Folder:
    """All files in a folder and its folders that have a known ending: .txt, .md, .html, .jsonl, .csv …, and those with .gz.

    Links are followed; a folder that was already seen (a link to a parent) is not entered again. A broken link, a device or a socket
    counts as passed over.
    """
    files: list[Path] = []
    closed: list[InputError] = []
    passed_over = 0
    for path_or_error in _walk(Path(path), set()):
        if isinstance(path_or_error, InputError):
            closed.append(path_or_error)
        elif kind_by_name(path_or_error.name) is not None and path_or_error.is_file():
            files.append(path_or_error)
        else:
            passed_over += 1
    return Folder(files=tuple(files), passed_over=passed_over, closed=tuple(closed))


def expand(names: Iterable[str]) -> Expanded:
    """The inputs with folders replaced by their files: how many there are, for whoever wants to know beforehand.

    ``find_documents`` takes folders as they are; this is for counting and for telling what was passed over.
    """
    told: list[str] = []
    closed: list[InputError] = []
    passed_over = 0
    for name in names:
        if not is_folder(name):
            told.append(name)
            continue
        folder = list_folder(name)
        told.extend(map(str, folder.files))
        closed.extend(folder.closed)
        passed_over += folder.passed_over
    return Expanded(names=tuple(told), passed_over=passed_over, closed=tuple(closed))


def is_folder(name: str | PathLike[str]) -> bool:
    """Whether the name is a folder's; False for what cannot be a path."""
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | InputError]:
    """Everything in a folder that is neither hidden nor a folder, depth first."""
    try:
        at = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(f"{folder}: cannot be looked into ({error.strerror or error}); check its permissions")
        return
    if (at.st_dev, at.st_ino) in seen:
        return
    seen.add((at.st_dev, at.st_ino))
    shown = [Path(entry.path) for entry in entries if not entry.name.startswith(".")]
    folders = [path for path in shown if is_folder(path)]
    yield from (path for path in shown if path not in set(folders))
    for path in folders:
        yield from _walk(path, seen)
