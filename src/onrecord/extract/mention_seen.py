"""One mention as it stands on the page: its words, its head, what kind of somebody it names and in which form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract.actors import kind_of_name
from onrecord.extract.mention_names import POSSESSIVE, name_key, proper_name
from onrecord.extract.mention_words import FEMALE, HE, MALE, NO_NAME, PLURAL_TAILS, PRONOUNS, SHE, SPEAKER, THEY
from onrecord.extract.participant_will import will_of
from onrecord.extract.syntax import core_phrase, dependents, head_of, phrase
from onrecord.lexicon.loader import role_of
from onrecord.types import Language, MentionForm, MentionKind, Name

Range = tuple[int, int]

KINDS = {"PER": MentionKind.PERSON, "ORG": MentionKind.ORGANIZATION, "LOC": MentionKind.PLACE}
OF_ENTITY = {"person": MentionKind.PERSON, "organization": MentionKind.ORGANIZATION, "place": MentionKind.PLACE}
SOMEBODY = 0.6  # will_of: from here on a phrase that no record uses is still kept as what a pronoun may stand for


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mention on its words.

    ``tokens`` is the phrase, ``name`` the proper name in it, ``key`` the name's words in small letters without titles;
    ``words`` are the lemmas of all its nouns and adjectives, apposed titles with them, ``roles`` those of them that say what it
    is (not whose: "military" is no role of the military's media wing); ``gender`` is "he", "she" or "".
    """

    tokens: Range
    head: int
    kind: MentionKind
    form: MentionForm
    name: Range | None
    key: tuple[str, ...]
    words: frozenset[str]
    roles: frozenset[str]
    plural: bool
    gender: str
    owner: int | None = None  # the noun whose possessive the mention begins with: "its capital" is not the capital of all

    @property
    def pronoun(self) -> bool:
        """Whether it is a pronoun."""
        return self.form is MentionForm.PRONOUN


def see_all(lang: Language, wanted: Iterable[Range]) -> tuple[Seen, ...]:
    """All names, all wanted ranges and all further noun phrases that name somebody, in order of the text, longer ones first."""
    names: dict[int, list[Name]] = {}  # by sentence
    for name in names_in(lang):
        names.setdefault(lang.sentence_of(name.tokens[0]), []).append(name)
    spans = dict.fromkeys([*wanted, *(n.tokens for own in names.values() for n in own)])
    heads = {head_of(lang, span) for span in spans}
    for span in _further(lang, heads):
        spans.setdefault(span)
    return tuple(
        sorted(
            (see(lang, span, names.get(lang.sentence_of(span[0]), [])) for span in spans),
            key=lambda s: (s.tokens[0], -s.tokens[1]),
        )
    )


def names_in(lang: Language) -> tuple[Name, ...]:
    """The network's names without those that are none: no capital letter, only an article or a title, half a name ("Foreign")."""
    return tuple(n for n in lang.names if any(_naming(lang, i) for i in range(*n.tokens)))


def _naming(lang: Language, i: int) -> bool:
    word = lang.words[i]
    if not word[:1].isupper() or word.lower() in NO_NAME:
        return False
    return lang.upos[i] != "ADJ" or kind_of_name(word) is not None


def _further(lang: Language, taken: set[int]) -> Iterator[Range]:
    """Noun phrases that no record uses: antecedents of pronouns and descriptions."""
    for i, tag in enumerate(lang.upos):
        if i in taken or tag not in {"NOUN", "PROPN", "PRON"} or lang.deprel[i] in {"compound", "flat", "nmod:desc"}:
            continue
        if (tag != "PRON" or is_pronoun(lang, i)) and will_of(lang, i) >= SOMEBODY:
            yield core_phrase(lang, i) if tag != "PRON" else (i, i + 1)


def is_pronoun(lang: Language, i: int) -> bool:
    """Whether a word is a pronoun; "US", "IT" and "WHO" in capitals are none."""
    word = lang.words[i]
    if word.isupper() and len(word) > 1:
        return False
    return lang.upos[i] == "PRON" or word.lower() in PRONOUNS


def see(lang: Language, span: Range, names: Sequence[Name]) -> Seen:
    """What stands at a range of tokens; ``names`` are those of its sentence."""
    head = head_of(lang, span)
    pronoun = span[1] - span[0] == 1 and is_pronoun(lang, head)
    own = None if pronoun or _is_office(lang, span, head) else proper_name(lang, span, head, names)
    form = MentionForm.PRONOUN if pronoun else MentionForm.NAME if own else MentionForm.DESCRIPTION
    name, plural = own[0] if own else None, _plural(lang, head)
    around = span if pronoun else phrase(lang, head)
    words = frozenset(
        lang.lemmas[i].lower()
        for i in {*range(*span), *range(*around), *_apposed(lang, head)}
        if lang.upos[i] in {"NOUN", "PROPN", "ADJ"}
    )
    return Seen(
        tokens=span, head=head, kind=_kind(lang, head, form, own), form=form, name=name, key=name_key(lang, name),
        words=words, roles=_roles(lang, head, own), plural=plural, gender=_gender(lang, head, words),
        owner=next(iter(dependents(lang, head, "nmod:poss")), None),
    )  # fmt: skip


def _is_office(lang: Language, span: Range, head: int) -> bool:
    """ "The Defense Minister": capitals make a title no name where an article stands before it and nothing behind."""
    return lang.words[span[0]].lower() == "the" and head == span[1] - 1 and role_of(lang.lemmas[head].lower()) is not None


def _roles(lang: Language, head: int, own: tuple[Range, str] | None) -> frozenset[str]:
    """The nouns that say what somebody is: the head, apposed nouns, and for persons the titles before the name."""
    heads = {head, *dependents(lang, head, "appos")}
    if own and own[1] in {"PER", ""}:
        first, end = core_phrase(lang, head)
        heads |= {i for i in range(first, end) if lang.deprel[i] not in {"nmod:poss", "nmod"} and not _owns(lang, i)}
    return frozenset(lang.lemmas[i].lower() for i in heads if lang.upos[i] in {"NOUN", "PROPN"})


def _owns(lang: Language, i: int) -> bool:
    return i + 1 < len(lang.words) and lang.words[i + 1] in POSSESSIVE


def _apposed(lang: Language, head: int) -> Iterator[int]:
    """The words of what explains a phrase after a comma: "Mr Basha, the party's leader"."""
    for c in dependents(lang, head, "appos"):
        yield from range(*core_phrase(lang, c))


def _kind(lang: Language, head: int, form: MentionForm, own: tuple[Range, str] | None) -> MentionKind:
    if form is MentionForm.PRONOUN:
        word = lang.words[head].lower()
        return MentionKind.PERSON if word in HE | SHE | SPEAKER else MentionKind.GROUP if word in THEY else MentionKind.OTHER
    kind = OF_ENTITY.get(lang.entity[head]) or _by_role(lang, head)
    if own:
        listed = kind_of_name(lang.text(*own[0])) if own[1] != "PER" else None
        return listed or KINDS.get(own[1]) or kind
    return MentionKind.GROUP if _plural(lang, head) and kind is MentionKind.PERSON else kind


def _by_role(lang: Language, head: int) -> MentionKind:
    """What the lists know the noun as: "minister" a person, "troops" a group, "ministry" a body."""
    role = role_of(lang.lemmas[head].lower()) or role_of(lang.words[head].lower())
    return MentionKind(role[0].kind) if role else MentionKind.OTHER


def _plural(lang: Language, head: int) -> bool:
    word = lang.words[head].lower()
    if lang.upos[head] == "PRON":
        return word in THEY | {"we", "us", "our", "many", "some", "others", "these", "those"}
    return lang.upos[head] == "NOUN" and (lang.lemmas[head].lower() != word or word in PLURAL_TAILS)


def _gender(lang: Language, head: int, words: frozenset[str]) -> str:
    """What the pronoun itself or a word such as "Mrs", "spokesman", "mother" tells."""
    word = lang.words[head].lower()
    if word in HE or word in SHE:
        return "he" if word in HE else "she"
    if lang.upos[head] == "PRON" or bool(words & MALE) == bool(words & FEMALE):
        return ""
    return "he" if words & MALE else "she"
