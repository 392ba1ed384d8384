"""The torture set: does every file end with a reading or a line of error, in time, in memory, its neighbours unharmed?

``python benchmarks/torture.py [--folder F] [NAME …]`` makes the files (torture_files.py), reads each in a process of its own with the
defaults, checks what every reading promises (tests/promises.py), and then reads all of them beside three good pages in one command.
Exit code 0 where all held. A file is too slow where both the clock and the processor say so. Writes benchmarks/results/DATE-COMMIT.json, kind "torture".
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from provenance import ROOT, write_results
from torture_files import GOOD_NAMES, NAMES, make_files
from torture_run import Run, run_onrecord

sys.path.append(str(ROOT / "tests"))
from promises import check_promises

SECONDS, MEMORY_MIB = 20.0, 1024  # what a file may cost
PATIENCE = 120.0  # seconds after which it is killed, to know how far it is off
ALL_SECONDS = 1_800.0
SUMMARY = re.compile(r"onrecord: \d[\d,]* read|onrecord: nothing read|onrecord: \d[\d,]* failed")
Figures = dict[str, Any]


def readings_in(run: Run) -> list[Any]:
    """The readings that a run wrote, a line each."""
    from onrecord.types import Reading

    return [msgspec.json.decode(line, type=Reading) for line in run.out.splitlines()]


def faults_of(run: Run, path: Path) -> Iterator[str]:
    """What is wrong with how one file was read; nothing where it held."""
    if run.late:
        yield f"not ended after {PATIENCE:.0f} s"
        return
    if min(run.seconds, run.cpu_seconds) > SECONDS:  # where others use the machine too, the clock says nothing
        yield f"{run.seconds:.1f} s, {run.cpu_seconds:.1f} s of the processor"
    if (run.memory_mib or 0) > MEMORY_MIB:
        yield f"{run.memory_mib} MiB"
    if run.code not in {0, 1}:
        yield f"exit code {run.code}"
    if "Traceback" in run.errors:
        yield "a traceback: " + run.errors.strip().splitlines()[-1]
    if "a fault in onrecord" in run.errors:  # an error that nobody foresaw, in one line
        yield next(line for line in run.errors.splitlines() if "a fault in onrecord" in line)
    failures, readings = failures_in(run), run.out.count(b"\n")
    if (run.code == 1) != bool(failures):
        yield f"exit code {run.code} and {len(failures)} lines of error"
    if path.suffix not in {".jsonl", ".csv"} and len(failures) + readings != 1:
        yield f"{readings} readings and {len(failures)} lines of error"
    yield from broken_promises(run, path)


def broken_promises(run: Run, path: Path) -> Iterator[str]:
    """Where a reading breaks what every reading promises, or is of another text than the file's."""
    try:
        readings = readings_in(run)
    except msgspec.DecodeError as error:
        yield f"no reading: {error}"
        return
    for reading in readings:
        try:
            check_promises(reading)
        except (AssertionError, LookupError, StopIteration) as error:
            yield f"a promise is broken: {type(error).__name__} {str(error)[:200]}"
    text = utf8_of(path) if path.suffix == ".txt" and len(readings) == 1 else None
    if text is not None and not text.startswith(readings[0].document.text):
        yield "the text is not the file's, so offsets are not"


def utf8_of(path: Path) -> str | None:
    """The file's text where it is UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return None


def failures_in(run: Run) -> list[str]:
    """The lines of error, without the summary that stands below where there are several inputs."""
    return [line for line in run.errors.strip().splitlines() if not SUMMARY.match(line)]


def outcome_of(run: Run) -> str:
    """In a few words: how it ended."""
    told, readings = failures_in(run), run.out.count(b"\n")
    return f"{readings} read" + (f", {len(told)} not: {told[0][:160]}" if told else "")


def read_alone(path: Path) -> Figures:
    """One file in a process of its own."""
    run = run_onrecord(["read", str(path), "--format", "jsonl"], limit=PATIENCE)
    return {
        "seconds": run.seconds,
        "cpu_seconds": run.cpu_seconds,
        "memory_mib": run.memory_mib,
        "outcome": outcome_of(run).replace(f"{path.parent}/", ""),
        "faults": list(faults_of(run, path)),
    }


def read_together(paths: Sequence[Path], good: Sequence[Path]) -> Figures:
    """All in one command, the good pages first, in the middle and last: their readings are the same bytes as when read alone."""
    alone = [run_onrecord(["read", str(path), "--format", "jsonl"], limit=PATIENCE).out for path in good]
    half = len(paths) // 2
    mixed = [good[0], *paths[:half], good[1], *paths[half:], good[2]]
    run = run_onrecord(["read", *map(str, mixed), "--format", "jsonl", "--no-progress"], limit=ALL_SECONDS)
    lines = run.out.splitlines(keepends=True)
    faults = [f"{path.name} is read otherwise" for path, line in zip(good, alone, strict=True) if line not in lines]
    faults += ["it did not end"] if run.late else []
    faults += [told for told in ("Traceback", "a fault in onrecord", "by a fault of onrecord's") if told in run.errors]
    return {
        "inputs": len(mixed),
        "readings": len(lines),
        "seconds": run.seconds,
        "memory_mib": run.memory_mib,
        "said": run.errors.strip().splitlines()[-1:],
        "faults": faults,
    }


def main() -> int:
    """Makes, reads, prints, records."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these files, and nothing is recorded")
    parser.add_argument("--folder", type=Path, help="where the files are made, and kept for the next time")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        wanted = options.names or NAMES
        files: dict[str, Figures] = {}
        for path in make_files(folder, wanted):
            found = files[path.name] = read_alone(path)
            mark = "FAIL" if found["faults"] else "ok"
            print(
                f"{mark:4s} {path.name:22s} {found['seconds']:6.1f} s ({found['cpu_seconds']:5.1f}) {found['memory_mib']!s:>5} MiB  {found['outcome'][:110]}",
                flush=True,
            )
            for fault in found["faults"]:
                print("       ", fault)
        together = read_together(make_files(folder, wanted), make_files(folder, GOOD_NAMES))
    print("together", json.dumps(together, ensure_ascii=False))
    failed = [name for name, found in files.items() if found["faults"]] + together["faults"]
    print(f"{len(files)} files, {len(failed)} failed")
    if not options.names:
        print(
            "written to",
            write_results("torture", {"files": files, "together": together, "failed": failed, "load": round(load, 1)}).name,
        )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
