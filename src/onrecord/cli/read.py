"""The sub-commands ``read`` and ``demo``: each input becomes a reading, each reading is written, and the failures are counted."""

from __future__ import annotations

import os
from argparse import Namespace
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from onrecord.cli.inputs import Input, check_options, demo_document, demo_page, is_many, open_inputs, total_of
from onrecord.cli.output import Output, open_whole, write_text
from onrecord.cli.progress import Progress, for_terminal
from onrecord.cli.tally import Failures, Tally, complain, open_failures
from onrecord.errors import EmptyInput, InputError, OptionError
from onrecord.ingest.files.folders import expand
from onrecord.types import Document, Reading

STDOUT = "-"


def run_read(options: Namespace) -> int:
    """Read all that the command line names; how many inputs failed."""
    names: list[str] = options.inputs
    check_options(options, names)
    there = expand(names)
    _check_files(options, there.names)
    many = is_many(names, options)
    with ExitStack() as stack:
        failures = stack.enter_context(open_failures(options.failures))
        stream = None if options.output in {None, STDOUT} else stack.enter_context(open_whole(options.output, "--output"))
        output = Output(options.format, stream, why=options.why, blocks=options.blocks)
        tally = Tally(failures, quiet=options.quiet)
        wanted = many and not (options.quiet or options.no_progress)
        with for_terminal(total_of(there, options), wanted=wanted) as progress:
            _read_all(open_inputs(options, names), options, output, _Counts(tally, progress))
        if not tally.total:
            tally.fail(
                names[0] if len(names) == 1 else "the inputs", EmptyInput("no document in it; expected pages, or rows with text")
            )
    if (many or tally.total > 1) and not options.quiet:  # standard input may have turned out to hold rows
        complain(tally.summary(kept_in=options.failures, passed_over=there.passed_over))
    return tally.failed


def run_demo(options: Namespace) -> int:
    """Read the page that ships with onrecord, or print it; how many inputs failed (none)."""
    if options.page:
        write_text(demo_page())
        return 0
    _check_shown(options)
    tally = Tally(Failures(), quiet=False)
    output = Output(options.format, why=options.why, blocks=options.blocks)
    page = Input(name="the demonstration page", found=demo_document())
    _read_all([page], options, output, _Counts(tally, Progress(1, None)))
    return tally.failed


class _Counts:
    """The tally and the line of progress, which count the same inputs."""

    def __init__(self, tally: Tally, progress: Progress) -> None:
        self._tally, self._progress = tally, progress

    def wipe(self) -> None:
        self._progress.wipe()

    def read(self, reading: Reading) -> None:
        self._tally.count(reading)
        self._progress.step(failed=False)

    def failed(self, name: str, error: Exception) -> None:
        self._progress.wipe()
        self._tally.fail(name, error)
        self._progress.step(failed=True)


def _read_all(inputs: Iterable[Input], options: Namespace, output: Output, counts: _Counts) -> None:
    from onrecord import pipeline

    names: deque[str] = deque()  # of what the pipeline was given and has not answered yet
    workers = getattr(options, "workers", None) or _cores()
    for outcome in pipeline.read_documents(_named(inputs, names), reader=options.reader or "small", workers=workers):
        name = names.popleft()
        if isinstance(outcome, Reading):
            if output.to_terminal:
                counts.wipe()
            output.write(outcome, name)
            counts.read(outcome)
        else:
            counts.failed(name, outcome)
    output.begin()  # not before: an unknown reader ends it all, and must not leave half a table behind


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _named(inputs: Iterable[Input], names: deque[str]) -> Iterator[Document | InputError]:
    for item in inputs:
        names.append(item.name)
        yield item.found


def _check_shown(options: Namespace) -> None:
    """Refuse what the format has no place for, instead of leaving it out in silence."""
    for name in ("why", "blocks"):
        if options.format == "csv" and getattr(options, name):
            raise OptionError(f"--{name} has no place in a table of events; use --format jsonl, which has it, or text")


def _check_files(options: Namespace, names: Sequence[str]) -> None:
    """Refuse to write over what is to be read, or two things into one file."""
    _check_shown(options)
    written = {option: name for option in ("output", "failures") if (name := getattr(options, option))}
    if len(written) == 2 and _same(options.output, options.failures):
        raise OptionError(f"--output and --failures both name {options.output}; give each a file of its own")
    for option, name in written.items():
        if over := next((one for one in names if _same(one, name)), None):
            raise OptionError(f"--{option} would write over {over}, which is to be read; name another file")


def _same(one: str, other: str) -> bool:
    """Whether two names lead to one regular file; /dev/null may be named as often as one likes."""
    try:
        paths = [Path(name).resolve() for name in (one, other)]
        return paths[0] == paths[1] and (paths[0].is_file() or not paths[0].exists())
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it: opening it will tell
        return False
