"""What stands behind an event: told as happened, denied, planned, imagined. The rules decide; a sure network has a veto.

On gold dev (2026-11-25) the rules on words and tree are right more often than the network's heads (actual or not .912 against
.903). A false fact is worse than a missed one, so what the network is sure is not told as happened is no fact: that costs
nothing that can be measured there.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.events import EventDraft
from onrecord.extract.status import settle, status_of
from onrecord.types import Auxiliary, Certainty, Language, Stance, Status, Trigger, Why

VETO = 0.8  # swept .6-.98 on gold dev: flat
UNREAL = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)


def standing_of(lang: Language, draft: EventDraft, stances: Sequence[Stance]) -> tuple[Status, tuple[Why, ...]]:
    """The status of an event under the claims whose stances are given, outermost first, and why."""
    status, reasons = status_of(lang, draft.trigger, stances)
    if draft.proposal is not None and status.actual and (vetoed := _vetoed(status, draft.proposal)) is not None:
        status = vetoed
        says = f"not told as happened: {vetoed.certainty}, {', '.join(vetoed.auxiliary) or 'no auxiliary'}"
        reasons = (*reasons, Why(by="reader", says=says, span=lang.span(*draft.trigger)))
    return settle(status, draft.type), reasons


def _vetoed(status: Status, t: Trigger) -> Status | None:
    """The status that a sure network puts in place of a fact, or None where it has nothing against it."""
    unreal = {a for a in UNREAL if t.auxiliary[a] >= VETO}
    unknown = t.certainty[Certainty.UNKNOWN] >= VETO
    if not unreal and not unknown:
        return None
    auxiliary = tuple(a for a in Auxiliary if a in status.auxiliary or a in unreal)
    return Status(polarity=status.polarity, certainty=Certainty.UNKNOWN if unknown else status.certainty, auxiliary=auxiliary)
