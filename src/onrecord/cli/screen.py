"""A reading as a person sees it: facts first, then who says what, then what is no fact, then the figures.

The words of the page stand beside every record; ids and offsets do not (``--format json`` has them). Without colour it
reads the same.
"""

from __future__ import annotations

from collections import Counter

from onrecord.cli.acts import fact_rows, is_fact, unreal_rows
from onrecord.cli.paper import Cell, Paper, clean, fit
from onrecord.cli.people import People
from onrecord.cli.phrases import amount, counted, date_words, language_name, percent
from onrecord.cli.rows import INDENT, lay_rows, lay_why
from onrecord.cli.voices import gather, lay_voices
from onrecord.types import BlockKind, Figure, Reading, Span

# Set aside, in the order in which it matters to somebody who wonders what is missing.
KINDS = {
    BlockKind.PROMO: "promotion",
    BlockKind.COMMENT: "readers' comments",
    BlockKind.BIO: "biography",
    BlockKind.NOTICE: "notices",
    BlockKind.CREDIT: "picture credits",
    BlockKind.BYLINE: "byline",
    BlockKind.NAVIGATION: "navigation",
}
KIND_WIDTH = 12


def render(reading: Reading, *, width: int, colour: bool, why: bool = False, blocks: bool = False) -> str:
    """The page for a terminal, ending in a newline.

    Args:
        reading: What was read.
        width: Columns of the terminal; no line is wider, save where a single character is.
        colour: Whether to use SGR colours.
        why: Whether to tell under each record what decided it.
        blocks: Whether to show how the page was taken apart.
    """
    paper, people = Paper(width=width, colour=colour), People(reading)
    if is_foreign(reading):
        shown = _blocks(reading, paper) if blocks else []
        return "\n".join([*_title(reading, paper), *_notes(reading, paper), *shown]) + "\n"
    sections = [
        ("WHAT WAS READ AND WHAT WAS SET ASIDE", _blocks(reading, paper) if blocks else []),
        ("THE PAGE SAYS IT HAPPENED", _facts(reading, paper, people, why=why)),
        ("SOMEBODY SAYS SO", lay_voices(reading, paper, people, why=why)),
        ("ASKED, PLANNED, IMAGINED, DENIED", lay_rows(unreal_rows(reading, people, why=why), paper, people)),
        ("FIGURES", _figures(reading, paper, people, why=why)),
    ]
    lines = _head(reading, paper, blocks=blocks)
    for title, body in sections:
        if body:
            lines += ["", *paper.paragraph(Cell(title, "bold")), *body]
    lines += ["", *_count(reading, paper, people, why=why)]
    return "\n".join(lines) + "\n"


def is_foreign(reading: Reading) -> bool:
    """Whether the page was left unread because it is in another language than English."""
    return not reading.sentences and reading.document.language not in {None, "en"}


def _head(reading: Reading, paper: Paper, *, blocks: bool) -> list[str]:
    doc = reading.document
    published = f"published {doc.published}" if doc.published else "no publication date"
    by = f" by {clean(doc.publisher)}" if doc.publisher else ""
    parts = [published + by, language_name(doc.language)]
    parts += [_many(len(reading.sentences), "sentence") + " read", _set_aside(reading, blocks=blocks)]
    facts = paper.flow([Cell(part, "dim") for part in parts if part], joint="·", indent=0, hang=INDENT)
    return [*_title(reading, paper), *facts, *_notes(reading, paper)]


def _title(reading: Reading, paper: Paper) -> list[str]:
    title = clean(reading.document.title or "") or "(no title)"
    return paper.paragraph(Cell(fit(title, 2 * paper.width), "bold"))


def _notes(reading: Reading, paper: Paper) -> list[str]:
    return [line for note in reading.notes for line in paper.paragraph(Cell(f"note: {clean(note)}", "doubt"), hang=INDENT)]


def _set_aside(reading: Reading, *, blocks: bool) -> str:
    """How many lines of the page were not read, and what they are."""
    text = reading.document.text
    lines: Counter[bool] = Counter()
    for block in reading.blocks:
        lines[block.is_read] += sum(1 for line in block.span.of(text).splitlines() if line.strip())
    if not lines[False]:
        return ""
    kinds = {block.kind for block in reading.blocks}
    told = ", ".join(name for kind, name in KINDS.items() if kind in kinds)
    hint = "" if blocks else " (--blocks shows them)"
    return f"{lines[False]} of {lines.total()} lines set aside: {told}{hint}"


def _blocks(reading: Reading, paper: Paper) -> list[str]:
    """A line for each block: its kind and its first words."""
    lines = []
    for block in reading.blocks:
        kept = block.is_read
        words = fit(clean(block.span.of(reading.document.text)), max(1, paper.width - INDENT - KIND_WIDTH))
        mark = paper.ink(str(block.kind).ljust(KIND_WIDTH), "plain" if kept else "doubt")
        lines.append((" " * INDENT + mark + paper.ink(words, "plain" if kept else "dim")).rstrip())
    return lines


def _facts(reading: Reading, paper: Paper, people: People, *, why: bool) -> list[str]:
    rows = fact_rows(reading, people, why=why)
    if rows or not reading.events:
        return lay_rows(rows, paper, people)
    return paper.paragraph(Cell("nothing: every event on it is somebody's word, or none that happened", "dim"), indent=INDENT)


def _figures(reading: Reading, paper: Paper, people: People, *, why: bool) -> list[str]:
    figures = sorted(reading.figures, key=lambda figure: people.span(figure.mention) or Span(0, 0))
    shown = [(figure, _figure(figure, people)) for figure in figures]
    widest = min(28, max((len(cells[0].text) for _, cells in shown), default=0))
    lines = []
    for figure, (much, *rest) in shown:
        hang = INDENT + widest + 2
        body = paper.flow(rest, joint="·", indent=hang, hang=hang)
        fits = len(much.text) <= widest and paper.width >= hang + 20
        head = " " * INDENT + paper.ink(much.text, much.ink)
        if fits and body:
            lines.append(head + " " * (hang - INDENT - len(much.text)) + body[0][hang:])
            lines += body[1:]
        else:
            lines += paper.flow([much, *rest], joint="·", indent=INDENT, hang=2 * INDENT)
        lines += lay_why(figure.why if why else (), paper, people, indent=2 * INDENT)
    return lines


def _figure(figure: Figure, people: People) -> list[Cell]:
    """How many, of what, when, and who says so; the page's own words where the number was not made out."""
    much = amount(figure.low, figure.high, figure.qualifier, figure.unit) or people.words(people.span(figure.mention))
    voice = people.voice_of(figure.according_to)
    return [
        Cell(much, "bold"),
        Cell(counted(figure)),
        Cell(date_words(figure.when, people)),
        Cell(voice.credit, "voice") if voice else Cell("the page"),
        Cell(percent(figure.confidence), "dim"),
    ]


def _count(reading: Reading, paper: Paper, people: People, *, why: bool) -> list[str]:
    if not (reading.claims or reading.events or reading.figures):
        return paper.paragraph(Cell("Nothing on this page was put on record: no statement, no event, no figure.", "dim"))
    facts = sum(map(is_fact, reading.events))
    parts = [
        f"{_many(len(reading.claims), 'statement')} by {_many(len(gather(reading, people)), 'voice')}",
        f"{_many(len(reading.events), 'event')}, {facts} of them told by the page as happened",
        _many(len(reading.figures), "figure"),
        "" if why else "--why tells what decided each",
        "--format json gives all of it",
    ]
    return paper.flow([Cell(part, "dim") for part in parts], joint="·", indent=0, hang=INDENT)


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
