"""Offsets, lines, sentences, tokens, lemmas and quotation marks: what can be told from characters alone."""
