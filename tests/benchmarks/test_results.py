from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import results
from articles import cut_articles

MACHINE = {"cores": 2, "processor": "some processor", "system": "Linux", "python": "3.11.7"}
STAMP = {"at": "2026-11-25T10:00Z", "commit": "abc", "onrecord": "0.1.0", "machine": MACHINE}
PRF = {"p": 0.5, "r": 0.25, "f1": 0.333, "gold": 4, "sys": 2}


def quality() -> dict[str, Any]:
    gold = {"events typed": PRF, "polarity": {"rate": 0.9, "of": 10}, "stance": {"rate": None, "of": 0}}
    return STAMP | {
        "gold": {"all": gold, "news": gold, "failed": {"A": "EmptyInput: nothing"}, "seconds": 3.0},
        "ud": {"en_ewt": {"upos": 95.14, "uas": 87.96, "las": 84.0, "las_plain": 85.0, "words": 10, "sentences": 1}},
        "polnear": {"span exact cue": {"p": 70.0, "r": 60.0, "f": 64.6}, "token cue": {"p": 1.0, "r": 1.0, "f": 1.0}},
    }


def speed(encoder: dict[str, int]) -> dict[str, Any]:
    return STAMP | {
        "cores_used": 2,
        "pipeline": {"articles_a_second": 5.25, "tokens_a_second": 3500, "articles": 40},
        "network": {"pieces_a_second": 5100} | encoder,
        "start": {"python": 0.02, "help": 0.061, "import": 0.03, "first_reading": 1.204},
        "memory_mib": 512,
        "disk_mib": {"package": 130.4, "network": 110.0},
    }


def test_each_measure_has_its_row() -> None:
    page = results.results_page(quality(), None)
    assert "| events typed | 0.500 | 0.250 | 0.333 | 0.333 |" in page
    assert "| polarity |  |  | 0.900 | 0.900 |" in page
    assert "| en_ewt | 95.1 | 88.0 | 84.0 | 85.0 |" in page
    assert "| cue, exact span | 70.0 | 60.0 | 64.6 |" in page
    assert "1 documents could not be read" in page
    assert "Speed" not in page


@pytest.mark.parametrize(("encoder", "cell"), [({"encoder_pieces_a_second": 5500}, "5,500"), ({}, "not measured")])
def test_speed_says_what_was_not_measured(encoder: dict[str, int], cell: str) -> None:
    page = results.results_page(None, speed(encoder))
    assert f"| pieces a second, encoder alone | {cell} |" in page
    assert "| start to first reading done | 1.20 s |" in page


def test_every_line_of_a_table_has_as_many_cells() -> None:
    page = results.results_page(quality(), speed({}))
    for part in page.split("\n\n"):
        widths = {line.count("|") for line in part.splitlines() if line.startswith("|")}
        assert len(widths) <= 1, part


def test_the_newest_figures_win(tmp_path: Path) -> None:
    (tmp_path / "2026-11-24-b.json").write_text(json.dumps({"quality": STAMP | {"at": "2026-11-24T09:00Z"}}), "utf8")
    (tmp_path / "2026-11-25-a.json").write_text(json.dumps({"quality": STAMP, "speed": speed({})}), "utf8")
    found = results.newest("quality", tmp_path)
    assert found is not None
    assert found["at"] == "2026-11-25T10:00Z"
    assert results.newest("nothing", tmp_path) is None


def test_articles_have_exactly_their_size() -> None:
    assert list(cut_articles(iter(["a b c", "d e f g", "h i j k"]), size=4)) == ["a b c\n\nd", "h i j k"]


def test_the_torture_set_says_how_many_held_and_what_failed() -> None:
    held = {"seconds": 1.2, "memory_mib": 150, "outcome": "1 read", "faults": []}
    slow = {"seconds": 31.5, "memory_mib": 90, "outcome": "1 read", "faults": ["31.5 s, 30.1 s of the processor"]}
    together = {"inputs": 5, "readings": 4, "seconds": 40.2, "memory_mib": 700, "said": [], "faults": []}
    figures = STAMP | {"files": {"a.txt": held, "b.txt": slow}, "together": together, "failed": ["b.txt"], "load": 0.4}
    page = results.results_page(None, None, torture=figures)
    assert "| files | 2 |" in page
    assert "| slowest | b.txt, 31.5 s |" in page
    assert "| most memory, children included | a.txt, 150 MiB |" in page
    assert "\n- b.txt: 31.5 s, 30.1 s of the processor\n" in page


def test_length_is_a_row_for_each_size() -> None:
    size = {
        "characters": 10_000,
        "seconds": 0.7,
        "microseconds_a_character": 70.0,
        "peak_mib": 160,
        "reading_mib": 0.1,
        "events": 60,
        "claims": 40,
    }
    page = results.results_page(None, None, length=STAMP | {"cores_used": 2, "sizes": [size]})
    assert "| 10,000 | 0.70 | 70.0 | 160 | 0.1 | 100 |" in page
