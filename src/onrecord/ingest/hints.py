"""Which letters must stand in a line for a way of speaking to be met at all? Looked for first, they save most of the patterns.

One list for each class of wording.py whose patterns may match anywhere, in lower case: where none of them stands in a line, no
pattern of the class can match it. A pattern that is added there may need its word here; tests/ingest/test_wording.py holds the two together.
"""

from __future__ import annotations

SELLS = (
    "subscri|sign|register|click|more|story|article|get|download|try|join|free|limited|special offer|buy|shop|order|"
    "book|enrol|donat|apply|on sale|updated|us on|us at|follow|support|make a|help us|become a|member|like|enjoy|"
    "inbox|mail|miss| now|see |affiliate|commission|access|visit|[button|sponsored|adverti|advert|promoted|paid|watch|listen"
).split("|")
SMALL_PRINT = (
    "©|(c)|copyright|reserved|comment|moderating|notice|disclaimer|disclosure|correction|clarification|note|terms|"
    "privacy|cookie|may not be|reproduc|expressed|informational|this |unsubscribe|mail|required|report a|polic|"
    "community"
).split("|")
CREDIT = (":|/|©|—|)|getty|shutterstock|istock|unsplash|wikimedia|own work|creative|public domain|cc by|cc-by|by ").split("|")
INTRODUCES = (
    " is | was | been |writes|reports|blogs|covers|teaches|edits|contributes|tweets|her |his |their |hold|graduated|"
    "degree|has |he |follow|contact|reach|mail|can be|about |headquartered|employs"
).split("|")
COMMENT = (
    "says|wrote|commented|reply|report abuse|flag|upvote|like| at |my |lol|imho|imo|wtf|omg|!!|??|great|nice|good|"
    "interesting|excellent|thanks"
).split("|")
ADDRESS = ("http|www|@|com|[|(at|(dot").split("|")
