"""What can go wrong, and what to do about it.

OnrecordError
├── InputError          a document cannot be read: the others go on
│   ├── MissingInput    no such file
│   ├── NotAFile        a device, or a directory where one file was expected
│   ├── EmptyInput      nothing in it
│   ├── BinaryInput     bytes that are no text
│   ├── EncodingError   text, but in no encoding that could be made out
│   ├── TooLarge        more bytes than the limit, unpacked ones counted
│   ├── BrokenArchive   a .gz file that does not hold together
│   ├── HtmlFailed      an HTML page that could not be taken apart within its time and memory
│   ├── FetchFailed     an address that does not answer, or answers with an error
│   │   └── NotAllowed  an address that must not be asked: robots.txt, a private network, another protocol than http(s)
│   ├── NoStory         a page on which nothing is a story
│   └── BrokenRow       a row of JSONL or CSV that does not hold together (its number is in the message)
├── OptionError         what the caller asked for does not make sense (an invalid date, an unknown reader)
└── DataError           a file that ships with onrecord is missing or broken (weights, lexicon, codebook)

Every message names the value, what was expected and what to do.
"""


class OnrecordError(Exception):
    """The parent of every error that onrecord raises on purpose."""


class InputError(OnrecordError):
    """A document cannot be read."""


class MissingInput(InputError):
    """There is no such file."""


class NotAFile(InputError):
    """A directory or a device stands where a file was expected."""


class EmptyInput(InputError):
    """There is nothing in it."""


class BinaryInput(InputError):
    """The bytes are no text."""


class EncodingError(InputError):
    """The bytes are text in no encoding that could be made out."""


class TooLarge(InputError):
    """There are more bytes than the limit allows, unpacked ones counted."""


class BrokenArchive(InputError):
    """A compressed file does not hold together."""


class HtmlFailed(InputError):
    """An HTML page could not be taken apart within its time and memory."""


class FetchFailed(InputError):
    """An address does not answer, or answers with an error."""


class NotAllowed(FetchFailed):
    """An address must not be asked: robots.txt, a private network, another protocol than http(s)."""


class NoStory(InputError):
    """Nothing on the page is a story."""


class BrokenRow(InputError):
    """A row of JSONL or CSV does not hold together."""


class OptionError(OnrecordError, ValueError):
    """What the caller asked for does not make sense."""


class DataError(OnrecordError):
    """A file that ships with onrecord is missing or broken."""
