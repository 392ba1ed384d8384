"""Whether a sentence ends at a mark: rules in an ordered list, the first that decides wins (after razdel, natasha project)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from onrecord.text.abbreviations import BEFORE_NUMBER, COMPANIES, DAYS, MONTHS, RUNNING, STATES, TITLES

OPENERS: Final = "\"'“‘«([{„‹"
STARTERS: Final = frozenset(
    "the a an this that these those it its he his she her they their we our you your i there here in on at by for from with "
    "as after before when while where since if although though but and or so yet however meanwhile both some many most "
    "several all each another what who why how no not also then thus still now under during according among despite because "
    "such one".split()
)
NEVER_LAST: Final = frozenset({"e.g", "i.e", "eg", "ie", "cf", "vs", "viz", "p.s"})
_SAYING: Final = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|replied|added|shouted|cried|told|wrote|tweeted|demanded|chanted|yelled|exclaimed)\b"
)
_AFTER_HOUR: Final = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|(?:E|C|M|P)[SD]?T\b|GMT|UTC|BST|CET|Eastern|Pacific|Central"
)
_NOT_SMALL: Final = re.compile(r"[a-z]{1,4}[A-Z]|https?:|www\.")
_DOT: Final = re.compile(r"\.(?:\s|$)")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|ph\.d", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place where a sentence may end.

    ``stop`` is the terminal punctuation, ``word`` what stands before it up to white space, ``closers`` the quotation marks and
    brackets that close behind it, ``following`` some forty characters after the white space, ``opens`` whether ``word`` is the
    sentence's first.
    """

    stop: str
    word: str
    closers: str
    following: str
    opens: bool

    @property
    def next(self) -> str:
        """The following words without the quotation marks and brackets that open them."""
        return self.following.lstrip(OPENERS)

    @property
    def next_word(self) -> str:
        """The letters of the next word, lower-cased."""
        found = re.match(r"[^\W\d_]+", self.next)
        return found.group().lower() if found else ""

    @property
    def bare_word(self) -> str:
        """The word before, lower-cased, without what opens it and what a hyphen or slash glues to it."""
        return re.split(r"[-–—/(\[]", self.word.lstrip(OPENERS))[-1].lower()


Rule = Callable[[Mark], bool | None]


def is_in_brackets(mark: Mark) -> bool | None:
    """``[...]`` marks what a quotation leaves out."""
    return False if set(mark.stop) <= {".", "…"} and mark.word[-1:] in {"[", "("} and mark.closers[:1] in {"]", ")"} else None


def goes_on_small(mark: Mark) -> bool | None:
    """A small letter goes on with the sentence ("iPhone" and addresses are no such); so does punctuation that cannot open one."""
    if mark.next[:1].islower():
        return None if _NOT_SMALL.match(mark.next) else False
    goes_on = mark.following[:1] in {",", ";", ":", "-", "–", "—", "!", "?", "&", "%"} or _DOT.match(mark.following)
    return False if goes_on else None


def is_gap_mark(mark: Mark) -> bool | None:
    """A lone ellipsis stands for words left out: it opens a sentence or goes on with one."""
    return False if not mark.word and mark.stop != "." and set(mark.stop) <= {".", "…"} and not mark.closers else None


def goes_on_saying(mark: Mark) -> bool | None:
    """``"Who knows?" Mr Smith asked`` is one sentence."""
    return False if mark.closers and mark.stop[-1] in "?!" and _SAYING.match(mark.following) else None


def is_strong(mark: Mark) -> bool | None:
    """Question and exclamation marks, ellipses before a capital."""
    return True if set(mark.stop) != {"."} or len(mark.stop) > 1 else None


def is_item_number(mark: Mark) -> bool | None:
    """``1. Do this``, ``a. Do that`` at the start of a sentence."""
    return False if mark.opens and re.fullmatch(r"\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4}", mark.word.lstrip(OPENERS)) else None


def is_title(mark: Mark) -> bool | None:
    """``Gen. Votel``."""
    return False if mark.bare_word in TITLES and not mark.closers and mark.word.lstrip(OPENERS)[:1].isupper() else None


def is_before_number(mark: Mark) -> bool | None:
    """``Jan. 5``, ``No. 10``."""
    known = mark.bare_word in MONTHS or mark.bare_word in BEFORE_NUMBER
    return False if known and mark.next[:1].isdigit() else None


def is_hour(mark: Mark) -> bool | None:
    """``at 5 p.m. Monday`` goes on, ``at 5 p.m. Police said`` does not."""
    if mark.bare_word not in {"a.m", "p.m"}:
        return None
    return not (_AFTER_HOUR.match(mark.next) or mark.next[:1].isdigit())


def is_initial(mark: Mark) -> bool | None:
    """``George W. Bush``."""
    bare = mark.word.lstrip(OPENERS)
    if len(bare) == 1 and bare.islower():  # (b. 1975), c. 1900
        return False
    single = len(bare) == 1 and bare.isupper()
    return mark.next_word in STARTERS if single and bare != "I" and not mark.closers else None


def is_abbreviation(mark: Mark) -> bool | None:
    """``U.S. Army``, ``Apple Inc. Chairman``: they end a sentence only before a word that mostly opens one."""
    bare = mark.bare_word
    if bare in NEVER_LAST:
        return False
    capital = mark.word.lstrip(OPENERS)[:1].isupper()
    named = capital and (bare in COMPANIES or bare in STATES or bare in MONTHS or bare in DAYS)
    if bare == "etc" or not (named or bare in RUNNING or _DOTTED.fullmatch(bare)):
        return None
    closed = bool(mark.closers) and not set(OPENERS) & set(mark.word)  # [U.N.] Security Council, John “J.D.” Dorrian
    return mark.next_word in STARTERS or (closed and not mark.next[:1].isdigit())


RULES: Final[tuple[Rule, ...]] = (
    is_in_brackets,
    goes_on_small,
    is_gap_mark,
    goes_on_saying,
    is_strong,
    is_item_number,
    is_title,
    is_before_number,
    is_hour,
    is_initial,
    is_abbreviation,
)


def ends_sentence(mark: Mark) -> bool:
    """Whether a sentence ends at the mark; where no rule decides, it does."""
    for rule in RULES:
        decision = rule(mark)
        if decision is not None:
            return decision
    return True
