from __future__ import annotations

import re
from argparse import ArgumentTypeError
from pathlib import Path

import pytest

import onrecord
from onrecord.cli.inputs import LIMITS
from onrecord.cli.option_groups import COLUMNS
from onrecord.cli.options import make_parser
from onrecord.cli.values import to_bytes, to_offset, to_seconds, to_size, to_workers
from onrecord.ingest.limits import DEFAULT, Limits
from onrecord.ingest.rows.columns import Columns


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("0", 0),
        ("1", 1),
        ("200000", 200_000),
        ("200k", 200_000),
        ("64M", 64_000_000),
        ("64MB", 64_000_000),
        ("64 mb", 64_000_000),
        ("64MiB", 67_108_864),
        ("1.5g", 1_500_000_000),
        ("0.1", 1),
    ],
)
def test_sizes(text: str, size: int) -> None:
    assert to_size(text) == size


@pytest.mark.parametrize("text", ["", "M", "-1", "1e6", "64X", "1,000", "١", "1" * 30, "inf", "nan", "64M M"])
def test_no_size(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is no size; write a number"):
        to_size(text)


@pytest.mark.parametrize("text", ["0", "0.0M", "99999G"])
def test_no_number_of_bytes(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="expected more than 0 bytes and at most 1000G"):
        to_bytes(text)


@pytest.mark.parametrize("text", ["0", "-1", "inf", "nan", "ten", ""])
def test_no_seconds(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="no number of seconds"):
        to_seconds(text)


@pytest.mark.parametrize("text", ["0", "-1", "257", "1.5", "", "x", "²"])
def test_no_workers(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="no number of processes"):
        to_workers(text)


@pytest.mark.parametrize("text", ["-1", "1.5", "", "x", "²"])
def test_no_offset(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="is no offset"):
        to_offset(text)


def test_values_that_are() -> None:
    assert (to_bytes("1M"), to_seconds("2.5"), to_workers("8"), to_offset("0")) == (1_000_000, 2.5, 8, 0)


def test_every_limit_has_an_option_and_the_help_says_its_default(capsys: pytest.CaptureFixture[str]) -> None:
    assert set(LIMITS.values()) == set(Limits.__slots__)
    with pytest.raises(SystemExit):
        make_parser().parse_args(["read", "--help"])
    told = capsys.readouterr().out
    assert (DEFAULT.max_chars, DEFAULT.max_bytes, DEFAULT.html_memory) == (to_size("200k"), to_size("64M"), to_size("640M"))
    assert (DEFAULT.html_seconds, DEFAULT.fetch_seconds) == (10, 20)
    assert [said for said in ("(200k)", "(64M)", "(640M)", "(10)", "(20)") if said not in told] == []


def test_every_column_has_an_option() -> None:
    assert set(COLUMNS) == set(Columns.__slots__)


def test_the_options_that_messages_name_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        make_parser().parse_args(["read", "--help"])
    there = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    ingest = Path(onrecord.__file__).parent / "ingest"
    named = {
        option
        for path in ingest.rglob("*.py")
        for option in re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", path.read_text("utf8"))
    }
    assert "--max-bytes" in named
    assert named - there == set()
