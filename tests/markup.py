"""Tests as a linguist marks a sentence up: ``'"[We won]{content}", [she]{source} [claimed]{cue}.'``

A stretch in square brackets with a role in braces behind it is marked; stretches may lie inside each other. Roles of a second
claim carry its number (``[denied]{cue:2}``); a role without a number belongs to the first. Brackets without a role behind them
are the text's own. An empty line between paragraphs makes blocks of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from build import plain
from onrecord.text.sentences import split_sentences
from onrecord.types import Attribution, Block, BlockKind, Language, Span, Tokens

Range = tuple[int, int]
_SIGN = re.compile(r"\[|\](?:\{(?P<role>[a-z]+)(?::(?P<number>\d+))?\})?")
_ROLES = {"source", "cue", "content"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A marked stretch: its role, the number of what it belongs to, and where it stands in the bare text."""

    role: str
    number: int
    span: Span


def unmark(markup: str) -> tuple[str, tuple[Marked, ...]]:
    """The bare text, and what was marked in it in order of the text, outer stretches first.

    Raises:
        ValueError: a role stands where no bracket was opened.
    """
    text, at = "", 0
    opened: list[int] = []  # where in the bare text; its own brackets are part of it until a role tells otherwise
    found: list[Marked] = []
    for sign in _SIGN.finditer(markup):
        text += markup[at : sign.start()]
        at = sign.end()
        if sign[0] == "[":
            opened.append(len(text))
            text += "["
        elif sign["role"] is None:
            opened[-1:] = []
            text += "]"
        elif not opened:
            raise ValueError(f"{sign[0]!r} closes what was never opened in {markup!r}")
        else:
            start = opened.pop()
            text = text[:start] + text[start + 1 :]
            found = [_shifted(m, after=start) for m in found]
            found.append(Marked(role=sign["role"], number=int(sign["number"] or 1), span=Span(start, len(text))))
    return text + markup[at:], tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _shifted(marked: Marked, *, after: int) -> Marked:
    """The stretch one to the left where a bracket before it has gone."""
    span = marked.span
    return replace(marked, span=Span(span.start - 1, span.end - 1)) if span.start > after else marked


def read_markup(markup: str, *, score: float = 0.9, published: str | None = None) -> Language:
    """The language of a text with one proposal for each claim that is marked in it, all of the same score.

    Words only (``build.plain``), in onrecord's own sentences: no tags, no tree. The proposals stand as the network would give
    them, before any rule.

    Raises:
        ValueError: a role is none of source, cue and content, or a stretch holds no whole word.
    """
    text, marked = unmark(markup)
    if unknown := {m.role for m in marked} - _ROLES:
        raise ValueError(f"no role is called {sorted(unknown)}: expected source, cue or content")
    lang = _in_sentences(plain(text, published), _paragraphs(text))
    numbers = sorted({m.number for m in marked})
    proposals = tuple(_attribution(lang, [m for m in marked if m.number == n], score) for n in numbers)
    return replace(lang, attributions=proposals)


def _in_sentences(lang: Language, blocks: tuple[Block, ...]) -> Language:
    sentences = tuple(s for b in blocks for s in split_sentences(lang.doc.text, b.span))
    number = np.searchsorted([s.start for s in sentences], lang.tokens.start, side="right") - 1
    tokens = Tokens(start=lang.tokens.start, end=lang.tokens.end, sentence=number.astype(np.int32))
    return replace(lang, blocks=blocks, sentences=sentences, tokens=tokens, bounds=tuple(map(lang.tokens_in, sentences)))


def _attribution(lang: Language, marked: list[Marked], score: float) -> Attribution:
    of_role = {role: tuple(_tokens(lang, m.span) for m in marked if m.role == role) for role in _ROLES}
    cue = next(iter(of_role["cue"]), None)
    return Attribution(cue=cue, sources=of_role["source"], content=of_role["content"], score=score)


def _tokens(lang: Language, span: Span) -> Range:
    first, end = lang.tokens_in(span)
    if first == end:
        raise ValueError(f"no whole word in {span.of(lang.doc.text)!r}")
    return first, end


def _paragraphs(text: str) -> tuple[Block, ...]:
    found = re.finditer(r"\S(?:.*\S)?(?:\n.*\S)*", text)
    return tuple(Block(start=m.start(), end=m.end(), kind=BlockKind.BODY) for m in found)
