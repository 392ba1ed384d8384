"""Speed, memory and start against spaCy's en_core_web_md, on the articles that speed.py reads.

Every tool is a process of its own and may use two cores. Rounds are interleaved: each tool reads the same articles once a
round, one right after the other, so that what else the machine does falls on all alike; the middle round counts. A machine that is busy
with something else takes more from a tool that uses both cores: what each takes of the processors is told beside it. A start
is measured from outside: the interpreter, the imports, the model and one article.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from articles import articles
from compare_environment import ask_program

Figures = dict[str, Any]
BATCHES = (8, 64)  # texts that spaCy reads together; its own default is 256: more than there are articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program in one setting: what it is called in the table, who runs it, and what it is asked."""

    name: str
    python: Path
    program: str
    asked: Figures

    def ask(self, task: str, texts: Sequence[str]) -> Figures:
        """What the program answers to a task."""
        return ask_program(self.python, self.program, {"task": task, "texts": list(texts), **self.asked})


def tools_of(rivals: Path) -> list[Tool]:
    """What is compared; one name may stand for several settings, of which the fastest counts."""
    ours = {
        "onrecord, whole readings": {"records": True, "processes": 1},
        "onrecord, whole readings, two processes": {"records": True, "processes": 2},
        "onrecord, tags, trees and names only": {"records": False, "processes": 1},
    }
    theirs = {
        "spaCy, whole pipeline": {"names_only": False, "processes": 1},
        "spaCy, whole pipeline, two processes": {"names_only": False, "processes": 2},
        "spaCy, names only": {"names_only": True, "processes": 1},
    }
    return [
        *(Tool(name=name, python=Path(sys.executable), program="compare_ours", asked=asked) for name, asked in ours.items()),
        *(
            Tool(name=name, python=rivals, program="compare_rival_spacy", asked={**asked, "batch": batch})
            for name, asked in theirs.items()
            for batch in BATCHES
        ),
    ]


def measure_rounds(tools: Sequence[Tool], texts: Sequence[str], rounds: int) -> Figures:
    """Articles a second and peak memory of each tool in its fastest setting: the middle of interleaved rounds.

    Memory is that of the process asked, so it is left out where two processes read.

    Raises:
        SystemExit: a tool did not read all articles.
    """
    taken: list[list[Figures]] = [[] for _ in tools]
    for number in range(rounds):
        for tool, answers in zip(tools, taken, strict=True):
            answers.append(tool.ask("speed", texts))
        print(f"round {number + 1} of {rounds} timed", file=sys.stderr)
    figures: Figures = {}
    for tool, answers in zip(tools, taken, strict=True):
        if any(answer["texts"] != len(texts) for answer in answers):
            raise SystemExit(f"{tool.name} read {answers[0]['texts']} of {len(texts)} articles: its speed says nothing")
        found = figures_of(answers, batch=tool.asked.get("batch"), memory=tool.asked["processes"] == 1)
        known = figures.get(tool.name)
        figures[tool.name] = found if known is None else faster(known, found)
    return figures


def figures_of(answers: Sequence[Figures], *, batch: int | None, memory: bool) -> Figures:
    """One tool's rounds as figures, the slowest and the fastest round beside the middle one."""
    speeds = [answer["texts"] / answer["seconds"] for answer in answers]
    found: Figures = {
        "articles_a_second": round(statistics.median(speeds), 2),
        "rounds": [round(speed, 2) for speed in speeds],
        "processor_seconds_an_article": round(statistics.median(a["processor_seconds"] / a["texts"] for a in answers), 3),
    }
    peaks = [answer["peak_mib"] for answer in answers if answer["peak_mib"] is not None]
    if memory and peaks:
        found["peak_mib"] = max(peaks)
    return found | ({"batch": batch} if batch else {})


def faster(first: Figures, second: Figures) -> Figures:
    """The faster of two settings, the first where they are as fast."""
    return max(first, second, key=lambda found: float(found["articles_a_second"]))


def measure_starts(tools: Sequence[Tool], text: str, rounds: int) -> Figures:
    """Seconds from nothing to one article read: the middle of interleaved rounds; one setting of each name is enough."""
    once = {tool.name: tool for tool in tools if tool.asked["processes"] == 1 and tool.asked.get("records", True)}
    taken: dict[str, list[float]] = {name: [] for name in once}
    for _ in range(rounds):
        for name, tool in once.items():
            taken[name].append(seconds_taken(partial(tool.ask, "first", [text])))
    return {name: round(statistics.median(seconds), 2) for name, seconds in taken.items()}


def seconds_taken(act: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def measure_speed(rivals: Path, *, number: int, rounds: int) -> Figures:
    """Speed, memory and start of all tools.

    Args:
        rivals: the interpreter of the rivals' environment.
        number: how many articles of 600 words a round has.
        rounds: how many times each tool reads them.
    """
    texts, tools = articles(number), tools_of(rivals)
    return {
        "articles": number,
        "rounds": rounds,
        "tools": measure_rounds(tools, texts, rounds),
        "start": measure_starts(tools, texts[0], max(3, rounds)),
    }
