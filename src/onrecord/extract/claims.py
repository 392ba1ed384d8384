"""Claims: who says what, from the network's attributions, the quotation marks and the reporting lexicon.

Source, cue and content as in PARC3 and PolNeAR, cut by the annotation guideline: one claim a sentence, quotation marks and
final stop outside the content, quotations that run on credited to the speaker beside them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.extract.claim_draft import ClaimDraft, by_sentence, in_sentence, quotation_over
from onrecord.extract.speakers import is_hearsay, lead_ins, lend_sources, sources_of, with_lead_ins
from onrecord.extract.syntax import block_of, dependents, head_of
from onrecord.lexicon.reporting import stance_of
from onrecord.text.quotes import find_quotations
from onrecord.types import Attribution, BlockKind, Form, Language, Span, Stance, Why

Range = tuple[int, int]
EDGES = set("“”\"„«»'‘’`.,;:!?—–- ") | {"...", "…"}
QUOTED = 0.85  # share of a content's letters in quotation marks from which it is direct; speech tags inside cost a few
BARE = 0.85  # a content without a cue is kept from this score on where no quotation mark vouches for it (swept 0.4-1 on gold dev)
NEAR = 2  # words between the beginnings of a content and of its clause
SAME = 0.7  # shared share of two contents from which they are one
LEAST = 2  # words of a content: a single one is a splinter
SHORT = 20  # characters: a shorter sentence in marks may be a title or a slogan
BOUNDARY_WORDS = {"that"}


def find_claims(lang: Language) -> tuple[ClaimDraft, ...]:
    """All claims of a page in order of the text, nested ones and borrowed sources linked by index."""
    quotations = quotations_of(lang)
    drafts = [d for a in lang.attributions if (d := draft_of(lang, a, quotations))]
    drafts += _hearsay(lang, drafts)
    drafts += _bare(lang, quotations, drafts)
    drafts = with_lead_ins(lang, _distinct(lang, drafts))
    drafts.sort(key=lambda d: (d.sentence, d.cue or (10**9, 0), d.content))
    return nest(lang, lend_sources(lang, drafts, quotations))


def quotations_of(lang: Language) -> tuple[Span, ...]:
    """The insides of all quotation marks, block by block."""
    return tuple(q for b in lang.blocks for q in find_quotations(lang.doc.text, b.span))


def draft_of(lang: Language, a: Attribution, quotations: Sequence[Span]) -> ClaimDraft | None:
    """One proposal as a claim, or None where nothing is left of its content."""
    ranges = _completed(a.content, complement_of(lang, a.cue)) if a.cue else a.content
    content = tuple(s for r in ranges if (s := clean(lang, r)))
    if not content or content_words(lang, content) < LEAST:
        return None
    form = form_of(lang, content, quotations)
    if a.cue is None and form is not Form.DIRECT and (a.score < BARE or _heads(lang, content[0])):
        return None
    cue = lang.text(*a.cue) if a.cue else ""
    known = stance_of(cue) if cue else None
    sources, impersonal = sources_of(lang, a, form)
    stance, entry = known or (Stance.SAYS, "no entry: taken as saying")
    why = [Why(by="reader", says=f"attribution, score {a.score:.2f}", span=lang.span(*a.cue) if a.cue else content[0])]
    if a.cue:
        why.append(Why(by="reporting verbs", says=f"{stance}: {entry}", span=lang.span(*a.cue)))
    return ClaimDraft(
        sentence=lang.sentence_of(a.cue[0] if a.cue else a.content[0][0]),
        cue=a.cue,
        sources=sources,
        content=content,
        form=form,
        stance=stance,
        impersonal=impersonal,
        score=a.score,
        why=tuple(why),
    )


def _completed(content: tuple[Range, ...], clause: tuple[Range, ...]) -> tuple[Range, ...]:
    """A content that breaks off inside the clause its cue governs, to the clause's end; the clause where there is none."""
    if not content or not clause:
        return content or clause
    (first, end), (start, stop) = content[-1], clause[0]
    opens = abs(content[0][0] - start) <= NEAR
    return (*content[:-1], (first, stop)) if opens and end < stop else content


def complement_of(lang: Language, cue: Range) -> tuple[Range, ...]:
    """The clause that a cue governs in the tree, where the network gave it no content (inside another's: tags don't nest)."""
    verb = head_of(lang, cue)
    clauses = [c for c in dependents(lang, verb, "ccomp", "xcomp") if c > verb and lang.upos[c] != "ADJ"]
    if not clauses:
        return ()
    words = [i for i in lang.subtree(clauses[0]) if i >= cue[1]]
    return ((words[0], words[-1] + 1),) if len(words) > 1 else ()


def content_words(lang: Language, content: Iterable[Span]) -> int:
    """How many words a content has."""
    return sum(end - first for first, end in map(lang.tokens_in, content))


def clean(lang: Language, span: Range) -> Span | None:
    """A content's characters: inside one sentence, marks and a leading "that" left out at its edges."""
    first, end = span
    while first < end and (
        lang.words[first] in EDGES or (lang.words[first].lower() in BOUNDARY_WORDS and lang.upos[first] == "SCONJ")
    ):
        first += 1
    while end > first and lang.words[end - 1] in EDGES:
        end -= 1
    return lang.span(first, end) if first < end else None


def form_of(lang: Language, content: Iterable[Span], quotations: Sequence[Span]) -> Form:
    """Direct, indirect or mixed, by the share of the content's letters that stand in quotation marks."""
    letters = quoted = 0
    for span in content:
        near = quotations[
            bisect_right(quotations, span.start, key=lambda q: q.end) : bisect_left(quotations, span.end, key=lambda q: q.start)
        ]
        for i in range(span.start, span.end):
            if lang.doc.text[i].isalnum():
                letters += 1
                quoted += any(q.start <= i < q.end for q in near)
    if not letters or not quoted:
        return Form.INDIRECT
    return Form.DIRECT if quoted / letters >= QUOTED else Form.MIXED


def _bare(lang: Language, quotations: Sequence[Span], drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """Whole sentences inside quotation marks that no proposal covers: the rest of a running quotation."""
    found = []
    leads = lead_ins(lang)
    known = by_sentence(drafts)
    for number, sentence in enumerate(lang.sentences):
        content = clean(lang, lang.bounds[number])
        if content is None or any(c.overlaps(content) for d in known.get(number, ()) for c in d.content):
            continue
        if number in leads or (len(content) > SHORT and quotation_over(quotations, content)):
            why = (Why(by="quotation", says="a whole sentence in quotation marks or below a lead-in", span=sentence),)
            found.append(
                ClaimDraft(
                    sentence=number,
                    cue=None,
                    sources=(),
                    content=(content,),
                    form=Form.DIRECT,
                    stance=Stance.SAYS,
                    impersonal=False,
                    score=0.6,
                    why=why,
                )
            )
    return found


def _hearsay(lang: Language, drafts: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """ "Reports of …", "rumours that …" that are nobody's: impersonal claims, also where the network saw none."""
    found = []
    for i in range(len(lang.words)):
        if not is_hearsay(lang, (i, i + 1)) or any(d.cue and d.cue[0] <= i < d.cue[1] for d in drafts):
            continue
        below = [c for c in dependents(lang, i, "nmod", "acl", "ccomp", "advcl") if c > i]
        words = [w for c in below[:1] for w in lang.subtree(c) if w > i]
        if words and lang.words[i + 1].lower() in {"of", "that"} and (span := clean(lang, (max(words[0], i + 2), words[-1] + 1))):
            why = Why(
                by="hearsay", says=f"“{lang.words[i]} {lang.words[i + 1]}” names nobody who speaks", span=lang.span(i, i + 1)
            )
            found.append(
                ClaimDraft(
                    sentence=lang.sentence_of(i),
                    cue=(i, i + 1),
                    sources=(),
                    content=(span,),
                    form=Form.INDIRECT,
                    stance=Stance.SAYS,
                    impersonal=True,
                    score=0.7,
                    why=(why,),
                )
            )
    return found


def _heads(lang: Language, span: Span) -> bool:
    """Whether a span stands in a headline or subhead: their own words are the page's."""
    block = block_of(lang, span)
    return block is not None and block.kind in {BlockKind.HEADLINE, BlockKind.SUBHEAD}


def _distinct(lang: Language, drafts: Iterable[ClaimDraft]) -> list[ClaimDraft]:
    """One claim for much the same content where neither cue stands in the other's: the better proposal stays."""
    kept: list[ClaimDraft] = []
    here: dict[int, list[ClaimDraft]] = {}
    for d in sorted(drafts, key=_worth, reverse=True):
        beside = here.setdefault(d.sentence, [])
        if not any(_same(lang, d, other) for other in beside):
            kept.append(d)
            beside.append(d)
    return [_without_hearsay(d, here[d.sentence]) for d in kept]


def _worth(d: ClaimDraft) -> tuple[bool, bool, float]:
    """Claims with a cue before those without, with a voice or expressly none before those that lack one, then by score."""
    return d.cue is not None, bool(d.sources) or d.impersonal, d.score


def _same(lang: Language, one: ClaimDraft, other: ClaimDraft) -> bool:
    mine, theirs = ({i for c in d.content for i in range(c.start, c.end)} for d in (one, other))
    nested = any(d.cue and e.holds(lang.span(*d.cue)) for d, e in ((one, other), (other, one)))
    return not nested and len(mine & theirs) >= SAME * len(mine | theirs)


def _without_hearsay(d: ClaimDraft, beside: Sequence[ClaimDraft]) -> ClaimDraft:
    """A content without the stretches that stand in a hearsay's: "Russia claims …, there are reports of …" are two voices."""
    heard = [c for o in beside if o is not d and o.impersonal for c in o.content]
    left = tuple(c for c in d.content if not any(h.overlaps(c) for h in heard))
    return replace(d, content=left) if left and len(d.content) > 1 else d


# --- chains -----------------------------------------------------------------------------------------------------------


def nest(lang: Language, drafts: tuple[ClaimDraft, ...]) -> tuple[ClaimDraft, ...]:
    """Links every claim that stands in another's content to the smallest such claim; the drafts are in order of their sentences."""
    found = []
    for i, d in enumerate(drafts):
        anchor = lang.span(*d.cue) if d.cue else d.content[0]
        around = [
            j
            for j in in_sentence(drafts, d.sentence)
            if j != i and drafts[j].holds(anchor) and drafts[j].size > d.size and not (drafts[j].cue is None and d.cue is None)
        ]
        within = min(around, key=lambda j: drafts[j].size, default=None)
        found.append(replace(d, within=within))
    return tuple(found)


def chain_at(drafts: Sequence[ClaimDraft], span: Span, sentence: int | None = None) -> tuple[int, ...]:
    """The claims in whose content a span begins, outermost first; only those of its sentence are asked where it is known."""
    asked = range(len(drafts)) if sentence is None else in_sentence(drafts, sentence)
    holding = [i for i in asked if drafts[i].holds(span)]
    return tuple(sorted(holding, key=lambda i: (-drafts[i].size, i)))
