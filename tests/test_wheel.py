"""What is packed and what is pinned."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from setuptools import Distribution

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"(?P<name>[A-Za-z0-9._-]+)==(?P<version>[A-Za-z0-9.+!]+)")
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def packed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The files that a wheel would hold, relative to src/."""
    monkeypatch.chdir(ROOT)
    distribution = Distribution({"script_name": "setup.py"})  # a name is asked for; there is no such file
    distribution.parse_config_files([str(ROOT / "pyproject.toml")])
    command = distribution.get_command_obj("build_py")
    command.ensure_finalized()
    outputs = command.get_outputs(include_bytecode=False)
    return {str(Path(path).relative_to(command.build_lib)) for path in outputs}


def test_every_file_of_the_package_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    source = ROOT / "src"
    there = {str(p.relative_to(source)) for p in (source / "onrecord").rglob("*") if p.is_file() and "__pycache__" not in p.parts}
    assert there - packed(monkeypatch) == set(), "add the ending to [tool.setuptools.package-data]"


def pins(name: str) -> dict[str, str]:
    lines = [line for line in (ROOT / name).read_text("utf8").splitlines() if not line.startswith("#")]
    found = [PIN.fullmatch(line) for line in lines]
    assert all(found), f"{name}: a line is no plain pin"
    return {normal(match["name"]): match["version"] for match in found if match}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def required(names: list[str]) -> set[str]:
    return {normal(re.split(r"[<>=!~; \[]", name)[0]) for name in names}


def test_locks_hold_what_pyproject_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"]
    assert required(project["dependencies"]) <= set(pins("requirements.lock"))
    assert required(project["optional-dependencies"]["dev"]) <= set(pins("requirements-dev.lock"))


def test_the_locks_agree() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("name", LOCKS)
def test_training_is_in_no_lock(name: str) -> None:
    assert not {"torch", "transformers", "sentence-transformers", "onnx"} & set(pins(name))
