"""How does a page come from an address? By one polite request, if its site and this machine's network allow it.

One GET, no second try, with a user agent that says who asks; robots.txt is asked first, once a site. Redirects are followed a few
times, and each address on the way is checked like the first (addresses.py).
"""

from __future__ import annotations

from datetime import UTC, datetime

from onrecord.errors import BinaryInput, FetchFailed
from onrecord.ingest.fetching.addresses import Target, target_of
from onrecord.ingest.fetching.connection import Deadline
from onrecord.ingest.fetching.exchange import MOST_REDIRECTS, Answer, ask, redirected
from onrecord.ingest.fetching.permission import check_robots
from onrecord.ingest.files.kinds import HEAD, Kind, check_readable, kind_of
from onrecord.ingest.files.raw import Raw
from onrecord.ingest.limits import DEFAULT, Limits

KINDS = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/plain": Kind.PLAIN,
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV,
    "application/jsonl": Kind.JSONL,
    "application/x-ndjson": Kind.JSONL,
}
# What to do about a status, by the status or its hundred.
ADVICE = {
    401: "it asks for a login: save the page in a browser and give the file",
    402: "it asks for money: save the page in a browser and give the file",
    403: "it is closed to programs: save the page in a browser and give the file",
    404: "check the address",
    410: "the page is gone: look for it in a web archive",
    429: "too much was asked of the site: try again later",
    451: "it is blocked by law: look for it elsewhere",
    4: "check the address, or save the page in a browser and give the file",
    5: "the server has a fault: try again later",
}


def fetch(url: str, limits: Limits = DEFAULT) -> Raw:
    """The page at an address, as the server gives it: bytes, kind, charset, the address after redirects, and the moment.

    Args:
        url: ``http://…`` or ``https://…``.
        limits: ``fetch_seconds`` bounds all of it together, ``max_bytes`` the page; ``allow_local`` opens private networks.

    Raises:
        FetchFailed: No connection, no safe one, no whole answer, or one that is an error.
        NotAllowed: robots.txt asks programs to leave the page alone; a private network; another protocol.
        TooLarge: More bytes than the limit, unpacked.
        BinaryInput: A PDF, a picture …: neither HTML nor plain text nor rows.

    Not handled: proxies, cookies, pages that a script in the browser makes.
    """
    deadline = Deadline(limits.fetch_seconds)
    target = target_of(url, limits)
    for _ in range(MOST_REDIRECTS + 1):
        check_robots(target, limits, deadline)
        answer = ask(target, limits, deadline)
        following = redirected(target, answer, limits)
        if following is None:
            return _raw(url, target, answer)
        target = following
    raise FetchFailed(f"{url}: more than {MOST_REDIRECTS} redirects, the last to {target.url}; check the address")


def _raw(url: str, target: Target, answer: Answer) -> Raw:
    """What an answer is, if it is a page."""
    if answer.status != 200:
        advice = ADVICE.get(answer.status) or ADVICE.get(answer.status // 100, "expected a page: check the address")
        said = f"{answer.status} {answer.reason}".strip()[:80]
        raise FetchFailed(f"{target.url}: the server answers {said!r}; {advice}")
    return Raw(
        name=url,
        data=answer.body,
        kind=_kind(target, answer),
        charset=answer.headers.get_content_charset(),
        uri=target.url,
        retrieved=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _kind(target: Target, answer: Answer) -> Kind:
    """The kind by what the server says; by the bytes, where it says nothing. A PDF is none whatever the server says."""
    head = answer.body[:HEAD]
    check_readable(head, target.url)
    if "Content-Type" not in answer.headers:
        return kind_of("", head)
    told = answer.headers.get_content_type()
    kind = KINDS.get(told)
    if kind is None:
        raise BinaryInput(
            f"{target.url}: {told!r}; expected HTML, plain text, CSV or JSONL: download it, make text of it and give the file"
        )
    return kind
