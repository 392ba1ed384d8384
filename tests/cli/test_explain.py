"""Why a record is what it is, and why words are on none."""

from __future__ import annotations

import gzip
import io
import re
import sys
from pathlib import Path

import msgspec
import pytest

from build import plain
from cli.conftest import Pipeline
from cli.readings import QUARREL, Maker, empty, quarrel
from networks import Noise
from onrecord.cli.explained import lay_claim, lay_event, lay_list, lay_offset
from onrecord.cli.explained_tokens import lay_tokens
from onrecord.cli.main import main
from onrecord.cli.paper import Paper, columns
from onrecord.cli.study import Study
from onrecord.ingest.documents import document_of
from onrecord.pipeline import read_document, understand_document
from onrecord.types import Block, Qualifier, Quantity, Reading, Span, Stance, Why
from reader.tiny import tiny_vocabulary


def study(reading: Reading, width: int = 120) -> Study:
    return Study(reading, Paper(width=width, colour=False))


def at(words: str, reading: Reading | None = None) -> str:
    """What is explained where words stand."""
    told = reading or quarrel()
    return "\n".join(lay_offset(study(told), Span(told.document.text.index(words), told.document.text.index(words) + 1)))


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.txt"
    path.write_text(QUARREL, "utf8")
    return str(path)


@pytest.fixture
def written(tmp_path: Path) -> str:
    """Two readings, as --format jsonl writes them."""
    other = msgspec.structs.replace(empty(), document=msgspec.structs.replace(empty().document, given_id="mine"))
    path = tmp_path / "readings.jsonl"
    path.write_bytes(quarrel().to_json() + b"\n\n" + other.to_json() + b"\n")
    return str(path)


def test_an_event_with_all_that_decided_it() -> None:
    told = at("seized a Norwegian")
    assert "block          body, at 24-132: read" in told
    assert ">>seized<< a Norwegian trawler" in told
    for line in (
        "what           COERCE seize (plover): material conflict; 87% sure",
        "because “Iceland” is the subject of “seized” [rule: subject of an active verb]",
        "its words      “seized” at 32-38",
        "who            Iceland (organization, ISL, GOV), name “Iceland seized” at 24-38",
        "to whom        Norwegian trawler (vehicle), name “a Norwegian trawler” at 39-58",
        "where          Westfjords (ISL), not found on the map",
        "when           2026-03-16 (day, worked out; 90% sure) from “on Monday” at 78-87",
        "told as        happened (positive, certain)",
        "on the word of the page itself",
        "so it is       a fact of the page",
    ):
        assert line in told


def test_how_many_and_nothing_known() -> None:
    told = at("detained 14")
    assert "how many       14 arrested, from “14” at " in told
    assert "where          no place: " in told
    assert "when           no day: " in told


def test_a_chain_of_voices_and_the_other_record_of_the_happening() -> None:
    reading = quarrel()
    told = "\n".join(lay_event(study(reading), reading.events[2]))
    assert "on the word of State radio says (c4)" in told
    assert "who quotes     Norwegian navy, as told by State radio says (c5)" in told
    assert "so it is       no fact of the page" in told
    assert "the same       v4 “opened fire” at " in told
    assert told.index("STATEMENT c4") < told.index("STATEMENT c5")
    denied = "\n".join(lay_event(study(reading), reading.events[3]))
    assert "told as        denied (negative, certain)" in denied


def test_a_statement_with_what_it_holds_and_what_holds_it() -> None:
    reading = quarrel()
    told = "\n".join(lay_claim(study(reading), reading.claims[4]))
    for line in (
        "stance         Norwegian navy, as told by State radio says; 90% sure",
        "cue            “saying” at ",
        "source         named",
        "within         c4: State radio says",
        "in the form    retold, without quotation marks",
        "holds          v3: ASSAULT “shelled” at ",
    ):
        assert line in told
    assert "STATEMENT c4" in told
    assert "holds          c5: Norwegian navy" in told
    bare = "\n".join(lay_claim(study(reading), reading.claims[1]))
    assert "cue            none: the quotation stands alone" in bare


def test_a_figure() -> None:
    told = at("Up to 2,000")
    assert "how many       up to 2,000 (up_to), unit person; 95% sure" in told
    assert "of what        people marching in Oslo" in told
    assert "on the word of the page itself" in told


def test_a_part_that_is_not_read() -> None:
    told = at("Subscribe now")
    assert "block          promo, at 133-166: not read" in told or ": not read" in told
    assert "NOTHING WAS RECORDED HERE" in told
    assert "taken for promotion, and only the story's own words are read" in told


def test_a_part_in_another_language() -> None:
    make = Maker("Oslo a frappé le port.")
    french = (Block(start=0, end=22, kind="body", language="fr"),)  # type: ignore[arg-type]
    told = at("frappé", msgspec.structs.replace(make.reading(), blocks=french, sentences=()))
    assert "this part of the page is in French, and only English is read" in told
    assert ">>frappé<<" in told


def test_white_space() -> None:
    told = at("\n\nIceland seized")
    assert "block          none: white space between two blocks" in told
    assert "it is white space, which belongs to no part of the page" in told


def test_a_place_in_no_sentence_shows_the_words_around_it() -> None:
    reading = quarrel()
    told = at("trawler off", msgspec.structs.replace(reading, sentences=(), events=(), claims=(), figures=()))
    assert "it stands in no sentence" in told
    assert "…" in told


def test_words_that_no_record_uses() -> None:
    told = at("two miles", msgspec.structs.replace(quarrel(), claims=()))
    assert "no record of this sentence uses these words" in told
    assert "ALSO FROM THIS SENTENCE\n  v1 COERCE seize “seized” at 32-38, 87%" in told


def test_a_sentence_without_records() -> None:
    assert "in this whole sentence no word was taken for an act" in at("note", empty())


def test_the_list() -> None:
    told = "\n".join(lay_list(study(quarrel())))
    assert "EVENTS (--event ID)\n  v1 COERCE seize “seized” at 32-38, 87%" in told
    assert "  c3 Norway denies “the trawler had crossed the line” at " in told
    assert "FIGURES (--at OFFSET)\n  “Up to 2,000” at " in told
    assert "Nothing on this page was put on record" in "\n".join(lay_list(study(empty())))


def test_ids_that_lead_nowhere() -> None:
    torn = msgspec.structs.replace(quarrel(), mentions=(), entities=(), claims=())
    assert "so it is       no fact of the page" in "\n".join(lay_event(study(torn), torn.events[2]))
    unknown = msgspec.structs.replace(quarrel(), entities=())
    assert "nobody that is known" in "\n".join(lay_event(study(unknown), unknown.events[0]))


def test_a_quantity_that_was_not_made_out() -> None:
    make = Maker("Oslo struck many.")
    many = Quantity(what="killed", low=None, high=None, qualifier=Qualifier.ABOUT, unit="person", mention="m9")
    make.event("struck", "Oslo struck many.", "ASSAULT", quantities=(many,))
    assert "how many       killed" in at("struck", make.reading())


def test_claims_within_each_other_in_a_ring_end() -> None:
    reading = quarrel()
    ring = [msgspec.structs.replace(claim, within="c2" if claim.id == "c1" else "c1") for claim in reading.claims]
    told = lay_claim(study(msgspec.structs.replace(reading, claims=tuple(ring))), ring[0])
    assert sum(line.startswith("STATEMENT") for line in told) == 2


def test_many_voices_have_their_verb() -> None:
    make = Maker("Officials say so.")
    make.entity("Oslo"), make.entity("Riga")
    make.claim("so", (make.mention("Officials", "Oslo"), make.mention("say", "Riga")), Stance.SAYS)
    assert "Oslo, Riga say; 90% sure" in at("so", make.reading())


@pytest.mark.parametrize("width", [20, 33, 59, 60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    reading = quarrel()
    desk = study(reading, width)
    lines = lay_list(desk)
    for event in reading.events:
        lines += lay_event(desk, event)
    for start in range(0, len(QUARREL), 7):
        lines += lay_offset(desk, Span(start, start + 1))
    assert [line for line in lines if columns(line) > width] == []
    assert [line for line in lines if "\n" in line] == []


def test_a_page_cannot_steer_the_terminal() -> None:
    make = Maker("\x1b[2J\u202eOslo struck.", title="\x1b]0;title\x07Title")
    why = (Why(by="rule\x1b", says="“\x1b[2J\u202eOslo” strikes"),)
    make.event("struck", "\x1b[2J\u202eOslo struck", "ASSAULT", actors=(make.mention("\x1b[2J\u202eOslo"),), why=why)
    told = at("struck", make.reading(notes=("a note\x1b[2J",)))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told)


def test_a_page_is_read_and_explained(pipeline: Pipeline, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", page, "--at", "32", "--date", "2026-03-18"]) == 0
    assert "EVENT v1" in capsys.readouterr().out
    assert pipeline.documents[0].published == "2026-03-18"
    assert main(["explain", page, "--words", "a  Norwegian\ntrawler"]) == 0
    assert ">>a Norwegian trawler<<" in capsys.readouterr().out
    assert main(["explain", page]) == 0
    assert "EVENTS (--event ID)" in capsys.readouterr().out


def test_words_that_stand_there_more_than_once(pipeline: Pipeline, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", page, "--words", "trawler"]) == 0
    assert (
        capsys.readouterr().out.splitlines()[-1]
        == f"These words stand there 2 times; --at {QUARREL.rindex('trawler')} for the next."
    )


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_a_reading_that_was_written_before_is_not_read_again(
    *, form: str, pipeline: Pipeline, page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / f"reading.{form}"
    assert main(["read", page, "--format", form, "-o", str(kept)]) == 0
    assert main(["explain", str(kept), "--claim", "c3"]) == 0
    assert "STATEMENT c3" in capsys.readouterr().out
    packed = tmp_path / f"reading.{form}.gz"
    packed.write_bytes(gzip.compress(kept.read_bytes()))
    assert main(["explain", str(packed), "--event", "v1"]) == 0
    assert "EVENT v1" in capsys.readouterr().out
    assert len(pipeline.documents) == 1


def test_one_of_several(pipeline: Pipeline, written: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", written, "--event", "v2"]) == 0
    assert "EVENT v2" in capsys.readouterr().out
    assert main(["explain", written, "--document", "mine", "--at", "0"]) == 0
    assert "NOTHING WAS RECORDED HERE" in capsys.readouterr().out
    assert not pipeline.documents


def test_one_page_that_was_read_twice_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "twice.jsonl"
    path.write_bytes((quarrel().to_json() + b"\n") * 2)
    assert main(["explain", str(path), "--event", "v2"]) == 0
    assert "EVENT v2" in capsys.readouterr().out


def test_standard_input(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for data, read in ((quarrel().to_json(), 0), (QUARREL.encode(), 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
        assert main(["explain", "-", "--event", "v1"]) == 0
        assert "EVENT v1" in capsys.readouterr().out
        assert len(pipeline.documents) == read


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["--event", "x1"], "--event 'x1': no such event; there are v1, v2, v3, v4, v5"),
        (["--event", "v"], "--event 'v' fits 5 of them (v1, v2, v3, v4, v5); write more of it"),
        (["--claim", "v1"], "--claim 'v1': no such claim; there are c1, c2, c3, c4, c5 and 2 more"),
        (["--at", "9999"], f"--at 9999: the text has {len(QUARREL)} characters; expected an offset from 0 to {len(QUARREL) - 1}"),
        (["--words", "no such words"], "--words 'no such words': they do not stand in the text"),
        (["--words", " "], "they do not stand in the text"),
        (["--document", "d-1"], "no document 'd-1' in it"),
    ],
)
def test_what_is_not_there(
    *, pipeline: Pipeline, page: str, args: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", page, *args]) == 2
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "holds several documents; choose one with --document (d-"),
        (["--at", "3"], "holds several documents; choose one with --document (d-"),
        (["--event", "x9"], "'x9': no record of this id in"),
        (["--document", "d-1"], "no document 'd-1' in it"),
    ],
)
def test_what_is_not_there_in_several(written: str, args: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", written, *args]) == 2
    assert says in capsys.readouterr().err


def test_a_page_without_records_has_no_ids(
    pipeline: Pipeline, page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "reading", empty())
    assert main(["explain", page, "--event", "v1"]) == 2
    assert "no such event; the page has no events on record" in capsys.readouterr().err


BROKEN = {
    "cut off": b'{"schema": "1", "made_by": {',
    "another": b'{"schema": "1", "rows": []}',
    "no letters": b'{"schema": "1", "text": "\xff"}',
    "deep": b'{"schema": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_readings(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(BROKEN[kind])
    assert main(["explain", str(path)]) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"onrecord: {path}: ")
    assert "expected what --format json or jsonl writes" in error
    assert error.count("\n") == 1


def test_inputs_that_cannot_be_read(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sale.txt").write_text("ADVERTISEMENT", "utf8")
    (tmp_path / "fault.txt").write_text("FAULT", "utf8")
    for name, says in {"none.txt": "no such file", "sale.txt": "no paragraph", "fault.txt": "a fault in onrecord"}.items():
        assert main(["explain", str(tmp_path / name)]) == 1
        assert says in capsys.readouterr().err


def test_rows_are_several_documents(pipeline: Pipeline, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"text": \n{"text": "One.", "id": "a"}\n{"text": "Two.", "id": "b"}\n', "utf8")
    assert main(["explain", str(rows), "--document", "b", "--event", "v1"]) == 0
    assert [doc.text for doc in pipeline.documents] == ["Two."]
    rows.write_text('{"text": \n', "utf8")
    assert main(["explain", str(rows)]) == 1
    assert "line 1" in capsys.readouterr().err


@pytest.mark.parametrize("args", [["--at", "1", "--event", "v1"], ["--at", "-1"], ["--at", "x"]])
def test_usage(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["explain", "page.txt", *args])
    assert left.value.code == 2
    assert "usage: onrecord explain" in capsys.readouterr().err


@pytest.mark.parametrize("width", ["100", "44"])
def test_how_the_network_sees_the_sentence(
    *, width: str, pipeline: Pipeline, page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    make = Maker("Oslo said that it seized the port.")
    monkeypatch.setattr(pipeline, "reading", make.reading())
    for args in (["--at", "20"], ["--words", "seized"]):
        assert main(["explain", page, "--tokens", *args]) == 0
        told = capsys.readouterr().out.split("HOW THE NETWORK SEES THE SENTENCE\n")[1]
        assert re.search(r"\n  seized +(· )?X +(· )?root +(· )?act 90%\n", told)
        assert re.search(r"act proposed\s+“seized” at 18-24: 90%; COERCE 70%\n", told)
        assert "  Oslo" in told
        assert "AID" not in told


@pytest.mark.parametrize("args", [["--event", "v1"], ["--claim", "c3"]])
def test_the_network_on_a_record(pipeline: Pipeline, page: str, args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", page, "--tokens", *args]) == 0
    assert "HOW THE NETWORK SEES THE SENTENCE" in capsys.readouterr().out


def test_the_network_never_saw_what_is_not_read(
    pipeline: Pipeline, page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "understand_document", lambda doc, reader: plain("Oslo."))
    assert main(["explain", page, "--tokens", "--words", "Subscribe"]) == 0
    assert "the network never saw it" in capsys.readouterr().out


def test_the_network_needs_a_sentence(pipeline: Pipeline, page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", page, "--tokens"]) == 2
    assert "--tokens shows one sentence; say which" in capsys.readouterr().err


@pytest.mark.parametrize("seed", range(3))
def test_whatever_the_network_says_can_be_explained(seed: int) -> None:
    story = (
        "Rebels attacked Mosul on Monday, killing 17 people, officials said.\n\n“We stay,” Ann Okonkwo said. Russia denied it.\n"
    )
    network = Noise(tiny_vocabulary(), seed=seed)
    doc = document_of(f"Rebels Seize Town\n\n{story}", published="2015-10-20")
    reading, lang = read_document(doc, network), understand_document(doc, network)
    assert lang.sentences == reading.sentences
    desk = study(reading, 60)
    lines = [*lay_list(desk), *lay_tokens(desk, Span(20, 21), lang)]
    for offset in range(len(doc.text)):
        lines += lay_offset(desk, Span(offset, offset + 1))
    assert [line for line in lines if columns(line) > 60] == []
