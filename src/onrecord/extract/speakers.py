"""Whose words are these: sources for claims whose own sentence names none.

A lead-in ("The minister said:") opens the statement below it; a quotation that runs on belongs to the speaker beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.claim_draft import ClaimDraft, in_sentences, quotation_over
from onrecord.extract.syntax import above, block_of, core_phrase, dependents, has_case, head_of
from onrecord.lexicon.reporting import is_impersonal, stance_of
from onrecord.types import Attribution, Form, Language, Span, Stance, Why

Range = tuple[int, int]
HEARSAY = {"report", "rumor", "rumour"}
SPEAKING = {"person", "organization", "place"}  # GUM's entity types that can say something; a place for its government
REACH_BACK, REACH_AHEAD = 3, 2  # sentences


# --- lead-ins ---------------------------------------------------------------------------------------------------------


def lead_ins(lang: Language) -> dict[int, Attribution]:
    """Cues without content at whose sentence's end a colon opens a statement, by the number of the sentence below."""
    found = {}
    for a in lang.attributions:
        if a.cue is None or a.content or not a.sources:
            continue
        number = lang.sentence_of(a.cue[0])
        if lang.words[lang.bounds[number][1] - 1] == ":" and number + 1 < len(lang.sentences):
            found[number + 1] = a
    return found


def with_lead_ins(lang: Language, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The first sentence below a lead-in is a direct claim with the lead-in's cue and source."""
    leads = lead_ins(lang)
    found = []
    for d in drafts:
        a = leads.get(d.sentence)
        if a is None or a.cue is None or d.cue is not None:
            found.append(d)
            continue
        leads.pop(d.sentence)
        stance, entry = stance_of(lang.text(*a.cue)) or (Stance.SAYS, "no entry: taken as saying")
        why = Why(by="lead-in", says=f"{stance}: {entry}, with a colon before the statement", span=lang.span(*a.cue))
        found.append(replace(d, cue=a.cue, sources=a.sources, form=Form.DIRECT, stance=stance, score=a.score, why=(*d.why, why)))
    return found


def sources_of(lang: Language, a: Attribution, form: Form) -> tuple[tuple[Range, ...], bool]:
    """The sources of a proposal in its own sentence, and whether its cue says that there is none ("it is believed")."""
    if a.cue is None:
        return a.sources, False
    if is_impersonal(lang.text(*a.cue)) or is_hearsay(lang, a.cue) or _is_said_of_it(lang, a.cue):
        agents = tuple(s for s in a.sources if has_case(lang, head_of(lang, s), "by", "from"))
        return agents, not agents
    return a.sources or (subject_of(lang, a.cue) if form is Form.INDIRECT else ()), False


def _is_said_of_it(lang: Language, cue: Range) -> bool:
    """ "It is believed", "it was also thought": a passive whose subject is an empty "it"."""
    verb = head_of(lang, cue)
    subjects = dependents(lang, verb, "nsubj:pass", "expl")
    return bool(dependents(lang, verb, "aux:pass")) and any(lang.words[i].lower() == "it" for i in subjects)


def is_hearsay(lang: Language, cue: Range) -> bool:
    """ "Reports", "rumours" that are nobody's: a noun without an owner or a name before it."""
    noun = head_of(lang, cue)
    if lang.lemmas[noun] not in HEARSAY or lang.upos[noun] != "NOUN":
        return False
    owned = dependents(lang, noun, "nmod:poss") or any(
        lang.upos[c] == "PROPN" for c in dependents(lang, noun, "compound", "nmod:desc")
    )
    return not owned


def subject_of(lang: Language, cue: Range) -> tuple[Range, ...]:
    """Who stands to a cue as its subject or owner in the tree, for a cue that the network linked to nobody; maybe none.

    A passive cue ("is expected") has no speaker there, and neither has one without a person, body or country before it.
    """
    word = head_of(lang, cue)
    if dependents(lang, word, "aux:pass", "nsubj:pass"):
        return ()
    found = dependents(lang, word, "nsubj", "nmod:poss")
    if not found and lang.deprel[word] in {"acl", "acl:relcl"}:
        found = [int(lang.head[word])]
    if not found and lang.deprel[word] in {"conj", "xcomp", "advcl", "parataxis", "obj"}:
        found = next((f for at in above(lang, word)[:2] if (f := dependents(lang, at, "nsubj"))), [])
    return tuple(core_phrase(lang, i) for i in found[:1] if lang.entity[i] in SPEAKING or lang.upos[i] in {"PRON", "PROPN"})


# --- lenders: the first rule that answers -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All claims of a page in order, and the lender of each that has one so far."""

    lang: Language
    drafts: Sequence[ClaimDraft]
    quotations: Sequence[Span]
    named: Sequence[int]  # those with a cue and a source of their own
    lent: dict[int, int]

    def within(self, span: Span) -> Sequence[int]:
        """The named claims of the sentences that share a character with a stretch of text."""
        first = bisect_right(self.lang.sentences, span.start, key=lambda s: s.end)
        return self.between(first, bisect_left(self.lang.sentences, span.end, key=lambda s: s.start))

    def between(self, first: int, end: int) -> Sequence[int]:
        """The named claims of the sentences ``[first, end)``."""
        low, high = (bisect_left(self.named, at, key=lambda i: self.drafts[i].sentence) for at in (first, end))
        return self.named[low:high]


Lender = Callable[[Scene, int], int | None]


def _same_quotation(scene: Scene, i: int) -> int | None:
    """A claim with a cue whose content lies in the same quotation marks."""
    mine = quotation_over(scene.quotations, scene.drafts[i].content[0])
    if mine is None:
        return None
    near = [j for j in scene.within(mine) if any(mine.overlaps(c) for c in scene.drafts[j].content)]
    return min(near, key=lambda j: abs(scene.drafts[j].sentence - scene.drafts[i].sentence), default=None)


def _same_block(scene: Scene, i: int) -> int | None:
    """The nearest claim with a quotation of its own in the same paragraph, an earlier one first."""
    mine = scene.drafts[i]
    block = block_of(scene.lang, mine.content[0])
    if block is None:
        return None
    near = [
        j
        for j in scene.within(block.span)
        if scene.drafts[j].form is not Form.INDIRECT or scene.drafts[j].sentence < mine.sentence
    ]
    return min(
        near,
        key=lambda j: (abs(scene.drafts[j].sentence - mine.sentence), scene.drafts[j].sentence > mine.sentence),
        default=None,
    )


def _running(scene: Scene, i: int) -> int | None:
    """The statement that runs on from the sentence before: its speaker."""
    at = scene.drafts[i].sentence
    before = range(in_sentences(scene.drafts, at - 1, at).start, i)
    return next((scene.lent[j] for j in reversed(before) if j in scene.lent), None)


def _speaker_before(scene: Scene, i: int) -> int | None:
    """The last speaker named before, a few sentences back."""
    at = scene.drafts[i].sentence
    return max(scene.between(at - REACH_BACK, at), key=lambda j: scene.drafts[j].sentence, default=None)


def _speaker_after(scene: Scene, i: int) -> int | None:
    """The speaker of a quotation just below: a quotation may come before its speaker."""
    at = scene.drafts[i].sentence
    near = [j for j in scene.between(at + 1, at + 1 + REACH_AHEAD) if scene.drafts[j].form is not Form.INDIRECT]
    return min(near, key=lambda j: scene.drafts[j].sentence, default=None)


LENDERS: tuple[Lender, ...] = (_same_quotation, _same_block, _running, _speaker_before, _speaker_after)


def lend_sources(lang: Language, drafts: Sequence[ClaimDraft], quotations: Sequence[Span]) -> tuple[ClaimDraft, ...]:
    """Links every claim whose own words name no source to the claim whose source it shares, if there is one.

    An impersonal cue ("it is believed") borrows nothing, nor does an indirect report with a cue of its own.
    """
    named = [i for i, d in enumerate(drafts) if d.cue is not None and d.sources]
    scene = Scene(lang=lang, drafts=drafts, quotations=quotations, named=named, lent={})
    found = []
    for i, d in enumerate(drafts):
        own = d.sources or d.impersonal or (d.cue is not None and d.form is not Form.DIRECT)
        lender = None if own else next((j for rule in LENDERS if (j := rule(scene, i)) is not None and j != i), None)
        if lender is None:
            found.append(d)
            continue
        scene.lent[i] = lender
        why = Why(
            by="quotation", says="its sentence names no speaker: credited to the one beside it", span=drafts[lender].content[0]
        )
        found.append(replace(d, borrowed=lender, why=(*d.why, why)))
    return tuple(found)
