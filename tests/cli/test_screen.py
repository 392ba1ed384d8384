"""What a person sees of a reading."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from cli.readings import Maker, empty, quarrel
from onrecord.cli.paper import columns
from onrecord.cli.screen import render
from onrecord.types import Auxiliary, Certainty, MentionKind, Polarity, Reading, SourceKind, Stance, Status, Why

GOLDEN = Path(__file__).parent / "quarrel.txt"


def shown(reading: Reading, width: int = 130, **more: bool) -> str:
    return render(reading, width=width, colour=False, **more)


def section(page: str, title: str) -> str:
    return page.split(f"\n{title}\n")[1].split("\n\n", maxsplit=1)[0]


def test_the_whole_screen() -> None:
    # Reviewed by people: where the change is meant, write the new page into quarrel.txt.
    assert shown(quarrel(), 100) == GOLDEN.read_text("utf8")


@pytest.mark.parametrize("width", [20, 33, 60, 71, 72, 80, 100, 120, 140])
@pytest.mark.parametrize("reading", [quarrel(), empty()], ids=["quarrel", "empty"])
def test_no_line_is_wider_than_the_terminal(width: int, reading: Reading) -> None:
    lines = shown(reading, width, why=True, blocks=True).split("\n")
    assert [line for line in lines if columns(line) > width] == []
    assert [line for line in lines if line != line.rstrip()] == []


def test_colour_changes_nothing_but_colour() -> None:
    coloured = render(quarrel(), width=100, colour=True, why=True, blocks=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == shown(quarrel(), 100, why=True, blocks=True)


def test_what_is_not_told_by_the_page_as_happened_is_no_fact() -> None:
    facts = section(shown(quarrel()), "THE PAGE SAYS IT HAPPENED")
    assert "Iceland → Norwegian trawler" in facts
    assert "police → the crew" in facts
    assert not re.search(r"ASSAULT|SANCTION|coast guard", facts)


def test_a_statement_stands_under_who_makes_it() -> None:
    voices = section(shown(quarrel()), "SOMEBODY SAYS SO")
    hallberg = voices.split("Jon Hallberg (ISL, GOV AGR)")[1].split("Norway (NOR")[0]
    assert "says     “The ship was fishing two miles inside our waters”" in hallberg
    assert "denies   his ships had opened fire" in hallberg
    assert "says     “We saw it twice”" not in hallberg, "a quotation that goes on needs no second verb"
    assert "Norwegian navy, as told by State radio" in voices
    assert voices.index("nobody named") > voices.index("Norwegian navy")


def test_who_contradicts_stands_with_both() -> None:
    page = shown(quarrel())
    assert "⚡ Jon Hallberg denies it" in section(page, "SOMEBODY SAYS SO")
    unreal = section(page, "ASKED, PLANNED, IMAGINED, DENIED")
    assert "⚡ Norwegian navy, as told by State radio says that it happened" in unreal


def test_what_is_no_fact_tells_whose_word_it_is() -> None:
    unreal = section(shown(quarrel()), "ASKED, PLANNED, IMAGINED, DENIED").splitlines()
    assert re.match(r"  denied .*“his ships had opened fire” – Jon Hallberg", unreal[0])
    assert re.match(r"  to come  Norway → Iceland", unreal[2])


def test_figures() -> None:
    figures = section(shown(quarrel()), "FIGURES")
    assert "$40 million  loan to Iceland · nobody named" in figures
    assert "up to 2,000  people marching in Oslo · the page" in figures


def test_reasons_and_blocks_only_where_asked() -> None:
    plain, full = shown(quarrel()), shown(quarrel(), why=True, blocks=True)
    reason = "because “Iceland” is the subject of “seized” [rule: subject of an active verb]"
    assert reason not in plain
    assert full.count(reason) == 2
    assert "WHAT WAS READ" not in plain
    assert "  promo       Subscribe now for just $2 a week." in full
    assert "1 of 5 lines set aside: promotion (--blocks shows them)" in plain
    assert "--blocks" not in full
    assert "--why" not in full


def test_nothing_found() -> None:
    page = shown(empty())
    assert "Nothing on this page was put on record" in page
    assert "note: no publication date: relative dates are left unresolved" in page
    assert "THE PAGE SAYS" not in page


def test_only_somebodys_word() -> None:
    make = Maker("Oslo said it will act.")
    claim = make.claim("it will act", (make.mention("Oslo"),), Stance.SAYS)
    make.event("act", "it will act", "THREATEN", according_to=(claim,), status=Status(auxiliary=(Auxiliary.FUTURE,)))
    assert "nothing: every event on it is somebody's word" in shown(make.reading())


def test_one_happening_told_twice_stands_once_at_its_fullest() -> None:
    make = Maker("Oslo struck. Oslo struck the port on Monday.")
    oslo = make.mention("Oslo")
    make.event("struck.", "Oslo struck.", "ASSAULT", happening="h1", actors=(oslo,))
    when = make.when("on Monday", "2026-03-16")
    make.event("struck the", "Oslo struck the port", "ASSAULT", happening="h1", actors=(oslo,), when=when)
    facts = section(shown(make.reading()), "THE PAGE SAYS IT HAPPENED").splitlines()
    assert len(facts) == 1
    assert re.match(r"  2026-03-16  Oslo  ASSAULT  “Oslo struck the port” · told 2 times", facts[0])


def test_probable_facts_say_so() -> None:
    make = Maker("Oslo probably struck.")
    make.event("struck", "Oslo probably struck", "ASSAULT", status=Status(certainty=Certainty.PROBABLE))
    assert "(not named)  ASSAULT  “Oslo probably struck” · probably" in shown(make.reading())


def test_a_joint_actor_is_its_members() -> None:
    make = Maker("Both countries met.")
    members = tuple(make.entity(name) for name in ("China", "Russia"))
    make.entity("both countries", MentionKind.GROUP, members=members)
    make.event("met", "Both countries met", "CONSULT", actors=(make.mention("Both countries", "both countries"),))
    assert "China, Russia  CONSULT" in shown(make.reading())


def test_sources_without_a_name() -> None:
    make = Maker("Officials said so. Reportedly it burns. It rained, a report said. Nobody knows who said this.")
    make.claim("so", (make.mention("Officials", "officials", MentionKind.GROUP),), Stance.SAYS, kind=SourceKind.UNNAMED)
    make.claim("it burns", (make.mention("Reportedly", kind=MentionKind.OTHER),), Stance.SAYS, kind=SourceKind.IMPERSONAL)
    make.claim("It rained", (), Stance.SAYS, kind=SourceKind.DOCUMENT)
    make.claim("Nobody knows", (), Stance.SAYS)
    voices = section(shown(make.reading()), "SOMEBODY SAYS SO")
    assert "  officials (unnamed)\n    say      so" in voices
    assert "  nobody named (Reportedly)" in voices
    assert "  the page's own document" in voices
    assert "  somebody unnamed" in voices


def test_ids_that_lead_nowhere_are_shown_as_not_named() -> None:
    reading = quarrel()
    torn = msgspec.structs.replace(reading, mentions=(), entities=(), claims=())
    page = shown(torn)
    assert "(not named)  COERCE seize" in page
    assert "SOMEBODY SAYS SO" not in page


def test_claims_within_each_other_in_a_ring_end() -> None:
    reading = quarrel()
    ring = [msgspec.structs.replace(claim, within=reading.claims[0].id) for claim in reading.claims]
    assert "SOMEBODY SAYS SO" in shown(msgspec.structs.replace(reading, claims=tuple(ring)))


def test_a_page_cannot_steer_the_terminal() -> None:
    make = Maker("\x1b[2J\u202eOslo struck.", title="\x1b]0;title\x07Title", publisher="P\x1b[1m")
    why = (Why(by="rule\x1b", says="“\x1b[2J\u202eOslo” strikes"),)
    make.event("struck", "\x1b[2J\u202eOslo struck", "ASSAULT", actors=(make.mention("\x1b[2J\u202eOslo"),), why=why)
    page = shown(make.reading(notes=("a note\x1b[2J",)), why=True, blocks=True)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", page)


def test_a_denial_in_the_pages_own_voice() -> None:
    make = Maker("Oslo did not strike.")
    make.event("strike", "Oslo did not strike", "ASSAULT", status=Status(polarity=Polarity.NEGATIVE))
    assert "  did not happen  (not named)  ASSAULT  “Oslo did not strike”" in shown(make.reading())


def test_long_statements_are_cut() -> None:
    make = Maker("He said that " + "word " * 100 + "is so.")
    make.claim("word " * 100 + "is so", (make.mention("He"),), Stance.SAYS)
    voices = section(shown(make.reading()), "SOMEBODY SAYS SO")
    assert voices.endswith("word… 90%")
    assert len(voices) < 400


def test_statements_that_the_page_breaks_off_are_joined() -> None:
    make = Maker("It burns, he said, and it will go on.")
    claim = make.claim("It burns", (make.mention("he"),), Stance.SAYS)
    reading = make.reading()
    parts = (make.span("It burns"), make.span("and it will go on"))
    joined = tuple(msgspec.structs.replace(made, content=parts) for made in reading.claims if made.id == claim)
    voices = section(shown(msgspec.structs.replace(reading, claims=joined)), "SOMEBODY SAYS SO")
    assert "says     It burns … and it will go on 90%" in voices
