"""Why is a record what it is? Each of its fields, the words it comes from, and what decided it."""

from __future__ import annotations

from onrecord.cli.phrases import amount, counted, date_words, hedge, percent, standing, tally, where
from onrecord.cli.study import Study
from onrecord.types import Claim, Event, Figure, Form, Place, SourceKind

FORMS = {
    Form.DIRECT: "all in quotation marks",
    Form.INDIRECT: "retold, without quotation marks",
    Form.MIXED: "partly in quotation marks",
}
KINDS = {
    SourceKind.NAMED: "named",
    SourceKind.UNNAMED: "meant, but not named",
    SourceKind.IMPERSONAL: "impersonal: nobody in particular",
    SourceKind.DOCUMENT: "a document",
}
BASES = {
    "explicit": "written in full",
    "relative": "worked out",
    "published": "the day of publication",
    "unresolved": "could not be worked out",
}


def lay_event(study: Study, event: Event) -> list[str]:
    """An event, from its words to whose word it is."""
    act = " ".join(part for part in (event.type, event.mode or "", *event.context) if part)
    score = "" if event.score is None else f", score {event.score:g}"
    lines = study.title(f"EVENT {event.id}")
    lines += study.field("what", f"{act} ({event.codebook}): {event.quad}{score}; {percent(event.confidence)} sure", event.why)
    lines += study.field("its words", study.place(event.trigger))
    lines += _parties(study, "who", event.actors)
    lines += _parties(study, "to whom", event.recipients)
    lines += _place(study, event.place, where(event))
    lines += _when(study, event)
    for quantity in event.quantities:
        span = study.people.span(quantity.mention)
        lines += study.field("how many", (tally(quantity) or quantity.what) + (f", from {study.place(span)}" if span else ""))
    lines += study.field("told as", _status(study, event))
    lines += _on_whose_word(study, event)
    return lines + study.field("the same", _same(study, event))


def lay_claim(study: Study, claim: Claim) -> list[str]:
    """A statement, its cue, its source, its content, and the statements around it."""
    lines = study.title(f"STATEMENT {claim.id}")
    lines += study.field("stance", f"{study.who_says(claim)}; {percent(claim.confidence)} sure", claim.why)
    cue = study.place(claim.cue) if claim.cue else "none: the quotation stands alone, or goes on"
    lines += study.field("cue", cue)
    lines += study.field("source", KINDS[claim.source.kind])
    lines += _parties(study, "who says it", claim.source.mentions)
    for span in claim.content:
        lines += study.field("what is said", study.place(span))
    lines += study.field("in the form", FORMS[claim.form])
    outer = study.people.claim(claim.within or "")
    lines += study.field("within", f"{outer.id}: {study.who_says(outer)}" if outer else "")
    held = [record for record in study.reading.claims if record.within == claim.id]
    for record in held:
        lines += study.field("holds", f"{record.id}: {study.who_says(record)}")
    for event in study.reading.events:
        if claim.id in event.according_to:
            lines += study.field("holds", f"{event.id}: {event.type} {study.place(event.trigger)}")
    return lines


def lay_figure(study: Study, figure: Figure) -> list[str]:
    """A number: what it counts, and who says so."""
    span = study.people.span(figure.mention)
    much = amount(figure.low, figure.high, figure.qualifier, figure.unit) or "a number that was not made out"
    lines = study.title("FIGURE")
    lines += study.field(
        "how many", f"{much} ({figure.qualifier}), unit {figure.unit}; {percent(figure.confidence)} sure", figure.why
    )
    lines += study.field("its words", study.place(span) if span else "")
    lines += study.field("of what", counted(figure) + (f", from {study.place(figure.counts)}" if figure.counts else ""))
    when = figure.when
    lines += study.field("when", date_words(when, study.people), when.why if when else ())
    voice = study.people.voice_of(figure.according_to)
    return lines + study.field("on the word of", voice.label if voice else "the page itself")


def _parties(study: Study, label: str, mention_ids: tuple[str, ...]) -> list[str]:
    """Everybody on one side: the name, the words, what is known of them and from where."""
    lines = []
    for mention in filter(None, map(study.mention, mention_ids)):
        entity = study.entity(mention)
        if entity is None:
            lines += study.field(label, f"{study.place(mention.span)}: nobody that is known")
            continue
        members = ", ".join(one.name for one in study.reading.entities if one.id in entity.members)
        known = [entity.country or "", " ".join(entity.sectors), f"as {entity.known_as}" if entity.known_as else ""]
        told = ", ".join(part for part in (entity.kind, *known) if part)
        text = f"{entity.name} ({told}), {mention.form} {study.place(mention.span)}"
        lines += study.field(label, f"{text}; stands for {members}" if members else text, entity.why)
    return lines


def _place(study: Study, place: Place | None, name: str) -> list[str]:
    if place is None:
        return study.field("where", "no place: none of the words around it was taken for where it happened")
    span = study.people.span(place.mention)
    parts = [name, f"from {study.place(span)}" if span else ""]
    if place.lat is not None and place.lon is not None:
        parts.append(f"{place.lat:g} {place.lon:g}, precise to the {place.precision or 'unknown'}")
    else:
        parts.append("not found on the map: no list has it")
    return study.field("where", ", ".join(part for part in parts if part), place.why)


def _when(study: Study, event: Event) -> list[str]:
    when = event.when
    if when is None:
        return study.field("when", "no day: no words around it say when; the day of publication is not taken for it")
    span = study.people.span(when.mention)
    told = [when.start or "no date", f"to {when.end}" if when.end not in {None, when.start} else ""]
    about = f"({when.granularity}, {BASES.get(when.basis, when.basis)}; {percent(when.confidence)} sure)"
    words = f"from {study.place(span)}" if span else ""
    return study.field("when", " ".join(part for part in (*told, about, words) if part), when.why)


def _status(study: Study, event: Event) -> str:
    """How the voice puts it, in a word and in the record's own terms."""
    status = event.status
    claim = study.people.claim(event.according_to[-1]) if event.according_to else None
    word = "happened" if status.actual else standing(event, claim.stance if claim else None)
    hedged = hedge(event)
    terms = ", ".join([status.polarity, status.certainty, *status.auxiliary])
    return f"{word}{f', {hedged}' if hedged else ''} ({terms})"


def _on_whose_word(study: Study, event: Event) -> list[str]:
    """The chain of voices, outermost first, and whether the page itself tells it as a fact."""
    lines: list[str] = []
    for claim in filter(None, map(study.people.claim, event.according_to)):
        lines += study.field("who quotes" if lines else "on the word of", f"{study.who_says(claim)} ({claim.id})")
    if not event.according_to:
        lines += study.field("on the word of", "the page itself")
    fact = event.status.actual and not event.according_to
    return lines + study.field("so it is", "a fact of the page" if fact else "no fact of the page")


def _same(study: Study, event: Event) -> str:
    """The other records of one and the same happening."""
    if event.happening is None:
        return ""
    others = [one for one in study.reading.events if one.happening == event.happening and one.id != event.id]
    return "; ".join(f"{one.id} {study.place(one.trigger)}" for one in others)
