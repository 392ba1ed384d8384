"""Whether a noun phrase names somebody who can act or suffer: how sure that is, from 0 to 1."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from onrecord.extract.places import resolve_place
from onrecord.extract.syntax import DAYS, NOMINAL, core_phrase
from onrecord.lexicon.loader import role_of, states
from onrecord.types import Language, Name

PERSONAL = frozenset(
    "i me my mine we us our ours you your he him his she her hers they them their theirs it its who whom whose everyone everybody anyone"
    " anybody someone somebody others nobody".split()
)
VAGUE = frozenset(
    "that which this these those some many several all both each most none one another more dozens scores hundreds thousands".split()
)
EMPTY = frozenset({"there", "the", "a", "an"})
BODILY = frozenset({"person", "organization", "animal"})
LIFELESS = frozenset({"event", "abstract", "time", "object", "substance", "plant"})
STATES = frozenset({"country", "nation", "state", "government", "kingdom", "republic", "neighbor", "neighbour"})

Judge = Callable[[Language, int], float | None]


def will_of(lang: Language, head: int) -> float:
    """How surely the phrase headed by a word names somebody; the first judge that answers decides."""
    return next((w for judge in JUDGES if (w := judge(lang, head)) is not None), 0.0)


def _no_phrase(lang: Language, head: int) -> float | None:
    """A word that heads no noun phrase, and the "it" and "there" that stand for nobody."""
    word = lang.words[head]
    year = word.isdigit() and len(word) == 4
    if lang.upos[head] not in NOMINAL or lang.deprel[head] == "expl" or word in DAYS or year or word.lower() in EMPTY:
        return 0.0
    return None


def _pronoun(lang: Language, head: int) -> float | None:
    if lang.upos[head] not in {"PRON", "DET"}:
        return None
    word = lang.words[head].lower()
    return 0.95 if word in PERSONAL else 0.6 if word in VAGUE else 0.1


def _number(lang: Language, head: int) -> float | None:
    """ "At least five (were killed)": people, where nothing else is counted."""
    return 0.6 if lang.upos[head] in {"NUM", "SYM"} else None


def _people(lang: Language, head: int) -> float | None:
    """A nationality as a noun, and an adjective only as one: "Israeli", "the Kurdish"."""
    if states().peoples.find(lang.words[head]) is not None:
        return 0.9
    return 0.2 if lang.upos[head] == "ADJ" else None


def _known_role(lang: Language, head: int) -> float | None:
    """A noun that the lists know as somebody's role: "troops", "lawmakers", "ministry"."""
    if lang.words[head].lower() in STATES or lang.lemmas[head] in STATES:
        return 0.95
    if lang.entity[head] == "place" and lang.upos[head] == "NOUN":
        return 0.4  # a hotel or school that is attacked is where it happens
    return 0.95 if _is_role(lang.lemmas[head].lower()) or _is_role(lang.words[head].lower()) else None


@lru_cache(maxsize=4096)
def _is_role(word: str) -> bool:
    return role_of(word) is not None


def _by_name(lang: Language, head: int) -> float | None:
    """A proper name: people, organisations and countries act; towns are where things happen, more often than not."""
    if lang.upos[head] != "PROPN":
        return None
    name = _name_over(lang, head)
    place = resolve_place(lang.text(*(name.tokens if name else core_phrase(lang, head))))
    if place is not None and lang.entity[head] not in BODILY:
        return 0.95 if place.precision == "country" else 0.6
    if name is not None and name.kind == "MISC":
        return 0.6
    return 0.95 if name or lang.entity[head] in BODILY else 0.8


def _name_over(lang: Language, token: int) -> Name | None:
    """The network's name that a word is part of; names stand in order of the text and do not overlap."""
    at = bisect_right(lang.names, token, key=lambda n: n.tokens[0]) - 1
    return lang.names[at] if at >= 0 and token < lang.names[at].tokens[1] else None


def _by_entity(lang: Language, head: int) -> float | None:
    """What the network takes the phrase for."""
    kind = lang.entity[head]
    if kind in BODILY:
        return 0.9
    if kind in LIFELESS:
        return 0.2
    return 0.45 if kind == "place" else 0.4


JUDGES: tuple[Judge, ...] = (_no_phrase, _pronoun, _number, _people, _known_role, _by_name, _by_entity)
