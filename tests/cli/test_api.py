"""The package's own names: light to import, complete, and the same reading as the command's."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from cli.conftest import Pipeline
from onrecord import errors, types

SOURCE = Path(__file__).resolve().parents[2] / "src"


def test_importing_loads_nothing_heavy() -> None:
    code = "import sys, onrecord; sys.exit(any(name in sys.modules for name in ('numpy', 'msgspec', 'onnxruntime', 'argparse')))"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=False)
    assert done.returncode == 0


def test_every_name_is_there() -> None:
    assert {name for name in onrecord.__all__ if not hasattr(onrecord, name)} == set()
    assert set(onrecord.__all__) <= set(dir(onrecord))
    assert onrecord.Reading is types.Reading
    assert onrecord.InputError is errors.InputError


def test_a_name_that_is_not_there_says_what_is() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'raed'; it has .*read"):
        _ = onrecord.raed


def test_read(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("Iceland seized a trawler.", "utf8")
    reading = onrecord.read(path, published="2015-10-20", uri="https://example.org/1")
    assert reading.document.published == "2015-10-20"
    assert pipeline.documents[0].uri == "https://example.org/1"


def test_read_text(pipeline: Pipeline) -> None:
    assert onrecord.read_text("Iceland seized a trawler.", publisher="Courier").events
    assert pipeline.documents[0].publisher == "Courier"


def test_errors_can_be_caught_by_their_names(pipeline: Pipeline, tmp_path: Path) -> None:
    with pytest.raises(onrecord.InputError, match="no such file"):
        onrecord.read(tmp_path / "none.txt")
    with pytest.raises(onrecord.OptionError, match="2015-13-01"):
        onrecord.read_text("A page.", published="2015-13-01")
