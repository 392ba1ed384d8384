"""Where the command starts: it parses, hands over to the sub-command, and turns what went wrong into an exit code."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from onrecord.cli.options import make_parser
from onrecord.errors import DataError, OptionError

DONE, SOME_FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; ``argv`` without the program's name, ``sys.argv`` where it is None.

    Returns:
        The exit code, as ``onrecord --help`` lists them. ``--help``, ``--version`` and usage errors leave by SystemExit.
    """
    parser = make_parser()
    options = parser.parse_args(argv)
    try:
        failed = _run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_output(PIPE_CLOSED)
    except OSError as error:  # what cannot be read is told input by input: this is what could not be written
        print(
            f"onrecord: the output cannot be written ({error.strerror or error}); make room, or choose another place",
            file=sys.stderr,
        )
        return _leave_output(SOME_FAILED)
    except OptionError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return USAGE
    except DataError as error:
        print(f"onrecord: {error}", file=sys.stderr)
        return SOME_FAILED
    return SOME_FAILED if failed else DONE


def _run(options: Namespace) -> int:
    """The sub-command; how many inputs failed."""
    # Only now: what reads and shows loads numpy, and --help has left before.
    if options.command == "explain":
        from onrecord.cli.explain import run_explain

        return run_explain(options)
    from onrecord.cli.read import run_demo, run_read

    return run_demo(options) if options.command == "demo" else run_read(options)


def _leave_output(code: int) -> int:
    """Leave quietly: the interpreter flushes stdout once more at the end, and that must not fail aloud."""
    with suppress(OSError, ValueError):  # stdout is no file: under a test, embedded
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
