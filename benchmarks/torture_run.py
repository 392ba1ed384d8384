"""Runs one command and watches it: how long, how much memory with all its children, what it wrote, how it ended."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.03  # seconds between two looks at the memory
RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What came of a command; ``memory_mib`` is the most that it and its children held together, None where the system does not tell."""

    code: int
    seconds: float
    cpu_seconds: float
    memory_mib: int | None
    out: bytes
    errors: str
    late: bool


def run_onrecord(words: list[str], *, limit: float) -> Run:
    """``python -m onrecord WORDS``, killed after ``limit`` seconds."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        began, before = time.perf_counter(), os.times()
        process = subprocess.Popen(
            [sys.executable, "-m", "onrecord", *words],
            stdout=out,
            stderr=errors,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        most, late = 0, False
        while process.poll() is None:
            most = max(most, resident(process.pid))
            late = time.perf_counter() - began > limit
            if late:
                os.killpg(process.pid, 9)
                process.wait()
            time.sleep(PAUSE)
        seconds, after = time.perf_counter() - began, os.times()
        out.seek(0)
        errors.seek(0)
        return Run(
            code=process.returncode,
            seconds=round(seconds, 2),
            cpu_seconds=round(after.children_user + after.children_system - before.children_user - before.children_system, 2),
            memory_mib=round(most / 2**20) or None,
            out=out.read(),
            errors=errors.read().decode("utf-8", "replace"),
            late=late,
        )


def resident(pid: int) -> int:
    """Bytes that a process and all below it hold in memory; pages that they share are counted for each."""
    try:
        found = RESIDENT.search(Path(f"/proc/{pid}/status").read_text(encoding="utf8"))
        below = [int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()]
    except (OSError, ValueError):  # it has ended meanwhile, or the system has no /proc
        return 0
    return (int(found[1]) * 1024 if found else 0) + sum(map(resident, below))
