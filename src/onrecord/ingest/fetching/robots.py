"""What does a robots.txt (RFC 9309) ask of us?

The library's own parser (urllib.robotparser) knows no ``*`` and ``$`` in paths and takes the first rule that fits instead of the
longest, so that pages would be fetched which the site asks robots to leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.ingest.fetching.addresses import encoded

MOST = 500_000  # characters that are looked at: what RFC 9309 asks for at least
TOKEN = re.compile(r"[a-z_-]+|\*", re.IGNORECASE)
EVERYBODY = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A path that is allowed or disallowed; ``*`` stands for anything, ``$`` at the end for the end."""

    path: str
    allows: bool

    def fits(self, path: str) -> bool:
        """Whether a page's path (with its query) opens as the rule's does; in time that grows with their lengths only."""
        pattern = self.path.removesuffix("$")
        first, *others = pattern.split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        for part in others[:-1] if self.path.endswith("$") else others:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        if not self.path.endswith("$"):
            return True
        return len(path) - len(others[-1]) >= at and path.endswith(others[-1]) if others else at == len(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What a site asks of one robot."""

    rules: tuple[Rule, ...] = ()

    def allow(self, path: str) -> bool:
        """Whether the page may be asked for: the longest rule that fits decides, allowing where two are as long."""
        fitting = [rule for rule in self.rules if rule.fits(path)]
        longest = max(fitting, key=lambda rule: (len(rule.path), rule.allows), default=None)
        return longest is None or longest.allows


def robots_of(text: str, agent: str) -> Robots:
    """What a robots.txt asks of the agent by its name; of everybody, where it doesn't name it."""
    groups = list(_groups(text[:MOST]))
    named = [rule for agents, rules in groups if agent.lower() in agents for rule in rules]
    is_named = any(agent.lower() in agents for agents, _ in groups)
    return Robots(rules=tuple(named if is_named else (rule for agents, rules in groups if EVERYBODY in agents for rule in rules)))


def _groups(text: str) -> Iterator[tuple[Sequence[str], Sequence[Rule]]]:
    """The groups of a robots.txt: whom they are for, and their rules."""
    agents: list[str] = []
    rules: list[Rule] = []
    open_ = False  # whether the last line that counts named an agent: several in a row share their rules
    for key, value in _lines(text):
        if key == "user-agent":
            if not open_ and agents:
                yield agents, rules
                agents, rules = [], []
            agents.append(_token(value))
            open_ = True
        elif key in {"allow", "disallow"}:
            open_ = False
            if value:  # "Disallow:" without a path disallows nothing
                rules.append(Rule(path=encoded(value), allows=key == "allow"))
    yield agents, rules


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in re.split(r"\r\n|\r|\n", text.lstrip("\ufeff")):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _token(value: str) -> str:
    found = TOKEN.match(value)
    return found.group().lower() if found else ""
