"""The exported network, run by onnxruntime on the CPU."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import DataError, OptionError
from onrecord.reader.labels import DEPRELS, UPOS
from onrecord.reader.pieces import Passage, passages_of
from onrecord.reader.tree import heads_of, relations_of
from onrecord.reader.wordpiece import WordPiece

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Logits = dict[str, NDArray[np.float32]]
READERS = ("small",)
REPEATS = (
    16  # passages of a page whose logits are kept, 1.4 MB each at most: what is broken repeats itself, and so do some papers
)


class Network:
    """A reader's session, vocabulary and name; one instance serves any number of documents."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Opens the reader that lies in ``folder`` (reader.onnx, vocabulary.txt, reader.json).

        Raises:
            DataError: a file is missing or broken.
        """
        from onnxruntime import InferenceSession, SessionOptions  # heavy: fetched only when something is read

        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        try:
            weights = (folder / "reader.onnx").read_bytes()
            self.about: dict[str, Any] = json.loads((folder / "reader.json").read_text(encoding="utf8"))
            self.vocabulary = WordPiece.open(folder / "vocabulary.txt")
            self.session: InferenceSession = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        except Exception as error:
            message = f"the reader in {folder} cannot be opened ({error}); install onrecord again"
            raise DataError(message) from error
        self.outputs = [o.name for o in self.session.get_outputs()]
        self.version = f"{self.about['name']} {blake2b(weights, digest_size=4).hexdigest()}"

    @classmethod
    def load(cls, name: str = "small", *, threads: int = 0) -> Network:
        """The reader of that name that ships with onrecord; ``threads`` 0 takes all cores.

        Raises:
            OptionError: there is no reader of that name.
        """
        if name not in READERS:
            message = f"no reader is called {name!r}; the readers are: {', '.join(READERS)}"
            raise OptionError(message)
        return cls(Path(str(files("onrecord.reader") / name)), threads=threads)

    def run(self, passages: Iterable[Passage]) -> Iterator[tuple[Passage, Logits]]:
        """One pass a passage: the logits of every head, without the batch axis. A passage that was just seen is not run again."""
        seen: OrderedDict[tuple[bytes, ...], Logits] = OrderedDict()
        for p in passages:
            given = {"ids": p.ids, "shapes": p.shapes, "first": p.first, "last": p.last, "sentence": p.sentence}
            key = tuple(value.tobytes() for value in given.values())
            if key not in seen:
                out = self.session.run(None, {name: value[None] for name, value in given.items()})
                seen[key] = dict(zip(self.outputs, (o[0] for o in out), strict=True))
            seen.move_to_end(key)
            yield p, seen[key]
            if len(seen) > REPEATS:
                seen.popitem(last=False)

    def parse_words(self, sentences: Sequence[Sequence[str]]) -> list[tuple[list[str], list[int], list[str]]]:
        """Universal Dependencies of given words: tags, heads (from 1, 0 is the root) and relations by sentence."""
        flat: list[tuple[str, int, str]] = []
        for p, out in self.run(passages_of(self.vocabulary, sentences)):
            upos = out["upos"].argmax(-1)
            head = heads_of(out["arcs"], p.sentence)
            deprel = relations_of(out["deprel"], head)
            base = np.searchsorted(p.sentence, p.sentence)  # first word of each word's sentence
            for i, above in enumerate(head):
                root = above == i
                flat.append((UPOS[upos[i]], 0 if root else int(above - base[i]) + 1, DEPRELS[deprel[i]]))
        found = []
        at = 0
        for words in sentences:
            rows = flat[at : at + len(words)]
            at += len(words)
            found.append(([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows]))
        return found
