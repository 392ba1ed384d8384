"""Readings built by hand, with what PolNeAR's annotators would have made of them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from onrecord.types import Claim, Document, Form, Mention, MentionForm, MentionKind, Reading, Source, SourceKind, Span, Stance
from polnear import polnear_form

MARKED = re.compile(r"\[(?P<words>[^\]]*)\]\{(?P<what>content|source|cue)(?P<claim>\d)\}")


def reading_of(marked: str) -> Reading:
    """``[We won]{content1}, [she]{source1} [claimed]{cue1}.``; ``|`` ends a sentence; one source text is one entity."""
    text, ends, found = "", [], []
    for piece in re.split(r"(\[[^\]]*\]\{\w+\}|\|)", marked):
        match = MARKED.fullmatch(piece)
        if piece == "|":
            ends.append(len(text))
        elif match:
            found.append((match["what"], match["claim"], Span(len(text), len(text) + len(match["words"]))))
        text += match["words"] if match else piece.replace("|", "")
    mentions = tuple(
        Mention(
            id=f"m{s.start}", start=s.start, end=s.end, kind=MentionKind.PERSON, form=MentionForm.NAME, entity=s.of(text), head=s
        )
        for what, _, s in found
        if what == "source"
    )
    return Reading(
        made_by={},
        document=Document(id="d", text_id="t", text=text),
        blocks=(),
        sentences=tuple(Span(a, b) for a, b in pairwise([0, *ends, len(text)])),
        mentions=mentions,
        claims=tuple(claim_of(number, found) for number in sorted({n for _, n, _ in found})),
    )


def claim_of(number: str, found: list[tuple[str, str, Span]]) -> Claim:
    parts = {what: [s for w, n, s in found if (w, n) == (what, number)] for what in ("content", "source", "cue")}
    source = Source(mentions=tuple(f"m{s.start}" for s in parts["source"]), kind=SourceKind.NAMED)
    cue = parts["cue"][0] if parts["cue"] else None
    return Claim(
        id=f"c{number}",
        source=source,
        cue=cue,
        content=tuple(parts["content"]),
        form=Form.DIRECT,
        stance=Stance.SAYS,
        confidence=1.0,
    )


def words_of(marked: str) -> list[tuple[list[str], list[str], list[str]]]:
    reading = reading_of(marked)
    text = reading.document.text
    return [
        (
            [text[s:e] for s, e in a["source"]],
            [text[s:e] for s, e in a["cue"]],
            [text[s:e] for s, e in a["content"]],
        )
        for a in polnear_form(reading)
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[She]{source1} [said]{cue1} that [it rains]{content1}.", [(["She"], ["said"], ["that it rains"])]),
        ("“[We won]{content1},” [she]{source1} [said]{cue1}.", [(["she"], ["said"], ["“We won,”"])]),
        ('She [asked]{cue1}: "[Who won]{content1}?"', [([], ["asked"], ['"Who won?"'])]),
        ("[Ann]{source1} [asked]{cue1} [who won]{content1}? No.", [(["Ann"], ["asked"], ["who won?"])]),
        ("They [reject]{cue1} [the voters]{content1}' will.", [([], ["reject"], ["the voters"])]),
    ],
)
def test_contents_take_in_that_and_quotation_marks(marked: str, expected: list[object]) -> None:
    assert words_of(marked) == expected


def test_sentences_of_one_quotation_become_one_attribution() -> None:
    found = words_of('"[It rains]{content1}.| [It pours]{content2}," [she]{source2} [said]{cue2}.')
    assert found == [(["she"], ["said"], ['"It rains. It pours,"'])]


def test_a_quotation_that_goes_on_after_the_cue_is_a_second_content() -> None:
    found = words_of('"[It rains]{content1}," [she]{source1} [said]{cue1}.| "[It pours]{content2}.| [We drown]{content3}."')
    assert found == [(["she"], ["said"], ['"It rains,"', '"It pours. We drown."'])]


def test_a_cueless_sentence_goes_with_the_cue_in_its_own_quotation() -> None:
    found = words_of(
        '"[A]{content1}," [she]{source1} [said]{cue1}.| "[B]{content2}.| [C]{content3}," [she]{source3} [added]{cue3}.'
    )
    assert found == [(["she"], ["said"], ['"A,"']), (["she"], ["added"], ['"B. C,"'])]


def test_other_sources_and_distant_sentences_stay_apart() -> None:
    other = words_of("[Ann]{source1} [said]{cue1} [A]{content1}.| [B]{content2}, [Bob]{source2}.")
    assert [source for source, _, _ in other] == [["Ann"], ["Bob"]]
    distant = words_of("[Ann]{source1} [said]{cue1} [A]{content1}.| Nothing.| [B]{content2}.")
    assert [content for _, _, content in distant] == [["A"], ["B"]]


def test_two_cues_are_two_attributions() -> None:
    found = words_of("[Ann]{source1} [said]{cue1} [A]{content1}.| [Ann]{source2} [denied]{cue2} [B]{content2}.")
    assert [cue for _, cue, _ in found] == [["said"], ["denied"]]


def test_no_claims_no_attributions() -> None:
    assert words_of("It rains.") == []
