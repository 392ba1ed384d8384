"""What do these bytes seem to be: plain text, HTML, rows, or nothing that can be read here?"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

import msgspec

from onrecord.errors import BinaryInput

HEAD = 65_536  # bytes that are looked at to tell what they are


class Kind(StrEnum):
    """How the bytes are to be taken."""

    PLAIN = "plain"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"


ROWS = frozenset({Kind.JSONL, Kind.CSV})
SUFFIXES = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.PLAIN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
}

# How other kinds of file open, what they are, and what to do with them. Text may open with "BM" or "MZ": those wait for a NUL.
PICTURE = "a picture: text must be made of it first, for instance with tesseract"
SOUND = "sound: it must be written down first"
FILM = "a film: what is said in it must be written down first"
OFFICE = "an office document: save it as plain text or HTML first, for instance with pandoc -t plain"
PACKED = "an archive: unpack it first"
OPENINGS = (
    (rb"%PDF-", "a PDF: turn it into text first, for instance with pdftotext"),
    (rb"PK\x03\x04(?s:.{26}mimetypeapplication/epub|.{0,4000}(?:word|ppt|xl)/|.{26}mimetypeapplication/vnd\.oasis)", OFFICE),
    (
        rb"PK(?:\x03\x04|\x05\x06)|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|(?s:.{257})ustar|\xfd7zXZ\x00|BZh[1-9]1AY|\x28\xb5\x2f\xfd|\x1f\x8b",
        PACKED,
    ),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf", OFFICE),
    (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*|RIFF....WEBP|BM(?s:.{4})\x00|....ftyp(?:avif|heic|mif1)", PICTURE),
    (rb"ID3[\x02-\x04]|OggS\x00|fLaC|RIFF....WAVE|\xff[\xfb\xf3]|....ftypM4A", SOUND),
    (rb"RIFF....AVI |\x1a\x45\xdf\xa3|....ftyp", FILM),
    (
        rb"SQLite format 3\x00|PAR1|\x89HDF",
        "a database or a table in a form that is not read: write it out as CSV or JSONL first",
    ),
    (rb"\x7fELF|MZ(?s:.{0,200})\x00", "a program: it has no text to read"),
    (
        rb"(?:\xef\xbb\xbf)?\s*<\?xml(?s:.{0,3000}?)<(?:rss|feed|rdf:RDF|urlset|sitemapindex|nitf|newsItem|NewsML|mediawiki)\b",
        "a feed or another form of XML: take the addresses or the texts out of it first",
    ),
    (
        rb"(?:[\w-]{2,40}:[^\n]{0,500}\n(?:[ \t][^\n]{0,500}\n){0,20}){1,20}?(?i:content-type:\s*multipart/related)",
        "a page saved as one file (MHTML): save it as HTML, or as text",
    ),
    (rb"WARC/\d", "a web archive: take the pages out of it first, as HTML files"),
)
KNOWN = tuple((re.compile(opening), what) for opening, what in OPENINGS)

BLANK = b" \t\r\n\f\v\xef\xbb\xbf"
# A page opens with its document type, its root or its head, after a prologue and comments at most.
HTML_OPENS = re.compile(
    rb"(?:\s+|<!--(?s:.{0,2000}?)-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
TAG = re.compile(
    rb"</?(?:p|div|span|a|br|li|ul|ol|td|tr|table|h[1-6]|img|b|i|em|strong|script|style|meta|link|section|article|nav|header|footer|blockquote|figure|figcaption)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
FEW_TAGS = 4  # of a piece of a page that opens with one; fewer may be a sign or two in a text
TAGGED = 0.3  # of the bytes, where the text does not open with a tag: prose on HTML with its examples has .15 (made-up samples)


def kind_by_name(name: str) -> Kind | None:
    """What the ending says, that before ``.gz`` where the file is packed; None where it says nothing."""
    path = PurePath(name)
    suffix = PurePath(path.stem).suffix if path.suffix.lower() == ".gz" else path.suffix
    return SUFFIXES.get(suffix.lower())


def kind_of(name: str, head: bytes) -> Kind:
    """What a file is by its name and, where that says nothing or only "text", by how it begins.

    Saved pages come as ``.txt``, and standard input has no name: so HTML is looked for in both. Rows are looked for only
    where the name says nothing: JSON by its first line, CSV never, since prose has commas too.
    """
    named = kind_by_name(name)
    if named not in {None, Kind.PLAIN}:
        return Kind(named)
    if looks_like_html(head):
        return Kind.HTML
    return Kind.JSONL if named is None and looks_like_rows(head) else Kind.PLAIN


def looks_like_html(head: bytes) -> bool:
    """Whether the bytes open as a page of HTML does, or are a piece of one."""
    start = head.lstrip(BLANK)[:HEAD]
    if HTML_OPENS.match(start):
        return True
    tags = [len(tag) for tag in TAG.findall(start)]
    return len(tags) >= FEW_TAGS and (TAG.match(start) is not None or sum(tags) >= TAGGED * len(start))


def looks_like_rows(head: bytes) -> bool:
    """Whether the first line is an object of JSON, as far as it can be seen."""
    start = head.lstrip(BLANK)
    line, ended, _ = start.partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not ended and len(head) >= HEAD:  # a first row that is longer than what is looked at
        return re.match(rb'\{\s*"[^"\n]{1,100}"\s*:', line) is not None
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def check_readable(head: bytes, name: str) -> None:
    """Refuse what is known to be something else than text.

    Raises:
        BinaryInput: A PDF, an archive, a picture …; the message says what to do.
    """
    for opening, what in KNOWN:
        if opening.match(head):
            raise BinaryInput(f"{name}: {what}; expected text, HTML, JSONL or CSV")
