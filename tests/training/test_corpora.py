"""The corpora's forms into labels on words, on rows and readings that were invented for it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from labelled import linked, marked
from onrecord.reader.labels import DEPRELS, ENTITIES, NAMES, UPOS
from training import corpora
from training.corpora import clusters_of, load_meantime, load_names, load_polnear, load_re3d, load_ud
from training.examples import IGNORE, Annotated
from training.guard import ContaminatedError

Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a gzipped file where the loaders look; the gate of gold dev refuses texts with "forbidden" in them."""

    def refuse(name: str, text: str) -> None:
        if "forbidden" in text:
            raise ContaminatedError(name)

    def write(path: str, text: str) -> None:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(gzip.compress(text.encode()))

    monkeypatch.setattr(corpora, "DATA", tmp_path)
    monkeypatch.setattr(corpora, "refuse_gold_dev", refuse)
    return write


# --- Universal Dependencies -------------------------------------------------------------------------------------------

GUM = """# newdoc id = invented_one
# sent_id = one-1
1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\tEntity=(1-organization-new-cf1-2-coref
2\tfleet\tfleet\tNOUN\t_\t_\t6\tnsubj\t_\t_
3\tof\tof\tADP\t_\t_\t5\tcase\t_\t_
4\tNew\tNew\tPROPN\t_\t_\t5\tamod\t_\tEntity=(2-place-new-cf2-2-coref|SpaceAfter=No
5\tHolm\tHolm\tPROPN\t_\t_\t2\tnmod\t_\tEntity=2)1)
6\tsailed\tsail\tVERB\t_\t_\t0\troot\t_\t_
6-7\tit's\t_\t_\t_\t_\t_\t_\t_\t_
7\tit\tit\tPRON\t_\t_\t6\tobj\t_\tBridge=1<3|Entity=(1-organization-giv-cf1-1-ana)
6.1\tsailed\tsail\tVERB\t_\t_\t_\t_\t_\t_

# sent_id = one-2
1\tHome\thome\tADV\t_\t_\t0\troot\t_\t_

# newdoc id = invented_two
# sent_id = two-1
1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_
"""


def rows(*misc: str) -> list[list[str]]:
    return [[*"123456789", cell] for cell in misc]


def test_entity_brackets_open_nest_and_close() -> None:
    found = corpora._entity_heads(
        rows("Entity=(1-person-new(2-place-new", "_", "Entity=2)", "X=1|Entity=1)(3-event-giv)"), [], 10
    )
    assert sorted(found) == [(10, 13, "place", "2"), (10, 14, "person", "1"), (13, 14, "event", "3")]


def test_entity_brackets_run_on_over_sentences() -> None:
    open_: list[tuple[str, str, int]] = []
    assert list(corpora._entity_heads(rows("Entity=(1-event-new"), open_, 0)) == []
    assert list(corpora._entity_heads(rows("Entity=1)"), open_, 1)) == [(0, 2, "event", "1")]
    assert open_ == []


def test_a_bracket_that_nothing_opened_is_passed_over() -> None:
    assert list(corpora._entity_heads(rows("Entity=9)", "_"), [], 0)) == []


def test_treebank_documents_have_tags_trees_and_entities(write: Write) -> None:
    write("ud/en_gum-train.conllu.gz", GUM)
    one, two = load_ud("en_gum", "train")
    assert one.sentences == [["The", "fleet", "of", "New", "Holm", "sailed", "it"], ["Home"]]
    assert [UPOS[i] for i in one.tags["upos"][:3]] == ["DET", "NOUN", "ADP"]
    assert [DEPRELS[i] for i in one.tags["deprel"][:3]] == ["det", "nsubj", "case"]
    assert one.head is not None
    assert one.head.tolist() == [1, 5, 4, 4, 1, 5, 5, 7]
    assert [ENTITIES[i] for i in one.tags["entity"]] == ["O", "organization", "O", "O", "place", "O", "organization", "O"]
    assert "names" not in one.tags
    assert one.clusters is not None
    assert one.clusters.tolist() == [-1, 0, -1, -1, -1, -1, 0, -1]  # the fleet, and it; the town is told once
    assert two.sentences == [["Yes"]]


def test_of_two_mentions_with_one_head_the_longer_counts() -> None:
    head = np.array([1, 1, 1, 1, 5, 5])
    assert clusters_of(head, [(0, 2, "a"), (0, 4, "b"), (4, 5, "a"), (5, 6, "b")]).tolist() == [-1, 0, -1, -1, -1, 0]


def test_meantime_says_what_happened_and_leaves_the_gold_out(write: Write) -> None:
    lines = [
        {"text": "The fleet sailed", "targets": [{"span1": [2, 3], "label": 3.0}]},
        {"text": "It is forbidden", "targets": [{"span1": [2, 3], "label": 1.0}]},
    ]
    write("factuality/meantime-train.jsonl.gz", "\n".join(map(json.dumps, lines)))
    (a,) = load_meantime("train")
    assert a.sentences == [["The", "fleet", "sailed"]]
    assert a.happened is not None
    assert np.isnan(a.happened[:2]).all()
    assert a.happened[2] == 3.0


def test_names_are_laid_over_the_treebank_where_the_words_agree(write: Write) -> None:
    write("ud/en_ewt-dev.conllu.gz", GUM)
    write(
        "ner/uner_ewt-dev.iob2.gz",
        "# sent_id = one-1\n1\tThe\tO\t-\t-\n2\tfleet\tO\t-\t-\n\n# sent_id = two-1\n# text = Yes\n1\tYes\tB-ORG\t-\t-\n",
    )
    asked = [
        {"text": "Yes", "targets": [{"span1": [0, 1], "label": -1.5}]},
        {"text": "No", "targets": [{"span1": [0, 1], "label": 3.0}]},
    ]
    write("factuality/uds_ih2-dev.jsonl.gz", "\n".join(map(json.dumps, asked)))
    one, two = load_ud("en_ewt", "dev")
    assert one.happened is not None
    assert two.happened is not None
    assert np.isnan(one.happened).all()
    assert two.happened.tolist() == [-1.5]
    assert (one.tags["names"] == IGNORE).all()  # other words than the treebank's: nothing is known
    assert [NAMES[i] for i in two.tags["names"]] == ["B-ORG"]


def test_a_treebank_with_gold_dev_in_it_is_refused(write: Write) -> None:
    write("ud/en_gum-train.conllu.gz", GUM.replace("Home", "forbidden"))
    with pytest.raises(ContaminatedError):
        load_ud("en_gum", "train")


# --- names ------------------------------------------------------------------------------------------------------------


def test_name_corpora_become_begin_and_inside(write: Write) -> None:
    write(
        "ner/some.gz",
        "Ada I-PER\nByron I-PER\nof O\nHolm I-LOC\n\nAcme B-corporation\nAcme B-corporation\nFirm I-corporation\nGo B-product\n",
    )
    (a,) = load_names("some.gz")
    assert a.sentences == [["Ada", "Byron", "of", "Holm"], ["Acme", "Acme", "Firm", "Go"]]
    assert " ".join(NAMES[i] for i in a.tags["names"]) == "B-PER I-PER O B-LOC B-ORG B-ORG I-ORG O"


def test_name_corpora_come_in_documents_of_forty_sentences(write: Write) -> None:
    write("ner/some.gz", "-DOCSTART- O\n\n" + "Ada B-PER\n\n" * 45)
    assert [len(a.sentences) for a in load_names("some.gz")] == [40, 5]


def test_re3d_gives_names_and_keeps_silent_about_descriptions(write: Write) -> None:
    text = "The Holm Guard met the ministers in Port Vale."
    entities = [("The Holm Guard", "Organisation"), ("the ministers", "Person"), ("Port Vale", "Location")]
    found = [{"begin": text.index(x), "end": text.index(x) + len(x), "type": kind} for x, kind in entities]
    lines = [{"id": "a", "text": text, "entities": found}, {"id": "b", "text": "forbidden", "entities": []}]
    write("entities/re3d.jsonl.gz", "\n".join(map(json.dumps, lines)))
    (a,) = load_re3d()
    labels = ["O", "B-ORG", "I-ORG", "O", "O", None, "O", "B-LOC", "I-LOC", "O"]
    assert a.tags["names"].tolist() == [IGNORE if x is None else NAMES.index(x) for x in labels]


# --- PolNeAR ----------------------------------------------------------------------------------------------------------


def polnear(write: Write, text: str, *claims: dict[str, list[str]]) -> Annotated:
    """One document with claims given by their words, each of which stands once in the text."""

    def at(words: str) -> tuple[int, int]:
        assert text.count(words) == 1
        return text.index(words), text.index(words) + len(words)

    attributions = [{k: [at(x) for x in claim.get(k, [])] for k in ("source", "cue", "content")} for claim in claims]
    write("attribution/polnear-dev.jsonl.gz", json.dumps({"id": "p", "text": text, "attributions": attributions}))
    (a,) = load_polnear("dev")
    return a


def test_a_quotation_loses_its_marks_and_stop_and_ends_with_its_sentence(write: Write) -> None:
    a = polnear(
        write,
        "“We will stay. Nobody leaves,” Ada Byron told them. It rained.",
        {"source": ["Ada Byron"], "cue": ["told"], "content": ["“We will stay. Nobody leaves,”"]},
    )
    assert marked(a, "content") == ["We will stay", "Nobody leaves"]
    assert (marked(a, "source"), marked(a, "cue")) == (["Ada Byron"], ["told"])
    assert linked(a) == [("told", "source", "Ada Byron"), ("told", "content", "Nobody leaves")]  # only its own sentence


def test_that_belongs_neither_to_cue_nor_content(write: Write) -> None:
    a = polnear(
        write,
        "The mayor said that the bridge was safe, adding that cars may cross.",
        {"source": ["The mayor"], "cue": ["said"], "content": ["that the bridge was safe"]},
        {"source": ["The mayor"], "cue": ["adding that"], "content": ["cars may cross."]},
    )
    assert marked(a, "content") == ["the bridge was safe", "cars may cross"]
    assert marked(a, "cue") == ["said", "adding"]


def test_inside_a_content_nothing_is_known_of_further_claims(write: Write) -> None:
    a = polnear(
        write,
        "Ada said they deny it. Rain fell.",
        {"source": ["Ada"], "cue": ["said"], "content": ["they deny it"]},
    )
    assert a.tags["cue"].tolist() == [0, 1, *[IGNORE] * 3, 0, 0, 0, 0]
    assert a.tags["source"].tolist() == [1, 0, *[IGNORE] * 3, 0, 0, 0, 0]


def test_a_source_inside_a_content_stays(write: Write) -> None:
    a = polnear(
        write,
        "Ada’s plan to leave failed.",
        {"source": ["Ada"], "cue": ["plan"], "content": ["Ada’s plan to leave"]},
    )
    assert (marked(a, "source"), marked(a, "cue")) == (["Ada"], ["plan"])


def test_a_claim_without_a_cue_has_no_links(write: Write) -> None:
    a = polnear(write, "“Go now,” it ran. So be it.", {"content": ["“Go now,”"]})
    assert (marked(a, "content"), a.links) == (["Go now"], [])


def test_polnear_leaves_out_what_stands_in_gold_dev(write: Write) -> None:
    documents = [
        {"id": name, "text": text, "attributions": []} for name, text in (("a", "It rained."), ("b", "It is forbidden."))
    ]
    write("attribution/polnear-train.jsonl.gz", "\n".join(map(json.dumps, documents)))
    assert [a.name for a in load_polnear("train")] == ["a"]
