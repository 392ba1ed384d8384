"""People's readings into labels on words, and into offsets and back."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from labelled import linked, marked, words_of
from onrecord.reader.labels import AUXILIARY, CERTAINTY, MODES, TRIGGERS
from training import readings
from training.examples import IGNORE, Annotated
from training.guard import ContaminatedError
from training.readings import annotate, load_gold, load_passages, pack, stand_off

FIRST = "The guard said rebels shelled the port and the guard house on Monday."
SECOND = "“The guard will answer,” she warned."


def gold() -> dict[str, Any]:
    status = {"polarity": "positive", "certainty": "certain", "auxiliary": []}
    return {
        "claims": [
            {"id": "c1", "sentence": FIRST, "source": "The guard", "source_kind": "named", "stance": "says", "form": "indirect", "within": None, "cue": "said", "content": ["rebels shelled the port and the guard house"]},
            {"id": "c2", "sentence": SECOND, "source": "she", "source_kind": "named", "stance": "warns", "form": "direct", "within": None, "cue": "warned", "content": ["The guard will answer"]},
        ],
        "events": [
            {
                "sentence": FIRST, "trigger": "shelled", "type": "ASSAULT", "mode": "heavy-weapons", "actors": [{"text": "rebels"}],
                "recipients": [{"text": "guard", "nth": 2}], "status": status, "according_to": ["c1"],
            },
            {
                "sentence": SECOND, "trigger": "will answer", "type": "THREATEN", "mode": None, "actors": [{"text": "The guard"}],
                "recipients": [], "according_to": ["c2"], "status": status | {"certainty": "unknown", "auxiliary": ["future", "hypothetical"]},
            },
        ],
    }  # fmt: skip


def read_gold(g: dict[str, Any]) -> Annotated:
    text = f"{FIRST} {SECOND}"
    return annotate(stand_off(g, text), text, "invented")


def test_gold_claims_are_tagged_and_linked() -> None:
    a = read_gold(gold())
    assert a.sentences[0] == [*FIRST[:-1].split(), "."]
    assert marked(a, "source") == ["The guard", "she"]
    assert marked(a, "cue") == ["said", "warned"]
    assert marked(a, "content") == ["rebels shelled the port and the guard house", "The guard will answer"]
    assert linked(a)[:4] == [
        ("said", "source", "The guard"),
        ("said", "content", "rebels shelled the port and the guard house"),
        ("warned", "source", "she"),
        ("warned", "content", "The guard will answer"),
    ]


def test_gold_events_are_tagged_and_linked() -> None:
    a = read_gold(gold())
    words = words_of(a)
    at, answer = words.index("shelled"), words.index("will")
    assert {i: TRIGGERS[k] for i, k in enumerate(a.tags["trigger"]) if k} == {
        at: "B-ASSAULT",
        answer: "B-THREATEN",
        answer + 1: "I-THREATEN",
    }
    assert [MODES[a.tags["mode"][i]] for i in (at, answer)] == ["heavy-weapons", "-"]
    assert [CERTAINTY[a.tags["certainty"][i]] for i in (at, answer)] == ["certain", "unknown"]
    assert a.auxiliary is not None
    assert [{x for x, on in zip(AUXILIARY, a.auxiliary[i], strict=True) if on} for i in (at, answer)] == [
        set(),
        {"future", "hypothetical"},
    ]
    assert linked(a)[4:] == [
        ("shelled", "actor", "rebels"),
        ("shelled", "recipient", "guard"),
        ("will", "actor", "The guard"),
        ("will", "recipient", ""),
    ]
    assert a.links[5][2] == (words.index("house") - 1,)  # the second guard


def test_only_triggers_teach_mode_and_status() -> None:
    a = read_gold(gold())
    assert a.auxiliary is not None
    taught = [np.flatnonzero(x != IGNORE).tolist() for x in (a.tags["mode"], a.tags["certainty"], a.auxiliary[:, 0])]
    assert taught == [np.flatnonzero(np.isin(a.tags["trigger"], range(1, len(TRIGGERS), 2))).tolist()] * 3


def test_words_that_do_not_stand_there_are_an_error() -> None:
    broken = gold()
    broken["events"][0]["recipients"] = [{"text": "guard", "nth": 3}]
    with pytest.raises(ValueError, match="'guard' does not stand 3 times"):
        read_gold(broken)


def test_the_real_gold_train_is_read_whole(shared: Path) -> None:
    names = sorted(path.stem for path in (shared / "gold" / "train").glob("*.json"))[:5]
    for a in load_gold("train", set(names)):
        g = json.loads((shared / "gold" / "train" / f"{a.name}.json").read_text("utf8"))
        assert sum(relation == "actor" for _, relation, _ in a.links) == len(g["events"])
        assert {a.links[i][0] for i in range(len(a.links))} <= set(range(a.size))


# --- passages ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A corpus of one article, and the reading of a passage of it packed as offsets."""
    article = {"id": "one", "text": f"Rain fell. {FIRST} {SECOND} The end."}
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "lgl.jsonl.gz").write_bytes(gzip.compress(json.dumps(article).encode()))
    monkeypatch.setattr(readings, "DATA", tmp_path)
    (tmp_path / "p1.json").write_text(json.dumps(gold()), "utf8")
    span = [11, 11 + len(f"{FIRST} {SECOND}")]
    (tmp_path / "index.json").write_text(json.dumps({"p1": {"corpus": "lgl", "doc": "one", "span": span}}), "utf8")
    assert pack(tmp_path, tmp_path / "index.json", tmp_path / "passages.jsonl") == 1
    return tmp_path / "passages.jsonl"


def test_a_packed_passage_is_read_as_its_gold_form(packed: Path) -> None:
    (a,) = load_passages(packed)
    b = read_gold(gold())
    assert a.sentences == b.sentences
    assert linked(a) == linked(b)
    assert all((a.tags[name] == b.tags[name]).all() for name in b.tags)


def test_a_packed_passage_holds_no_words_of_its_text(packed: Path) -> None:
    kept = packed.read_text("utf8")
    assert not any(word in kept for word in ("guard", "rebels", "shelled", "Monday", "answer"))
    assert [c["within"] for c in json.loads(kept)["claims"]] == [None, None]
    assert [v["within"] for v in json.loads(kept)["events"]] == [[0], [1]]


def test_a_passage_from_gold_dev_is_refused(packed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str, _text: str) -> None:
        raise ContaminatedError(name)

    monkeypatch.setattr(readings, "refuse_gold_dev", refuse)
    with pytest.raises(ContaminatedError, match="lgl:one:11"):
        load_passages(packed)


def test_the_passages_that_were_read_stand_on_their_corpora(shared: Path) -> None:
    assert (shared / "data").is_dir()
    docs = load_passages()
    assert len(docs) > 300
    assert sum(relation == "actor" for a in docs for _, relation, _ in a.links) > 2_000
