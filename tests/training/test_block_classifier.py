"""What the classifier of lines sees, and what it makes of it, on weights small enough to follow by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.blocks import draft
from onrecord.ingest.lines import find_units
from onrecord.ingest.signals import look_at
from onrecord.types import BlockKind
from training.block_classifier import Classifier, Words, settle, softmax, terms_of
from training.block_features import AROUND, KINDS, NEAR, see_page, with_neighbours

PAGE = "Home\nSports\n\nFloods kill 30 in Ostland\n\nFloods killed 30 people in Ostland on Monday, officials said.\n\nShare this"
BODY, PROMO = KINDS.index(BlockKind.BODY), KINDS.index(BlockKind.PROMO)


def seen_of(text: str) -> tuple[int, np.ndarray]:
    drafted = draft(tuple(map(look_at, find_units(text))))
    return len(drafted.page.looks), see_page(drafted.page, drafted.kinds)


def always(kind: int, columns: int) -> Classifier:
    """A classifier that is sure of one kind, whatever it sees."""
    words = Words(vocabulary={}, votes=np.zeros((0, 12), np.int8), scale=np.ones(12, np.float32), bias=np.zeros(12, np.float32))
    bias = np.full(12, -20, np.float32)
    bias[kind] = 20
    return Classifier(
        words=words,
        mean=np.zeros(columns, np.float32),
        deviation=np.ones(columns, np.float32),
        hidden=np.zeros((columns, 2), np.int8),
        scale=np.ones(2, np.float32),
        hidden_bias=np.zeros(2, np.float32),
        out=np.zeros((2, 12), np.float32),
        out_bias=bias,
    )


def columns_of(seen: np.ndarray) -> int:
    return int(with_neighbours(np.concatenate([seen, np.zeros((len(seen), 12), np.float32)], axis=1)).shape[1])


def test_every_unit_is_seen_in_the_same_finite_numbers() -> None:
    units, seen = seen_of(PAGE)
    assert seen.shape[0] == units == 5
    assert seen.dtype == np.float32
    assert seen.shape[1] == seen_of("One line.\n\nAnother line.\n\nA third.")[1].shape[1]


@given(
    st.lists(st.sampled_from(["Home", "•", "1.", "The army said so.", "By Ada Quill", "___", "日本語の文。", "\x00"]), min_size=1)
)
def test_nothing_that_stands_on_a_page_is_seen_as_no_number(lines: list[str]) -> None:
    assert np.isfinite(seen_of("\n\n".join(lines))[1]).all()


def test_neighbours_stand_beside_a_unit_and_zeros_beyond_the_page() -> None:
    seen = np.arange(1, 13, dtype=np.float32)[:, None]
    whole = with_neighbours(seen)
    assert whole.shape == (12, 2 * (2 * NEAR + 1) + 2)
    assert whole[0, : 2 * NEAR + 1 + 1].tolist() == [0, 0, 0, 0, 1, 1]  # two units above that are none, then itself
    assert whole[5, ::2][: 2 * NEAR + 1].tolist() == [4, 5, 6, 7, 8]
    assert whole[5, -2] == pytest.approx(sum(range(1, 12)) / (2 * AROUND + 1))
    assert whole[:, -1] == pytest.approx(np.full(12, 6.5))


def test_words_vote_one_by_one_and_in_pairs() -> None:
    assert terms_of(["read", "more", "12"]) == ["<read", "read", "more", "0", "0>", "<read read", "read more", "more 0", "0 0>"]
    assert terms_of([]) == ["<none>"]
    long = terms_of([f"w{at}" for at in range(100)])
    assert "w15" in long
    assert "w50" not in long
    assert "w99>" in long


def test_a_lines_votes_are_added_up() -> None:
    votes = np.zeros((2, 12), np.int8)
    votes[0, PROMO], votes[1, PROMO] = 3, 2
    words = Words(
        vocabulary={"read more": 0, "more": 1}, votes=votes, scale=np.ones(12, np.float32), bias=np.zeros(12, np.float32)
    )
    both, none = words.vote([["read", "more"], ["army"]])
    assert both[PROMO] == pytest.approx(np.log(np.exp(5) / (np.exp(5) + 11) + 1e-3), abs=1e-5)
    assert none == pytest.approx(np.full(12, np.log(1 / 12 + 1e-3)))


def test_chances_add_up_to_one() -> None:
    assert softmax(np.array([[1e4, 0.0], [-1e4, 0.0]], np.float32)).tolist() == [[1, 0], [0, 1]]


def test_what_gives_itself_away_is_never_read_however_sure_the_classifier_is() -> None:
    text = f"{PAGE}\n\nSubscribe now to our newsletter!\n\n© 2021 The Herald. All rights reserved.\n\nThe rivers fell on Tuesday."
    drafted = draft(tuple(map(look_at, find_units(text))))
    sure = always(BODY, columns_of(see_page(drafted.page, drafted.kinds)))
    kinds = dict(zip((look.own for look in drafted.page.looks), settle(drafted, sure), strict=True))
    assert kinds["The rivers fell on Tuesday."] is BlockKind.BODY
    assert kinds["Subscribe now to our newsletter!"] is BlockKind.PROMO
    assert kinds["© 2021 The Herald. All rights reserved."] is BlockKind.NOTICE


def test_the_classifier_takes_from_the_story_what_the_rules_read() -> None:
    menu = "\n".join(f"  • Entry {at}" for at in range(80))
    text = f"{menu}\n\n{PAGE}\n\n{menu}"
    drafted = draft(tuple(map(look_at, find_units(text))))
    sure = always(PROMO, columns_of(see_page(drafted.page, drafted.kinds)))
    assert BlockKind.BODY in drafted.kinds
    assert BlockKind.BODY not in settle(drafted, sure)


def test_a_page_of_one_line_is_left_to_the_rules() -> None:
    drafted = draft(tuple(map(look_at, find_units("Rebels attacked the town."))))
    assert settle(drafted, always(PROMO, 1)) == [BlockKind.BODY]
