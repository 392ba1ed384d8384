"""The rules of how an event stands: each looks at one thing in the words around the trigger and says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.extract.status_past import years_past
from onrecord.extract.status_scope import Scope, is_kind
from onrecord.types import Auxiliary, Certainty, Language, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a rule looks at."""

    lang: Language
    trigger: tuple[int, int]
    scope: Scope
    stances: tuple[Stance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found: at which token, what that makes of the event, and why in words."""

    at: int
    certainty: Certainty = Certainty.CERTAIN
    auxiliary: tuple[Auxiliary, ...] = ()
    says: str


_MAY = frozenset({"may", "might", "Might"})  # "May" is a month or a name
Rule = Callable[[Scene], Finding | None]


def _first(scene: Scene, tokens: Iterable[int], kind: str) -> int | None:
    return next((i for i in tokens if is_kind(scene.lang, i, kind)), None)


def _outside(scene: Scene, tokens: Iterable[int]) -> list[int]:
    """Without the trigger's own words: "refused", "must" as triggers do not refuse or demand themselves."""
    return [i for i in tokens if not scene.trigger[0] <= i < scene.trigger[1]]


def _word(scene: Scene, token: int) -> str:
    return f"“{scene.lang.words[token]}”"


def _is_past_verb(scene: Scene) -> bool:
    """Whether the trigger is a verb that tells of something done ("those arrested", "it seized")."""
    head = scene.scope.head
    word = scene.lang.words[head].lower()
    before = [scene.lang.words[i].lower() for i in range(max(scene.scope.sentence[0], head - 3), head)]
    return word.endswith("ed") and scene.lang.upos[head] in {"VERB", "ADJ", "X"} and not {"to", "be"} & set(before)


def _is_infinitive(scene: Scene) -> bool:
    """Whether "to" stands just before the trigger or in it; an adverb may stand between."""
    first, end = scene.trigger
    words = [w.lower() for w in scene.lang.words[max(scene.scope.sentence[0], first - 2) : end]]
    before = words[: min(2, first - scene.scope.sentence[0])]
    return "to" in words[len(before) :] or before[-1:] == ["to"] or (before[:1] == ["to"] and before[-1].endswith("ly"))


def negated(scene: Scene) -> Finding | None:
    """ "did not attack", "no agreement", "without arresting"."""
    at = _first(scene, scene.scope.modifiers, "negation")
    if at is None or (
        scene.lang.words[at].lower() == "no"
        and scene.lang.words[min(at + 1, len(scene.lang.words) - 1)].lower() in {"longer", "doubt"}
    ):
        return None
    return Finding(at=at, auxiliary=(Auxiliary.NEGATION,), says=f"negated by {_word(scene, at)}")


def failed(scene: Scene) -> Finding | None:
    """ "failed to reach a deal", "prevented agencies from providing aid"."""
    governors = _outside(scene, scene.scope.governors)[: 3 if scene.scope.has_tree else 5]
    at = _first(scene, governors, "failing")
    if at is None or not (_is_infinitive(scene) or scene.lang.words[scene.scope.head].lower().endswith("ing")):
        return None
    return Finding(at=at, auxiliary=(Auxiliary.NEGATION,), says=f"{_word(scene, at)} says that it did not happen")


def conditional(scene: Scene) -> Finding | None:
    """ "if sanctions are lifted", "unless they withdraw"."""
    head, start = scene.scope.head, scene.scope.sentence[0]
    places = scene.scope.modifiers if scene.scope.has_tree else range(head - 1, max(start, head - 9) - 1, -1)
    at = _first(scene, places, "condition")
    if at is None or (scene.lang.words[at].lower() == "until" and not scene.scope.has_tree):
        return None
    return Finding(
        at=at, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.HYPOTHETICAL,), says=f"a condition: {_word(scene, at)}"
    )


def inverted(scene: Scene) -> Finding | None:
    """ "Had the council rejected the resolution, …": a condition without "if", at the head of its sentence."""
    start, end = scene.scope.sentence
    while start < end and not scene.lang.words[start].isalpha():
        start += 1
    opens = start in scene.scope.modifiers and scene.lang.words[start].lower() in {"had", "were", "should"}
    if not opens or "?" in scene.lang.words[start:end]:
        return None
    return Finding(
        at=start, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.HYPOTHETICAL,), says=f"a condition: {_word(scene, start)}"
    )


def asked_whether(scene: Scene) -> Finding | None:
    """A question, direct ("Did they attack?") or indirect ("whether they attacked")."""
    end = scene.scope.sentence[1]
    last = next((i for i in range(end - 1, max(end - 4, scene.scope.sentence[0]) - 1, -1) if scene.lang.words[i] == "?"), None)
    head = scene.scope.head
    near = scene.scope.modifiers if scene.scope.has_tree else range(head - 1, max(scene.scope.sentence[0], head - 7) - 1, -1)
    at = last if last is not None else _first(scene, near, "whether")
    if at is None:
        return None
    return Finding(at=at, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.QUESTION,), says="only asked whether it did")


def wanted(scene: Scene) -> Finding | None:
    """What is only asked or wished for: "urged X to attack", "wants to attack", "must attack"."""
    duty = _first(scene, _outside(scene, scene.scope.modifiers), "should")
    governors = _outside(scene, scene.scope.governors)[: 2 if scene.scope.has_tree else 8]
    at = (
        duty
        if duty is not None
        else next((i for i in governors if is_kind(scene.lang, i, "ask") or is_kind(scene.lang, i, "want")), None)
    )
    if at is None or (at != duty and not (_is_infinitive(scene) or (scene.scope.has_tree and not _is_past_verb(scene)))):
        return None
    return Finding(
        at=at, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.FUTURE,), says=f"asked or wished for: {_word(scene, at)}"
    )


def planned(scene: Scene) -> Finding | None:
    """ "plans to attack", "a decision to attack"."""
    governors = _outside(scene, scene.scope.governors)[: 2 if scene.scope.has_tree else 5]
    at = _first(scene, governors, "plan")
    if at is None or not _is_infinitive(scene):
        return None
    return Finding(at=at, auxiliary=(Auxiliary.FUTURE,), says=f"planned: {_word(scene, at)}")


def enabled(scene: Scene) -> Finding | None:
    """ "allows the government to seize", "able to strike"."""
    at = _first(scene, _outside(scene, scene.scope.governors)[: 2 if scene.scope.has_tree else 5], "enable")
    if at is None or not _is_infinitive(scene):
        return None
    return Finding(
        at=at, certainty=Certainty.POSSIBLE, auxiliary=(Auxiliary.HYPOTHETICAL,), says=f"only made possible: {_word(scene, at)}"
    )


def coming(scene: Scene) -> Finding | None:
    """ "will attack", "the planned talks", "is going to strike"; "would" in reported speech."""
    at = _first(scene, scene.scope.modifiers, "will")
    if at is None:
        at = _first(scene, _outside(scene, scene.scope.modifiers), "coming")
    if at is None and scene.stances:
        at = _first(scene, scene.scope.modifiers, "would")
    if at is None:
        return None
    return Finding(at=at, auxiliary=(Auxiliary.FUTURE,), says=f"still to come: {_word(scene, at)}")


def imagined(scene: Scene) -> Finding | None:
    """ "could attack", "would attack" in the page's own voice."""
    at = _first(scene, scene.scope.modifiers, "could")
    if at is not None:
        return Finding(
            at=at, certainty=Certainty.POSSIBLE, auxiliary=(Auxiliary.HYPOTHETICAL,), says=f"only imagined: {_word(scene, at)}"
        )
    at = None if scene.stances else _first(scene, scene.scope.modifiers, "would")
    if at is None:
        return None
    return Finding(
        at=at, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.HYPOTHETICAL,), says=f"only imagined: {_word(scene, at)}"
    )


def possible(scene: Scene) -> Finding | None:
    """ "may attack", "suspected attack", "allegations of torture"."""
    at = next((i for i in scene.scope.modifiers if scene.lang.words[i] in _MAY), None)
    if at is not None:
        return Finding(at=at, certainty=Certainty.POSSIBLE, auxiliary=(Auxiliary.FUTURE,), says=f"possible: {_word(scene, at)}")
    near = [*scene.scope.modifiers, *scene.scope.governors[: 1 if scene.scope.has_tree else 2]]
    at = _first(scene, _outside(scene, near), "possible")
    return None if at is None else Finding(at=at, certainty=Certainty.POSSIBLE, says=f"possible: {_word(scene, at)}")


def probable(scene: Scene) -> Finding | None:
    """ "is likely to attack", "apparently attacked"."""
    near = [*scene.scope.modifiers, *scene.scope.governors[: 1 if scene.scope.has_tree else 3]]
    at = _first(scene, _outside(scene, near), "probable")
    if at is None:
        return None
    ahead = (Auxiliary.FUTURE,) if _is_infinitive(scene) else ()
    return Finding(at=at, certainty=Certainty.PROBABLE, auxiliary=ahead, says=f"probable: {_word(scene, at)}")


def long_past(scene: Scene) -> Finding | None:
    """A year or more before the news: "in 2003", "decades ago"."""
    at = years_past(scene.lang, scene.trigger, scene.scope)
    return (
        None if at is None else Finding(at=at, auxiliary=(Auxiliary.HISTORICAL,), says=f"a year or more ago: {_word(scene, at)}")
    )


def held_by_stance(scene: Scene) -> Finding | None:
    """What the innermost claim does with its content: asked and wanted things are still to come, believed ones probable."""
    stance = scene.stances[-1] if scene.stances else Stance.SAYS
    head = scene.scope.head
    if stance in {Stance.ASKS, Stance.WANTS} and not _is_past_verb(scene) and not _is_background(scene):
        return Finding(
            at=head, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.FUTURE,), says=f"stands in what a claim {stance}"
        )
    if stance is Stance.PLANS and _is_infinitive(scene):
        return Finding(at=head, auxiliary=(Auxiliary.FUTURE,), says="stands in what a claim plans")
    if stance is Stance.PREDICTS:
        return Finding(
            at=head, certainty=Certainty.PROBABLE, auxiliary=(Auxiliary.FUTURE,), says="stands in what a claim predicts"
        )
    if stance is Stance.BELIEVES and not _is_background(scene):
        return Finding(at=head, certainty=Certainty.PROBABLE, says="stands in what a claim believes")
    if stance is Stance.WARNS and _is_infinitive(scene):
        return Finding(
            at=head, certainty=Certainty.UNKNOWN, auxiliary=(Auxiliary.HYPOTHETICAL,), says="stands in what a claim warns of"
        )
    return None


_BEHIND = frozenset(
    {"of", "into", "over", "after", "in", "about", "on", "from", "during", "since", "against", "by", "with", "amid", "following"}
)


def _is_background(scene: Scene) -> bool:
    """Whether the trigger is a noun behind a preposition ("an inquiry into the attack"): told along, not asked for.

    So is what somebody is asked to end ("to stop the violence").
    """
    first, start = scene.trigger[0], scene.scope.sentence[0]
    if scene.lang.upos[scene.scope.head] in {"VERB", "AUX"}:
        return False
    near = [scene.lang.words[i].lower() for i in range(max(start, first - 3), first)]
    if _first(scene, range(first - 1, max(start, first - 4) - 1, -1), "ending") is not None:
        return True
    return bool(_BEHIND & set(near)) and "for" not in near and "to" not in near


RULES: tuple[Rule, ...] = (
    negated, failed, conditional, inverted, asked_whether, wanted, planned, enabled, coming, imagined, possible, probable,
    long_past, held_by_stance,
)  # fmt: skip
