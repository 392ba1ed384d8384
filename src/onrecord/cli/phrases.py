"""How one property of a record is said in a few words: dates, numbers, acts, statuses, and the words that prove it."""

from __future__ import annotations

import re

from onrecord.cli.paper import clean
from onrecord.cli.people import NOT_NAMED, People
from onrecord.ingest.languages.language import name_of
from onrecord.types import Auxiliary, Certainty, Event, Figure, Polarity, Qualifier, Quantity, Span, Stance, When

QUALIFIERS = {
    Qualifier.ABOUT: "about ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.UP_TO: "up to ",
    Qualifier.LESS_THAN: "less than ",
}
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
COUNTED = {"casualties": "killed or injured", "participants": "taking part", "money": ""}
# What a stance makes of an act that is not told as happened.
BY_STANCE = {
    Stance.DENIES: "denied",
    Stance.DOUBTS: "doubted",
    Stance.ASKS: "asked for",
    Stance.WANTS: "wanted",
    Stance.PLANS: "planned",
    Stance.PROMISES: "promised",
    Stance.PREDICTS: "predicted",
    Stance.WARNS: "warned of",
}


def number(value: float, unit: str) -> str:
    """A number with its unit where that is a sign: "1,200", "$2.5 billion", "12 %"."""
    sign = SIGNS.get(unit, "")
    if unit == "percent":
        return f"{_plain(value)} %"
    if sign or _is_currency(unit):
        for scale, word in SCALES:
            if abs(value) >= scale:
                return f"{sign or unit + ' '}{_plain(value / scale)}{word}"
        return f"{sign or unit + ' '}{_plain(value)}"
    return _plain(value)


def amount(low: float | None, high: float | None, qualifier: Qualifier, unit: str) -> str:
    """Both bounds with their qualifier: "up to 50,000", "10 to 12", "at least 17"; "" where neither is known."""
    if low is not None and high is not None and low != high:
        return f"{number(low, unit)} to {number(high, unit)}"
    value = low if low is not None else high
    return "" if value is None else QUALIFIERS.get(qualifier, "") + number(value, unit)


def tally(quantity: Quantity) -> str:
    """What an event cost or moved: "at least 17 killed"."""
    much = amount(quantity.low, quantity.high, quantity.qualifier, quantity.unit)
    return f"{much} {COUNTED.get(quantity.what, quantity.what)}".strip() if much else ""


def counted(figure: Figure) -> str:
    """What a figure counts: its own words, else the unit."""
    if figure.of:
        return clean(figure.of)
    return "" if figure.unit == "percent" or _is_currency(figure.unit) else f"{figure.unit}"


def date_words(when: When | None, people: People) -> str:
    """A date as fine as it is known, a range where it is one, the page's own words where it is not worked out."""
    if when is None:
        return ""
    if when.start is None or when.basis == "unresolved":
        return people.words(people.span(when.mention)) or (when.start or "")
    if when.end is None or when.end == when.start or when.granularity in {"year", "month", "day"}:
        length = {"year": 4, "month": 7}.get(when.granularity, 10)
        return when.start[:length]
    return f"{when.start} to {_tail(when.start, when.end)}"


def sides(event: Event, people: People) -> str:
    """Who to whom: "Russia → ISIS"; a side that nobody is named on says so, both unnamed are one."""
    actors, recipients = people.party(event.actors), people.party(event.recipients)
    if recipients:
        return f"{actors or NOT_NAMED} → {recipients}"
    return actors or NOT_NAMED


def act(event: Event) -> str:
    """What was done: type, mode, and what it cost."""
    parts = [" ".join(part for part in (event.type, event.mode or "") if part)]
    parts += filter(None, map(tally, event.quantities))
    return ", ".join(parts)


def where(event: Event) -> str:
    """The place's name, with its country's code where the name is not the country."""
    if event.place is None:
        return ""
    name = clean(event.place.name)
    return f"{name} ({event.place.country})" if event.place.country and event.place.precision != "country" else name


def hedge(event: Event) -> str:
    """What tempers an event that is told as happened."""
    parts = ["probably"] if event.status.certainty is Certainty.PROBABLE else []
    if Auxiliary.HISTORICAL in event.status.auxiliary:
        parts.append("looking back")
    return ", ".join(parts)


def standing(event: Event, stance: Stance | None) -> str:
    """Why an event is no fact, in a word; the first that holds, since what is denied outranks what is merely uncertain."""
    status = event.status
    if status.polarity is Polarity.NEGATIVE or Auxiliary.NEGATION in status.auxiliary:
        return "denied" if stance is Stance.DENIES else "did not happen"
    if stance in BY_STANCE:
        return BY_STANCE[stance]
    if Auxiliary.QUESTION in status.auxiliary:
        return "a question"
    if Auxiliary.HYPOTHETICAL in status.auxiliary:
        return "imagined"
    if Auxiliary.FUTURE in status.auxiliary:
        return "to come"
    return "possible" if status.certainty is Certainty.POSSIBLE else "open"


def language_name(code: str | None) -> str:
    """A language's English name; its code where it has none that is known."""
    if code in {None, "en"}:
        return "English" if code else "language unknown"
    return name_of(str(code))


def percent(confidence: float) -> str:
    """Confidence as people say it; never 100, because nothing read is certain."""
    return f"{min(99, round(confidence * 100))}%"


def excerpt(text: str, trigger: Span, evidence: Span, room: int) -> str:
    """The words around a trigger, at most about ``room`` characters of the evidence, with ellipses where it goes on.

    English puts what was done and to whom behind the verb, so two thirds of the room go there.
    """
    evidence = Span(min(evidence.start, trigger.start), max(evidence.end, trigger.end))
    spare = room - len(trigger)
    if len(evidence) <= room:
        start, end = evidence.start, evidence.end
    elif spare <= 0:
        start, end = trigger.start, trigger.end
    else:
        end = min(evidence.end, trigger.end + max(spare * 2 // 3, spare - (trigger.start - evidence.start)))
        start = max(evidence.start, trigger.start - (spare - (end - trigger.end)))
    start, end = _to_words(text, Span(start, end), trigger, evidence)
    words = clean(text[start:end]).rstrip(" ,;:")
    return f"{'…' if start > evidence.start else ''}{words}{'…' if end < evidence.end else ''}"


def _to_words(text: str, span: Span, trigger: Span, evidence: Span) -> tuple[int, int]:
    """The span drawn in to whole words, never into the trigger."""
    start, end = span.start, span.end
    while evidence.start < start < trigger.start and not text[start - 1].isspace():
        start += 1
    while trigger.end < end < evidence.end and not text[end].isspace():
        end -= 1
    return start, end


def _is_currency(unit: str) -> bool:
    return re.fullmatch(r"[A-Z]{3}", unit) is not None


def _plain(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0").rstrip(".")


def _tail(start: str, end: str) -> str:
    """The end of a range without what it shares with the start: "2015-09-01 to 15" reads worse than "to 09-15"."""
    return end[5:] if start[:4] == end[:4] and len(end) == 10 else end
