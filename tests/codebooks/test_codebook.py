from __future__ import annotations

import pytest

from onrecord.codebooks.codebook import load_codebook
from onrecord.codebooks.modes import load_modes
from onrecord.codebooks.triggers import load_triggers, read_entry
from onrecord.errors import OptionError


def test_a_mode_scores_its_own_and_a_type_where_it_has_none() -> None:
    book = load_codebook()
    assert book.score_of("ASSAULT", "aerial") == -9.5
    assert book.score_of("ASSAULT") == -9
    assert book.score_of("PROTEST", "vandalize") == book.score_of("PROTEST") == -5


def test_quad_classes_hold_all_sixteen_types() -> None:
    book = load_codebook()
    quads = [book.quad_of(name) for name in book.types]
    assert {q: quads.count(q) for q in quads} == {
        "verbal cooperation": 4, "material cooperation": 3, "verbal conflict": 4, "material conflict": 5,
    }  # fmt: skip


def test_recipients_sectors_contexts_and_auxiliary_modes() -> None:
    book = load_codebook()
    assert {name for name, t in book.types.items() if t.recipient_required} == {"COOPERATE", "AID", "SANCTION"}
    assert "IGO" in book.sectors
    assert len(book.contexts) == 37
    assert book.auxiliary == ("historical", "future", "hypothetical", "negation", "question")


@pytest.mark.parametrize(("name", "mode"), [("FIGHT", None), ("ASSAULT", "strike"), ("AGREE", "visit")])
def test_an_unknown_type_or_mode_says_what_was_expected(name: str, mode: str | None) -> None:
    with pytest.raises(OptionError, match="expected"):
        load_codebook().score_of(name, mode)


def test_an_unknown_codebook_is_an_option_error() -> None:
    with pytest.raises(OptionError, match="cameo"):
        load_codebook("cameo")


def test_every_trigger_names_a_type_and_mode_of_the_codebook_and_stands_once() -> None:
    book = load_codebook()
    entries = [e for of_word in load_triggers().values() for e in of_word]
    assert len(entries) > 900
    assert [e for e in entries if e.mode is not None and e.mode not in book.types[e.type].modes] == []
    keys = [(e.phrase, e.pos, e.type) for e in entries]
    assert len(keys) == len(set(keys))


def test_every_mode_word_gives_a_mode_of_the_codebook() -> None:
    book = load_codebook()
    assert [e for entries in load_modes().values() for e in entries if e.mode not in book.types[e.type].modes] == []


def test_an_entry_reads_its_needs() -> None:
    entry = read_entry("decline\tVERB\tREJECT\t-\thigh\tnot:comment|say;alone")
    assert [n.kind for n in entry.needs] == ["not", "alone"]
    assert entry.needs[0].lemmas == {"comment", "say"}
    assert entry.mode is None


@pytest.mark.parametrize(
    "line", ["attack\tVERB\tASSAULT\t-\thigh", "attack\tVERB\tASSAULT\t-\tsome\t-", "a\tVERB\tASSAULT\t-\tlow\tperhaps:b"]
)
def test_a_broken_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|strength|need"):
        read_entry(line)
