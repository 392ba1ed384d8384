"""Which parts of a page are not in English, and what is the page's own language? Block by block, short ones by those around them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import msgspec

from onrecord.ingest.languages.language import (
    ENGLISH_SHARE,
    ENOUGH,
    FirstLook,
    ask_model,
    first_look,
    is_language,
    language_of,
    name_of,
)
from onrecord.types import READ_BLOCKS, Block, BlockKind, Document

ENGLISH = "en"
SLICE = 650  # characters from the page's head, middle and end that are looked at where its blocks don't tell its language
SCRAPS = 0.1  # of a page's characters: where the English that would be read is less than that, the whole page is looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A page's language (None where nobody could tell), its blocks with theirs, and what a user must know of it."""

    language: str | None
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_foreign(self) -> bool:
        """Whether the page is in another language than English."""
        return self.language not in {None, ENGLISH}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A block that would be read, by its place among the blocks: what is seen of it, and the language it is in, where that is clear."""

    at: int
    look: FirstLook
    code: str | None


def tell_languages(doc: Document, blocks: Sequence[Block]) -> Told:
    """The page's language and that of each block that would be read.

    The page's is the one that most letters of its story are in. A block that is long enough to tell is in its own language; the
    others (short lines, lists of names) are in that of the ones before and after them, where these agree, else in the page's.
    Where nothing can be told, the language that the document declares counts.

    Score (2026-11-25): of 342 paragraphs in more than 80 languages, put one by one into as many English articles (PolNeAR train), 338 are
    marked (the rest is Nigerian Pidgin), and no block of the articles is. It takes .8 ms an article.
    """
    parts = _parts_of(doc.text, blocks)
    language = _language_of(doc, blocks, parts) or _declared(doc)
    codes = dict(_codes(parts, language))
    marked = tuple(_marked(block, codes.get(at)) for at, block in enumerate(blocks))
    return Told(language=language, blocks=marked, notes=tuple(_notes(marked, language)))


def _declared(doc: Document) -> str | None:
    """The declared language without its country ("en" of "en-GB"); None where it is none that is known ("und", "xx")."""
    code = re.split("[-_]", (doc.language or "").strip().lower())[0]
    return code if is_language(code) else None


def _marked(block: Block, code: str | None) -> Block:
    return block if code in {None, ENGLISH} else msgspec.structs.replace(block, language=code)


def _parts_of(text: str, blocks: Sequence[Block]) -> list[_Part]:
    """The blocks that would be read; where most of them are clearly English, the model is asked for what is clearly not only."""
    read = [(at, block.span.of(text)) for at, block in enumerate(blocks) if block.kind in READ_BLOCKS]
    looks = [(at, words, look, look.guess) for at, words in read for look in [first_look(words)]]
    clear = sum(look.letters for _, _, look, guess in looks if guess and guess.code)
    unclear = sum(look.letters for _, _, look, guess in looks if not guess)
    return [
        _Part(at=at, look=look, code=guess.code if guess else _ask(words, look, mostly_english=clear >= unclear))
        for at, words, look, guess in looks
    ]


def _ask(words: str, look: FirstLook, *, mostly_english: bool) -> str | None:
    """The language of what is not clear at a first look; on a page that is English, only what is plainly no English is worth asking."""
    strange = look.is_foreign or (look.letters >= ENOUGH and look.share < ENGLISH_SHARE / 2)
    return None if mostly_english and not strange else ask_model(words, look).code


def _language_of(doc: Document, blocks: Sequence[Block], parts: Sequence[_Part]) -> str | None:
    """The language that most letters of the story are in; the whole page's where there is no story, or scraps of English only.

    What tells a story from the rest was made for English: a page in Chinese may have nothing but its one English line left.
    """
    letters: Counter[str] = Counter()
    for part in parts:
        if part.code:
            letters[part.code] += part.look.letters
    story = max(letters, key=lambda code: letters[code], default=None)
    has_story = any(block.kind is BlockKind.BODY for block in blocks)
    if has_story and story and (story != ENGLISH or letters[ENGLISH] >= SCRAPS * len(doc.text)):
        return story
    whole = language_of(_slices(doc.text)).code
    return story or whole if whole in {None, ENGLISH} else whole


def _slices(text: str) -> str:
    """A text's head, middle and end; all of it where it is short."""
    if len(text) <= 3 * SLICE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:SLICE], text[middle : middle + SLICE], text[-SLICE:]))


def _codes(parts: Sequence[_Part], language: str | None) -> Iterator[tuple[int, str | None]]:
    """The language of each part: its own, its neighbours', the page's. On a foreign page, a few English words make no English part."""
    foreign = language not in {None, ENGLISH}
    own = [None if foreign and part.code == ENGLISH and part.look.letters < ENOUGH else part.code for part in parts]
    above = list(accumulate(own, _latest))
    below = list(accumulate(reversed(own), _latest))[::-1]
    for part, code, before, after in zip(parts, own, above, below, strict=True):
        # At the page's edges there is one neighbour only: English it may share, for to leave English unread is the worse mistake.
        agreed = before if before == after else ENGLISH if {before, after} == {None, ENGLISH} else None
        yield part.at, code or agreed or language


def _latest(before: str | None, code: str | None) -> str | None:
    return code or before


def _notes(blocks: Sequence[Block], language: str | None) -> Iterator[str]:
    """What was left unread because of its language."""
    left = Counter(block.language for block in blocks if block.language)
    if language not in {None, ENGLISH}:
        told = f"{name_of(language)} ({language})"
        read = sum(block.is_read for block in blocks)
        some = f"is mostly in {told}: only its English is read ({_blocks(read)})"
        yield f"the page {some}" if read else f"the page is in {told}: only English is read"
    else:
        for code, count in sorted(left.items()):
            yield f"{_blocks(count)} in {name_of(code)} ({code}) {'was' if count == 1 else 'were'} left unread"


def _blocks(count: int) -> str:
    return "1 block" if count == 1 else f"{count} blocks"
