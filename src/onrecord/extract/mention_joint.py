"""Joint actors: "both countries", "the two leaders", and whom they stand for."""

from __future__ import annotations

from onrecord.extract.mention_scene import Chain, Scene
from onrecord.extract.mention_seen import Seen
from onrecord.extract.mention_words import JOINT, JOINT_PEOPLE
from onrecord.extract.syntax import names_a_place
from onrecord.lexicon.loader import states
from onrecord.types import MentionKind

REACH = 3  # sentences that a joint actor looks back


def members_of(scene: Scene, m: Seen) -> tuple[int, ...]:
    """The last two named entities of the kind, as chain numbers in order of the text; () where it is no joint actor."""
    head = scene.lang.lemmas[m.head].lower()
    if not m.plural or head not in JOINT or not _both(scene, m):
        return ()
    kind = MentionKind.PERSON if head in JOINT_PEOPLE else MentionKind.PLACE
    here = scene.lang.sentence_of(m.head)
    recent = [
        n
        for n, c in enumerate(scene.chains)
        if c.kind is kind and c.named and here - scene.lang.sentence_of(c.last.head) <= REACH and _may_act(scene, c)
    ]
    recent.sort(key=lambda n: scene.chains[n].last.head)
    return tuple(sorted(recent[-2:])) if len(recent) > 1 else ()


def _may_act(scene: Scene, chain: Chain) -> bool:
    """A person, or a country that is more than a part of a place's name."""
    if chain.kind is MentionKind.PERSON:
        return True
    last = chain.last
    listed = states().names.find(" ".join(scene.lang.words[last.tokens[0] : last.tokens[1]])) is not None
    return listed and not names_a_place(scene.lang, last.head)


def _both(scene: Scene, m: Seen) -> bool:
    """ "Both", "two", or a bare "the countries"."""
    words = {w.lower() for w in scene.lang.words[m.tokens[0] : m.tokens[1]]}
    return bool(words & {"both", "two", "2"}) or (len(m.words) == 1 and "the" in words)
