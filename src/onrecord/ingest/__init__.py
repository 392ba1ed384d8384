"""Whatever is named becomes Documents, and a Document a Page: which block is story, which is not.

Documents in: ``sources.py`` (what is named, by its own way) calls ``folders.py``, ``fetch.py`` (addresses), ``raw.py`` (files: bytes, with
``unpack.py`` for gzip and ``kinds.py`` for what they are), ``encodings.py`` and ``detect.py`` (bytes to text), ``html.py``, and ``rows.py``
(JSONL and CSV: ``row_lines.py``, ``delimited.py``, ``columns.py``); ``documents.py`` makes the Document, ``limits.py`` says what it may cost.
Blocks: ``blocks.py`` calls ``lines.py`` (lines and paragraphs), ``signals.py`` and ``wording.py`` (what can be seen of each), ``story.py`` and
``tail.py`` (where the story stands), ``headline.py``, ``rules.py`` and ``scene.py`` (what kind each is) and ``datelines.py``. Page out:
``pages.py``.
"""

from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.columns import Columns
from onrecord.ingest.dates import check_date
from onrecord.ingest.documents import About
from onrecord.ingest.limits import Limits
from onrecord.ingest.pages import read_page
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
