from __future__ import annotations

import gzip
from pathlib import Path

from treebanks import Parsed, read_conllu, score_treebank, score_treebanks

CONLLU = """# text = She won't run.
1	She	she	PRON	_	_	4	nsubj	_	_
2-3	won't	_	_	_	_	_	_	_	_
2	wo	will	AUX	_	_	4	aux:pass	_	_
3	n't	not	PART	_	_	4	advmod	_	_
3.1	gone	go	VERB	_	_	_	_	_	_
4	run	run	VERB	_	_	0	root	_	_

1	Rain	rain	NOUN	_	_	0	root	_	_
"""


def write(folder: Path) -> Path:
    path = folder / "en_gum-dev.conllu.gz"
    with gzip.open(path, "wt", encoding="utf8") as out:
        out.write(CONLLU)
    return path


def test_ranges_and_empty_nodes_are_no_words(tmp_path: Path) -> None:
    assert [[word for word, *_ in rows] for rows in read_conllu(write(tmp_path))] == [["She", "wo", "n't", "run"], ["Rain"]]


def test_each_measure_counts_what_it_says(tmp_path: Path) -> None:
    def parse(sentences: list[list[str]]) -> list[Parsed]:
        assert sentences == [["She", "wo", "n't", "run"], ["Rain"]]
        first = (["PRON", "AUX", "ADV", "VERB"], [4, 4, 1, 0], ["nsubj", "aux", "advmod", "root"])
        return [first, (["NOUN"], [0], ["root"])]

    found = score_treebank(write(tmp_path), parse)
    assert found == {"upos": 80.0, "uas": 80.0, "las": 60.0, "las_plain": 80.0, "words": 5, "sentences": 2}


def test_absent_treebanks_are_left_out(tmp_path: Path) -> None:
    write(tmp_path)
    found = score_treebanks(tmp_path, lambda sentences: [(["X"] * len(s), [1] * len(s), ["dep"] * len(s)) for s in sentences])
    assert set(found) == {"en_gum"}
