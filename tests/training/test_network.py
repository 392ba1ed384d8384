"""The network on random weights: shapes, padding, what is learnt from, and the form in which it ships."""

# The imports stand below the line that skips the file where torch is not installed.
# ruff: noqa: E402

from __future__ import annotations

import json
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs torch (pip install 'onrecord[train]')")
pytest.importorskip("onnx", reason="needs onnx (pip install 'onrecord[train]')")

from onrecord.errors import DataError
from onrecord.reader.labels import AUXILIARY, DEPRELS, LINKS, NAMES, TRIGGERS, UPOS
from onrecord.reader.network import Network
from onrecord.reader.pieces import passages_of
from onrecord.reader.understand import understand
from onrecord.types import Block, BlockKind, Document, Page
from reader.tiny import save_vocabulary, tiny_vocabulary
from speed import encoder_of
from training.batches import order_of, to_tensors
from training.examples import IGNORE, Annotated, Example, examples_of
from training.export import INPUTS, Heads, write_fp32
from training.loss import WEIGHTS, losses_of, total_of
from training.network import Config, Reader, buckets_of
from training.train import _rate

TINY = Config(vocab=400, positions=300, width=24, layers=2, heads=3, inner=40, arc=8, label=6, link=5, more=True)
RELATIVE = replace(TINY, relative=8, normed=True)
VOCABULARY = tiny_vocabulary()
torch.set_num_threads(1)  # for networks as small as these, more are slower
# What torch says of the exporter that is used on purpose: its graph is the one that was measured.
LEGACY = ("You are using the legacy TorchScript-based ONNX export", "The feature will be removed")
SENTENCES = [["The", "troops", "attacked", "the", "town", "."], ["They", "said", "that", "he", "left", "on", "Monday", "."]]


def reader_of(seed: int = 0, config: Config = TINY) -> Reader:
    """Random weights, and rough ones, so that no answer is a matter of rounding."""
    torch.manual_seed(seed)
    reader = Reader(config)
    with torch.no_grad():
        for parameter in reader.parameters():
            if parameter.dim() > 1:
                parameter.normal_(0, 0.3)
    return reader.eval()


def examples() -> list[Example]:
    """A long and a short passage: the first with everything labelled, the second with a tree only."""
    full = Annotated(name="full", sentences=SENTENCES)
    for name, label in (("upos", 3), ("deprel", 5), ("trigger", 1), ("source", 2), ("cue", 1), ("content", 0)):
        full.tag(name, label)
    full.head = np.maximum(np.arange(full.size) - 1, 0)
    full.auxiliary = np.full((full.size, len(AUXILIARY)), IGNORE)
    full.auxiliary[2] = [0, 1, 0, 1, 0]
    full.links += [(7, "source", (6,)), (2, "actor", ())]
    full.happened = np.full(full.size, np.nan)
    full.happened[2] = 2.5
    full.clusters = np.full(full.size, -1)
    full.clusters[[1, 6, 9]] = 4
    tree = Annotated(name="tree", sentences=[["He", "left"]])
    tree.tag("deprel", 1)
    tree.head = np.array([1, 1])
    return list(examples_of(VOCABULARY, [full, tree], "test"))


def run(reader: Reader, batch: dict[str, Any]) -> dict[str, Any]:
    with torch.no_grad():
        out: dict[str, Any] = reader(*(batch[name] for name in INPUTS))
    return out


# --- batches ----------------------------------------------------------------------------------------------------------


def test_batches_are_padded_with_what_is_passed_over() -> None:
    long, short = examples()
    batch = to_tensors([long, short])
    assert batch["ids"].shape == batch["shapes"].shape == (2, len(long.passage.ids))
    assert batch["sentence"].shape == batch["head"].shape == batch["upos"].shape == (2, 14)
    assert batch["auxiliary"].shape == (2, 14, len(AUXILIARY))
    assert batch["ids"][1, len(short.passage.ids) :].eq(0).all()
    assert batch["sentence"][1].tolist() == [0, 0] + [-1] * 12
    assert batch["head"][1].tolist() == [1, 1] + [IGNORE] * 12
    assert batch["link_at"].tolist() == [[0, 7, LINKS.index("source")], [0, 2, LINKS.index("actor")]]
    assert batch["link_to"].nonzero().tolist() == [[0, 6]]


def test_a_batch_without_links_has_empty_rows() -> None:
    batch = to_tensors(examples()[1:])
    assert batch["link_at"].shape == (0, 3)
    assert batch["link_to"].shape == (0, 2)


def test_the_order_holds_every_example_once_and_depends_on_the_seed() -> None:
    many = [
        e for i in range(40) for e in examples_of(VOCABULARY, [Annotated(name="d", sentences=[["the"] * (1 + 5 * i)])], "test")
    ]
    order = order_of(many, 6, 1)
    assert sorted(i for ids in order for i in ids) == list(range(40))
    assert max(map(len, order)) == 6
    assert order == order_of(many, 6, 1) != order_of(many, 6, 2)
    spread = [max(ids) - min(ids) for ids in order]
    assert max(spread) < 20  # about equal length: little is padding


# --- network ----------------------------------------------------------------------------------------------------------


def test_every_head_has_its_shape() -> None:
    out = run(reader_of(), to_tensors(examples()))
    assert {name: tuple(x.shape) for name, x in out.items() if name in {"upos", "names", "trigger", "auxiliary"}} == {
        "upos": (2, 14, len(UPOS)),
        "names": (2, 14, len(NAMES)),
        "trigger": (2, 14, len(TRIGGERS)),
        "auxiliary": (2, 14, len(AUXILIARY)),
    }
    assert out["arcs"].shape == (2, 14, 14)
    assert out["deprel"].shape == (2, 14, len(DEPRELS))
    assert out["links"].shape == (2, len(LINKS), 14, 14)


def test_no_arc_leaves_its_sentence() -> None:
    batch = to_tensors(examples())
    above = run(reader_of(), batch)["arcs"][0].argmax(-1)
    assert batch["sentence"][0][above].equal(batch["sentence"][0])


def test_padding_changes_nothing() -> None:
    reader = reader_of()
    both, alone = run(reader, to_tensors(examples())), run(reader, to_tensors(examples()[1:]))
    for name, logits in alone.items():
        padded = (
            both[name][1, :, :2, :2]
            if name == "links"
            else both[name][1, :2, :2]
            if name in {"arcs", "antecedent"}
            else both[name][1, :2]
        )
        torch.testing.assert_close(padded, logits[0], atol=1e-5, rtol=1e-4)


def test_the_case_of_a_word_is_seen() -> None:
    reader = reader_of()
    loud, low = (
        run(reader, to_tensors(list(examples_of(VOCABULARY, [Annotated(name="d", sentences=[[w]])], "test"))))
        for w in ("US", "us")
    )
    assert not torch.allclose(loud["names"], low["names"])


def test_relative_positions_are_told_apart_by_side_and_distance() -> None:
    buckets = buckets_of(torch.arange(200), 32)
    assert buckets[5, 5] == 0
    assert buckets[5, 6] == buckets[0, 1] == 17 != buckets[6, 5]
    assert buckets[150, 149].item() == 1
    assert buckets[0, 199] == 31  # far ones share a bucket
    assert buckets[199, 0] == 15
    assert torch.equal(buckets[10:20, 10:20], buckets[30:40, 30:40])


# --- loss -------------------------------------------------------------------------------------------------------------


def losses(batch: dict[str, Any], out: dict[str, Any]) -> dict[str, float]:
    return {name: float(x) for name, x in losses_of(out, batch).items()}


def test_only_heads_with_labels_are_taught() -> None:
    full, tree = (to_tensors([e]) for e in examples())
    reader = reader_of()
    assert set(losses(tree, run(reader, tree))) == {"arcs", "deprel"}
    taught = {"upos", "arcs", "deprel", "source", "cue", "content", "trigger", "auxiliary", "links"} | {"happened", "antecedent"}
    assert set(losses(full, run(reader, full))) == taught <= set(WEIGHTS)


def test_every_head_has_a_weight() -> None:
    assert set(run(reader_of(), to_tensors(examples()))) == set(WEIGHTS)


def test_right_answers_cost_nothing() -> None:
    batch = to_tensors(examples())
    out = {name: torch.zeros_like(logits) for name, logits in run(reader_of(), batch).items()}
    for name in ("upos", "deprel", "source", "cue", "content", "trigger"):
        out[name].scatter_(2, batch[name].clamp(min=0)[:, :, None], 50)
    out["arcs"].scatter_(2, batch["head"].clamp(min=0)[:, :, None], 50)
    out["auxiliary"] = batch["auxiliary"].float() * 100 - 50
    out["links"] -= 50
    out["links"][0, LINKS.index("source"), 7, 6] = 50
    out["happened"][0, 2] = 2.5
    out["antecedent"] -= 50
    out["antecedent"][0, 6, 1] = out["antecedent"][0, 9, 1] = out["antecedent"][0, 9, 6] = 50
    right = losses_of(out, batch)
    assert max(map(float, right.values())) < 1e-6
    out["links"][0, LINKS.index("source"), 7, 6] = -50
    assert float(losses_of(out, batch)["links"]) > 1
    out["antecedent"][0, 6, 2] = 90
    assert float(losses_of(out, batch)["antecedent"]) > 1
    out["antecedent"][0, 6, 2] = -50
    out["antecedent"][0, 1, 6] = 90  # a later word is no antecedent
    assert float(losses_of(out, batch)["antecedent"]) < 1e-6


def test_what_padding_says_costs_nothing() -> None:
    batch = to_tensors(examples())
    out = run(reader_of(), batch)
    before = losses(batch, out)
    for name, logits in out.items():
        if name == "links":
            logits[1, :, :, 2:] = 99.0
        else:
            logits[1, 2:] = 99.0
    assert losses(batch, out) == before


def test_a_step_makes_it_better() -> None:
    batch, reader = to_tensors(examples()), reader_of()
    totals = []
    for _ in range(5):
        total = total_of(losses_of(reader(*(batch[name] for name in INPUTS), batch["head"].clamp(min=0)), batch))
        reader.zero_grad()
        total.backward()
        with torch.no_grad():  # by hand: torch.optim takes seconds to import
            for parameter in reader.parameters():
                if parameter.grad is not None:
                    parameter.sub_(parameter.grad, alpha=1e-3)
        totals.append(float(total.detach()))
    assert totals == sorted(totals, reverse=True)


def test_the_rate_rises_then_falls_and_never_to_nothing() -> None:
    rates = [_rate(step, 200) for step in range(200)]
    assert rates.index(max(rates)) == 10
    assert rates[:11] == sorted(rates[:11])
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert min(rates[1:]) >= 0.02


def test_a_plan_of_one_step_has_a_rate() -> None:
    assert 0 <= _rate(0, 1) <= 1


# --- what ships -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a reader in fp32 with random weights."""
    folder = tmp_path_factory.mktemp("tiny")
    with warnings.catch_warnings():
        for message in LEGACY:
            warnings.filterwarnings("ignore", message, DeprecationWarning)
        write_fp32(Heads(reader_of()), folder / "reader.onnx")
        write_fp32(Heads(reader_of(config=RELATIVE)), folder / "relative.onnx")
    save_vocabulary(VOCABULARY, folder)
    (folder / "reader.json").write_text(json.dumps({"name": "tiny"}), "utf8")
    return folder


def relative_of(shipped: Path, folder: Path) -> Path:
    """The folder of the reader with relative positions."""
    (folder / "reader.onnx").write_bytes((shipped / "relative.onnx").read_bytes())
    for name in ("vocabulary.txt", "reader.json"):
        (folder / name).write_bytes((shipped / name).read_bytes())
    return folder


@pytest.mark.parametrize("config", [TINY, RELATIVE], ids=["absolute", "relative"])
def test_the_exported_network_equals_the_trained_one(shipped: Path, tmp_path: Path, config: Config) -> None:
    folder = shipped if config is TINY else relative_of(shipped, tmp_path)
    network, heads = Network(folder, threads=1), Heads(reader_of(config=config))
    assert tuple(network.outputs) == heads.names
    rng = np.random.default_rng(3)
    words = np.array(["he", "Troops", "ATTACKED", "unhappy", "town", "17", "“", "x" * 30])
    sentences = [words[rng.integers(0, len(words), size)].tolist() for size in (1, 3, 30, 70, 12, 2)]
    passages = list(passages_of(VOCABULARY, sentences))
    assert len(passages) > 1
    for passage, out in network.run(passages):
        given = [torch.from_numpy(getattr(passage, name))[None] for name in INPUTS]
        with torch.no_grad():
            expected = dict(zip(heads.names, heads(*given), strict=True))
            for name, logits in heads.reader(*given).items():
                np.testing.assert_allclose(expected[name].numpy(), logits.numpy(), atol=1e-4, rtol=0, err_msg=name)
        for name, logits in expected.items():
            np.testing.assert_allclose(out[name], logits[0].numpy(), atol=1e-4, rtol=0, err_msg=name)


def test_a_reader_is_called_by_name_and_weights(shipped: Path) -> None:
    name, weights = Network(shipped, threads=1).version.split()
    assert name == "tiny"
    assert len(weights) == 8


def test_given_words_are_parsed_sentence_by_sentence(shipped: Path) -> None:
    parsed = Network(shipped, threads=1).parse_words([*SENTENCES, ["No"]])
    for words, (tags, heads, labels) in zip([*SENTENCES, ["No"]], parsed, strict=True):
        assert len(words) == len(tags) == len(heads) == len(labels)
        assert heads.count(0) == labels.count("root") == 1
        assert labels[heads.index(0)] == "root"
        assert all(0 <= above <= len(words) and above != i for i, above in enumerate(heads, 1))


def test_the_encoder_is_cut_out_for_the_speed_benchmark(shipped: Path) -> None:
    network = Network(shipped, threads=1)
    encoder = encoder_of((shipped / "reader.onnx").read_bytes(), threads=1)
    (passage,) = passages_of(VOCABULARY, SENTENCES)
    ((_, out),) = network.run([passage])
    np.testing.assert_allclose(encoder(passage)[0], out["upos"], atol=1e-5)


def test_a_page_becomes_language(shipped: Path) -> None:
    text = "Troops left town.\n\nBUY NOW\n\nHe said: “The president is unhappy.”"
    at = text.index("BUY")
    kinds = ((0, 17, BlockKind.BODY), (at, at + 7, BlockKind.PROMO), (at + 9, len(text), BlockKind.BODY))
    doc = Document(id="d", text_id="t", text=text, language="en")
    page = Page(doc=doc, blocks=tuple(Block(start=a, end=z, kind=kind) for a, z, kind in kinds))
    lang = understand(page, Network(shipped, threads=1))
    assert "BUY" not in lang.words
    assert lang.words[:4] == ("Troops", "left", "town", ".")
    assert [lang.words[a] for a, _ in lang.bounds][:2] == ["Troops", "He"]
    assert lang.sentences[0].of(text) == "Troops left town."
    for first, end in lang.bounds:
        assert sum(int(lang.head[i]) == i for i in range(first, end)) == 1
        assert all(first <= int(lang.head[i]) < end for i in range(first, end))
        assert all((lang.deprel[i] == "root") == (int(lang.head[i]) == i) for i in range(first, end))
    assert all(i in lang.children[int(above)] for i, above in enumerate(lang.head) if above != i)
    assert all(0 <= p <= 1 for p in lang.eventful)


def test_a_page_without_words_is_empty_language(shipped: Path) -> None:
    page = Page(doc=Document(id="d", text_id="t", text=" \n"), blocks=(Block(start=0, end=2, kind=BlockKind.BODY),))
    lang = understand(page, Network(shipped, threads=1))
    assert (lang.words, lang.sentences, lang.bounds) == ((), (), ())


def test_a_network_without_its_tokenizer_is_broken(shipped: Path, tmp_path: Path) -> None:
    for name in ("reader.onnx", "reader.json"):
        (tmp_path / name).write_bytes((shipped / name).read_bytes())
    with pytest.raises(DataError, match="cannot be opened"):
        Network(tmp_path)
