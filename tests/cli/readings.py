"""Readings for tests, built by hand from words: no trained network needed."""

from __future__ import annotations

from typing import Any

from onrecord.types import (
    Auxiliary,
    Block,
    BlockKind,
    Claim,
    Document,
    Entity,
    Event,
    Figure,
    Form,
    Mention,
    MentionForm,
    MentionKind,
    Place,
    Polarity,
    Qualifier,
    Quantity,
    Reading,
    Source,
    SourceKind,
    Span,
    Stance,
    Status,
    When,
    Why,
    content_id,
)

WHY = (Why(by="rule: subject of an active verb", says="“Iceland” is the subject of “seized”", span=None),)


class Maker:
    """Makes one reading: every ``add`` names words of the text, and the first place where they stand is taken."""

    def __init__(self, text: str, **about: Any) -> None:
        self.text = text
        self.doc = Document(id=content_id("d", text), text_id=content_id("t", text), text=text, language="en", **about)
        self.blocks: list[Block] = []
        self.mentions: list[Mention] = []
        self.entities: dict[str, Entity] = {}
        self.claims: list[Claim] = []
        self.events: list[Event] = []
        self.figures: list[Figure] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def block(self, first: str, last: str, kind: BlockKind) -> None:
        self.blocks.append(Block(start=self.span(first).start, end=self.span(last).end, kind=kind))

    def entity(self, name: str, kind: MentionKind = MentionKind.ORGANIZATION, **more: Any) -> str:
        made = Entity(id=f"e{len(self.entities) + 1}", name=name, kind=kind, **more)
        self.entities[name] = made
        return made.id

    def mention(self, words: str, name: str | None = None, kind: MentionKind = MentionKind.ORGANIZATION) -> str:
        entity = self.entities[name or words].id if (name or words) in self.entities else self.entity(name or words, kind)
        at = self.span(words)
        made = Mention(
            id=f"m{len(self.mentions) + 1}",
            start=at.start,
            end=at.end,
            kind=kind,
            form=MentionForm.NAME,
            entity=entity,
            head=at,
        )
        self.mentions.append(made)
        return made.id

    def claim(self, content: str, source: tuple[str, ...], stance: Stance, **more: Any) -> str:
        cue = more.pop("cue", None)
        made = Claim(
            id=f"c{len(self.claims) + 1}",
            source=Source(mentions=source, kind=more.pop("kind", SourceKind.NAMED)),
            cue=self.span(cue) if cue else None,
            content=(self.span(content),),
            form=more.pop("form", Form.INDIRECT),
            stance=stance,
            confidence=more.pop("confidence", 0.9),
            **more,
        )
        self.claims.append(made)
        return made.id

    def event(self, trigger: str, evidence: str, kind: str, mode: str | None = None, **more: Any) -> str:
        made = Event(
            id=f"v{len(self.events) + 1}",
            codebook="plover",
            type=kind,
            mode=mode,
            trigger=self.span(trigger),
            evidence=self.span(evidence),
            status=more.pop("status", Status()),
            score=None,
            quad="material conflict",
            confidence=more.pop("confidence", 0.87),
            **more,
        )
        self.events.append(made)
        return made.id

    def when(self, words: str, start: str | None, **more: Any) -> When:
        mention = self.mention(words, kind=MentionKind.TIME)
        given = {"end": start, "granularity": "day", "basis": "relative", "confidence": 0.9, **more}
        return When(mention=mention, start=start, **given)

    def figure(self, words: str, of: str, unit: str = "person", **more: Any) -> None:
        given = {"low": None, "high": None, "qualifier": Qualifier.EXACTLY, "confidence": 0.95, "counts": None, **more}
        self.figures.append(Figure(mention=self.mention(words, kind=MentionKind.QUANTITY), of=of, unit=unit, **given))

    def reading(self, **more: Any) -> Reading:
        blocks = self.blocks or [Block(start=0, end=len(self.text), kind=BlockKind.BODY)]
        return Reading(
            made_by={"onrecord": "0"},
            document=self.doc,
            blocks=tuple(blocks),
            sentences=(Span(0, len(self.text)),),
            mentions=tuple(self.mentions),
            entities=tuple(self.entities.values()),
            claims=tuple(self.claims),
            events=tuple(self.events),
            figures=tuple(self.figures),
            **more,
        )


QUARREL = """Iceland Seizes Trawler

Iceland seized a Norwegian trawler off the Westfjords on Monday, and police detained 14 members of its crew.

Subscribe now for just $2 a week.

“The ship was fishing two miles inside our waters,” Jon Hallberg told reporters. “We saw it twice.” \
Norway denied that the trawler had crossed the line. State radio quoted the navy as saying that the coast guard shelled \
the crew of the vessel.

Hallberg denied that his ships had opened fire. Norway will freeze a $40 million loan to Iceland next week, it is believed. \
Up to 2,000 people marched in Oslo.
"""


def quarrel() -> Reading:
    """A story with a promotion, five voices (one within another's report), a denial of a told act, a plan and figures."""
    make = Maker(QUARREL, title="Iceland Seizes Trawler", published="2026-03-18", publisher="The Example Courier")
    make.block("Iceland Seizes Trawler", "Iceland Seizes Trawler", BlockKind.HEADLINE)
    make.block("Iceland seized", "of its crew.", BlockKind.BODY)
    make.block("Subscribe", "a week.", BlockKind.PROMO)
    make.block("“The ship", "in Oslo.", BlockKind.BODY)
    make.entity("Iceland", country="ISL", sectors=("GOV",))
    make.entity("Norway", country="NOR", sectors=("GOV",))
    make.entity("Jon Hallberg", MentionKind.PERSON, country="ISL", sectors=("GOV", "AGR"))
    iceland, norway = make.mention("Iceland seized", "Iceland"), make.mention("Norway denied", "Norway")
    hallberg, police = make.mention("Jon Hallberg"), make.mention("police")
    radio, navy = make.mention("State radio"), make.mention("the navy", "Norwegian navy")
    guard, crew = make.mention("the coast guard", "Icelandic coast guard"), make.mention("members of its crew", "the crew")
    trawler = make.mention("a Norwegian trawler", "Norwegian trawler", MentionKind.VEHICLE)
    fishing = "The ship was fishing two miles inside our waters"
    make.claim(fishing, (hallberg,), Stance.SAYS, form=Form.DIRECT, cue="told", why=WHY)
    make.claim("We saw it twice", (hallberg,), Stance.SAYS, form=Form.DIRECT)
    make.claim("the trawler had crossed the line", (norway,), Stance.DENIES, cue="denied")
    shelled = "the coast guard shelled the crew of the vessel"
    quoting = make.claim(f"the navy as saying that {shelled}", (radio,), Stance.SAYS, cue="quoted")
    naval = make.claim(shelled, (navy,), Stance.SAYS, cue="saying", within=quoting)
    denial = make.claim("his ships had opened fire", (hallberg,), Stance.DENIES, cue="denied that his")
    belief = make.claim("Norway will freeze a $40 million loan", (), Stance.BELIEVES, kind=SourceKind.IMPERSONAL)
    make.event(
        "seized",
        "Iceland seized a Norwegian trawler off the Westfjords on Monday",
        "COERCE",
        "seize",
        actors=(iceland,),
        recipients=(trawler,),
        when=make.when("on Monday", "2026-03-16"),
        place=Place(name="Westfjords", country="ISL", precision="admin1"),
        why=WHY,
    )
    fourteen = make.mention("14", kind=MentionKind.QUANTITY)
    make.event(
        "detained",
        "police detained 14 members of its crew",
        "COERCE",
        "arrest",
        actors=(police,),
        recipients=(crew,),
        quantities=(Quantity(what="arrested", low=14, high=14, qualifier=Qualifier.EXACTLY, unit="person", mention=fourteen),),
    )
    make.event(
        "shelled",
        shelled,
        "ASSAULT",
        "artillery",
        actors=(guard,),
        recipients=(crew,),
        happening="h1",
        according_to=(quoting, naval),
    )
    make.event(
        "opened fire",
        "his ships had opened fire",
        "ASSAULT",
        happening="h1",
        according_to=(denial,),
        status=Status(polarity=Polarity.NEGATIVE),
    )
    make.event(
        "freeze",
        "Norway will freeze a $40 million loan to Iceland next week",
        "SANCTION",
        "discontinue",
        actors=(norway,),
        recipients=(iceland,),
        according_to=(belief,),
        status=Status(auxiliary=(Auxiliary.FUTURE,)),
    )
    make.figure("Up to 2,000", "people marching in Oslo", high=2000, qualifier=Qualifier.UP_TO)
    make.figure("$40 million", "loan to Iceland", "USD", low=4e7, high=4e7, according_to=(belief,))
    return make.reading()


def empty() -> Reading:
    """A page on which nothing was found."""
    return Maker("Nothing of note.").reading(notes=("no publication date: relative dates are left unresolved",))
