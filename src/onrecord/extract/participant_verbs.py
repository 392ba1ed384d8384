"""Who acts and who suffers by a verb: the subject acts, the object or "against" suffers; a passive turns that round with "by".

The strengths are set by hand, in view of how often each path of the tree leads to a participant on gold train (2,082 events,
2026-11-25); turning one preposition on or off moves the F1 of a side by at most .01.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.participant_acts import ACTOR, RECIPIENT, Act, Frame, Part
from onrecord.extract.participant_words import DEMANDS, HARM, INVERSE
from onrecord.extract.syntax import antecedent_of, case_of, dependents, is_passive, subjects_of
from onrecord.types import Language


def subject_side(lang: Language, act: Act, verb: int) -> str:
    """The side of a verb's subject: a passive's, a receiver's and that of whoever "must" do something is the recipient's."""
    words = {lang.lemmas[i].lower() for i in (*range(*act.tokens), *dependents(lang, act.head, "aux"))}
    if act.type == "REQUEST" and words & DEMANDS:
        return RECIPIENT
    turned = lang.lemmas[verb].lower() in INVERSE
    return RECIPIENT if is_passive(lang, verb) or turned else ACTOR


def subject(lang: Language, act: Act) -> Iterator[Part]:
    """The verb's own subject; a relative pronoun's noun for the pronoun."""
    side = subject_side(lang, act, act.head)
    for word in subjects_of(lang, act.head):
        yield Part(head=antecedent_of(lang, word), role=side, strength=0.85, by="subject")


def _agent(lang: Language, act: Act) -> Iterator[Part]:
    """ "By" whom, in a passive."""
    for c in dependents(lang, act.head, "obl:agent", "obl"):
        if lang.deprel[c] == "obl:agent" or (case_of(lang, c) == "by" and is_passive(lang, act.head)):
            yield Part(head=c, role=ACTOR, strength=0.9, by="agent")


def _object(lang: Language, act: Act) -> Iterator[Part]:
    """Whom the verb hits, gives to or tells; where it hits a thing, the thing's owner."""
    side = ACTOR if lang.lemmas[act.head].lower() in INVERSE else RECIPIENT
    for c in dependents(lang, act.head, "obj", "iobj"):
        yield Part(head=c, role=side, strength=0.85, by="object")
        if side is RECIPIENT:
            for owner in dependents(lang, c, "nmod:poss"):
                yield Part(head=owner, role=RECIPIENT, strength=0.45, by="owner of the object")


VERB_CASES = {
    "against": 0.9,
    "with": 0.55,
    "to": 0.55,
    "on": 0.55,
    "upon": 0.55,
    "at": 0.4,
    "for": 0.4,
    "from": 0.35,
    "of": 0.5,
    "toward": 0.5,
    "towards": 0.5,
}


def oblique(lang: Language, act: Act) -> Iterator[Part]:
    """Against, with, to, on whom."""
    for c in dependents(lang, act.head, "obl", "nmod", "obl:arg"):
        case = case_of(lang, c)
        if case == "with" and act.mutual(lang):
            yield Part(head=c, role=ACTOR, strength=0.85, by="with")
        elif case in VERB_CASES and not (case == "from" and is_passive(lang, act.head)):
            yield Part(head=c, role=RECIPIENT, strength=VERB_CASES[case], by=case)


SHARED = {"conj": 0.8, "xcomp": 0.75, "advcl": 0.65, "parataxis": 0.5, "ccomp": 0.3, "csubj": 0.4, "acl": 0.4}


def shared(lang: Language, act: Act) -> Iterator[Part]:
    """The subject of the clause that this one leans on: coordination, infinitives, participles; the object where that is told to act."""
    if subjects_of(lang, act.head):
        return
    at, strength = act.head, 1.0
    for _ in range(3):
        relation = lang.deprel[at]
        if relation not in SHARED or lang.head[at] == at:
            return
        strength *= SHARED[relation]
        at = int(lang.head[at])
        told = dependents(lang, at, "obj", "iobj") if relation == "xcomp" else []
        above = told or [antecedent_of(lang, s) for s in subjects_of(lang, at)]
        if above:
            side = subject_side(lang, act, act.head)
            yield from (Part(head=h, role=side, strength=strength, by=f"shared through {relation}") for h in above)
            return


def _participle(lang: Language, act: Act) -> Iterator[Part]:
    """The noun that a participle or relative clause without a subject of its own describes."""
    relation = lang.deprel[act.head]
    if not relation.startswith("acl") or subjects_of(lang, act.head):
        return
    noun = int(lang.head[act.head])
    word = lang.words[act.head].lower()
    if relation == "acl:relcl":
        yield Part(head=noun, role=subject_side(lang, act, act.head), strength=0.7, by="relative clause")
    elif word.endswith("ing"):
        yield Part(head=noun, role=ACTOR, strength=0.65, by="participle")
    elif not any(lang.words[c].lower() == "to" for c in lang.children[act.head]):
        yield Part(head=noun, role=RECIPIENT, strength=0.7, by="participle")


def _fallen(lang: Language, act: Act) -> Iterator[Part]:
    """Whom an attack killed or wounded, told in a clause of its own: "attacked a hotel, killing at least five"."""
    if act.type in {None, "ASSAULT"}:
        for clause in dependents(lang, act.head, "advcl", "conj", "acl"):
            if lang.lemmas[clause].lower() in HARM:
                yield from (Part(head=h, role=RECIPIENT, strength=0.75, by="toll") for h in dependents(lang, clause, "obj"))


VERBAL: tuple[Frame, ...] = (subject, _agent, _object, oblique, shared, _participle, _fallen)
