"""Makes benchmarks/RESULTS.md from the newest figures in benchmarks/results.

``python benchmarks/results.py [--check]``: with ``--check`` nothing is written; exit code 1 where the table is not what the
figures say.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from provenance import RESULTS
from results_comparisons import comparisons_section

TABLE = RESULTS.parent / "RESULTS.md"
Figures = dict[str, Any]
HEAD = """# Results

Made by `python benchmarks/results.py` from `benchmarks/results/*.json`; do not edit. How each figure is measured, and on what,
stands in [docs/evaluation.md](../docs/evaluation.md).
"""
# Whose commonly quoted measures are shown; the JSON has all of them.
POLNEAR = {
    "span exact source": "source, exact span",
    "span exact cue": "cue, exact span",
    "span exact content": "content, exact span",
    "token content": "content, tokens",
    "citron all exact": "cue, source and content all exact",
    "attr detect + source J>=.5": "attribution found, right source",
}
TREES = {"upos": "UPOS", "uas": "UAS", "las": "LAS", "las_plain": "LAS without subtypes"}


def newest(kind: str, folder: Path = RESULTS) -> Figures | None:
    """The newest figures of a kind ("quality", "speed"), None where there are none."""
    found = [known[kind] for path in folder.glob("*.json") if kind in (known := json.loads(path.read_text(encoding="utf8")))]
    return max(found, key=lambda figures: str(figures["at"]), default=None)


def row(*cells: object) -> str:
    """A line of a Markdown table."""
    return "| " + " | ".join(map(str, cells)) + " |"


def table(*lines: str) -> str:
    """A Markdown table; the first line is its head."""
    columns = lines[0].count("|") - 1
    return "\n".join([lines[0], "|" + "---|" * columns, *lines[1:]]) + "\n"


def stamp(figures: Figures) -> str:
    """When, on which commit and what machine."""
    machine = figures["machine"]
    return f"{figures['at'][:10]}, commit {figures['commit']}, {machine['cores']} cores ({machine['processor']}), Python {machine['python']}."


def gold_section(gold: Figures) -> str:
    """The gold's dev half: F1 or rate of every measure, all together and by kind of text."""
    kinds = [kind for kind in ("all", "report", "news", "sentences") if kind in gold]
    lines = [row("measure", "P", "R", *kinds)]
    for name, whole in gold["all"].items():
        each = [best_of(gold[kind].get(name, {})) for kind in kinds]
        lines.append(row(name, shown(whole.get("p")), shown(whole.get("r")), *each))
    failed = f"\n{len(gold['failed'])} documents could not be read.\n" if gold.get("failed") else ""
    return f"## Gold, dev half\n\nF1 (or the rate, where P and R are empty) by kind of text.\n\n{table(*lines)}{failed}"


def shown(value: float | None) -> str:
    """A share with three digits; empty where there is none."""
    return "" if value is None else f"{value:.3f}"


def best_of(measure: Figures) -> str:
    """F1 where it is one of precision and recall, else the rate."""
    return shown(measure.get("f1", measure.get("rate")))


def ud_section(ud: Figures) -> str:
    """Tags and trees, in percent."""
    lines = [row("treebank, dev", *TREES.values())]
    lines += [row(name, *(f"{found[key]:.1f}" for key in TREES)) for name, found in ud.items()]
    return f"## Tags and trees, gold tokens\n\n{table(*lines)}"


def polnear_section(found: Figures) -> str:
    """Attributions on PolNeAR, in percent."""
    lines = [row("PolNeAR, dev", "P", "R", "F1")]
    lines += [row(POLNEAR[key], *(f"{found[key][x]:.1f}" for x in "prf")) for key in POLNEAR if key in found]
    return f"## Attribution\n\n{table(*lines)}"


def speed_section(speed: Figures) -> str:
    """Speed, start, memory and disk."""
    pipeline, start, disk = speed["pipeline"], speed["start"], speed["disk_mib"]
    network = speed["network"]
    alone = network.get("encoder_pieces_a_second")
    lines = [
        row("what", "figure"),
        row("articles of 600 words a second", pipeline["articles_a_second"]),
        row("tokens a second, whole pipeline", f"{pipeline['tokens_a_second']:,}"),
        row("pieces a second, network alone", f"{network['pieces_a_second']:,}"),
        row("pieces a second, encoder alone", f"{alone:,}" if alone else "not measured"),
        row("`onrecord --help`", f"{start['help']:.2f} s"),
        row("`import onrecord`", f"{start['import']:.2f} s"),
        row("start to first reading done", f"{start['first_reading']:.2f} s"),
        row("peak memory", f"{speed['memory_mib']} MiB"),
        row("disk, of it the network", f"{disk['package']:.0f} MiB, {disk['network']:.0f} MiB"),
    ]
    return f"## Speed and size\n\nOn {speed['cores_used']} cores; {stamp(speed)}\n\n{table(*lines)}"


def torture_section(torture: Figures) -> str:
    """The torture set: how many files held, the slowest and the largest of them, and every one that failed."""
    files: dict[str, Figures] = torture["files"]
    slow, large = (max(files, key=lambda name: files[name][key] or 0) for key in ("seconds", "memory_mib"))
    together = torture["together"]
    lines = [
        row("what", "figure"),
        row("files", len(files)),
        row(
            "that ended with a reading or an error of one line, in 20 s and 1 GiB, promises kept",
            len(files) - len(failed_in(torture)),
        ),
        row("slowest", f"{slow}, {files[slow]['seconds']:.1f} s"),
        row("most memory, children included", f"{large}, {files[large]['memory_mib']} MiB"),
        row("all in one command", f"{together['seconds']:.0f} s, {together['memory_mib']} MiB"),
        row("good pages among them that were read otherwise than alone", len(together["faults"])),
    ]
    faults = [f"\n- {name}: {'; '.join(files[name]['faults'])}" for name in failed_in(torture)]
    told = "".join([*faults, "\n"]) if faults else ""
    return f"## Torture set\n\nThe defaults, load {torture['load']}; {stamp(torture)}\n\n{table(*lines)}{told}"


def failed_in(torture: Figures) -> list[str]:
    """The files that something is wrong with."""
    return [name for name, found in torture["files"].items() if found["faults"]]


def length_section(length: Figures) -> str:
    """Time and memory by the length of a page."""
    lines = [row("characters", "seconds", "µs a character", "peak memory, MiB", "of it the reading as JSON, MiB", "records")]
    lines += [
        row(
            f"{size['characters']:,}",
            f"{size['seconds']:.2f}",
            size["microseconds_a_character"],
            size["peak_mib"],
            size["reading_mib"],
            f"{size['events'] + size['claims']:,}",
        )
        for size in length["sizes"]
    ]
    return f"## Length\n\nOne page, read whole (`--max-chars 0`); on {length['cores_used']} cores; {stamp(length)}\n\n{table(*lines)}"


def pages_section(pages: Figures) -> str:
    """HTML beside trafilatura's best setting: F1 over words of what is read, and facts that are right."""
    lines = [row("invented pages", "how many", "onrecord", "trafilatura at its best", "facts right")]
    for group, name in (("seen", "rules were made looking at them"), ("unseen", "first measured afterwards")):
        found = pages[group]
        words, facts = found["words with captions"], found["facts"]
        rival = max(
            figures["f"] for way, figures in words.items() if way.startswith("trafilatura ") and isinstance(figures, dict)
        )
        right = f"{sum(facts.values())} of {len(facts) * found['pages']}"
        lines.append(row(name, found["pages"], f"{words['onrecord']['f']:.3f}", f"{rival:.3f}", right))
    return f"## HTML\n\n{stamp(pages)}\n\n{table(*lines)}"


def blocks_section(blocks: Figures) -> str:
    """Whose words is each line: the rules, and the classifier by folds over sites."""
    lines = [row("percent", "story, F1 by lines", "by words", "kinds of 300 lines", "lines of others read as story")]
    for name, found in blocks.items():
        if isinstance(found, dict) and "story" in found:
            story, others = found["story"], sum(found["lines of others read"].values())
            lines.append(row(name, story["lines"]["f"], story["words"]["f"], found["300 lines"], others))
    return f"## Blocks\n\n120 text dumps of news pages; {stamp(blocks)}\n\n{table(*lines)}"


EXTRA: dict[str, Callable[[Figures], str]] = {
    "pages": pages_section,
    "blocks": blocks_section,
    "comparisons": lambda found: comparisons_section(found, stamp(found)),
    "length": length_section,
    "torture": torture_section,
}


def results_page(quality: Figures | None, speed: Figures | None, **others: Figures | None) -> str:
    """The whole page; what was not measured is left out."""
    parts = [HEAD]
    if quality:
        sections = {"gold": gold_section, "ud": ud_section, "polnear": polnear_section}
        parts += [f"Quality: {stamp(quality)}\n", *(make(quality[key]) for key, make in sections.items() if quality.get(key))]
    if speed:
        parts.append(speed_section(speed))
    parts += [make(found) for name, make in EXTRA.items() if (found := others.get(name))]
    return "\n".join(parts)


def main(options: list[str]) -> int:
    """Writes the page, or compares it."""
    page = results_page(newest("quality"), newest("speed"), **{name: newest(name) for name in EXTRA})
    if "--check" in options:
        same = TABLE.exists() and TABLE.read_text(encoding="utf8") == page
        print("RESULTS.md is up to date" if same else "RESULTS.md is not what the figures say: python benchmarks/results.py")
        return 0 if same else 1
    TABLE.write_text(page, encoding="utf8")
    print("written to", TABLE.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
