"""Who acts and who suffers by the tree alone: PLOVER's reading of Universal Dependencies, as frames with a strength."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.participant_acts import ACTOR, RECIPIENT, Act, Part
from onrecord.extract.participant_nouns import NOMINAL_FRAMES
from onrecord.extract.participant_verbs import VERBAL
from onrecord.extract.syntax import conjuncts, head_of
from onrecord.types import Language

Range = tuple[int, int]


def parts_of(lang: Language, tokens: Range, kind: str | None = None) -> list[Part]:
    """All parts that the frames see for a trigger, coordinated ones apart; words of the trigger itself are none."""
    found = []
    for act in _acts(lang, tokens, kind):
        verbal = lang.upos[act.head] in {"VERB", "AUX"}
        for frame in VERBAL if verbal else NOMINAL_FRAMES:
            for part in frame(lang, act):
                found += [replace(part, head=h) for h in conjuncts(lang, part.head) if not tokens[0] <= h < tokens[1]]
    return [_mutual(lang, tokens, kind, p) for p in found]


def _acts(lang: Language, tokens: Range, kind: str | None) -> list[Act]:
    """The verb of a trigger and the nouns in it; an auxiliary alone ("must") stands for its verb."""
    head = head_of(lang, tokens)
    if lang.deprel[head] in {"aux", "aux:pass"}:
        head = int(lang.head[head])
    verbs = [i for i in range(*tokens) if lang.upos[i] == "VERB"]
    nouns = [i for i in range(*tokens) if lang.upos[i] in {"NOUN", "PROPN", "ADJ"} and not _modifies(lang, i, tokens)]
    heads = list(dict.fromkeys([*verbs[:1], *nouns] or [head]))
    return [Act(tokens=tokens, head=h, type=kind) for h in heads]


def _modifies(lang: Language, i: int, tokens: Range) -> bool:
    """Whether a noun only modifies another noun of the trigger ("air" in "air strike")."""
    above = int(lang.head[i])
    return above != i and tokens[0] <= above < tokens[1] and lang.upos[above] in {"NOUN", "PROPN"}


def _mutual(lang: Language, tokens: Range, kind: str | None, part: Part) -> Part:
    if part.role == RECIPIENT and Act(tokens=tokens, head=tokens[0], type=kind).mutual(lang):
        return replace(part, role=ACTOR)
    return part
