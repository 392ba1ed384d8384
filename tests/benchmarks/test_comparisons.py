"""How the rivals' answers are brought over and scored, and the tables made: on invented texts, with no rival installed."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import compare_blocks as blocks
import compare_claims as claims
import compare_environment as environment
import compare_names as names
import compare_places as places
import compare_polnear as polnear
import compare_rival_blocks as rival_blocks
import compare_rival_spacy as rival_spacy
import compare_speed as speed
import comparisons
import results_comparisons as tables

PRF = {"p": 0.5, "r": 0.25, "f1": 0.333, "gold": 4}
VERSIONS = {"trafilatura": "1.0", "justext": "2.0", "spacy": "3.0", "textacy": "4.0"}


# Blocks


def test_lines_are_scored_alike_and_by_their_words() -> None:
    pages = [{"lines": ["one two three", "", "menu", "four"], "body": [0, 3]}]
    found = blocks.score_both(pages, [[0, 2]])
    assert found["lines"] == {"p": 0.5, "r": 0.5, "f1": 0.5}
    assert found["words"] == {"p": 0.75, "r": 0.75, "f1": 0.75}


def test_nothing_kept_is_nothing_right() -> None:
    assert blocks.score_both([{"lines": ["a"], "body": [0]}], [[]])["lines"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_the_best_setting_is_named_and_all_that_were_tried() -> None:
    found = blocks.best_of({"a": {"f1": 0.2}, "b": {"f1": 0.7}}, lambda figures: float(figures["f1"]))
    assert found == {"f1": 0.7, "setting": "b", "tried": {"a": 0.2, "b": 0.7}}


def test_our_lines_are_those_of_the_story() -> None:
    story = (
        "The council of Harbourtown voted on Tuesday to close the old bridge, and the mayor said that repairs would take a year."
    )
    lines = ["Home", "", "Subscribe now!", "", story, "", "Copyright 2020 The Invented Paper. All rights reserved."]
    assert blocks.lines_kept(lines) == [4]


def test_blocks_are_measured_with_the_best_setting_of_each_rival(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "read_dumps", lambda: [{"lines": ["Menu", "Story"], "body": [1]}])
    answers = {"trafilatura": {"all": [[0, 1]], "story": [[1]]}, "jusText": {"none": [[]]}}
    found = blocks.measure_blocks(lambda name, given: answers, by_folds=[[1]])
    assert found["trafilatura"]["setting"] == "story"
    assert found["trafilatura"]["lines"]["f1"] == found["onrecord, by folds"]["lines"]["f1"] == 1.0
    assert found["jusText"]["tried"] == {"none": 0.0}
    assert found["everything"]["lines"]["p"] == 0.5


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (rival_blocks.paragraphs, "<p>a &lt;b&gt;</p><p>c</p><p>d</p>"),
        (rival_blocks.lists, "<ul><li>a &lt;b&gt;</li><li>c</li></ul><p>d</p>"),
        (rival_blocks.breaks, "<p>a &lt;b&gt;<br/>c</p><p>d</p>"),
    ],
)
def test_a_dump_becomes_html_in_three_shapes(make: Any, expected: str) -> None:
    assert make(["a <b>", "c", " ", "d"]) == f"<html><body>{expected}</body></html>"


def test_extracted_lines_are_found_again_as_often_as_they_stand() -> None:
    page = ["Read  more", "", "- Story one", "Read more", "Story two"]
    assert rival_blocks.found_in(page, "Read more\nStory one\nStory  two") == [0, 2, 4]
    assert rival_blocks.found_in(page, None) == []


def test_paragraphs_without_boilerplate_are_found_again_line_by_line() -> None:
    parts = [
        SimpleNamespace(text="Home News", is_boilerplate=True),
        SimpleNamespace(text="It rains. It pours.", is_boilerplate=False),
    ]
    assert rival_blocks.kept_of(["Home", "News", "", "It rains.", "It pours."], parts) == [3, 4]


# Names


def test_names_are_read_from_tags() -> None:
    assert list(names.spans_of(["B-PER", "I-PER", "B-PER", "O", "B-LOC"])) == [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "LOC")]
    assert list(names.spans_of(["B-OTH", "I-OTH", "B-ORG"])) == [(2, 3, "ORG")]


def test_what_is_written_together_has_no_space() -> None:
    assert names.spaces_of(["Ann", "'s", "dog", "."], "Ann's dog.") == [False, True, False, False]
    assert names.spaces_of(["Ann", "lost"], "Ann") == [False, True]


@pytest.mark.parametrize(
    ("name", "trimmed", "buildings", "expected"),
    [
        ((0, 3, "GPE"), True, True, (1, 2, "LOC")),
        ((0, 3, "GPE"), False, True, (0, 3, "LOC")),
        ((1, 2, "FAC"), True, True, (1, 2, "LOC")),
        ((1, 2, "FAC"), True, False, None),
        ((1, 2, "NORP"), True, True, None),
        ((0, 1, "ORG"), True, True, (0, 1, "ORG")),
    ],
)
def test_names_of_spacy_in_the_terms_of_uner(name: tuple[int, int, str], trimmed: bool, buildings: bool, expected: Any) -> None:
    assert names.as_uner(["The", "Netherlands", "'s"], name, trimmed=trimmed, buildings=buildings) == expected


def test_a_name_is_right_with_its_words_and_its_kind() -> None:
    documents = [[{"words": ["Ann", "of", "York"], "spaces": [True] * 3, "names": [(0, 1, "PER"), (2, 3, "LOC")]}]]
    found = names.score_names(documents, [[[(0, 1, "PER"), (2, 3, "ORG")]]])
    assert found == {"p": 0.5, "r": 0.5, "f1": 0.5, "gold": 2, "per": 1.0, "org": 0.0, "loc": 0.0}


def test_uner_files_are_read_by_document(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "small.iob2.gz"
    rows = ["# newdoc id = a", "# text = Ann ran.", "1\tAnn\tB-PER\t-\t-", "2\tran\tO\t-\t-", "3\t.\tO\t-\t-", ""]
    rows += [
        "# text = Go.",
        "1\tGo\tO\t-\t-",
        "2\t.\tO\t-\t-",
        "",
        "# newdoc id = b",
        "# text = Rome",
        "1\tRome\tB-LOC\t-\t-",
        "",
    ]
    path.write_bytes(gzip.compress("\n".join(rows).encode()))
    found = names.read_uner(path)
    assert [[sentence["words"] for sentence in document] for document in found] == [
        [["Ann", "ran", "."], ["Go", "."]],
        [["Rome"]],
    ]
    assert found[0][0]["names"] == [(0, 1, "PER")]
    assert found[0][0]["spaces"] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "expected"), [("the Hague", "Hague"), ("Rome’s", "Rome"), ("The Netherlands's", "Netherlands"), ("Thebes", "Thebes")]
)
def test_places_lose_the_article_and_the_possessive(text: str, expected: str) -> None:
    start, end = places.trimmed(text, 0, len(text))
    assert text[start:end] == expected


def test_buildings_are_places_or_not() -> None:
    found = [[0, 4, "GPE"], [5, 9, "FAC"], [10, 14, "PERSON"]]
    assert places.their_places("Rome Dome Anna", found, buildings=True) == {(0, 4), (5, 9)}
    assert places.their_places("Rome Dome Anna", found, buildings=False) == {(0, 4)}


def test_marked_places_are_trimmed_too() -> None:
    assert places.marked_places({"text": "the Hague", "toponyms": [{"start": 0, "end": 9, "phrase": "the Hague"}]}) == {(4, 9)}


@pytest.mark.parametrize(("start", "expected"), [(3, (3, 7)), (4, (3, 7))])
def test_toponyms_may_be_counted_from_one(start: int, expected: tuple[int, int]) -> None:
    assert places.characters_of("In Rome", {"start": start, "end": start + 4, "phrase": "Rome"}) == expected


def test_toponyms_of_another_corpus_are_refused() -> None:
    with pytest.raises(SystemExit, match="'Rome' does not stand at 0"):
        places.characters_of("In Rome", {"start": 0, "end": 4, "phrase": "Rome"})


# Claims

TEXT = '"We won the vote. It was close," the mayor said.'
QUOTATION = {"speaker": [[37, 42]], "cue": [[43, 47]], "content": [0, 32]}


def test_a_quotation_of_two_sentences_is_two_claims() -> None:
    reading = claims.reading_form(TEXT, [QUOTATION])
    assert [TEXT[start:end] for claim in reading["claims"] for start, end in claim["content"]] == [
        "We won the vote",
        "It was close",
    ]
    assert [entity["name"] for entity in reading["entities"]] == ["mayor"]
    assert {claim["source"]["mentions"][0] for claim in reading["claims"]} == {"m0.0"}


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("He said: “", True),
        ("“Yes,” he said. ", False),
        ('He said: "', True),
        ('"Yes," he said. ', False),
        ("He said: “Yes.\n", False),
        ("", False),
    ],
)
def test_a_claim_stands_in_marks_that_open_in_its_line(before: str, inside: bool) -> None:
    assert claims.in_marks(before + "It rains", len(before)) is inside


class Scorer:
    """Stands in for the gold's own: pairs whatever overlaps most, and takes every source for right."""

    @staticmethod
    def System(reading: dict[str, Any]) -> SimpleNamespace:  # noqa: N802 the scorer's name
        return SimpleNamespace(source=lambda claim: [])

    @staticmethod
    def pair(golds: list[Any], systems: list[Any], value: Any) -> list[Any]:
        return [(g, s) for g in golds for s in systems if value(g, s)]

    @staticmethod
    def same_source(gold: Any, found: Any) -> bool:
        return True


def test_direct_claims_without_marks_are_not_asked_of_a_finder_of_quotations() -> None:
    text = "“It rains,” she said. He said: It pours."
    gold = [
        {"id": "a", "form": "direct", "content_spans": [(1, 9)]},
        {"id": "b", "form": "direct", "content_spans": [(31, 39)]},
    ]
    ours = {"claims": [{"id": "c", "form": "direct", "content": [[1, 9]]}]}
    found = claims.score_gold(Scorer, [text], [{"claims": gold}], [ours])  # type: ignore[arg-type]
    assert found["direct, content"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "gold": 1, "sys": 1}
    assert found["all, content"] == {"p": 1.0, "r": 0.5, "f1": 0.667, "gold": 2, "sys": 1}


def test_quotations_of_one_verb_are_one_attribution() -> None:
    second = {**QUOTATION, "content": [0, 17]}
    found = polnear.attributions(TEXT, [QUOTATION, second])
    assert len(found) == 1
    assert [TEXT[start:end] for start, end in found[0]["content"]] == [TEXT[:32], TEXT[:17]]


@pytest.mark.parametrize(
    ("text", "direct"),
    [("“We won.”", True), ("“We won”,", True), ("that we “won”", False), ("we won", False), ("“", False)],
)
def test_a_direct_content_stands_in_quotation_marks(text: str, direct: bool) -> None:
    assert polnear.is_direct(text, [(0, len(text))]) is direct


def test_a_content_without_spans_is_not_direct() -> None:
    assert polnear.is_direct("“We won.”", []) is False


def test_contents_pair_from_a_half_on_and_one_to_one() -> None:
    gold = [{"content": [(0, 10)]}, {"content": [(20, 30)]}]
    system = [{"content": [(0, 6)]}, {"content": [(0, 10)]}, {"content": [(20, 24)]}]
    assert polnear.paired(gold, system) == [(0, 1)]


def test_part_of_a_mixed_claim_counts_for_precision_only() -> None:
    counts = Counter({"gold": 2, "system": 1, "direct gold": 1, "direct system": 1})
    claims.count_pair(counts, gold_direct=False, system_direct=True, sourced=False)
    found = claims.measures(counts)
    assert found["direct, content"] == {"p": 1.0, "r": 0.0, "f1": 0.0, "gold": 1, "sys": 1}
    assert found["all, content"]["r"] == 0.5
    assert found["direct, content and source"]["p"] == 0.0


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [([(0, 5)], [(4, 9)], True), ([(0, 5)], [(5, 9)], False), ([], [], True), ([(0, 5)], [], False)],
)
def test_sources_are_the_same_where_they_overlap(gold: Any, found: Any, same: bool) -> None:
    assert polnear.same_words(gold, found) is same


def test_polnear_is_scored_over_direct_and_all() -> None:
    text = "“We won,” Ann said. Bob said it rains."
    direct = {"source": [(10, 13)], "cue": [(14, 18)], "content": [(0, 9)]}
    plain = {"source": [(20, 23)], "cue": [(24, 28)], "content": [(29, 37)]}
    found = polnear.score_polnear([{"text": text, "attributions": [direct, plain]}], [[direct]])
    assert found["direct, content and source"]["f1"] == 1.0
    assert found["all, content and source"] == {"p": 1.0, "r": 0.5, "f1": 0.667, "gold": 2, "sys": 1}


def test_words_that_follow_each_other_are_one_span() -> None:
    class Word(SimpleNamespace):
        def __len__(self) -> int:
            return int(self.size)

    words = [Word(i=4, idx=20, size=3), Word(i=1, idx=4, size=5), Word(i=0, idx=0, size=3), Word(i=0, idx=0, size=3)]
    assert rival_spacy.spans_of(words, 100) == [[100, 109], [120, 123]]


def test_paragraphs_keep_their_places() -> None:
    text = "One.\n\n  \nTwo."
    assert list(rival_spacy.split_paragraphs(text)) == [(0, "One.\n"), (9, "Two.")]
    assert list(rival_spacy.whole(text)) == [(0, text)]


# The environment


def test_a_missing_environment_says_how_to_install_it(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"comparisons\.py --install"):
        comparisons.main(["--environment", str(tmp_path)])


def test_the_folder_is_the_options_then_the_variables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(environment.VARIABLE, str(tmp_path))
    assert environment.folder_of(None) == tmp_path
    assert environment.folder_of(Path("elsewhere")) == Path("elsewhere")
    monkeypatch.delenv(environment.VARIABLE)
    assert environment.folder_of(None) == environment.USUAL


def test_nothing_is_installed_into_a_folder_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf8")
    with pytest.raises(SystemExit, match="not empty"):
        environment.install(tmp_path, sys.executable)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_old_or_missing_python_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match=r"needs Python 3\.12"):
        environment.find_python("no-such-python")
    monkeypatch.setattr(environment, "version_of", lambda path: (3, 11))
    with pytest.raises(SystemExit, match="--python PATH"):
        environment.find_python(sys.executable)


def test_another_version_than_the_lock_names_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "pinned", lambda: {"msgspec": "0.0.0"})
    with pytest.raises(SystemExit, match=r"msgspec .* asks for 0\.0\.0"):
        environment.check_lock(Path(sys.executable))


def test_a_lock_that_holds_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    from importlib.metadata import version

    monkeypatch.setattr(environment, "pinned", lambda: {"msgspec": version("msgspec")})
    environment.check_lock(Path(sys.executable))


def test_the_lock_names_every_rival() -> None:
    assert set(comparisons.RIVALS) <= environment.pinned().keys()


def test_a_program_that_fails_is_told_with_its_last_words() -> None:
    with pytest.raises(SystemExit, match=r"ended with 1:[\s\S]*ZeroDivisionError"):
        environment.run([sys.executable, "-c", "1 / 0"])


def test_a_program_is_asked_in_json() -> None:
    with pytest.raises(SystemExit, match="KeyError: 'nonsense'"):
        environment.ask_program(Path(sys.executable), "compare_rival_spacy", {"task": "nonsense"})


def test_rounds_and_articles_start_at_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        comparisons.main(["--rounds", "0"])
    assert stopped.value.code == 2
    assert "from 1 up" in capsys.readouterr().err


# Speed


def answer(seconds: float, texts: int = 10) -> dict[str, Any]:
    return {"seconds": seconds, "processor_seconds": seconds * 2, "texts": texts, "peak_mib": 100}


def asked(processes: int, batch: int) -> speed.Tool:
    return speed.Tool(name="tool", python=Path(sys.executable), program="none", asked={"processes": processes, "batch": batch})


def test_the_middle_round_of_the_fastest_setting_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = {8: iter([1.0, 5.0, 2.0]), 64: iter([10.0, 10.0, 10.0])}
    monkeypatch.setattr(speed.Tool, "ask", lambda self, task, texts: answer(next(seconds[self.asked["batch"]])))
    found = speed.measure_rounds([asked(1, 8), asked(1, 64)], ["text"] * 10, 3)["tool"]
    assert found["articles_a_second"] == 5.0
    assert found["batch"] == 8
    assert found["rounds"] == [10.0, 2.0, 5.0]
    assert found["processor_seconds_an_article"] == 0.4
    assert found["peak_mib"] == 100


def test_memory_of_two_processes_is_not_told() -> None:
    assert "peak_mib" not in speed.figures_of([answer(1.0)], batch=None, memory=False)


def test_a_tool_that_leaves_articles_unread_has_no_speed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed.Tool, "ask", lambda self, task, texts: answer(1.0, texts=9))
    with pytest.raises(SystemExit, match="read 9 of 10 articles"):
        speed.measure_rounds([asked(1, 8)], ["text"] * 10, 1)


def test_starts_are_measured_once_a_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[int, int]] = []
    monkeypatch.setattr(
        speed.Tool, "ask", lambda self, task, texts: called.append((self.asked["processes"], self.asked["batch"]))
    )
    assert speed.measure_starts([asked(1, 8), asked(1, 64), asked(2, 8)], "text", 3).keys() == {"tool"}
    assert called == [(1, 64)] * 3


def test_a_tool_reads_with_two_cores_one_process_or_two() -> None:
    found = speed.tools_of(Path("rivals/python"))
    assert {tool.asked["processes"] for tool in found} == {1, 2}
    assert {str(tool.python) for tool in found} == {sys.executable, str(Path("rivals/python"))}


# Tables


def figures() -> dict[str, Any]:
    both = {"lines": PRF, "words": PRF}
    tried = {"setting": "best", "tried": {"best": 0.3}}
    kinds = {"per": 0.1, "org": 0.2, "loc": 0.3}
    four = dict.fromkeys(tables.MEASURES, PRF)
    corpus = {"documents": 1, "onrecord": four | PRF, "textacy": four | tried}
    one = {"articles_a_second": 5.0, "rounds": [4.5, 5.0, 6.0], "processor_seconds_an_article": 0.2}
    return {
        "cores_used": 2,
        "versions": VERSIONS,
        "blocks": {"pages": 9, "everything": both, "onrecord": both, "trafilatura": both | tried, "jusText": both | tried},
        "names": {"sentences": 7, "onrecord": PRF | kinds, "spaCy": PRF | kinds | tried},
        "places": {"geovirus": {"articles": 3} | corpus | {"spaCy": PRF}, "lgl": {"articles": 4} | corpus | {"spaCy": PRF}},
        "claims": {"gold": corpus, "polnear": corpus},
        "speed": {
            "articles": 10,
            "rounds": 3,
            "tools": {"onrecord, all": one | {"peak_mib": 180}, "spaCy, two processes": one | {"batch": 8}},
            "start": {"onrecord, all": 0.8},
        },
    }


def test_every_tool_has_its_row() -> None:
    page = tables.comparisons_section(figures(), "2026-11-25.")
    assert "On 2 cores; 2026-11-25." in page
    assert "| trafilatura 1.0 | 0.500 | 0.250 | 0.333 | 0.500 | 0.250 | 0.333 | best |" in page
    assert "| spaCy 3.0, en_core_web_md | 0.500 | 0.250 | 0.333 | 0.100 | 0.200 | 0.300 | best |" in page
    assert "| onrecord, all | 5.00 | 4.5–6.0 | 0.200 | 180 MiB | 0.80 s |" in page
    assert "| spaCy 3.0, en_core_web_md, two processes | 5.00 | 4.5–6.0 | 0.200 |  |  |" in page
    assert "| LGL, 4 articles | onrecord | 0.500 | 0.250 | 0.333 |" in page
    assert page.count("| PolNeAR, dev |") == len(tables.MEASURES)


def test_what_was_not_measured_has_no_table() -> None:
    found = {key: value for key, value in figures().items() if key not in {"speed", "claims"}}
    page = tables.comparisons_section(found, "today.")
    assert "### Names" in page
    assert "### Speed" not in page
    assert "### Claims" not in page


def test_what_has_learnt_from_other_sites_has_its_own_row() -> None:
    found = figures()
    assert "learnt from other sites" not in tables.comparisons_section(found, "today.")
    found["blocks"]["onrecord, by folds"] = {"lines": PRF, "words": PRF}
    assert "| onrecord, learnt from other sites | 0.500 |" in tables.comparisons_section(found, "today.")


def test_every_line_of_a_table_has_as_many_cells() -> None:
    for part in tables.comparisons_section(figures(), "today.").split("\n\n"):
        widths = {line.count("|") for line in part.splitlines() if line.startswith("|")}
        assert len(widths) <= 1, part
