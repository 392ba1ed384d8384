"""JSONL and CSV broken in ten ways each; what is good in them stays good."""

from __future__ import annotations

import json

from torture_texts import LEAD, STORY, Maker, page

TEXT = page(*STORY)
GOOD_ROW = json.dumps({"id": "good", "text": TEXT, "published": "2021-03-01"})


def jsonl(*lines: str | bytes) -> bytes:
    """Lines between two good ones."""
    every = [line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass") for line in (GOOD_ROW, *lines, GOOD_ROW)]
    return b"\n".join(every) + b"\n"


def csv(*rows: str, head: str = "id,text,date") -> bytes:
    """Rows below a head and a good row."""
    return "\n".join((head, f'good,"{TEXT.replace(chr(34), chr(34) * 2)}",2021-03-01', *rows, "")).encode()


ROWS: dict[str, Maker] = {
    "half-a-row.jsonl": lambda: jsonl(GOOD_ROW[: len(GOOD_ROW) // 2]),
    "no-object.jsonl": lambda: jsonl("[1, 2]", '"text"', "null", "17"),
    "no-text.jsonl": lambda: jsonl('{"id": 1}', '{"text": 5}', '{"text": null}', '{"text": ""}', '{"text": ["a"]}'),
    "nesting.jsonl": lambda: jsonl(
        '{"text": ' + "[" * 1_000_000, "[" * 100_000 + "]" * 100_000, '{"a":' * 100_000 + "1" + "}" * 100_000
    ),
    "not-a-number.jsonl": lambda: jsonl(
        '{"text": NaN}', f'{{"text": {json.dumps(LEAD)}, "id": Infinity}}', '{"id": 1e999, "text": "x"}'
    ),
    "twice.jsonl": lambda: jsonl(f'{{"text": "one", "text": {json.dumps(TEXT)}, "text": {json.dumps(TEXT)}}}'),
    "marks.jsonl": lambda: b"\xef\xbb\xbf" + jsonl("\ufeff" + GOOD_ROW),
    "commas.jsonl": lambda: jsonl(GOOD_ROW + ",", GOOD_ROW[:-1] + ",}", "[", GOOD_ROW + ",", "]"),
    "surrogates.jsonl": lambda: jsonl(
        '{"id": "\\ud800", "text": "\\ud83d ' + LEAD + ' \\udc00 \\ud83d\\ude00"}', '{"text": "\ud800"}'
    ),
    "not-utf8.jsonl": lambda: jsonl(b'{"text": "\xff\xfe"}', b"\x00\x01", GOOD_ROW.encode("utf-16")),
    "open-quote.csv": lambda: csv(f'bad,"{LEAD},2021-03-02', f"next,{LEAD[:40]},2021-03-02"),
    "ragged.csv": lambda: csv("one", "one,two,2021-03-01,four,five", ",,,,,,", f'ok,"{LEAD}"'),
    "no-head.csv": lambda: csv(head=f'first,"{LEAD}",2021-03-01'),
    "no-text-column.csv": lambda: csv(head="id,nothing,date"),
    "nul.csv": lambda: csv(f'nul,"{LEAD[:30]}\x00{LEAD[30:]}",2021-03-01'),
    "semicolons.csv": lambda: csv(f"other;{LEAD.replace(',', '')};2021-03-01", head="id;text;date"),
    "huge-field.csv": lambda: csv(f'huge,"{LEAD * 30_000}",2021-03-01'),
    "line-breaks.csv": lambda: csv('lines,"' + f"{LEAD}\r\n\r\n" * 50 + '",2021-03-01', f'"quo""te","say ""{LEAD}""",2021-03-01'),
    "wrong-date.csv": lambda: csv(f'late,"{LEAD}",31 February 2021', f'later,"{LEAD}",0000-00-00'),
    "empty.csv": lambda: b"id,text,date\n",
}
