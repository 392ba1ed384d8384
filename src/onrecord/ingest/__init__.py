"""Whatever is named becomes Documents, and a Document a Page: which block is story, which is not.

Documents in: ``sources.py`` (whatever is named, each by its own way) asks ``files/`` (bytes and their encoding), ``fetching/`` (addresses),
``html/`` (text and facts of an HTML page) and ``rows/`` (JSONL and CSV); ``documents.py`` makes the Document, ``limits.py`` says what it
may cost. Page out: ``pages.py`` asks ``languages/`` and the block finder: ``blocks.py`` calls ``lines.py`` (lines and paragraphs), ``signals.py``
and ``wording.py`` (what can be seen of each), ``story.py`` and ``tail.py`` (where the story stands), ``headline.py``, ``rules.py`` and
``scene.py`` (what kind each is) and ``datelines.py``.
"""

from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.dates import check_date
from onrecord.ingest.documents import About
from onrecord.ingest.limits import Limits
from onrecord.ingest.pages import read_page
from onrecord.ingest.rows.columns import Columns
from onrecord.ingest.sources import document_of, find_documents, read_document, read_rows

__all__ = [
    "About",
    "Columns",
    "Limits",
    "check_date",
    "document_of",
    "find_blocks",
    "find_documents",
    "read_document",
    "read_page",
    "read_rows",
]
