"""What language is a text in? English mostly shows by its little words; only where it does not is a model asked.

The first look costs microseconds: which script the letters are of, and how many of the words are words that English is full of
and hardly another language has. The model behind it (py3langid) takes half a second to load, and a page in plain English never
loads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 2_000  # characters that are looked at; more of the same text says no more
ENOUGH = 60  # letters from which a text in Latin letters can be told, names and all
FEW = 25  # letters from which it can be told where nothing speaks against it
SURE = 0.8  # of English paragraphs of ``ENOUGH`` letters none is given to another language with that much
SURER = 0.95  # for texts of fewer letters, and for those that are English but for a few words
LIKELY = 0.5  # is enough for English, which is read anyhow, and where the script leaves few languages
ANOTHER = 8  # letters of another script that make a text foreign
UNKNOWN = "und"  # ISO 639-2: undetermined; for a script that no language is known of

# Words that English is full of and other languages lack. Left out: a, in, is, on, for, was, have, at, by, are, be, her, had, but, will …,
# which Dutch, Danish, German, French or Romanian have as well. "to" (Czech), "of" (Dutch) and "and" (Danish) stay: no language has two.
ENGLISH = frozenset(
    """the and of to that with from said his their he's they this these those were which who whom whose would been its after than when
    where there about into what could she not while because before between against during through should being our your how also
    only other some more most him them has it's don't didn't hasn't wasn't isn't won't""".split()
)
# Of those, words that no other language shares: in a short text one of them is enough.
ENGLISH_ALONE = frozenset("the that with from said this they which were would their after while his its".split())
ENGLISH_SHARE = 0.07  # of the words; 99 % of English paragraphs have more, no other language comes near
NAMES_SHARE = 0.25  # of the words in lower case; German, where nouns have capitals, has more than half
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Letters of other scripts than Latin; without letterlike symbols, wide and mathematical letters, which are Latin ones in disguise.
OTHER_SCRIPT = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2c00-\u2c5f\u2c80-\ua71f\ua800-\ufaff\ufb13-\uff20\uff66-\uffef\U00010000-\U0001d3ff\U0001e000-\U0003ffff]"
)
NO_LANGUAGE = "zxx"  # the model's label for code, numbers and the like


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A language by its ISO 639-1 code (639-3 where it has none), None where it can't be told, and how sure that is."""

    code: str | None
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstLook:
    """What is seen of a text without a model.

    Attributes:
        letters: How many letters there are.
        others: How many of them are of other scripts than Latin.
        share: How many of the words are words that only English is full of.
        different: How many different ones of them there are.
        alone: Whether one of them is a word that no other language shares at all.
    """

    letters: int
    others: int
    share: float
    different: int
    alone: bool

    @property
    def is_foreign(self) -> bool:
        """Whether most letters are of other scripts than Latin."""
        return self.others >= ANOTHER and self.others > self.letters / 2

    @property
    def guess(self) -> Guess | None:
        """What is clear at a first look; None where the model must be asked."""
        if self.is_foreign:
            return None
        enough = 2 if self.letters >= ENOUGH or not self.alone else 1
        if self.different >= enough and self.share >= ENGLISH_SHARE:
            return Guess(code="en", confidence=1.0)
        return Guess(code=None, confidence=0.0) if self.letters < FEW else None


def first_look(text: str) -> FirstLook:
    """What is seen of a text, or of the head of it, without a model."""
    head = text[:SAMPLE]
    words = WORD.findall(head.lower().replace("’", "'"))
    english = list(filter(ENGLISH.__contains__, words))
    return FirstLook(
        letters=sum(map(len, words)),
        others=0 if head.isascii() else len(OTHER_SCRIPT.findall(head)),
        share=len(english) / max(1, len(words)),
        different=len(set(english)),
        alone=not ENGLISH_ALONE.isdisjoint(english),
    )


def is_names(text: str) -> bool:
    """Whether it is a list of names or a line in title case: hardly a word in lower case, and of names nobody can tell the language."""
    words = WORD.findall(text[:SAMPLE])
    return not text.isupper() and sum(word[0].islower() for word in words) < NAMES_SHARE * len(words)


def language_of(text: str) -> Guess:
    """The language of a text, from its first ``SAMPLE`` characters.

    ``code`` is None where nobody could tell: numbers, program code, a few words, a list of names.

    Score (2026-11-25): 86 texts of two sentences in more than 80 languages (invented, tests/ingest/languages.tsv) all get their language,
    or one that two sentences can't tell from it (Croatian and Bosnian). Of 15,707 English paragraphs of 60 letters and more and 2,870 short
    ones (PolNeAR train, gold train) none is given to another language. Of 120 text dumps of web pages 15 are foreign, and each got its
    language; no English page or paragraph of one was taken for foreign.
    Not handled: English-based creoles but for Nigerian Pidgin (taken for English), transliterated languages and those of which the model
    has never heard (a neighbour's, or None).
    """
    look = first_look(text)
    return look.guess or ask_model(text, look)


def ask_model(text: str, look: FirstLook) -> Guess:
    """What the model says of a text's head, where it is sure enough for what is seen of the text."""
    if not look.is_foreign and is_names(text):
        return Guess(code=None, confidence=0.0)
    guess = _likeliest(text[:SAMPLE])
    if look.is_foreign:
        return guess if guess.confidence >= LIKELY and guess.code not in {None, "en"} else Guess(code=UNKNOWN, confidence=1.0)
    if guess.code == "en" and guess.confidence >= LIKELY:
        return guess
    needed = SURE if look.letters >= ENOUGH and look.share < ENGLISH_SHARE / 2 else SURER
    return guess if guess.confidence >= needed else Guess(code=None, confidence=guess.confidence)


def is_language(code: str) -> bool:
    """Whether the code is one of a language that can be told."""
    return any(row.code == code for row in _languages().values())


def name_of(code: str) -> str:
    """A language's English name: "French" for "fr"; "a language that could not be told" for ``UNKNOWN``."""
    return next((row.name for row in _languages().values() if row.code == code), "a language that could not be told")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    code: str
    name: str
    kin: str


@cache
def _languages() -> dict[str, _Row]:
    """What the model's labels stand for (languages.tsv)."""
    lines = files("onrecord.ingest.languages").joinpath("languages.tsv").read_text("utf8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return {label: _Row(code=code, name=name, kin=kin) for label, code, name, kin in rows}


@cache
def _model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second and 100 MB

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _likeliest(text: str) -> Guess:
    """The likeliest language; it is as sure as all its kin are together, since to tell Croatian from Bosnian is not the question."""
    ranked = [(label, chance) for label, chance in _model().rank(text) if chance > 0.001]
    best = ranked[0][0]
    if best == NO_LANGUAGE:
        return Guess(code=None, confidence=ranked[0][1])
    rows = _languages()
    kin = rows[best].kin
    together = sum(chance for label, chance in ranked if label in rows and rows[label].kin == kin)
    return Guess(code=rows[best].code, confidence=min(1.0, together))
