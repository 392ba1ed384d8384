"""Opening a reader: what is said where that fails, and that the shipped one reads."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from onrecord.errors import DataError, OptionError
from onrecord.reader.network import READERS, Network
from onrecord.reader.understand import understand
from onrecord.types import Block, BlockKind, Document, Page
from reader.tiny import save_vocabulary, tiny_vocabulary

SHIPPED = Path(str(files("onrecord.reader"))) / "small" / "reader.onnx"
needs_reader = pytest.mark.skipif(not SHIPPED.exists(), reason="needs the trained reader (python -m training.export)")


def test_an_unknown_reader_is_named_with_those_there_are() -> None:
    with pytest.raises(OptionError, match=r"'enormous'.*small"):
        Network.load("enormous")


def test_a_reader_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="install onrecord again"):
        Network(tmp_path / "nowhere")


@pytest.mark.parametrize("broken", ["reader.onnx", "reader.json", "vocabulary.txt"])
def test_a_reader_with_a_broken_file(tmp_path: Path, broken: str) -> None:
    save_vocabulary(tiny_vocabulary(), tmp_path)
    (tmp_path / "reader.json").write_text(json.dumps({"name": "tiny"}), "utf8")
    (tmp_path / "reader.onnx").write_bytes(b"")
    (tmp_path / broken).write_bytes(b"\x00no such thing")
    with pytest.raises(DataError, match=str(tmp_path)) as caught:
        Network(tmp_path)
    assert caught.value.__cause__ is not None


def page(text: str) -> Page:
    doc = Document(id="d", text_id="t", text=text, language="en")
    return Page(doc=doc, blocks=(Block(start=0, end=len(text), kind=BlockKind.BODY),))


@needs_reader
@pytest.mark.parametrize("name", READERS)
def test_the_shipped_reader_reads(name: str) -> None:
    lang = understand(page("Troops attacked the town on Monday, the president said."), Network.load(name, threads=1))
    assert lang.upos[1:3] == ("VERB", "DET")
    assert lang.words[lang.head[0]] == "attacked"
    assert [lang.words[t.tokens[0]] for t in lang.triggers] == ["attacked"]
    assert [lang.text(*a.cue) for a in lang.attributions if a.cue] == ["said"]
