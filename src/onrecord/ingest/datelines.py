"""Where does a paragraph's dateline end? "BEIRUT, March 3 (Agency) —" stands before the story's first words."""

from __future__ import annotations

import re

from onrecord.ingest.wording import MONTH

PLACE = r"[A-Z][A-Z’'.-]+(?:[ /-][A-Z][A-Z’'.-]+){0,3}"
MIXED = r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}"
REGION = rf"(?:, ?(?:{MIXED}|[A-Z.]{{2,6}}))"
DAY = rf"(?:,? (?i:{MONTH}) \d{{1,2}}(?:,? \d{{4}})?|,? \d{{1,2}} (?i:{MONTH})(?:,? \d{{4}})?)"
SIGNED = r"\([A-Z][\w .’'/-]{1,40}\)"
AGENCY = rf"(?: ?{SIGNED})"
DASH = r"\s?(?:[—–]|--|-(?=\s))"
DATELINE = re.compile(
    rf"(?:{PLACE}{REGION}?{DAY}?{AGENCY}?|{MIXED}{REGION}?{DAY}?{AGENCY}|{MIXED}{REGION}?{DAY}|{SIGNED}){DASH}(?=\s*\S)"
)


def dateline_end(text: str) -> int:
    """Where the dateline that opens a paragraph ends, its dash included; 0 where there is none.

    A place in capitals, or one with an agency in brackets or a day, and a dash: "Paris - a city" has neither.
    """
    found = DATELINE.match(text)
    return found.end() if found else 0
