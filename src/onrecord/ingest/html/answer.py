"""What goes between the process that reads and the one that takes HTML apart: a page in, what was made of it out."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A page to take apart: its markup, decoded; where it stands; how many seconds and bytes of memory it may cost."""

    markup: str
    uri: str | None
    seconds: float
    memory: int


class Extracted(msgspec.Struct, frozen=True, kw_only=True):
    """What was found on an HTML page.

    Attributes:
        text: The story's lines, and what of the page's other lines came with them, an empty line between two.
        title: The headline.
        authors: People only; an agency's or a paper's name is none.
        publisher: Who publishes the site.
        published: The day on which it was first published, YYYY-MM-DD; never an update's day, never a guess.
        language: What the page says it is written in, an ISO 639 code; None where it says nothing.
        uri: Where the page says it belongs, or where it was fetched.
        notes: What was done to come by the text.
    """

    text: str
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    uri: str | None = None
    notes: tuple[str, ...] = ()


class Problem(StrEnum):
    """Why there is nothing."""

    NO_MARKUP = "no markup"
    FRAMES = "frames"
    SCRIPTS = "scripts"
    EMPTY = "empty"
    MEMORY = "memory"
    NO_STORY = "no story"
    NESTED = "nested"
    FAULT = "fault"


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, or the problem; ``detail`` is its values, for the message."""

    page: Extracted | None = None
    problem: Problem | None = None
    detail: str = ""
