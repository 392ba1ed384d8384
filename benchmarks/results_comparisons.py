"""The tables of RESULTS.md that set onrecord beside other tools: made from the figures of comparisons.py."""

from __future__ import annotations

from typing import Any

Figures = dict[str, Any]
BLOCKS = {
    "everything": "everything kept",
    "trafilatura": "trafilatura {trafilatura}",
    "jusText": "jusText {justext}",
    "onrecord": "onrecord, as it ships",
    "onrecord, by folds": "onrecord, learnt from other sites",
}
CORPORA = {"gold": "gold, dev half", "polnear": "PolNeAR, dev"}
PLACES = {"geovirus": "GeoVirus", "lgl": "LGL"}
MEASURES = (
    "direct, content",
    "direct, content and source",
    "all, content",
    "all, content and source",
)


def row(*cells: object) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(map(str, cells)) + " |"


def table(*lines: str) -> str:
    """A Markdown table; the first line is its head."""
    columns = lines[0].count("|") - 1
    return "\n".join([lines[0], "|" + "---|" * columns, *lines[1:]]) + "\n"


def three(found: Figures) -> list[str]:
    """Precision, recall and F1 with three digits."""
    return [f"{found[key]:.3f}" for key in ("p", "r", "f1")]


def blocks_table(blocks: Figures, versions: Figures) -> str:
    """Which lines of text dumps are the story."""
    lines = [row("story of a text dump", "P, lines", "R", "F1", "P, words", "R", "F1", "its best setting")]
    for tool, name in BLOCKS.items():
        if tool not in blocks:
            continue
        found = blocks[tool]
        cells = [*three(found["lines"]), *three(found["words"]), found.get("setting", "")]
        lines.append(row(name.format(**versions), *cells))
    return (
        f"### Blocks\n\n{blocks['pages']} text dumps of news pages, lines that are story. trafilatura and jusText are made for HTML; "
        f"here they get what is left when it is lost.\n\n{table(*lines)}"
    )


def names_table(names: Figures, versions: Figures) -> str:
    """Persons, organisations and places."""
    lines = [row("names, words given", "P", "R", "F1", "persons", "organisations", "places", "its best setting")]
    for tool, name in {"spaCy": spacy_name(versions), "onrecord": "onrecord"}.items():
        found = names[tool]
        kinds = [f"{found[kind]:.3f}" for kind in ("per", "org", "loc")]
        lines.append(row(name, *three(found), *kinds, found.get("setting", "")))
    return (
        f"### Names\n\nUNER's EWT dev, {names['sentences']} sentences. onrecord has learnt from UNER's training half, spaCy's model from "
        f"OntoNotes, so onrecord is at home here.\n\n{table(*lines)}"
    )


def places_table(places: Figures, versions: Figures) -> str:
    """Names of places in running text."""
    lines = [row("places, running text", "tool", "P", "R", "F1")]
    for corpus, title in PLACES.items():
        for tool, name in {"spaCy": spacy_name(versions), "onrecord": "onrecord"}.items():
            lines.append(row(f"{title}, {places[corpus]['articles']} articles", name, *three(places[corpus][tool])))
    return (
        "### Names of places\n\nNews that neither side has learnt from. The corpora mark what can be put on a map and leave places in other "
        f"names unmarked, which counts against both.\n\n{table(*lines)}"
    )


def spacy_name(versions: Figures) -> str:
    """How spaCy is called in the tables."""
    return f"spaCy {versions['spacy']}, en_core_web_md"


def claims_table(claims: Figures, versions: Figures) -> str:
    """Direct quotations, and all claims."""
    name = f"textacy {versions['textacy']}"
    lines = [row("claims", "measure", f"{name}: P", "R", "F1", "onrecord: P", "R", "F1", "to be found")]
    for corpus, title in CORPORA.items():
        theirs, ours = claims[corpus]["textacy"], claims[corpus]["onrecord"]
        lines += [row(title, each, *three(theirs[each]), *three(ours[each]), ours[each]["gold"]) for each in MEASURES]
    settings = "; ".join(f"{title}: {claims[corpus]['textacy']['setting']}" for corpus, title in CORPORA.items())
    return (
        "### Claims\n\ntextacy looks for direct quotations only, so the rows that begin with “direct” (in quotation marks) are the comparison; the others say "
        f"how much of what is said on a page that leaves. Its best settings: {settings}.\n\n{table(*lines)}"
    )


def speed_table(speed: Figures, versions: Figures) -> str:
    """Articles a second, memory and start."""
    lines = [
        row(
            "tool",
            "articles a second",
            "slowest and fastest round",
            "processor seconds an article",
            "peak memory",
            "start to first article",
        )
    ]
    for name, found in speed["tools"].items():
        spread = f"{min(found['rounds'])}–{max(found['rounds'])}"
        memory = f"{found['peak_mib']} MiB" if "peak_mib" in found else ""
        start = f"{speed['start'][name]:.2f} s" if name in speed["start"] else ""
        work = f"{found['processor_seconds_an_article']:.3f}"
        lines.append(
            row(name.replace("spaCy", spacy_name(versions)), f"{found['articles_a_second']:.2f}", spread, work, memory, start)
        )
    return (
        f"### Speed\n\n{speed['articles']} articles of 600 words, the middle of {speed['rounds']} interleaved rounds; one process where "
        f"not said otherwise. spaCy's batch size is the faster one of those tried.\n\n{table(*lines)}"
    )


TABLES = {"blocks": blocks_table, "names": names_table, "places": places_table, "claims": claims_table, "speed": speed_table}


def comparisons_section(found: Figures, stamp: str) -> str:
    """All tables of the parts that were measured.

    Args:
        found: the newest figures of the kind "comparisons".
        stamp: when, on which commit and what machine they were measured.
    """
    tables = [make(found[part], found["versions"]) for part, make in TABLES.items() if found.get(part)]
    return "\n".join([f"## Beside other tools\n\nOn {found['cores_used']} cores; {stamp}\n", *tables])
