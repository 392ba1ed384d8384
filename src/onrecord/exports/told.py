"""What stands behind the ids of one event: who, on whose word, how many, on which day?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.types import Auxiliary, Claim, Entity, Event, Mention, Quantity, Reading, Span

JOINT = "|"  # between the values of one cell: hardly any name has it, and no spreadsheet takes it for the end of a cell
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What is told so did not happen on the day on which it was published.
OTHER_DAYS = frozenset({Auxiliary.HISTORICAL, Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who has a part in an event, as the exports name them: joint actors stand as their members."""

    name: str
    country: str
    sectors: str


class Told:
    """One event of a reading with what its ids lead to; ids that lead nowhere are passed over."""

    def __init__(self, event: Event, known: Known) -> None:
        self.event = event
        self._known = known

    @property
    def reading(self) -> Reading:
        """The reading that it stands in."""
        return self._known.reading

    def words(self, span: Span | None) -> str:
        """What stands there."""
        return span.of(self.reading.document.text) if span else ""

    def words_of(self, mention_id: str | None) -> str:
        """The words of a mention."""
        mention = self._known.mentions.get(mention_id or "")
        return self.words(mention.span) if mention else ""

    def parties(self, mention_ids: Iterable[str]) -> list[Party]:
        """Everybody these mentions stand for, each once."""
        return list(dict.fromkeys(self._known.parties(mention_ids)))

    def voices(self) -> list[Claim]:
        """The claims on whose word it is told, outermost first; none where the page tells it."""
        return [claim for claim in map(self._known.claims.get, self.event.according_to) if claim]

    def quantity(self, what: str) -> Quantity | None:
        """How many were killed (or whatever ``what`` is); where the event has several, the largest, as totals are larger than parts."""
        return max((one for one in self.event.quantities if one.what == what), key=_size, default=None)

    def day(self) -> tuple[str, str]:
        """The one day under which the event goes in a table by days, and where it is from.

        ``words``: the words name a day or let it be worked out; ``first``: they name a longer time, and this is its first day;
        ``published``: there are no words, and this is the day of publication. Both are empty where the words name a time that could not be
        worked out, where the event is told as long past, to come or imagined, and where no date of publication is known: no day is better than a wrong one.
        """
        when, published = self.event.when, self.reading.document.published
        if when is not None:
            found = DAY.match(when.start or "") if when.basis != "unresolved" else None
            one = found is not None and (when.end or found[0]).startswith(found[0])
            return (found[0], "words" if one else "first") if found else ("", "")
        if published and not OTHER_DAYS.intersection(self.event.status.auxiliary):
            return (published, "published")
        return ("", "")


class Known:
    """A reading's records by their ids."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.mentions: dict[str, Mention] = {mention.id: mention for mention in reading.mentions}
        self.entities: dict[str, Entity] = {entity.id: entity for entity in reading.entities}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in reading.claims}

    def parties(self, mention_ids: Iterable[str]) -> Iterator[Party]:
        """Who the mentions stand for, in their order, a joint actor's members one by one."""
        for mention in filter(None, map(self.mentions.get, mention_ids)):
            entity = self.entities.get(mention.entity or "")
            if entity is None:
                yield Party(name=mention.span.of(self.reading.document.text), country="", sectors="")
                continue
            members = list(filter(None, map(self.entities.get, entity.members)))
            for one in members or [entity]:
                yield Party(name=one.name, country=one.country or "", sectors=" ".join(one.sectors))


def joined(values: Iterable[str]) -> str:
    """Values in one cell, in their order and none dropped, so that cells of one row can be taken apart side by side."""
    kept = [value.replace(JOINT, "/") for value in values]
    return JOINT.join(kept) if any(kept) else ""


def _size(quantity: Quantity) -> float:
    return max(bound for bound in (quantity.low, quantity.high, 0.0) if bound is not None)
