"""How two networks are compared: which decisions count, and what is said of them."""

# The imports stand below the line that skips the file where torch is not installed.

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs torch (pip install 'onrecord[train]')")
pytest.importorskip("onnx", reason="needs onnx (pip install 'onrecord[train]')")

from onrecord.reader.pieces import Passage, passages_of
from parity import Agreement, asked, compare, rows, ships, verdict
from reader.tiny import SURE, Logits, link, passage_logits, tiny_vocabulary

SENTENCES = [["He", "said", "troops", "attacked"], ["She", "said"]]
(PASSAGE,) = passages_of(tiny_vocabulary(), SENTENCES)


def trained(_: Passage) -> Logits:
    """He said troops attacked. She said: one event, two cues."""
    out = passage_logits(6, cue="O B O O O B", trigger="O O O B-ASSAULT O O")
    link(out, "actor", 3, 2)
    out["arcs"] = np.where(PASSAGE.sentence[:, None] == PASSAGE.sentence, np.eye(6)[[1, 1, 3, 1, 5, 5]] * SURE, -1e4).astype(
        np.float32
    )
    return out


def shifted(**changes: tuple[tuple[int, ...], float]) -> Agreement:
    """How one head agrees with the trained network after one logit of it has been set."""
    ((head, (at, value)),) = changes.items()

    def other(passage: Passage) -> Logits:
        out = trained(passage)
        out[head][at] = value
        return out

    return compare(trained, other, [PASSAGE])[head]


def test_a_network_agrees_with_itself() -> None:
    found = compare(trained, trained, [PASSAGE, PASSAGE])
    assert {a.share for a in found.values()} == {1.0}
    assert {a.largest for a in found.values()} == {0.0}
    assert found["cue"].decisions == found["arcs"].decisions == 12
    assert verdict(found, found) == []


def test_status_counts_at_events_only() -> None:
    assert asked("mode", trained(PASSAGE), PASSAGE).tolist() == [False, False, False, True, False, False]
    assert shifted(certainty=((0, 2), 99.0)).share == 1
    assert shifted(certainty=((3, 2), 99.0)).share == 0
    assert (shifted(auxiliary=((3, 1), 1.0)).alike, shifted(auxiliary=((3, 1), 1.0)).decisions) == (4, 5)


def test_links_count_from_cues_and_events_to_their_sentence() -> None:
    counted = asked("links", trained(PASSAGE), PASSAGE)
    assert [np.argwhere(relation.any(-1)).ravel().tolist() for relation in counted] == [[1, 5], [1, 5], [3], [3]]
    assert [np.flatnonzero(counted[0, anchor]).tolist() for anchor in (1, 5)] == [[0, 1, 2, 3], [4, 5]]
    assert shifted(links=((0, 1, 4), 1.0)).share == 1
    assert shifted(links=((0, 1, 0), 1.0)).share < 1


def test_arcs_are_compared_as_trees() -> None:
    assert shifted(arcs=((0, 3), SURE - 1)).share == 1
    assert shifted(arcs=((0, 3), SURE + 1)).alike == 5


def test_a_difference_is_told_where_no_decision_changes() -> None:
    agreement = shifted(cue=((0, 1), 0.25))
    assert (agreement.largest, agreement.share) == (0.25, 1.0)


@pytest.mark.parametrize(
    ("fp32", "int8", "expected"),
    [
        (Agreement(largest=9e-5), Agreement(alike=995, decisions=1000), []),
        (Agreement(largest=2e-4), Agreement(alike=995, decisions=1000), ["fp32 differs by 2.0e-04, expected at most 1e-04"]),
        (Agreement(), Agreement(alike=990, decisions=1000), ["int8 decides 99.00% alike, expected at least 99.5%"]),
        (Agreement(), Agreement(), []),
    ],
)
def test_the_verdict_names_what_does_not_hold(fp32: Agreement, int8: Agreement, expected: list[str]) -> None:
    assert verdict({"cue": fp32}, {"cue": int8}) == expected


def test_the_table_has_a_line_a_head() -> None:
    found = compare(trained, trained, [PASSAGE])
    head, *lines = rows(found, found)
    assert [line.split()[0] for line in lines] == list(found)
    assert {len(line) for line in lines} == {len(head)}


def test_tells_whether_a_checkpoint_is_the_one_that_ships(tmp_path: Path) -> None:
    assert not ships(Path("some/gold.pt"), tmp_path)
    (tmp_path / "reader.json").write_text(json.dumps({"checkpoint": "gold"}), "utf8")
    assert ships(Path("some/gold.pt"), tmp_path)
    assert not ships(Path("some/trees.pt"), tmp_path)
