"""Nothing of gold dev is trained on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.guard import ContaminatedError, allowed, refuse_gold_dev

HELD_BACK = (
    "The harbour of Port Vale was closed on Tuesday after two ferries collided in thick fog off the lighthouse. "
    "A spokesman for the coast guard said that nobody had been hurt and that an inquiry would begin within days. "
    "Fishermen’s boats were asked to keep away until the wreck of the smaller ferry had been raised."
)
OTHER = (
    "Ministers of both countries met in the mountains to talk about water, electricity and the price of bread, and they agreed "
    "to meet again when the snow has gone and the roads over the pass are open to lorries once more."
)


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold folder with one text held back and one to train on."""
    for split, name, text in (("dev", "AA", HELD_BACK), ("train", "BB", OTHER)):
        (tmp_path / split).mkdir()
        (tmp_path / split / f"{name}.json").write_text("{}", "utf8")
        (tmp_path / "text").mkdir(exist_ok=True)
        (tmp_path / "text" / f"{name}.txt").write_text(text, "utf8")
    return tmp_path


def test_a_text_of_gold_dev_is_refused_by_name(gold: Path) -> None:
    with pytest.raises(ContaminatedError, match=r"^copy: .*\(AA\)"):
        refuse_gold_dev("copy", HELD_BACK, gold)


@pytest.mark.parametrize(
    "disguised",
    [
        HELD_BACK.upper(),
        HELD_BACK.replace(" ", " \n "),
        HELD_BACK.replace("’", "'").replace(",", " ,").replace(".", " ."),
        f"{OTHER} {OTHER} {HELD_BACK}",
        HELD_BACK.split(". ")[1],
    ],
)
def test_case_marks_and_company_hide_nothing(gold: Path, disguised: str) -> None:
    with pytest.raises(ContaminatedError):
        refuse_gold_dev("copy", disguised, gold)


@pytest.mark.parametrize(
    "text",
    [OTHER, "", "A spokesman for the coast guard said", f"A spokesman for the coast guard said that nobody had slept. {OTHER}"],
)
def test_other_texts_and_stock_phrases_pass(gold: Path, text: str) -> None:
    refuse_gold_dev("other", text, gold)


def test_a_few_shared_runs_pass_in_a_long_text_only(gold: Path) -> None:
    quoted = " ".join(HELD_BACK.split()[:12])  # three runs of ten words
    refuse_gold_dev("long", f"{OTHER} {quoted}", gold)
    with pytest.raises(ContaminatedError):
        refuse_gold_dev("short", quoted, gold)


def test_allowed_names_those_that_may_be_trained_on(gold: Path) -> None:
    assert allowed([("a", OTHER), ("b", HELD_BACK), ("c", "")], gold) == ["a", "c"]


def test_every_text_of_the_real_gold_dev_is_refused(shared: Path) -> None:
    names = [path.stem for path in (shared / "gold" / "dev").glob("*.json")]
    texts = [(name, (shared / "gold" / "text" / f"{name}.txt").read_text("utf8")) for name in names]
    assert names
    assert allowed(texts) == []


def test_the_real_gold_train_passes(shared: Path) -> None:
    index = json.loads((shared / "gold" / "text" / "index.json").read_text("utf8"))
    texts = [
        (n, (shared / "gold" / "text" / f"{n}.txt").read_text("utf8")) for n, row in index.items() if row["split"] == "train"
    ]
    assert allowed(texts) == [name for name, _ in texts]
