"""One command that checks everything, the same for people and CI.

``python check.py [STEP …]``; steps: style (ruff's rules), format (ruff's layout), types (mypy --strict), rooms (import-linter),
tests (pytest). All are run, whether or not one fails; exit code 0 where none did. Mend what a machine can with
``ruff check --fix . && ruff format .``
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
STEPS = {
    "style": ["-m", "ruff", "check", "--output-format", "concise", "."],
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "types": ["-m", "mypy"],
    "rooms": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-logo"],
    "tests": ["-m", "pytest", "-q"],
}


def run_step(name: str) -> tuple[bool, float]:
    """Runs one step with its own output passed through; whether it held, and its seconds."""
    print(f"── {name}", flush=True)
    began = time.perf_counter()
    path = os.pathsep.join(
        [str(ROOT / "src"), str(ROOT / "tests"), str(ROOT / "benchmarks"), os.environ.get("PYTHONPATH", "")]
    ).rstrip(os.pathsep)
    done = subprocess.run(
        [sys.executable, *STEPS[name]], cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, stdin=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0, time.perf_counter() - began


def main(wanted: list[str]) -> int:
    """Runs the steps asked for, or all, and sums up; 2 where a step is unknown."""
    if unknown := [name for name in wanted if name not in STEPS]:
        print(f"unknown step {unknown[0]!r}: choose from {', '.join(STEPS)}", file=sys.stderr)
        return 2
    results = {name: run_step(name) for name in wanted or STEPS}
    print("──")
    for name, (held, seconds) in results.items():
        print(f"{'ok  ' if held else 'FAIL'} {name:8s} {seconds:6.1f} s")
    return 0 if all(held for held, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
