"""Does a number without a noun count people?

"16 were killed", "killing 12", "left 30 wounded", "another 40", "four of them", "Two are on trial", "a panel of twelve".
An ordered list of rules; the first that speaks says why in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.number_words import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.extract.number_atoms import Line
    from onrecord.extract.number_words import Amount

DONE = frozenset(
    "killed killing kill kills died dead dying dies die wounded wounding injured injuring hurt hurting maimed arrested arresting arrests"
    " detained detaining jailed imprisoned abducted abducting kidnapped kidnapping seized captured capturing rescued rescuing freed"
    " freeing released releasing displaced displacing evacuated evacuating missing hospitalized hospitalised executed executing"
    " beheaded massacred massacring murdered murdering slain drowned infected deported expelled sentenced charged trapped stranded"
    " martyred shot poisoned burned burnt hanged lynched fled homeless sickened orphaned perished casualties fatalities deaths"
    " injuries survived survivors unaccounted quarantined buried convicted wounds hostage captive prisoner unhurt unharmed pardoned".split()
)
BETWEEN = frozenset(
    "were was are is have has had been being others other more people of the them and also reported confirmed feared believed".split()
)
TOLLS = frozenset("toll deaths fatalities casualties dead injured wounded killed missing".split())
MOVES = frozenset("to at of is was been be reached stands reaches hit hits passed tops".split())
ARE = frozenset("were are have had remain remained died survived".split())
COMPANIES = frozenset(
    "panel group team family crowd party squad mother father parent couple gang crew delegation jury band force".split()
)
REACH = 4


def after_deed(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "killing 12", "injuring another 40"."""
    del end, amount
    beside = line[first - 1].low in DONE or (line[first - 1].low in {"others", "another"} and line[first - 2].low in DONE)
    return "the verb before it tells what happened to people" if beside else None


def before_deed(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "16 were killed", "12 dead", "30 others wounded"."""
    del first, amount
    for at in range(end, end + REACH):
        if line[at].low in DONE and (line[at].low != "shot" or line[at + 1].low in {"dead", "by", "in", "at"}):
            return "the word behind it tells what happened to people"
        if line[at].low not in BETWEEN:
            break
    return None


def is_toll(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "the death toll rose to 40", "the number of injured stands at 387"."""
    del end, amount
    if line[first - 1].low not in MOVES:
        return None
    near = any(line[at].low in TOLLS for at in range(max(0, first - 2 * REACH), first))
    return "it ends the sentence of a toll" if near else None


def is_more(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "another 3,500", "some 40 others"."""
    del amount
    return "others like those named before" if line[first - 1].low == "another" or line[end].low == "others" else None


def is_part(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "four of them", "two of whom"."""
    del first
    part = line[end].low == "of" and line[end + 1].low in {"them", "us", "whom", "those", "you"} and amount.value != 1
    return "a part of those named before" if part else None


def is_subject(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "Four were babies": a number that begins a clause and has a verb right behind it."""
    begins = first == 0 or line[first].broken or line[first - 1].text in {",", ";", "“", '"', "—", "–"}
    return "the subject of its clause" if begins and line[end].low in ARE and amount.value != 1 else None


def is_strength(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "a 200-strong crowd"."""
    del first, amount
    return "the strength of a crowd or a force" if line.hyphen_at(end) and line[end + 1].low == "strong" else None


def is_company(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "a panel of twelve", "mother of four"."""
    del end, amount
    return "a company of people" if line[first - 1].low == "of" and line[first - 2].low in COMPANIES else None


def is_population(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "a country of 260 million", "1.3 million living in camps", "3 million at risk"."""
    del amount
    of = line[first - 1].low == "of" and line[first - 2].low in {
        "country",
        "nation",
        "population",
        "city",
        "town",
        "village",
        "crowd",
    }
    lives = line[end].low in {"living", "fleeing", "facing", "who"} or (line[end].low, line[end + 1].low) in {
        ("at", "risk"),
        ("in", "need"),
    }
    return "a population or those who live so" if of or lives else None


def is_crowd(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """ "attracting thousands": dozens, hundreds, thousands alone are people, except "by the hundreds"."""
    del end
    by = line[first - 1].low == "the" and line[first - 2].low in {"by", "in", "into"}
    by = by or line[first - 1].low in {"by", "in", "into"}
    few = amount.form is Form.VAGUE and amount.value < 1e9
    return "so many without a noun are people" if few and not by else None


RULES: tuple[Callable[[Line, int, int, Amount], str | None], ...] = (
    after_deed,
    before_deed,
    is_toll,
    is_more,
    is_part,
    is_subject,
    is_strength,
    is_company,
    is_population,
    is_crowd,
)


def why_people(line: Line, first: int, end: int, amount: Amount) -> str | None:
    """Why the number at the atoms ``[first, end)`` stands for people though no noun says so; None where nothing speaks for it."""
    return next((reason for rule in RULES if (reason := rule(line, first, end, amount)) is not None), None)
