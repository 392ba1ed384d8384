"""What is known of a number when it is decided whether it is a figure?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.number_words import Form

if TYPE_CHECKING:
    from onrecord.extract.number_atoms import Line
    from onrecord.extract.number_counted import Counted
    from onrecord.extract.number_words import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An amount about to become a number: ``first`` and ``end`` cover its unit, ``low`` its qualifier too."""

    line: Line
    amount: Amount
    low: int
    first: int
    end: int
    unit: str | None
    bounded: bool
    counted: Counted | None
    people: str | None

    @property
    def numeral(self) -> str:
        """The numeral as it stands, or "" for amounts in words."""
        return self.line[self.amount.first].text if self.amount.form is Form.DIGITS else ""

    @property
    def bare(self) -> bool:
        """Whether it is a numeral alone: no commas, decimals, magnitude, unit or qualifier."""
        return self.numeral.isdigit() and not self.amount.scaled and self.unit is None and not self.bounded
