"""The options in groups, as --help shows them; what several sub-commands share stands here once."""

from __future__ import annotations

from argparse import ArgumentParser

from onrecord.cli.values import to_bytes, to_date, to_offset, to_seconds, to_size, to_workers

FORMATS = ("text", "json", "jsonl", "csv")
# The options that name columns; each ends in what the column holds.
COLUMNS = {
    "text": "the page's text",
    "date": "the day it was published",
    "title": "its headline",
    "publisher": "who published it",
    "uri": "where it stands",
    "id": "your own id, kept as given_id",
}


def add_shown(parser: ArgumentParser) -> None:
    """How a reading is shown."""
    shown = parser.add_argument_group("what is shown")
    shown.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text for people (the default); json (indented) or jsonl (a line each) with everything; csv: a table of events, one a row",
    )
    shown.add_argument(
        "--why", action="store_true", help="text: tell under each record what decided it (json and jsonl always do, csv never)"
    )
    shown.add_argument("--blocks", action="store_true", help="text: show which parts of the page were read and which set aside")


def add_files(parser: ArgumentParser) -> None:
    """Where it goes."""
    files = parser.add_argument_group("where it goes")
    files.add_argument("-o", "--output", metavar="FILE", help="write to FILE, which is put in place only when all is read")
    files.add_argument(
        "--failures",
        metavar="FILE",
        help="list what could not be read: input, error, message; as JSONL where FILE ends so, else TSV",
    )
    files.add_argument(
        "-q", "--quiet", action="store_true", help="nothing on stderr about single inputs: no failures, progress or summary"
    )
    files.add_argument("--no-progress", action="store_true", help="no line of progress on the terminal")


def add_about(parser: ArgumentParser) -> None:
    """What the page itself may not say."""
    about = parser.add_argument_group("what is known of the page (wins over what the page says, not over what a row says)")
    about.add_argument("--date", metavar="YYYY-MM-DD", type=to_date, help="the day it was published")
    about.add_argument("--publisher", metavar="NAME", help="who published it")
    about.add_argument("--title", metavar="TEXT", help="its headline (one page only)")
    about.add_argument("--uri", metavar="URI", help="where it stands (one page only)")


def add_rows(parser: ArgumentParser) -> None:
    """Where a row keeps what."""
    rows = parser.add_argument_group("rows of CSV, TSV or JSONL (usual names of columns are found without these)")
    for name, holds in COLUMNS.items():
        rows.add_argument(f"--{name}-column", metavar="NAME", help=f"the column or key with {holds}")
    rows.add_argument("--rows", choices=("jsonl", "csv"), help="standard input holds rows, not a page")


def add_limits(parser: ArgumentParser) -> None:
    """What an input may cost; None where nothing is given, so that the defaults stand in one place only (ingest/limits.py)."""
    limits = parser.add_argument_group("limits for each input (sizes as 200k, 64M, 1GiB)")
    limits.add_argument(
        "--max-chars",
        metavar="N",
        type=to_size,
        help="characters of a page that are read; of a longer one its head; 0 for all (200k)",
    )
    limits.add_argument("--max-bytes", metavar="SIZE", type=to_bytes, help="bytes of a file or answer, unpacked (64M)")
    limits.add_argument("--timeout", metavar="SECONDS", type=to_seconds, help="time to take an HTML page apart (10)")
    limits.add_argument("--memory", metavar="SIZE", type=to_bytes, help="memory to take an HTML page apart (640M)")
    limits.add_argument("--fetch-timeout", metavar="SECONDS", type=to_seconds, help="time to fetch an address (20)")
    limits.add_argument("--allow-local", action="store_true", help="fetch addresses in private networks, too")


def add_running(parser: ArgumentParser, *, many: bool) -> None:
    """Who reads, and where there may be many pages, how many of them at a time."""
    running = parser.add_argument_group("how it is read")
    running.add_argument("--reader", metavar="NAME", help="the network that reads, where more than one is installed")
    if many:
        running.add_argument(
            "--workers",
            metavar="N",
            type=to_workers,
            help="processes that read at a time, where there are many pages (all cores)",
        )


def add_records(parser: ArgumentParser) -> None:
    """Which record is explained."""
    group = parser.add_argument_group("what is explained")
    one = group.add_mutually_exclusive_group()
    one.add_argument("--at", metavar="OFFSET", type=to_offset, help="what stands at this character of the text, counted from 0")
    one.add_argument("--words", metavar="TEXT", help="what stands where these words first do")
    one.add_argument("--event", metavar="ID", help="the event of this id (its beginning is enough)")
    one.add_argument("--claim", metavar="ID", help="the statement of this id (its beginning is enough)")
    group.add_argument("--tokens", action="store_true", help="with it: how the network sees each word of the sentence")
    group.add_argument("--document", metavar="ID", help="which document, where FILE holds several: its id or your own")
