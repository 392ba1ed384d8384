"""Does a site let us ask for a page? Its robots.txt is fetched once a process, as safely as the page itself."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from onrecord.errors import FetchFailed, NotAllowed, TooLarge
from onrecord.ingest.fetching.addresses import Target
from onrecord.ingest.fetching.connection import Deadline
from onrecord.ingest.fetching.exchange import AGENT, MOST_REDIRECTS, Answer, ask, redirected
from onrecord.ingest.fetching.robots import Robots, robots_of
from onrecord.ingest.limits import Limits

PATH = "/robots.txt"
MOST_BYTES = 1_000_000  # the standard asks for half of it at least; more is no robots.txt
SHARE = 0.5  # of the time for the whole request


def check_robots(target: Target, limits: Limits, deadline: Deadline) -> None:
    """Refuse what the site asks programs to leave alone.

    As the standard (RFC 9309) has it, a site without a robots.txt allows all, and one that can't say, nothing.

    Raises:
        NotAllowed: The site's robots.txt disallows the page, or the server has a fault and can't tell.
        FetchFailed: The site does not answer, or not with a whole answer.
    """
    known = _known()
    key = (target.site, limits.allow_local)
    if key not in known:
        known[key] = _robots_of(target, limits, deadline)
    robots = known[key]
    if isinstance(robots, str):
        raise NotAllowed(f"{target.url}: {robots}, so the page isn't asked for; try again later or save it in a browser")
    if not robots.allow(target.path):
        raise NotAllowed(
            f"{target.url}: the site's robots.txt asks programs to leave this page alone; save it in a browser and give the file"
        )


@cache
def _known() -> dict[tuple[str, bool], Robots | str]:
    """What each site's robots.txt says, or why it can't be known, for the life of the process."""
    return {}


def _robots_of(target: Target, limits: Limits, deadline: Deadline) -> Robots | str:
    asked = replace(target, path=PATH)
    try:
        answer = _asked(asked, replace(limits, max_bytes=MOST_BYTES), deadline.within(SHARE * deadline.seconds))
    except FetchFailed as error:  # what keeps robots.txt from being read mostly keeps the page, too
        told = str(error).replace(asked.url, target.url, 1)
        raise type(error)(f"{told} (the site's robots.txt was asked for, as it is before every site's first page)") from error
    except TooLarge:
        return f"the site's robots.txt has more than {MOST_BYTES:,} bytes"
    if answer.status >= 500:
        return f"the site answers {answer.status} when it is asked for its robots.txt"
    return robots_of(answer.body.decode("utf-8", "replace"), AGENT)


def _asked(target: Target, limits: Limits, deadline: Deadline) -> Answer:
    at = target
    for _ in range(MOST_REDIRECTS + 1):
        answer = ask(at, limits, deadline)
        following = redirected(at, answer, limits)
        if following is None:
            return answer
        at = following
    raise NotAllowed(f"{target.url}: more than {MOST_REDIRECTS} redirects")
