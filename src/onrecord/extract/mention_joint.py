"""Joint actors: "both countries", "the two leaders", and whom they stand for."""

from __future__ import annotations

from onrecord.extract.mention_scene import Chain, Scene
from onrecord.extract.mention_seen import Seen
from onrecord.extract.mention_words import JOINT, JOINT_PEOPLE
from onrecord.extract.syntax import clause_of, names_a_place
from onrecord.lexicon.loader import states
from onrecord.types import MentionKind


def members_of(scene: Scene, m: Seen) -> tuple[int, ...]:
    """The two named entities of the kind that were told of most, as chain numbers in order of the text; () where it is no joint actor."""
    head = scene.lang.lemmas[m.head].lower()
    if not m.plural or head not in JOINT or not _both(scene, m):
        return ()
    kind = MentionKind.PERSON if head in JOINT_PEOPLE else MentionKind.PLACE
    fitting = [
        n for n, c in enumerate(scene.chains) if c.kind is kind and c.named and _may_act(scene, c) and not _does(scene, c, m)
    ]
    most = sorted(fitting, key=lambda n: (len(scene.chains[n].mentions), scene.chains[n].last.head))[-2:]
    return tuple(sorted(most)) if len(most) > 1 else ()


def _does(scene: Scene, chain: Chain, m: Seen) -> bool:
    """The subject of the joint actor's own clause is none of its members: "Denmark urged both countries"."""
    last = chain.last.head
    if scene.lang.deprel[last] not in {"nsubj", "nsubj:pass"}:
        return False
    return clause_of(scene.lang, last) == clause_of(scene.lang, m.head)


def _may_act(scene: Scene, chain: Chain) -> bool:
    """A person, or a country that is more than a part of a place's name."""
    if chain.kind is MentionKind.PERSON:
        return True
    best = chain.best
    listed = states().names.find(" ".join(scene.lang.words[best.tokens[0] : best.tokens[1]])) is not None
    return listed and not names_a_place(scene.lang, best.head)


def _both(scene: Scene, m: Seen) -> bool:
    """ "Both", "two", or a bare "the countries"."""
    words = {w.lower() for w in scene.lang.words[m.tokens[0] : m.tokens[1]]}
    return bool(words & {"both", "two", "2"}) or (len(m.words) == 1 and "the" in words)
