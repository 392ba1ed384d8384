"""HTML that is too deep, too wide, too clever or empty: what a parser must be kept from dying of."""

from __future__ import annotations

import base64
import random

from torture_texts import LEAD, STORY, Maker

ARTICLE = "".join(f"<p>{part}</p>\n" for part in STORY)


def html(body: str, head: str = '<meta charset="utf-8"><title>Ostland Attacks Border Town</title>') -> bytes:
    """A page around a body."""
    return f"<!DOCTYPE html>\n<html lang='en'><head>{head}</head>\n<body>{body}</body></html>\n".encode()


def laughs() -> bytes:
    """A billion laughs: nine entities, each ten times the one before."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?>\n<!DOCTYPE html [<!ENTITY l0 "lol">{entities}]>\n'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Laughs</title></head><body>{ARTICLE}<p>&l9;</p></body></html>'
    ).encode()


def picture(size: int) -> str:
    """So many bytes as a data address."""
    return "data:image/png;base64," + base64.b64encode(random.Random(2).randbytes(size)).decode()  # noqa: S311 - no secret


HTML: dict[str, Maker] = {
    "nested.html": lambda: html("<div>" * 100_000 + ARTICLE),
    "attributes.html": lambda: html(f"<div {' '.join(f'a{n}={n}' for n in range(200_000))}>{ARTICLE}</div>"),
    "laughs.xhtml": laughs,
    "ampersands.html": lambda: html(f"{ARTICLE}<p>{'&' + 'amp;' * 300_000}lt;{'&#x26;' * 100_000}</p>"),
    "script.html": lambda: html(f"<script>{'var a = 1; if (a < 2) { b(); }' * 330_000}</script>{ARTICLE}"),
    "picture.html": lambda: html(f'<img src="{picture(3_800_000)}">{ARTICLE}'),
    "only-scripts.html": lambda: html(
        "<script>document.write('The army attacked.')</script><noscript>Turn it on.</noscript>" * 500
    ),
    "frames.html": lambda: html("", "<title>Frames</title>").replace(
        b"<body></body>", b"<frameset cols='20%,80%'><frame src='a.html'><frame src='b.html'></frameset>"
    ),
    "tables.html": lambda: html("<table><tr><td>" * 3_000 + ARTICLE + "</td></tr></table>" * 3_000),
    "says-utf16.html": lambda: html(ARTICLE, '<meta charset="utf-16"><title>Ostland Attacks</title>'),
    "wrong-charset.html": lambda: (
        html(ARTICLE + "<p>Zoë Müller said so.</p>", '<meta charset="shift_jis"><title>Café</title>').decode().encode("cp1252")
    ),
    "unclosed.html": lambda: html(f"<p>{LEAD}<b><i><a href='x" * 5_000 + ARTICLE),
    "comments.html": lambda: html("<!-- " * 100_000 + ARTICLE),
}
