"""What does a page, or its server, call its encoding, and which one does it mean?"""

from __future__ import annotations

import codecs
import re

# What pages call an encoding, and what they mean (https://encoding.spec.whatwg.org/#names-and-labels): the larger set of which it is a part.
MEANT = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb-2312": "gb18030",
    "big5": "big5-hkscs",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "windows-949": "cp949",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "iso-8859-11": "cp874",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
}
# Python's names of what is an encoding of text; not utf-7 (a way to smuggle), and none of its own (idna, hex, rot13).
OF_TEXT = re.compile(r"utf-(?:8|16|32)|iso|cp|koi8|kz|mac|gb|big5|euc|shift|hz$|johab|tis|ptcp|ascii")
META = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:.-]{2,40})""", re.IGNORECASE)
DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]{2,40})""", re.IGNORECASE)
META_HEAD = 8_192  # bytes; browsers look at 1,024, saved pages have long comments before


def sniff_charset(data: bytes) -> str | None:
    """What an HTML or XML page says of its own encoding, in its first bytes; None where it says nothing.

    A byte order mark is no declaration: :func:`decode` sees it by itself. "utf-16" in a page that could be read to this point is not true.
    """
    head = data[:META_HEAD]
    found = DECLARED.match(head.removeprefix(codecs.BOM_UTF8)) or META.search(head)
    said = found[1].decode("ascii") if found else None
    return "utf-8" if said and said.lower().startswith("utf-16") else said


def to_codec(charset: str | None) -> str | None:
    """Python's name of what a page calls its encoding; None where it is not known or is none of text."""
    if not charset:
        return None
    label = charset.strip().strip("\"'").lower()
    codec = MEANT.get(label, label)
    try:
        known = codecs.lookup(codec).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return codec if OF_TEXT.match(known) else None
