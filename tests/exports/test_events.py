from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.readings import Maker, empty, quarrel
from onrecord.exports import EVENT_COLUMNS, csv_line, event_rows
from onrecord.types import Auxiliary, MentionKind, Qualifier, Quantity, Reading, Status

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reading.md"


def table(reading: Reading, name: str = "page.txt") -> list[dict[str, str]]:
    """The rows as a program reads them back."""
    text = csv_line(EVENT_COLUMNS) + "".join(map(csv_line, event_rows(reading, name)))
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_a_row_tells_who_did_what_to_whom_where_when_and_on_whose_word() -> None:
    first, _, third, fourth, fifth = table(quarrel())
    told = "input type mode quad trigger actors actor_countries actor_sectors recipients place place_country day day_from"
    assert [first[column] for column in told.split()] == [
        *("page.txt", "COERCE", "seize", "material conflict", "seized", "Iceland", "ISL", "GOV", "Norwegian trawler"),
        *("Westfjords", "ISL", "2026-03-16", "words"),
    ]
    assert (first["page_fact"], first["told_as_happened"], first["according_to"]) == ("true", "true", "")
    assert (third["page_fact"], third["told_as_happened"]) == ("false", "true")
    assert (third["according_to"], third["source_kinds"], third["stances"]) == (
        "State radio|Norwegian navy",
        "named|named",
        "says|says",
    )
    assert (fourth["polarity"], fourth["stances"]) == ("negative", "denies")
    assert (fifth["auxiliary"], fifth["according_to"], fifth["source_kinds"]) == ("future", "", "impersonal")


def test_offsets_lead_to_the_words() -> None:
    reading = quarrel()
    for row in table(reading):
        text = reading.document.text
        assert text[int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"]
        assert text[int(row["evidence_start"]) : int(row["evidence_end"])] == row["evidence"]


def test_how_many() -> None:
    row = table(quarrel())[1]
    assert (row["arrested_low"], row["arrested_high"], row["arrested_qualifier"]) == ("14", "14", "exactly")
    assert row["killed_low"] == row["killed_qualifier"] == ""


def test_of_two_counts_of_one_kind_the_larger_stands_in_the_table() -> None:
    make = Maker("Oslo struck.")
    counts = [
        Quantity(what="killed", low=low, high=high, qualifier=Qualifier.ABOUT, unit="person", mention="m0")
        for low, high in ((2.0, 3.0), (None, 40.0), (7.0, None))
    ]
    make.event("struck", "Oslo struck.", "ASSAULT", quantities=tuple(counts))
    assert (table(make.reading())[0]["killed_low"], table(make.reading())[0]["killed_high"]) == ("", "40")


def test_money_says_in_what() -> None:
    make = Maker("Oslo paid.")
    paid = Quantity(what="money", low=2.5e6, high=2.5e6, qualifier=Qualifier.EXACTLY, unit="NOK", mention="m0")
    make.event("paid", "Oslo paid.", "AID", quantities=(paid,))
    row = table(make.reading())[0]
    assert (row["money_low"], row["money_unit"]) == ("2500000", "NOK")


def test_a_joint_actor_stands_as_its_members_side_by_side_with_their_countries() -> None:
    make = Maker("Both countries met.")
    china = make.entity("China", country="CHN", sectors=("GOV", "MIL"))
    members = (china, make.entity("Riga|the port"))
    make.entity("both countries", MentionKind.GROUP, members=members)
    both = make.mention("Both countries", "both countries")
    make.event("met", "Both countries met", "CONSULT", actors=(both, both))
    row = table(make.reading())[0]
    assert (row["actors"], row["actor_countries"], row["actor_sectors"]) == ("China|Riga/the port", "CHN|", "GOV MIL|")


@pytest.mark.parametrize(
    ("start", "end", "basis", "day"),
    [
        ("2026-03-16", "2026-03-16", "relative", ("2026-03-16", "words")),
        ("2026-03-16", None, "relative", ("2026-03-16", "words")),
        ("2026-03-16T08", "2026-03-16T12", "relative", ("2026-03-16", "words")),
        ("2026-03-01", "2026-03-31", "explicit", ("2026-03-01", "first")),
        ("--03-16", "--03-16", "unresolved", ("", "")),
        (None, None, "unresolved", ("", "")),
    ],
)
def test_the_day_says_where_it_is_from(start: str | None, end: str | None, basis: str, day: tuple[str, str]) -> None:
    make = Maker("Oslo struck on Monday.", published="2026-03-18")
    when = make.when("on Monday", start, end=end, basis=basis)
    make.event("struck", "Oslo struck", "ASSAULT", when=when)
    row = table(make.reading())[0]
    assert (row["day"], row["day_from"]) == day
    assert row["date_words"] == "on Monday"


@pytest.mark.parametrize(
    ("published", "auxiliary", "day"),
    [
        ("2026-03-18", (), ("2026-03-18", "published")),
        ("2026-03-18", (Auxiliary.HISTORICAL,), ("", "")),
        ("2026-03-18", (Auxiliary.FUTURE,), ("", "")),
        ("2026-03-18", (Auxiliary.QUESTION, Auxiliary.HYPOTHETICAL), ("", "")),
        (None, (), ("", "")),
    ],
)
def test_without_words_for_it_the_day_is_that_of_publication(
    published: str | None, auxiliary: tuple[Auxiliary, ...], day: tuple[str, str]
) -> None:
    make = Maker("Oslo struck.", published=published)
    make.event("struck", "Oslo struck", "ASSAULT", status=Status(auxiliary=auxiliary))
    row = table(make.reading())[0]
    assert (row["day"], row["day_from"]) == day


def test_ids_that_lead_nowhere_leave_cells_empty() -> None:
    torn = msgspec.structs.replace(quarrel(), mentions=(), entities=(), claims=())
    assert [row["actors"] + row["according_to"] + row["date_words"] for row in table(torn)] == [""] * 5


def test_a_mention_of_nobody_known_stands_with_its_words() -> None:
    reading = quarrel()
    assert table(msgspec.structs.replace(reading, entities=()))[1]["actors"] == "police"


def test_a_page_without_events_has_no_rows() -> None:
    assert table(empty()) == []


def test_every_column_is_explained() -> None:
    told = re.findall(r"`([a-z_0-9]+)`", DOCS.read_text("utf8"))
    assert [column for column in EVENT_COLUMNS if column not in told] == []
    assert len(set(EVENT_COLUMNS)) == len(EVENT_COLUMNS)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", "\x00=1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert csv_line([text]).startswith("'")


def test_numbers_stay_numbers() -> None:
    assert csv_line([-9.5, -9.0, 14, 0.1, True, False, None]) == "-9.5,-9,14,0.1,true,false,\r\n"


@given(st.lists(st.one_of(st.none(), st.booleans(), st.floats(allow_nan=False, allow_infinity=False), st.text()), min_size=2))
def test_a_line_is_a_line_and_reads_back(cells: list[str | float | bool | None]) -> None:
    line = csv_line(cells)
    assert line.count("\n") == line.count("\r") == 1
    line.encode("utf8")
    (row,) = csv.reader(io.StringIO(line, newline=""), strict=True)
    assert len(row) == len(cells)
    for cell, read in zip(cells, row, strict=True):
        if isinstance(cell, float):
            assert float(read) == cell
        if (
            isinstance(cell, str)
            and cell.isprintable()
            and cell == " ".join(cell.split())
            and not cell.startswith(("=", "+", "-", "@"))
        ):
            assert read == cell
