"""What the README shows is what the product does: its snippets run, and its demonstration is the real one."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.cli.main import main

README = Path(__file__).resolve().parents[1] / "README.md"
needs_reader = pytest.mark.skipif(
    not (Path(str(files("onrecord.reader"))) / "small" / "reader.onnx").exists(), reason="the small reader is not exported yet"
)
PAGE = (
    "Ferry Strike Ends\n\nPolice arrested 14 people in Oslo on Monday, the mayor said. He denied that officers had fired shots.\n"
)


def _blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README.read_text("utf8"), re.DOTALL)


@needs_reader
@pytest.mark.parametrize("snippet", _blocks("python"))
def test_the_snippets_run(snippet: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf8")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(snippet, "README.md", "exec"), names)
    assert "reading" in names


@needs_reader
def test_the_demonstration_is_the_real_one(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line but for the figures: another processor rounds a confidence otherwise."""
    monkeypatch.delenv("COLUMNS", raising=False)
    assert main(["demo"]) == 0
    shown = next(block for block in _blocks("text") if "THE PAGE SAYS IT HAPPENED" in block)
    assert _without_figures(shown) == _without_figures(capsys.readouterr().out)


def _without_figures(text: str) -> list[str]:
    return [re.sub(r"\s*\d+%", "", line).rstrip() for line in text.strip().splitlines()]
