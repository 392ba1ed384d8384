"""A file of rows (JSONL, CSV) becomes documents, one a row."""
