"""How does the network see a sentence? Its words with their grammar, and the acts that it proposes, recorded or not."""

from __future__ import annotations

from onrecord.cli.paper import Cell, columns
from onrecord.cli.phrases import percent
from onrecord.cli.rows import INDENT
from onrecord.cli.study import NARROW, Study
from onrecord.types import Language, Span, Trigger

SHOWN = 0.05  # below it the network is as good as sure that a word tells of no act
WORD_MOST, TAG, ACT = 24, 6, 8  # columns: a longer word goes over lines; the longest tag takes 5, "act 99%" 7


def lay_tokens(study: Study, at: Span, lang: Language) -> list[str]:
    """The words of the sentence in which a place lies: tag, relation to the word it hangs on, and how likely it tells of an act."""
    lines = study.title("HOW THE NETWORK SEES THE SENTENCE")
    number = next((number for number, span in enumerate(lang.sentences) if span.start <= at.start < span.end), None)
    if number is None:
        return lines + study.field("because", "the place stands in no sentence that is read: the network never saw it")
    first, end = lang.bounds[number]
    rows = [_row(lang, token) for token in range(first, end)]
    if study.paper.width < NARROW:
        lines += [line for row in rows for line in study.paper.flow(row, joint="·", indent=INDENT, hang=2 * INDENT)]
    else:
        word, hangs = (max(columns(row[at].text) for row in rows) for at in (0, 2))
        widths = [min(WORD_MOST, word), TAG, min(study.paper.width - WORD_MOST - 30, hangs), ACT]
        lines += study.paper.table(rows, widths, indent=INDENT)
    for trigger in lang.triggers:
        if first <= trigger.tokens[0] < end:
            lines += study.field("act proposed", _proposal(study, lang, trigger))
    return lines


def _row(lang: Language, token: int) -> list[Cell]:
    head = int(lang.head[token])
    hangs = "root" if head == token else f"{lang.deprel[token]} of “{lang.words[head]}”"
    likely = lang.eventful[token] if lang.eventful else 0.0
    told = f"act {percent(likely)}" if likely >= SHOWN else ""
    return [Cell(lang.words[token], "bold"), Cell(lang.upos[token], "dim"), Cell(hangs), Cell(told, "type")]


def _proposal(study: Study, lang: Language, trigger: Trigger) -> str:
    """An act with the types that are likeliest."""
    likeliest = sorted(trigger.types.items(), key=lambda item: -item[1])[:3]
    types = ", ".join(f"{name} {percent(share)}" for name, share in likeliest if share >= SHOWN)
    return f"{study.place(lang.span(*trigger.tokens))}: {percent(trigger.score)}; {types or 'of no type in particular'}"
