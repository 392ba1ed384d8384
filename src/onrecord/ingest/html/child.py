"""The process in which HTML pages are taken apart: ``python -m onrecord.ingest.html.child``, started by worker.py only.

It must hold against pages that are made to break it: memory and processor time are capped by the system where it can, and whatever
it still dies of, the process that asked lives on.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import IO

import msgspec

from onrecord.ingest.html.answer import Answer, Problem, Question
from onrecord.ingest.html.worker import read_frame, write_frame

GRACE = 5.0  # seconds of processor time beyond the wall clock's limit, which the process that asks keeps itself


def main() -> None:
    """Answer questions until their pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal's interrupt is for the process that asks
    questions, answers = sys.stdin.buffer, _own_output()
    try:
        import onrecord.ingest.html.extract  # noqa: F401 - loaded before the clock runs
    except ImportError as error:
        write_frame(answers, str(error).encode("utf8", "replace"))
        return
    write_frame(answers, b"")
    while (question := read_frame(questions)) is not None:
        write_frame(answers, msgspec.msgpack.encode(_answer(msgspec.msgpack.decode(question, type=Question))))


def _own_output() -> IO[bytes]:
    """The pipe for answers; whatever a library prints goes to standard error instead."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _answer(question: Question) -> Answer:
    from onrecord.ingest.html.extract import extract_page

    cap_memory(question.memory)
    cap_seconds(question.seconds + GRACE)
    try:
        return extract_page(question)
    except MemoryError:
        return Answer(problem=Problem.MEMORY)
    except RecursionError:
        return Answer(problem=Problem.NESTED)
    except Exception as error:  # noqa: BLE001 - one page must not cost the worker
        return Answer(problem=Problem.FAULT, detail=f"{type(error).__name__}: {error}"[:200])


def cap_memory(extra: int) -> None:
    """From here on, the process may take ``extra`` bytes more than it has; on systems that keep no such account, nothing happens."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if not sys.platform.startswith("linux"):  # elsewhere the account is kept of addresses, or not at all
        return
    with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123 - a quarter of Path's time
        held = next((1024 * int(line.split()[1]) for line in status if line.startswith("VmData:")), 0)
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = held + extra
    resource.setrlimit(resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def cap_seconds(seconds: float) -> None:
    """The system ends the process after so much processor time, should the process that asks be gone and unable to."""
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    wanted = int(time.process_time() + seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


if __name__ == "__main__":
    main()
