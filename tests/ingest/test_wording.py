"""Ways of speaking are met whatever is looked for first, and blocks take time in proportion to length."""

from __future__ import annotations

from time import process_time

import pytest

from onrecord.ingest import wording
from onrecord.ingest.blocks import find_blocks


def test_a_text_of_white_space_has_no_blocks() -> None:
    assert find_blocks(" \n\n\t\n") == ()


def test_time_grows_with_length_only() -> None:
    """Eight times the lines take eight times the time, not sixty-four: no unit looks at the whole page."""
    lines = "Omar Sayed is a writer and has worked for several papers.\nShort line\n"
    seconds = []
    for times in (200, 1600):
        began = process_time()
        assert find_blocks(lines * times)
        seconds.append(process_time() - began)
    assert seconds[1] <= 24 * seconds[0]


SPOKEN = (
    "Subscribe now", "Sign up for our newsletter", "Click here", "Read more", "Get the free app", "Join our newsletter", "Your free trial",
    "Special offers", "Order today", "On sale now", "This list is updated daily", "Follow us on Twitter", "Make a donation",
    "Become a member", "Already a subscriber", "Enjoying this article?", "Straight to your inbox", "Don't miss out", "Podcast now live",
    "See what managers are buying", "Fun and much more", "We earn an affiliate fee", "Advertisement", "Watch our video",
    "Story continues below", "© 2020", "All rights reserved", "Comments are closed", "Terms of use", "Privacy policy",
    "We use cookies", "May not be reproduced", "Views expressed are the author's", "For informational purposes only",
    "This article was updated", "To unsubscribe", "Required fields are marked", "Report a typo", "Photo: Jon Smith",
    "A street (AP)", "Getty Images", "Smoke / Reuters", "By Yo, via Flickr", "Own work", "CC BY-SA", "Ada Quill is a writer",
    "Ada Quill writes for us", "Her work has appeared in papers", "He holds a degree", "She has reported for the Herald", "Follow her on Twitter",
    "About the author", "tern says", "tern wrote:", "Reply", "lol", "Great article", "My opinion", "What??", "March 3, 2021 at 4:15 pm",
    "http://example.org", "zed (at) example", "write to zed99yahoocom",
)  # fmt: skip


@pytest.mark.parametrize("line", SPOKEN)
def test_no_hint_keeps_a_way_of_speaking_from_being_met(line: str) -> None:
    met = {kind: sum(test(line) is not None for test in tests) for kind, _, tests in wording.CLASSES}
    assert wording.count_wording(line) == {kind: count for kind, count in met.items() if count}
    assert any(met.values())
