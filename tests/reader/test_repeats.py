from __future__ import annotations

from typing import Any, cast

import numpy as np

from onrecord.reader.network import REPEATS, Network
from onrecord.reader.pieces import passages_of
from reader.tiny import tiny_vocabulary


class Counted:
    """A session that counts how often it is run and answers with the first piece."""

    def __init__(self) -> None:
        self.runs = 0

    def run(self, _: None, given: dict[str, Any]) -> list[Any]:
        self.runs += 1
        return [given["ids"][:, 1:2]]


def run(words: list[str]) -> tuple[list[int], int]:
    """The answers for passages of one word each, and how often the session was run."""
    session = Counted()
    network = Network.__new__(Network)
    network.session, network.outputs = cast("Any", session), ["piece"]
    passages = [passage for word in words for passage in passages_of(tiny_vocabulary(), [[word]])]
    return [int(np.ravel(out["piece"])[0]) for _, out in network.run(passages)], session.runs


def test_a_passage_that_was_just_seen_is_not_run_again_and_answered_alike() -> None:
    answers, runs = run(["a", "b", "a", "a", "b"])
    assert runs == 2
    assert answers == [answers[0], answers[1], answers[0], answers[0], answers[1]]
    assert answers[0] != answers[1]


def test_no_more_than_a_few_are_kept() -> None:
    letters = list("abcdefghijklmnopqrstuvwxyz")
    assert len(letters) > REPEATS
    assert run([*letters, "a"])[1] == len(letters) + 1
    assert run([*letters, "z"])[1] == len(letters)
