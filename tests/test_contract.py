"""What import-linter (pyproject.toml) cannot say of itself: that it names every room, and that starting stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "onrecord"
# Each contract that lists all rooms except those whose business it is.
EXEMPT = {
    "Only the reader runs the network": {"reader", "errors"},
    "Only the store speaks SQL": {"store", "errors"},
}
REACHES_OUT = {"ftplib", "http.client", "httpx", "huggingface_hub", "requests", "socket", "ssl", "urllib.request", "urllib3"}


def rooms() -> set[str]:
    """The folders and modules directly under the package that hold code."""
    folders = {path.parent.name for path in PACKAGE.glob("*/*.py")}
    return folders | {path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("__")}


def contract(name: str) -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))
    return next(c for c in settings["tool"]["importlinter"]["contracts"] if c["name"] == name)


@pytest.mark.parametrize("name", EXEMPT)
def test_a_contract_names_every_room(name: str) -> None:
    named = {module.removeprefix("onrecord.") for module in contract(name)["source_modules"]}
    assert rooms() - EXEMPT[name] - named == set()


def imported(path: Path) -> set[str]:
    """All modules that a file names in its imports, wherever they stand."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("room", ["text", "lexicon", "codebooks", "reader", "extract"])
def test_what_reads_never_reaches_out(room: str) -> None:
    files = list((PACKAGE / room).rglob("*.py"))
    assert files, f"the room {room} is gone: mend this test"
    for path in files:
        assert not imported(path) & REACHES_OUT, path.name


# Where a page is fetched from an address, and nowhere else in the room that reads files.
MAY_REACH_OUT = {"addresses.py", "connection.py", "exchange.py"}


def test_of_what_reads_files_only_fetching_reaches_out() -> None:
    reaching = {path.name for path in (PACKAGE / "ingest").rglob("*.py") if imported(path) & REACHES_OUT}
    assert reaching == MAY_REACH_OUT


def test_reading_a_file_does_not_load_what_fetches(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<h1>Rebels take Kessra</h1><p>Rebels took the town of Kessra on Monday, the army said.</p>", "utf8")
    code = f"from onrecord.ingest import read_document, read_page\nread_page(read_document({str(page)!r}))"
    script = f"import sys\nsys.path.insert(0, {str(PACKAGE.parent)!r})\n{code}\nprint(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {f"onrecord.ingest.{name}" for name in ("addresses", "connection", "exchange", "fetch", "permission")} & set(
        loaded
    )


def loaded_by(code: str) -> set[str]:
    """The top-level modules in memory after a new interpreter ran the code."""
    script = f"import sys\nsys.path.insert(0, {str(PACKAGE.parent)!r})\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stderr.split()}


HEAVY = {"numpy", "msgspec", "onnxruntime", "lxml", "py3langid", "sqlite3", "tomllib", "trafilatura"}


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert not loaded_by("import onrecord") & HEAVY


def test_help_loads_nothing_heavy() -> None:
    code = "from onrecord.cli.main import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    assert not loaded_by(code) & HEAVY
