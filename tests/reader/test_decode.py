"""From logits to names, triggers and attributions, on logits written by hand."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.reader.decode import attributions_of, names_of, sigmoid, softmax, spans_of, triggers_of
from onrecord.reader.labels import AUXILIARY, CERTAINTY, MODES, TRIGGERS, TYPES
from onrecord.types import Attribution
from reader.tiny import SURE, link, logits_of, passage_logits


def one(size: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.zeros(size, np.int64)


def spans(tags: str, sentence: list[int] | None = None, threshold: float = 0.5) -> list[tuple[int, int]]:
    p = softmax(logits_of(tags.split(), ("O", "B", "I")))
    where = np.array(sentence) if sentence else one(len(p))
    return list(spans_of(p[:, 1], p[:, 0], threshold, where))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O O O", []),
        ("O B I O", [(1, 3)]),
        ("B I B O B", [(0, 2), (2, 3), (4, 5)]),
        ("I I O", [(0, 2)]),  # one that forgot to begin
        ("O O B", [(2, 3)]),
    ],
)
def test_spans_begin_and_go_on(tags: str, expected: list[tuple[int, int]]) -> None:
    assert spans(tags) == expected


def test_no_span_crosses_a_sentences_end() -> None:
    assert spans("B I I I", sentence=[0, 0, 1, 1]) == [(0, 2), (2, 4)]


def test_the_threshold_decides_who_is_inside() -> None:
    outside = np.array([0.9, 0.6, 0.6, 0.9])
    begin = np.array([0.05, 0.35, 0.05, 0.05])
    assert list(spans_of(begin, outside, 0.5, one(4))) == []
    assert list(spans_of(begin, outside, 0.4, one(4))) == [(1, 3)]


def test_probabilities_stand_large_logits() -> None:
    assert softmax(np.array([1e4, 0, -1e4], np.float32)).tolist() == [1, 0, 0]
    assert sigmoid(np.array([50, 0, -50], np.float32)).tolist() == pytest.approx([1, 0.5, 0])


def test_names_have_a_kind_and_a_place_in_the_document() -> None:
    out = passage_logits(5, names="B-PER I-PER O B-LOC B-ORG")
    found = list(names_of(out, one(5), 100))
    assert [(n.tokens, n.kind) for n in found] == [((100, 102), "PER"), ((103, 104), "LOC"), ((104, 105), "ORG")]
    assert all(n.score > 0.99 for n in found)


def test_a_name_takes_the_kind_that_its_words_favour_together() -> None:
    out = passage_logits(3, names="B-PER I-ORG I-ORG")
    (name,) = names_of(out, one(3), 0)
    assert (name.tokens, name.kind) == ((0, 3), "ORG")
    assert name.score == pytest.approx(2 / 3, abs=0.01)


def test_triggers_carry_what_their_first_word_says() -> None:
    out = passage_logits(6, trigger="O O B-ASSAULT I-ASSAULT O O")
    out["mode"][2] = logits_of(["aerial"], MODES)[0]
    out["certainty"][2] = logits_of(["possible"], CERTAINTY)[0]
    out["auxiliary"][2, AUXILIARY.index("future")] = SURE
    link(out, "actor", 2, 0)
    link(out, "recipient", 2, 4, 5)
    (trigger,) = triggers_of(out, one(6), 10)
    assert trigger.tokens == (12, 14)
    assert trigger.score > 0.99
    assert max(trigger.types, key=trigger.types.__getitem__) == "ASSAULT"
    assert max(trigger.modes, key=trigger.modes.__getitem__) == "aerial"
    assert max(trigger.certainty, key=trigger.certainty.__getitem__) == "possible"
    assert {name for name, p in trigger.auxiliary.items() if p >= 0.5} == {"future"}
    assert [w[:2] for w in trigger.actors] == [(10, 11)]
    assert [w[:2] for w in trigger.recipients] == [(14, 16)]


def test_the_types_of_a_trigger_are_shares() -> None:
    out = passage_logits(1)
    out["trigger"][0, [0, TRIGGERS.index("B-AID"), TRIGGERS.index("I-COERCE")]] = [9, 10, 9]
    (trigger,) = triggers_of(out, one(1), 0)
    assert set(trigger.types) == set(TYPES)
    assert sum(trigger.types.values()) == pytest.approx(1)
    assert trigger.types["AID"] > trigger.types["COERCE"] > 0.2


def test_nobody_of_another_sentence_takes_part() -> None:
    out = passage_logits(4, trigger="O B-AID O O")
    link(out, "actor", 1, 0, 3)
    (trigger,) = triggers_of(out, np.array([0, 0, 1, 1]), 0)
    assert [w[:2] for w in trigger.actors] == [(0, 1)]


# --- attributions -----------------------------------------------------------------------------------------------------


def parts(a: Attribution) -> tuple[object, ...]:
    return a.cue, a.sources, a.content


def test_a_cue_with_its_source_and_content() -> None:  # She said (that) troops left .
    out = passage_logits(6, source="B O O O O O", cue="O B O O O O", content="O O O B I O")
    link(out, "source", 1, 0)
    link(out, "content", 1, 3, 4)
    (found,) = attributions_of(out, one(6), 20)
    assert parts(found) == ((21, 22), ((20, 21),), ((23, 25),))
    assert found.score > 0.99


def test_a_content_in_two_parts() -> None:  # The troops , she said , will leave .
    out = passage_logits(9, source="O O O B O O O O O", cue="O O O O B O O O O", content="B I O O O O B I O")
    link(out, "source", 4, 3)
    link(out, "content", 4, 0, 1, 6, 7)
    assert [parts(a) for a in attributions_of(out, one(9), 0)] == [((4, 5), ((3, 4),), ((0, 2), (6, 8)))]


def test_a_word_left_out_does_not_split_a_content() -> None:  # He said they will , then , leave
    out = passage_logits(8, source="B O O O O O O O", cue="O B O O O O O O", content="O O B I O O B I")
    link(out, "source", 1, 0)
    link(out, "content", 1, 2, 3, 6, 7)
    assert [parts(a) for a in attributions_of(out, one(8), 0)] == [((1, 2), ((0, 1),), ((2, 8),))]


def test_links_tell_which_of_two_cues_a_content_is_of() -> None:  # Said he , adding later , they left , she claims they go
    out = passage_logits(12, source="O B O O O O O O B O O O", cue="B O O B O O O O O B O O", content="O O O O O B I O O O B I")
    for cue, source, content in ((0, 1, 5), (9, 8, 10), (3, 1, 10)):
        link(out, "source", cue, source)
        link(out, "content", cue, content, content + 1)
    found = {cue: (source, content) for cue, source, content in map(parts, attributions_of(out, one(12), 0))}
    assert found[0, 1] == (((1, 2),), ((5, 7),))  # though (3, 4) is nearer
    assert found[9, 10] == (((8, 9),), ((10, 12),))


def test_a_quotation_in_a_sentence_without_a_cue_stands_alone() -> None:
    out = passage_logits(7, source="B O O O O O O", cue="O B O O O O O", content="O O B I B I I")
    link(out, "source", 1, 0)
    link(out, "content", 1, 2, 3)
    first, bare = attributions_of(out, np.array([0, 0, 0, 0, 1, 1, 1]), 0)
    assert parts(first) == ((1, 2), ((0, 1),), ((2, 4),))
    assert parts(bare) == (None, (), ((4, 7),))


def test_a_cue_inside_a_content_takes_the_words_that_are_linked_to_it() -> None:  # He said she denied taking part
    out = passage_logits(6, source="B O B O O O", cue="O B O B O O", content="O O B I I I")
    link(out, "source", 1, 0)
    link(out, "content", 1, 2, 3, 4, 5)
    link(out, "source", 3, 2)
    link(out, "content", 3, 4, 5)
    found = {parts(a) for a in attributions_of(out, one(6), 0)}
    assert found == {((1, 2), ((0, 1),), ((2, 6),)), ((3, 4), ((2, 3),), ((4, 6),))}


def test_a_cue_whose_content_was_not_seen_is_kept_without() -> None:
    out = passage_logits(3, source="B O O", cue="O B O")
    link(out, "source", 1, 0)
    assert [parts(a) for a in attributions_of(out, one(3), 0)] == [((1, 2), ((0, 1),), ())]


def test_a_claim_may_have_no_source() -> None:  # Reportedly troops left
    out = passage_logits(3, cue="B O O", content="O B I")
    link(out, "content", 0, 1, 2)
    assert [parts(a) for a in attributions_of(out, one(3), 0)] == [((0, 1), (), ((1, 3),))]


def test_an_empty_page_says_nothing() -> None:
    assert list(attributions_of(passage_logits(4), one(4), 0)) == []
