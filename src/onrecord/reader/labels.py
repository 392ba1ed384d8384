"""The label sets of the reader's heads; index 0 of a begin/inside set is O. The order is part of a trained model."""

from __future__ import annotations

import re

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
DEPRELS = tuple(
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj cop csubj "
    "csubj:outer csubj:pass dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark nmod "
    "nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct "
    "reparandum root vocative xcomp".split()
)
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
ENTITIES = ("O", *"abstract animal event object organization person place plant substance time".split())
SPANS = ("O", "B", "I")
TYPES = tuple(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
TRIGGERS = ("O", *(f"{begin}-{name}" for name in TYPES for begin in "BI"))
MODES_BY_TYPE = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
    "crowd-control unconventional",
}
MODES = ("-", *sorted({mode for modes in MODES_BY_TYPE.values() for mode in modes.split()}))
CERTAINTY = tuple("certain probable possible unknown".split())
AUXILIARY = tuple("historical future hypothetical negation question".split())
LINKS = tuple("source content actor recipient".split())
SHAPES = tuple("pad lower title upper mixed digits mark initial".split())

_DIGITS = re.compile(r"\d")


def shape_of(word: str, *, opens: bool) -> int:
    """The shape of a word as an index into ``SHAPES``; ``opens`` where it is the first of its sentence."""
    if _DIGITS.search(word):
        return SHAPES.index("digits")
    if not any(ch.isalpha() for ch in word):
        return SHAPES.index("mark")
    if word.islower():
        return SHAPES.index("lower")
    if word.isupper() and len(word) > 1:
        return SHAPES.index("upper")
    if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
        return SHAPES.index("initial" if opens else "title")
    return SHAPES.index("mixed")
