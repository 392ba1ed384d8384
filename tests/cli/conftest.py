"""A pipeline without a network: it answers with a hand-built reading of whatever document it is given."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any

import msgspec
import pytest

import onrecord
from build import plain
from cli.readings import quarrel
from onrecord.errors import DataError, InputError, NoStory, OptionError
from onrecord.types import Document, Language, Reading, Trigger


class Pipeline(ModuleType):
    """Stands in for ``onrecord.pipeline``; ``documents`` is what it was asked to read."""

    def __init__(self) -> None:
        super().__init__("onrecord.pipeline")
        self.documents: list[Document] = []
        self.reading = quarrel()

    def read_document(self, doc: Document, reader: Any = None) -> Reading:
        self.documents.append(doc)
        if "ADVERTISEMENT" in doc.text:
            raise NoStory("no paragraph of a story among 1 blocks; expected a news page")
        if "FAULT" in doc.text:
            raise RuntimeError("a fault\nover two lines")
        about = {"given_id": doc.given_id, "published": doc.published or self.reading.document.published}
        return msgspec.structs.replace(self.reading, document=msgspec.structs.replace(self.reading.document, **about))

    def understand_document(self, doc: Document, reader: Any = None) -> Language:
        """The first words of whatever the document is."""
        lang = plain(doc.text)
        trigger = Trigger(tokens=(4, 5), score=0.9, types={"COERCE": 0.7, "AID": 0.04}, modes={}, certainty={}, auxiliary={})
        return dataclasses.replace(
            lang, triggers=(trigger,), eventful=tuple(0.9 if at == 4 else 0.0 for at in range(len(lang.words)))
        )

    def read_documents(
        self, found: Iterable[Document | InputError], reader: str = "small", workers: int = 1
    ) -> Iterator[Reading | Exception]:
        if reader != "small":
            raise OptionError(f"no reader {reader!r}; there is: small")
        for one in found:
            try:
                yield one if isinstance(one, InputError) else self.read_document(one, reader)
            except (DataError, OptionError):
                raise
            except Exception as error:  # noqa: BLE001 - as the pipeline does
                yield error


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    fake = Pipeline()
    monkeypatch.setitem(sys.modules, "onrecord.pipeline", fake)
    monkeypatch.setattr(onrecord, "pipeline", fake, raising=False)
    return fake
