"""What the command can be asked: its sub-commands, options and help texts. Imports nothing heavy: --help must be quick."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.cli.option_groups import (
    add_about,
    add_files,
    add_limits,
    add_records,
    add_rows,
    add_running,
    add_shown,
)

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]

ABOUT = "Reads news pages and puts on record who did what to whom, where, when, how many, and who says so."

CODES = """\
exit codes:
  0    everything was read
  1    some inputs could not be read (one line each on stderr); the others were. Or the output could not be written
  2    the command makes no sense as given
  130  interrupted
  141  whoever read the output has closed it
"""

EXAMPLES = """\
examples:
  onrecord demo                                       read the page that ships with onrecord
  onrecord read page.html                             one page; relative dates are worked out from its date
  onrecord read page.txt --date 2015-10-20 --why      with the reasons for each record
  onrecord read folder/ --format csv -o events.csv    a table of events, one a row
  onrecord explain page.txt --at 243                  why the words there are on record, or why they are not
  pdftotext report.pdf - | onrecord read -            from another program
"""

READ_EXAMPLES = """\
examples:
  onrecord read page.txt --date 2015-10-20
  onrecord read page.html --blocks                    see what was taken for story and what was set aside
  onrecord read https://example.org/news/1.html       fetch one page and read it
  onrecord read folder/ --format jsonl -o readings.jsonl --failures failures.tsv
  onrecord read rows.csv --text-column body --format csv -o events.csv
  zcat rows.jsonl.gz | onrecord read - --rows jsonl --format jsonl
"""

EXPLAIN_EXAMPLES = """\
examples:
  onrecord explain page.txt                           the records of a page with their ids and offsets
  onrecord explain page.txt --at 243                  what stands there, and what was made of it
  onrecord explain page.html --words "opened fire"    the same, where one does not know the offset
  onrecord explain readings.jsonl --event v-3f9c2a    from readings that were written before
"""


def make_parser() -> ArgumentParser:
    """The parser of the whole command line."""
    about = f"{EXAMPLES}\n{CODES}"
    parser = ArgumentParser(
        prog="onrecord", description=ABOUT, epilog=about, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _make_read(commands)
    _make_explain(commands)
    _make_demo(commands)
    return parser


def _make_read(commands: Commands) -> None:
    read = commands.add_parser(
        "read",
        help="read pages and show what they put on record",
        description="Reads pages and shows what they put on record: plain text, HTML, addresses, folders, rows of CSV or JSONL.",
        epilog=f"{READ_EXAMPLES}\n{CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    said = "a page, a folder of them, a file of rows (.jsonl, .csv, .tsv), an address, or - for standard input; files may be .gz"
    read.add_argument("inputs", nargs="+", metavar="INPUT", help=said)
    add_shown(read)
    add_files(read)
    add_about(read)
    add_rows(read)
    add_limits(read)
    add_running(read, many=True)


def _make_explain(commands: Commands) -> None:
    explain = commands.add_parser(
        "explain",
        help="tell why a record is what it is, or why words are on none",
        description="Tells why a record is what it is, or why words are on none; where none is asked for, which there are.",
        epilog=f"{EXPLAIN_EXAMPLES}\n{CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    said = "a page, or readings written before by --format json or jsonl; - for standard input"
    explain.add_argument("input", metavar="FILE", help=said)
    add_records(explain)
    add_about(explain)
    add_rows(explain)
    add_limits(explain)
    add_running(explain, many=False)


def _make_demo(commands: Commands) -> None:
    demo = commands.add_parser(
        "demo",
        help="read the page that ships with onrecord",
        description="Reads a short news page that ships with onrecord. The page and all that happens in it are invented.",
        allow_abbrev=False,
    )
    demo.add_argument("--page", action="store_true", help="print the page instead of reading it")
    add_shown(demo)
    add_running(demo, many=False)
