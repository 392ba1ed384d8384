"""benchmarks/blocks-lines.tsv: lines of web pages whose kind was marked by reading."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from onrecord.types import BlockKind

LINES = Path(__file__).resolve().parents[2] / "benchmarks" / "blocks-lines.tsv"


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    return [line.split("\t") for line in LINES.read_text("utf8").splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def pages(shared: Path) -> dict[str, list[str]]:
    path = shared / "data" / "blocks" / "dumps-dev.jsonl.gz"
    if not path.is_file():
        pytest.skip("needs ../shared/data/blocks/dumps-dev.jsonl.gz, which is not beside this checkout")
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return {page["id"]: page["lines"] for page in map(json.loads, lines)}


def test_there_are_300_rows_of_four_columns(rows: list[list[str]]) -> None:
    assert len(rows) == 300
    assert {len(row) for row in rows} == {4}


def test_no_line_is_marked_twice(rows: list[list[str]]) -> None:
    assert len({(page, line) for page, line, *_ in rows}) == len(rows)


def test_kinds_are_known_and_each_occurs(rows: list[list[str]]) -> None:
    assert {kind for _, _, kind, _ in rows} == {kind.value for kind in BlockKind}


def test_few_lines_have_a_second_kind_and_it_is_another(rows: list[list[str]]) -> None:
    second = [(kind, alt) for _, _, kind, alt in rows if alt]
    assert len(second) <= len(rows) // 10
    assert all(alt in set(BlockKind) - {kind} for kind, alt in second)


def test_every_page_has_at_least_two_lines(rows: list[list[str]], pages: dict[str, list[str]]) -> None:
    counts = Counter(page for page, *_ in rows)
    assert counts.keys() == pages.keys()
    assert min(counts.values()) >= 2


def test_every_marked_line_has_words(rows: list[list[str]], pages: dict[str, list[str]]) -> None:
    assert [(page, line) for page, line, *_ in rows if not pages[page][int(line)].strip()] == []
