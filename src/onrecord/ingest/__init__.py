"""A file, standard input or a row becomes a Document, and a Document a Page: which block is story, which is not.

Files in: ``sources.py`` (bytes to Document), ``dates.py`` (the caller's date). Blocks: ``blocks.py`` calls ``lines.py``
(lines and paragraphs), ``signals.py`` and ``wording.py`` (what can be seen of each), ``story.py`` and ``tail.py`` (where the story stands),
``headline.py``, ``rules.py`` and ``scene.py`` (what kind each is) and ``datelines.py``. Page out: ``pages.py``.
"""

from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.dates import check_date
from onrecord.ingest.pages import read_page
from onrecord.ingest.sources import document_of, read_document, read_rows

__all__ = ["check_date", "document_of", "find_blocks", "read_document", "read_page", "read_rows"]
