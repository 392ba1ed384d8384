"""Which entity a mention belongs to: small rules on names, titles and descriptions; the first that answers decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from onrecord.extract.mention_joint import members_of
from onrecord.extract.mention_pronouns import of_page, of_pronoun, of_relative, of_speaker
from onrecord.extract.mention_scene import Chain, Scene, initials
from onrecord.extract.mention_seen import Seen
from onrecord.extract.mention_words import ARMED, STAND_INS
from onrecord.types import MentionForm, MentionKind

Rule = Callable[[Scene, Seen], int | None]


def latest(scene: Scene, fits: Callable[[Chain], bool], among: Iterable[int] | None = None) -> int | None:
    """The chain mentioned last among those that fit; all are asked where ``among`` names none."""
    fitting = [n for n in (range(len(scene.chains)) if among is None else among) if fits(scene.chains[n])]
    return max(fitting, key=lambda n: scene.chains[n].last.tokens[0], default=None)


def of_same_name(scene: Scene, m: Seen) -> int | None:
    """The very same name; an adjective of nationality is never the country's officials."""
    if not m.key:
        return None
    return latest(
        scene, lambda chain: m.key in chain.names and _same_sort(chain.names[m.key], m), scene.called([f"name {m.key[0]}"])
    )


def _same_sort(one: Seen, other: Seen) -> bool:
    return (one.kind is MentionKind.NATIONALITY) == (other.kind is MentionKind.NATIONALITY)


def of_longer_name(scene: Scene, m: Seen) -> int | None:
    """For persons a part of the name ("Antonov" after "Anatoly Antonov"), for others its beginning or its last words."""
    if not m.key or m.kind is MentionKind.NATIONALITY:
        return None

    def longer(chain: Chain) -> bool:
        return any(_part(m, o) for o in chain.names.values() if o.kind is not MentionKind.NATIONALITY)

    return latest(scene, longer, scene.called(f"name {word}" for word in m.key))


def _part(one: Seen, other: Seen) -> bool:
    short, long = sorted((one.key, other.key), key=len)
    if len(short) == len(long):
        return False
    if MentionKind.PERSON in {one.kind, other.kind}:
        return {one.kind, other.kind} <= {MentionKind.PERSON, MentionKind.OTHER} and (
            long[-len(short) :] == short or (len(short) == 1 and short[0] in long)
        )
    return len(short) > 1 and one.kind is other.kind and (long[: len(short)] == short or long[-len(short) :] == short)


def of_acronym(scene: Scene, m: Seen) -> int | None:
    """ "PKK" after "Kurdistan Workers' Party", by its initials or in brackets behind the name."""
    if not m.name or m.kind is MentionKind.PERSON:
        return None

    def same(chain: Chain) -> bool:
        return any(_abbreviates(m, o) or _abbreviates(o, m) or _bracketed(scene, o, m) for o in chain.names.values())

    short = m.key[0].replace(".", "") if m.key else ""
    return latest(
        scene,
        same,
        scene.called([f"initials {short}", f"name {initials(m.key)}", f"name {_dotted(m)}", f"end {m.tokens[0] - 1}"]),
    )


def _dotted(m: Seen) -> str:
    """A name's initials as in "u.s", the last full stop off."""
    return ".".join(initials(m.key))


def _abbreviates(short: Seen, long: Seen) -> bool:
    return len(short.key) == 1 and len(short.key[0]) > 1 and short.key[0].replace(".", "") == initials(long.key)


def _bracketed(scene: Scene, before: Seen, m: Seen) -> bool:
    """The name stands alone in brackets right behind the other one."""
    words, (first, end) = scene.lang.words, m.tokens
    return (
        before.tokens[1] == first - 1
        and words[first - 1] == "("
        and end < len(words)
        and words[end] == ")"
        and words[first].isupper()
    )


def of_alias(scene: Scene, m: Seen) -> int | None:
    """Two names that the lists know as one and the same: "Daesh" and "ISIL"."""
    known = scene.known_as(m)
    return latest(scene, lambda chain: known in chain.known, scene.called([f"known {known}"])) if known else None


def of_apposition(scene: Scene, m: Seen) -> int | None:
    """What explains somebody after a comma is the same somebody: "Mr Basha, the party's leader"."""
    lang = scene.lang
    if lang.deprel[m.head] != "appos" or m.pronoun or m.name:
        return None
    other = scene.standing_at(int(lang.head[m.head]))
    return other if other is not None and _may_be(scene.chains[other].best, m) else None


def _may_be(one: Seen, other: Seen) -> bool:
    """Number and kind of two mentions allow them to be the same somebody."""
    same = {one.kind, other.kind} <= {one.kind, MentionKind.OTHER} or MentionKind.OTHER in {one.kind, other.kind}
    return one.plural == other.plural and same


def of_description(scene: Scene, m: Seen) -> int | None:
    """ "The minister": who was called so last, if no other modifier speaks against it."""
    if m.form is not MentionForm.DESCRIPTION or members_of(scene, m):
        return None
    head = scene.lang.lemmas[m.head].lower()
    definite = _definite(scene, m)

    def called_so(chain: Chain) -> bool:
        for other in chain.mentions:
            if other.pronoun or head not in other.roles or other.plural != m.plural:
                continue
            if (definite and m.words <= other.words) or (m.words == other.words and len(m.words) > 1):
                return True
        return False

    return latest(scene, called_so, scene.called([f"role {head}"]))


def _definite(scene: Scene, m: Seen) -> bool:
    first = m.tokens[0]
    opening = {scene.lang.words[i].lower() for i in (first, first - 1) if i >= 0}
    return bool(opening & {"the", "this", "that", "these", "those"}) and m.owner is None


def _bare(scene: Scene, m: Seen) -> bool:
    """Nothing but the noun: "the leader of his legal team" stands for nobody named before."""
    words, after = scene.lang.words, m.head + 1
    return len(m.words) == 1 and (after >= len(words) or words[after].lower() not in {"of", "in", "from", "who", "that", "which"})


def of_stand_in(scene: Scene, m: Seen) -> int | None:
    """ "The country", "the group", "the man": the named one of that kind that was mentioned last."""
    head = scene.lang.lemmas[m.head].lower()
    wanted = STAND_INS.get(head)
    if m.form is not MentionForm.DESCRIPTION or wanted is None or m.plural or not _definite(scene, m) or not _bare(scene, m):
        return None
    if wanted is MentionKind.PLACE:
        return latest(scene, lambda chain: any(_country(scene, o) for o in chain.names.values()))
    return latest(scene, lambda chain: chain.kind is wanted and chain.named)


def _country(scene: Scene, m: Seen) -> bool:
    return (
        m.kind is MentionKind.PLACE and m.name is not None and scene.facts(m).country is not None and not scene.facts(m).sectors
    )


def of_armed(scene: Scene, m: Seen) -> int | None:
    """ "The militants", "the terrorists": the armed group named last."""
    if (
        m.form is not MentionForm.DESCRIPTION
        or scene.lang.lemmas[m.head].lower() not in ARMED
        or not _definite(scene, m)
        or not _bare(scene, m)
    ):
        return None
    return latest(scene, lambda chain: any("REB" in scene.facts(o).sectors for o in chain.names.values()))


RULES: tuple[Rule, ...] = (
    of_same_name, of_longer_name, of_acronym, of_alias, of_speaker, of_page, of_relative, of_pronoun, of_apposition, of_description, of_stand_in, of_armed,
)  # fmt: skip
