"""Whom a pronoun stands for: the speaker, the noun before a relative clause, else the best antecedent that agrees."""

from __future__ import annotations

from onrecord.extract.mention_scene import Chain, Scene
from onrecord.extract.mention_seen import Seen
from onrecord.extract.mention_words import HE, IT, REFLEXIVE, RELATIVE, SHE, SPEAKER, THEY, WE
from onrecord.extract.syntax import antecedent_of
from onrecord.types import MentionKind

REACH = 4  # sentences that a pronoun looks back
SUBJECT = {"nsubj": 1.5, "nsubj:pass": 1.2, "root": 0.8, "obj": 0.4}


def of_speaker(scene: Scene, m: Seen) -> int | None:
    """First persons in a claim are its source."""
    if m.pronoun and scene.lang.words[m.head].lower() in SPEAKER and m.head in scene.speaker:
        return scene.where.get(scene.speaker[m.head])
    return None


def of_page(scene: Scene, m: Seen) -> int | None:
    """ "We" outside quotation marks and claims is the page's publisher, where one is known."""
    lang = scene.lang
    if not m.pronoun or lang.words[m.head].lower() not in WE or m.head in scene.speaker or not lang.doc.publisher:
        return None
    if any(q.holds(lang.span(m.head, m.head + 1)) for q in scene.quotations):
        return None
    number = next((n for n, chain in enumerate(scene.chains) if chain.page), None)
    if number is None:
        scene.chains.append(Chain(page=True))
        number = len(scene.chains) - 1
    return number


def of_relative(scene: Scene, m: Seen) -> int | None:
    """A relative pronoun stands for the noun that its clause hangs on."""
    if not m.pronoun or scene.lang.words[m.head].lower() not in RELATIVE:
        return None
    noun = antecedent_of(scene.lang, m.head)
    return scene.standing_at(noun) if noun != m.head else None


def of_pronoun(scene: Scene, m: Seen) -> int | None:
    """The best recent antecedent that agrees: subjects, speakers and near ones first."""
    word = scene.lang.words[m.head].lower()
    if not m.pronoun or word not in HE | SHE | IT | THEY:
        return None
    fitting = [
        (s, n)
        for n in scene.since(scene.lang.sentence_of(m.head) - REACH)
        if _near(scene, m, scene.chains[n]) and _agrees(word, scene.chains[n]) and (s := _fit(scene, m, n)) is not None
    ]
    return max(fitting)[1] if fitting else None


def _near(scene: Scene, m: Seen, chain: Chain) -> bool:
    return bool(chain.mentions) and scene.lang.sentence_of(m.head) - scene.lang.sentence_of(chain.last.head) <= REACH


def _agrees(word: str, chain: Chain) -> bool:
    """Number, gender and kind."""
    if chain.page:
        return False
    kind, plural = chain.kind, chain.best.plural
    if kind is MentionKind.NATIONALITY:
        return False
    if word in HE | SHE:
        who = kind is MentionKind.PERSON or (kind is MentionKind.OTHER and chain.named)
        return who and not plural and chain.gender in {"", "he" if word in HE else "she"}
    if word in IT:
        return kind in {MentionKind.ORGANIZATION, MentionKind.PLACE, MentionKind.OTHER} and not plural
    return plural or bool(chain.members) or kind in {MentionKind.GROUP, MentionKind.ORGANIZATION}


def _fit(scene: Scene, m: Seen, number: int) -> float | None:
    """How well a chain fits as antecedent, None where it cannot be: too far back, around the pronoun, or beside it at one verb."""
    chain = scene.chains[number]
    last = next((o for o in reversed(chain.mentions) if o.tokens[1] <= m.tokens[0]), None)
    if last is None or scene.stands_over(number, m.head):
        return None
    distance = scene.lang.sentence_of(m.head) - scene.lang.sentence_of(last.head)
    if distance > REACH or _beside(scene, last, m):
        return None
    near = -1.6 * distance - 0.02 * (m.head - last.head)
    weight = SUBJECT.get(scene.lang.deprel[last.head], 0.0) + 0.3 * min(len(chain.mentions), 4) + 0.5 * chain.named
    return near + weight + _voice(scene, m, chain) + (chain.kind is not MentionKind.OTHER)


def _beside(scene: Scene, other: Seen, m: Seen) -> bool:
    """Both hang on one verb: "he told him" names two people, unless the pronoun is reflexive or a possessive."""
    lang = scene.lang
    return (
        lang.head[m.head] == lang.head[other.head]
        and lang.words[m.head].lower() not in REFLEXIVE
        and lang.deprel[m.head] != "conj"
    )


def _voice(scene: Scene, m: Seen, chain: Chain) -> float:
    """A pronoun that speaks ("he added") goes on with who spoke before."""
    return 1.0 if m.tokens in scene.sources and chain.speaks else 0.0
