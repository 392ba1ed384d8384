from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from onrecord.ingest.html.worker import LARGE, Worker, WorkerLost

# Answers with what it is asked and its own number; "sleep", "die" and "crash" do what they say.
ECHO = """
import os, sys, time
from onrecord.ingest.html.worker import read_frame, write_frame
write_frame(sys.stdout.buffer, b"")
while (asked := read_frame(sys.stdin.buffer)) is not None:
    if asked == b"sleep":
        time.sleep(60)
    elif asked == b"die":
        sys.exit(3)
    elif asked == b"crash":
        os.abort()
    elif asked == b"half":
        sys.stdout.buffer.write(b"\\0\\0\\0\\0\\0\\0\\0\\x09abc")
        sys.exit(0)
    write_frame(sys.stdout.buffer, asked[:10] + b" %d" % os.getpid())
"""
REFUSES = """
import sys
from onrecord.ingest.html.worker import write_frame
write_frame(sys.stdout.buffer, b"a library is missing")
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Worker]:
    (tmp_path / "echoing_worker.py").write_text(ECHO, encoding="utf8")
    (tmp_path / "refusing_worker.py").write_text(REFUSES, encoding="utf8")
    monkeypatch.syspath_prepend(tmp_path)
    made = Worker("echoing_worker")
    yield made
    made.close()


def number_of(answer: bytes) -> int:
    return int(answer.rpartition(b" ")[2])


def is_running(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_process_answers_question_after_question(worker: Worker) -> None:
    answers = [worker.ask(b"%d" % number, 10) for number in range(3)]
    assert [answer.split()[0] for answer in answers] == [b"0", b"1", b"2"]
    assert len({number_of(answer) for answer in answers}) == 1


def test_a_slow_answer_is_not_waited_for_and_the_process_is_gone(worker: Worker) -> None:
    number = number_of(worker.ask(b"", 10))
    with pytest.raises(WorkerLost, match="too slow") as caught:
        worker.ask(b"sleep", 0.1)
    assert caught.value.late
    assert not is_running(number)
    assert number_of(worker.ask(b"", 10)) != number


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (b"die", "exit code 3"),
        pytest.param(b"crash", "SIGABRT", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals")),
        (b"half", "exit code 0"),
    ],
)
def test_how_it_died_is_told_and_the_next_question_finds_a_new_one(worker: Worker, question: bytes, words: str) -> None:
    with pytest.raises(WorkerLost, match=words) as caught:
        worker.ask(question, 10)
    assert not caught.value.late
    assert worker.ask(b"again", 10).startswith(b"again")


def test_one_that_was_killed_between_two_questions_is_replaced(worker: Worker) -> None:
    number = number_of(worker.ask(b"", 10))
    os.kill(number, signal.SIGTERM)
    if worker._process is not None:
        worker._process.wait()
    assert worker.ask(b"again", 10).startswith(b"again")


def test_after_a_large_question_a_new_process_answers(worker: Worker) -> None:
    number = number_of(worker.ask(b"x" * (LARGE + 1), 30))
    assert not is_running(number)
    assert number_of(worker.ask(b"", 10)) != number


def test_what_cannot_start_says_why(worker: Worker) -> None:
    for module, words in (("refusing_worker", "cannot start: a library is missing"), ("no_such_worker", "died")):
        with pytest.raises(WorkerLost, match=words):
            Worker(module).ask(b"", 10)


def test_without_an_interpreter_nothing_starts(worker: Worker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "no_python"))
    with pytest.raises(WorkerLost, match="cannot start: No such file"):
        worker.ask(b"", 10)


def test_threads_take_turns(worker: Worker) -> None:
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda number: worker.ask(b"%d" % number, 30), range(40)))
    assert [int(answer.split()[0]) for answer in answers] == list(range(40))


def test_closing_ends_the_process_and_may_be_done_twice(worker: Worker) -> None:
    number = number_of(worker.ask(b"", 10))
    worker.close()
    worker.close()
    assert not is_running(number)


def test_a_forked_copy_leaves_the_process_to_its_owner(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    number = number_of(worker.ask(b"", 10))
    with monkeypatch.context() as other:
        other.setattr(os, "getpid", lambda: -1)
        worker.close()
    assert is_running(number)


def test_nothing_in_the_folder_of_the_pages_is_run(worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "struct.py").write_text("raise SystemExit(9)", encoding="utf8")
    monkeypatch.chdir(folder)
    assert worker.ask(b"safe", 10).startswith(b"safe")
