from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import OptionError
from onrecord.ingest.dates import check_date, find_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2015-10-19", "2015-10-19"),
        (" 2015-10-19\n", "2015-10-19"),
        ("2015-10-19T23:30:00Z", "2015-10-19"),
        ("2015-10-19T23:30:00.123+05:30", "2015-10-19"),
        ("2015-10-19 08:30", "2015-10-19"),
        ("2016-02-29", "2016-02-29"),
    ],
)
def test_a_date_or_timestamp_is_its_own_day(value: str, day: str) -> None:
    assert check_date(value) == day


@pytest.mark.parametrize(
    "value", ["", "2015", "2015-10", "2015-13-01", "2015-02-30", "19 October 2015", "20151019", "2015-10-19x", None, 20151019]
)
def test_anything_else_is_an_error_that_says_what_was_expected(value: object) -> None:
    with pytest.raises(OptionError, match="YYYY-MM-DD") as caught:
        check_date(value)
    assert repr(value) in str(caught.value)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published Nov. 15, 2019 5:45 AM", "2019-11-15"),
        ("18 NOV 2019", "2019-11-18"),
        ("Tuesday, September 22, 2015", "2015-09-22"),
        ("By Ada Quill 2019-11-19T12:48:14Z", "2019-11-19"),
        ("March 3rd, 2021 and 4 May 2022", "2021-03-03"),
    ],
)
def test_a_date_written_in_full_is_found(line: str, day: str) -> None:
    assert find_date(line) == day


@pytest.mark.parametrize("line", ["11/12/2015", "March 3", "Feb. 30, 2019", "in 2019", ""])
def test_a_date_that_is_not_whole_or_not_clear_is_left_alone(line: str) -> None:
    assert find_date(line) is None


def test_a_date_is_taken_as_it_is() -> None:
    assert check_date(date(2021, 3, 3)) == "2021-03-03"
