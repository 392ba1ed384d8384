"""What the command can be asked: its sub-commands, options and help texts. Imports nothing heavy: --help must be quick."""

from __future__ import annotations

import re
from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from contextlib import suppress
from datetime import date

from onrecord import __version__

ABOUT = "Reads news pages and puts on record who did what to whom, where, when, how many, and who says so."

CODES = """\
exit codes:
  0    everything was read
  1    some inputs could not be read (one line each on stderr); the others were
  2    the command makes no sense as given
  130  interrupted
  141  whoever read the output has closed it
"""

EXAMPLES = """\
examples:
  onrecord demo                                       read the page that ships with onrecord
  onrecord read page.txt --date 2015-10-20           one page; relative dates are worked out from the date
  onrecord read page.txt --why                        with the reasons for each record
  onrecord read *.txt --format jsonl > readings.jsonl
  onrecord read rows.jsonl --format jsonl             a document a line: {"text": "…", "published": "2015-10-20"}
  pdftotext report.pdf - | onrecord read -            from another program
"""

READ_EXAMPLES = """\
examples:
  onrecord read page.txt --date 2015-10-20
  onrecord read page.txt --blocks                     see what was taken for story and what was set aside
  onrecord read a.txt b.txt --format json             documents of indented JSON, one after the other
  onrecord read rows.jsonl --format jsonl             a reading a line, in the order of the rows
"""


def to_date(text: str) -> str:
    """An ISO date as it was given.

    Raises:
        ArgumentTypeError: it is none; argparse makes a usage error of it.
    """
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text).isoformat()
    raise ArgumentTypeError(f"{text!r} is no date; write it as YYYY-MM-DD, for example 2015-10-20")


def _add_output(parser: ArgumentParser) -> None:
    """Options that say how a reading is shown; ``read`` and ``demo`` share them."""
    shown = parser.add_argument_group("what is shown")
    shown.add_argument(
        "--format",
        choices=("text", "json", "jsonl"),
        default="text",
        help="text for people (the default), json (indented) or jsonl (a line each) for programs",
    )
    shown.add_argument("--why", action="store_true", help="text: tell under each record what decided it")
    shown.add_argument("--blocks", action="store_true", help="text: show which parts of the page were read and which set aside")
    shown.add_argument("--reader", metavar="NAME", help="the network that reads, where more than one is installed")


def _add_about(parser: ArgumentParser) -> None:
    """Options that tell what the page itself may not."""
    about = parser.add_argument_group("what is known of the page (wins over what the page says)")
    about.add_argument("--date", metavar="YYYY-MM-DD", type=to_date, help="the day it was published")
    about.add_argument("--publisher", metavar="NAME", help="who published it")
    about.add_argument("--title", metavar="TEXT", help="its headline (one input only)")
    about.add_argument("--uri", metavar="URI", help="where it stands (one input only)")


def make_parser() -> ArgumentParser:
    """The parser of the whole command line."""
    parser = ArgumentParser(
        prog="onrecord",
        description=ABOUT,
        epilog=f"{EXAMPLES}\n{CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    read = commands.add_parser(
        "read",
        help="read pages and show what they put on record",
        description="Reads pages (plain text in UTF-8, or rows of JSONL) and shows what they put on record.",
        epilog=f"{READ_EXAMPLES}\n{CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    read.add_argument("inputs", nargs="+", metavar="FILE", help="a page, a .jsonl file of pages, or - for standard input")
    _add_about(read)
    _add_output(read)
    demo = commands.add_parser(
        "demo",
        help="read the page that ships with onrecord",
        description="Reads a short news page that ships with onrecord. The page and all that happens in it are invented.",
        allow_abbrev=False,
    )
    demo.add_argument("--page", action="store_true", help="print the page instead of reading it")
    _add_output(demo)
    return parser
