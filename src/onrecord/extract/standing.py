"""What stands behind an event: told as happened, denied, planned, imagined. Rules on the words and the network together."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.events import EventDraft
from onrecord.extract.status import settle, status_of
from onrecord.types import Auxiliary, Certainty, Language, Polarity, Stance, Status, Trigger, Why

SURE = 0.5  # the network's answer stands from even odds on
# Which of the two is believed, by what was measured on gold train by document folds: words tell negation and questions
# better, the network everything that depends on the sense of the governing verb.
BY_NETWORK = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL, Auxiliary.HISTORICAL)


def standing_of(lang: Language, draft: EventDraft, stances: Sequence[Stance]) -> tuple[Status, tuple[Why, ...]]:
    """The status of an event and why."""
    status, reasons = status_of(lang, draft.trigger, stances)
    if draft.proposal is not None:
        status, told = _blended(lang, status, draft.proposal)
        reasons = (*reasons, *told)
    return settle(status, draft.type), reasons


def _blended(lang: Language, status: Status, t: Trigger) -> tuple[Status, tuple[Why, ...]]:
    span = lang.span(*t.tokens)
    certainty = Certainty(max(t.certainty, key=t.certainty.__getitem__))
    auxiliary = {a for a in Auxiliary if (t.auxiliary[a] >= SURE if a in BY_NETWORK else a in status.auxiliary)}
    says = f"certainty {certainty} {t.certainty[certainty]:.2f}" + "".join(
        f", {a} {t.auxiliary[a]:.2f}" for a in BY_NETWORK if a in auxiliary
    )
    polarity = Polarity.NEGATIVE if Auxiliary.NEGATION in auxiliary else Polarity.POSITIVE
    blended = Status(polarity=polarity, certainty=certainty, auxiliary=tuple(a for a in Auxiliary if a in auxiliary))
    return blended, (Why(by="reader", says=says, span=span),)
