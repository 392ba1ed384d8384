"""The README keeps its word: its commands parse, its snippets run, and its regions can be filled."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import readme
from cli.conftest import Pipeline
from onrecord.cli.acts import STANDINGS
from onrecord.cli.options import make_parser
from onrecord.types import Stance

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf8")
READING = (ROOT / "docs" / "reading.md").read_text("utf8")
COMMANDS = re.findall(r"^onrecord (read .*?)(?: *#.*| *>.*)?$", README, re.MULTILINE)
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_parse(command: str) -> None:
    assert make_parser().parse_args(shlex.split(command)).command == "read"


def test_there_are_commands_and_snippets() -> None:
    assert len(COMMANDS) >= 4
    assert len(SNIPPETS) >= 2


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_snippets_run(
    *, snippet: str, pipeline: Pipeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text("Iceland seized a trawler.", "utf8")
    exec(compile(snippet, "README.md", "exec"), {})
    assert len(pipeline.documents) == 1
    assert "the page says it happened: COERCE seize seized" in capsys.readouterr().out or "read_text" in snippet


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "docs" / "reading.md"):
        links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text("utf8"))
        assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_word_of_the_screen_is_explained() -> None:
    assert [word for word in (*STANDINGS, *map(str, Stance)) if word not in READING] == []


def test_a_region_is_replaced_and_nothing_else() -> None:
    page = "before\n<!-- demo:start -->\nold\nlines\n<!-- demo:end -->\nafter\n"
    filled = readme.fill(page, "demo", r"new \1")
    assert filled == "before\n<!-- demo:start -->\nnew \\1\n<!-- demo:end -->\nafter\n"
    assert readme.fill(filled, "demo", r"new \1") == filled


@pytest.mark.parametrize("page", ["", "<!-- demo:start -->\n", "<!-- demo:start -->\n<!-- demo:end -->\n" * 2])
def test_a_region_that_is_not_there_once(page: str) -> None:
    with pytest.raises(ValueError, match="expected one region"):
        readme.fill(page, "demo", "new")


def test_the_readme_has_both_regions() -> None:
    assert readme.fill(readme.fill(README, "demo", "x"), "figures", "y").count("\nx\n") == 1


def test_figures_come_from_the_results() -> None:
    results = "# Results\n\nMade by a script.\n\nQuality: 2026, commit abc.\n\n## Gold\n\n| a |\n|---|\n| 1 |\n"
    assert readme.figures_region(results) == "Quality: 2026, commit abc.\n\n### Gold\n\n| a |\n|---|\n| 1 |"
    assert readme.figures_region("") == readme.NOT_MEASURED
