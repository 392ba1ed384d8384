"""How does a text become a Document? Its head where it is too long, whole characters, and what is known of where it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.errors import EmptyInput, OptionError
from onrecord.ingest.dates import check_date
from onrecord.ingest.limits import DEFAULT, Limits
from onrecord.types import Document, content_id

SURROGATE = re.compile("[\ud800-\udfff]")
PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n\s*")
SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*\s+|\n\s*""")
SPACE = re.compile(r"\s+")
JOINS = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")  # what holds an emoji together: joiner, variant, skin tone
CLUSTER = 64  # code points; more combining marks on one letter are no writing


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a text besides itself, by whoever gives it.

    Attributes:
        published: ``YYYY-MM-DD`` or an ISO 8601 timestamp.
        publisher: Who published it.
        title: Its headline.
        uri: Where it stands.
        given_id: The caller's own id.
        authors: Who wrote it.
        retrieved: When it was fetched, an ISO 8601 timestamp.
        language: An ISO 639-1 code, where whoever gives the text says so.
        notes: What was done to come by the text.
    """

    published: str | None = None
    publisher: str | None = None
    title: str | None = None
    uri: str | None = None
    given_id: str | None = None
    authors: tuple[str, ...] = ()
    retrieved: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()

    def over(self, other: About) -> About:
        """This one, with the other's word where this one says nothing; the other's notes come first."""
        kept = {name: getattr(self, name) or getattr(other, name) for name in self.__slots__}
        return replace(other, **{**kept, "notes": (*other.notes, *self.notes)})


def document_of(
    text: str,
    *,
    name: str = "text",
    given_id: str | None = None,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    limits: Limits = DEFAULT,
) -> Document:
    """A document from a text and what the caller knows of it; ``name`` is what messages call it.

    Two papers' verbatim copies share the ``text_id`` and differ in the ``id``, which also tells where it stands. Of a text that is
    longer than ``limits.max_chars`` the head is kept (see :func:`cut_head`). Half a surrogate pair, which no encoding can write
    down, becomes U+FFFD; one code point for one, so that offsets stay. Notes tell of both.

    Raises:
        EmptyInput: Nothing but white space.
        OptionError: ``published`` is no date, or the text is no string.
    """
    about = About(given_id=given_id, published=published, publisher=publisher, title=title, uri=uri)
    return make_document(text, name, about, limits)


def make_document(text: str, name: str, about: About, limits: Limits) -> Document:
    """As :func:`document_of`, with all that may be known."""
    _check_text(text, name)
    whole, broken = SURROGATE.subn("\ufffd", text)
    kept = cut_head(whole, limits.max_chars)
    if not kept.replace("\ufeff", "").strip():
        raise EmptyInput(f"{name}: nothing in it but white space; expected the text of a page")
    uri, publisher, title = _whole(about.uri), _whole(about.publisher), _whole(about.title)
    where = (uri,) if uri else (publisher or "", title or "")
    return Document(
        id=content_id("d", *where, kept),
        text_id=content_id("t", kept),
        given_id=_whole(about.given_id),
        text=kept,
        uri=uri,
        title=title,
        publisher=publisher,
        authors=tuple(SURROGATE.sub("\ufffd", author) for author in about.authors),
        retrieved=about.retrieved,
        published=check_date(about.published) if about.published is not None else None,
        language=about.language,
        notes=(*about.notes, *_notes(len(kept), len(whole), broken)),
    )


def cut_head(text: str, most: int) -> str:
    """The first ``most`` characters at the longest, ended where it hurts least; all of the text where ``most`` is 0.

    The last end of a paragraph in the last tenth of the head is taken, else the last end of a sentence or line, else the last
    white space, else the end itself, moved back so that it stands in no letter with its marks and in no joined emoji.
    """
    if not most or len(text) <= most:
        return text
    least = most - most // 10
    for pattern in (PARAGRAPH_END, SENTENCE_END, SPACE):
        ends = [match.end() for match in pattern.finditer(text, least, most)]
        if ends:
            return text[: ends[-1]]
    at = most
    while at > max(least, most - CLUSTER) and _continues(text[at - 1], text[at]):
        at -= 1
    return text[:at]


def _continues(before: str, after: str) -> bool:
    """Whether a cut between the two would part what is seen as one."""
    return bool(unicodedata.combining(after) or JOINS.match(after) or before == "\u200d")


def _check_text(text: object, name: str) -> None:
    if isinstance(text, bytes | bytearray | memoryview):
        raise OptionError(f"{name}: bytes were given, a string was expected: decode them, or write them to a file and read that")
    if not isinstance(text, str):
        raise OptionError(f"{name}: {type(text).__name__} was given; expected a string with the text of a page")


def _whole(value: str | None) -> str | None:
    """A value without half surrogates: a file name that is no UTF-8 brings them."""
    return None if value is None else SURROGATE.sub("\ufffd", value)


def _notes(kept: int, whole: int, broken: int) -> Iterator[str]:
    if kept < whole:
        yield f"the first {kept:,} of {whole:,} characters were read (--max-chars)"
    if broken:
        yield f"half surrogates, which stand for no character, were replaced by U+FFFD, one for one: {broken:,}"
