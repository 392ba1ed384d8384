"""What can go wrong, and what to do about it.

OnrecordError
├── InputError          a document cannot be read: the others go on
│   ├── MissingInput    no such file
│   ├── NotAFile        a directory or device where a file was expected
│   ├── EmptyInput      nothing in it
│   ├── BinaryInput     bytes that are no text
│   ├── EncodingError   text, but not UTF-8
│   ├── NoStory         a page on which nothing is a story
│   └── BrokenRow       a JSONL line that does not hold together (its number is in the message)
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
    """The bytes are no UTF-8."""


class NoStory(InputError):
    """Nothing on the page is a story."""


class BrokenRow(InputError):
    """A line of JSONL does not hold together."""


class OptionError(OnrecordError, ValueError):
    """What the caller asked for does not make sense."""


class DataError(OnrecordError):
    """A file that ships with onrecord is missing or broken."""
