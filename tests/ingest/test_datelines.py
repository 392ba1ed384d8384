from __future__ import annotations

import pytest

from onrecord.ingest.datelines import dateline_end


@pytest.mark.parametrize(
    "marked",
    [
        "BEIRUT, March 3 (Agency) —| Rebels attacked.",
        "PARIS (AP) —| The minister resigned.",
        "WASHINGTON —| Congress voted.",
        "NEW YORK -| Police said.",
        "DECATUR, Ill. —| He said.",
        "ISLAMABAD/PENTAGON —| The army said.",
        "Geneva, 12 March (Reuters) --| Talks resumed.",
        "BEIJING, Oct. 19, 2015 –| China said.",
        "(Reuters) -| Oil fell.",
    ],
)
def test_a_dateline_ends_after_its_dash(marked: str) -> None:
    dateline, _, rest = marked.partition("|")
    assert dateline_end(dateline + rest) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Paris - a city of two million - was quiet.",
        "The UN — and its agencies — said so.",
        "ISIS militants attacked — again.",
        "NATO-led forces left.",
        "KABUL (AP) —",
        "Omar Haddad (Labour) won.",
        "",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert dateline_end(text) == 0
