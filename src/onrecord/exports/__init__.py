"""Readings in other forms than our own: pure functions from a reading to rows; whoever calls them writes the file.

``events.py`` makes a table of a reading's events, ``told.py`` finds what stands behind one event's ids, ``csv_text.py`` writes rows as CSV.
"""

from onrecord.exports.csv_text import csv_line
from onrecord.exports.events import EVENT_COLUMNS, event_rows

__all__ = ["EVENT_COLUMNS", "csv_line", "event_rows"]
