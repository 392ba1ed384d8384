"""How is work done that may never end, or eat all memory? In a process of its own, which can be killed and started again.

The process runs ``python -m MODULE`` and is kept between questions, since its imports take longer than its work. Questions and
answers go through pipes, each as its length (eight bytes, the highest first) and its bytes; the first answer comes unasked when the
process is ready: empty, or what keeps it from being so. ``serve`` is the other end.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Callable
from threading import Lock, Timer
from typing import IO

LENGTH = struct.Struct(">Q")
START_SECONDS = 60.0  # a start takes 0.3 s on a free machine; on one whose cores are all taken, several
FRESH_AFTER = 1_000  # questions: libraries keep what they have seen, and a new process has forgotten it
LARGE = 4_000_000  # bytes of a question after which much memory is held, in pieces that nobody can use


class WorkerLost(Exception):
    """The worker gave no answer: it was too slow (``late``), died, or could not start; the message says which."""

    def __init__(self, message: str, *, late: bool = False) -> None:
        super().__init__(message)
        self.late = late


class Worker:
    """A process that answers one question at a time; threads may share it, processes may not.

    It starts at the first question, starts again after it was lost, and ends with the process that asks: whatever ends that one, the
    worker's input ends with it.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._lock = Lock()
        self._owner = os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0
        atexit.register(self.close)

    def ask(self, question: bytes, seconds: float) -> bytes:
        """The answer; the time of a start is not counted.

        Raises:
            WorkerLost: There was none within ``seconds``, or the process died over it. The next question finds a new one.
        """
        with self._lock:
            process = self._process if self._process and self._process.poll() is None else self._start()
            answer = self._within(seconds, process, lambda: _exchange(process, question))
            self._asked += 1
            if self._asked >= FRESH_AFTER or len(question) > LARGE:
                self._stop()
            return answer

    def close(self) -> None:
        """End the process; a copy of this object in a forked process leaves it to the one that started it."""
        if self._owner == os.getpid():
            with self._lock:
                self._stop()

    def _start(self) -> subprocess.Popen[bytes]:
        self._stop()
        # -P: a file named like a library, in the folder of the pages that are read, must not be run.
        command = [sys.executable, "-P", "-m", self._module]
        paths = os.pathsep.join(os.path.abspath(path) for path in sys.path if path)  # noqa: PTH100 - entries may be zip files
        try:
            process = self._open(command, paths)
        except OSError as error:  # no more processes, or a Python that is built into another program
            raise WorkerLost(f"cannot start: {error.strerror or error}") from error
        self._process, self._asked = process, 0
        problem = self._within(START_SECONDS, process, lambda: _receive(process))
        if problem:
            self._stop()
            raise WorkerLost(f"cannot start: {problem.decode('utf8', 'replace')}")
        return process

    @staticmethod
    def _open(command: list[str], paths: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("ONRECORD_DEBUG") else subprocess.DEVNULL,
            # One thread: a numerical library's pool would reserve memory for each core of the machine.
            env={**os.environ, "PYTHONPATH": paths, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        )

    def _within(self, seconds: float, process: subprocess.Popen[bytes], act: Callable[[], bytes]) -> bytes:
        """What ``act`` returns; the process is killed when the time is up, and then there is nothing more to wait for."""
        late = False

        def end() -> None:
            nonlocal late
            late = True
            process.kill()

        timer = Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            answer = act()
        except (OSError, EOFError) as error:
            self._stop()
            raise WorkerLost("too slow" if late else f"died ({_end_of(process)})", late=late) from error
        except BaseException:  # an interrupt: half an answer is on its way, and nobody will read it
            self._stop()
            raise
        finally:
            timer.cancel()
            timer.join()
        if late:  # the answer was in time by a hair, and the process is gone all the same
            self._stop()
        return answer

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):  # what was not written yet cannot be
                    pipe.close()
        process.wait()


def _end_of(process: subprocess.Popen[bytes]) -> str:
    """How a process ended, in words."""
    code = process.wait()
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _exchange(process: subprocess.Popen[bytes], question: bytes) -> bytes:
    if process.stdin is None:
        raise EOFError
    write_frame(process.stdin, question)
    return _receive(process)


def _receive(process: subprocess.Popen[bytes]) -> bytes:
    answer = read_frame(process.stdout) if process.stdout else None
    if answer is None:
        raise EOFError
    return answer


def write_frame(pipe: IO[bytes], data: bytes) -> None:
    """Write one question or answer."""
    pipe.write(LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def read_frame(pipe: IO[bytes]) -> bytes | None:
    """The next question or answer; None where the other side has gone."""
    head = pipe.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(head)
    data = bytes(pipe.read(length))
    return data if len(data) == length else None
