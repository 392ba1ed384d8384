"""Which day does a caller, or the page's byline, name?"""

from __future__ import annotations

import re
from datetime import date, datetime

from onrecord.errors import OptionError

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"(?P<year>(?:19|20)\d{2})"
WRITTEN = (
    re.compile(rf"\b{YEAR}-(?P<number>\d{{2}})-(?P<day>\d{{2}})(?!\d)"),
    re.compile(rf"\b{MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {MONTH},? {YEAR}\b", re.IGNORECASE),
)
EXPECTED = "expected YYYY-MM-DD or an ISO 8601 timestamp such as 2015-10-19T08:30:00Z"


def check_date(value: object) -> str:
    """The day of an ISO date or timestamp, or of a ``date``, as YYYY-MM-DD.

    ``value`` may come from anywhere (an option, a JSON row), so that anything but a string is an error with a message. A
    timestamp's day is the one that it says itself: no time zone is converted.

    Raises:
        OptionError: The value is neither, or the calendar has no such day.
    """
    if isinstance(value, date):
        value = value.isoformat()
    words = value.strip() if isinstance(value, str) else ""
    if not re.match(r"\d{4}-\d{2}-\d{2}(?:$|[T ])", words):
        raise OptionError(f"publication date {value!r}: {EXPECTED}; write the date in full")
    try:
        return datetime.fromisoformat(words).date().isoformat()
    except ValueError as error:
        raise OptionError(f"publication date {value!r}: no such day or hour; {EXPECTED}") from error


def find_date(text: str) -> str | None:
    """The first full date that is written out in a line, as YYYY-MM-DD; None where there is none.

    "11/12/2015" is left alone: nobody can tell whether it is in November or in December.
    """
    found = (pattern.search(text) for pattern in WRITTEN)
    days = sorted((match.start(), day) for match in found if match and (day := _day_of(match)))
    return days[0][1] if days else None


def _day_of(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"].lower()) + 1
    try:
        return date(int(parts["year"]), month, int(parts["day"])).isoformat()
    except ValueError:
        return None
