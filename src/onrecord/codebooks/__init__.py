"""Codebooks as data: what kinds of event there are, how they score, and which words tell of them.

``plover.json`` retells PLOVER (Political Language Ontology for Verifiable Event Records), draft version 2.0, © 2021 Open Event
Data Alliance, https://github.com/openeventdata/PLOVER, licensed CC BY-SA 4.0; as an adaptation the file falls under the same
licence. ``plover_triggers.tsv`` and ``plover_modes.tsv`` are onrecord's own lists of English words, written from its definitions.
"""
