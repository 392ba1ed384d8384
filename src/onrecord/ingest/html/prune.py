"""Which parts of a page are not its story? Teasers of other stories, readers' comments, lists of references go before extraction.

Extraction weighs by text and markup alone, and lets a teaser's sentence pass that stands in a column called "related".
"""

from __future__ import annotations

from onrecord.ingest.html.page import HtmlPage, own_elements


def prune(page: HtmlPage) -> None:
    """Take out what its name says is not the story's (``page.own_elements`` leaves it out for the facts, too)."""
    own = list(own_elements(page))
    kept = {*own, page.tree}
    for elem in [child for above in (page.tree, *own) for child in above if child not in kept]:
        elem.drop_tree()
