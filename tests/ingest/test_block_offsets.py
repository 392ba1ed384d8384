from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.blocks import find_blocks
from onrecord.ingest.lines import find_units, split_lines
from onrecord.types import BlockKind

PIECES = (
    "The army said on Monday that 12 soldiers were killed.",
    "KABUL (AP) — Police arrested nine people, officials said.",
    "Read more",
    "By Ada Quill",
    "12 comments",
    "3. tern says:",
    "© 2020",
    "•",
    "\r",
    " ",
    "\n",
    "\n\n",
    "   1. If",
    "Subscribe now!",
    "“",
    '"',
    "\u2028",
    "\x0b",
    "\ufeff",
    "June 9 – Arlen",
    "(AP Photo/Jon Smith)",
)
texts = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join), st.lists(st.sampled_from(PIECES)).map("\n".join))


@given(texts, st.none() | st.text(max_size=20))
def test_every_character_that_is_not_white_space_lies_in_exactly_one_block(text: str, title: str | None) -> None:
    blocks = find_blocks(text, title)
    covered = [at for block in blocks for at in range(block.start, block.end)]
    assert len(covered) == len(set(covered))
    assert {at for at, char in enumerate(text) if not char.isspace()} <= set(covered)


@given(texts)
def test_blocks_are_in_order_whole_lines_and_open_and_close_with_a_character(text: str) -> None:
    blocks = find_blocks(text)
    assert list(blocks) == sorted(blocks, key=lambda block: block.start)
    for block in blocks:
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        before = text[: block.start].rpartition("\n")[2].strip()
        after = text[block.end :].partition("\n")[0].strip()
        assert not after or block.kind is BlockKind.DATELINE
        assert not before or any(other.kind is BlockKind.DATELINE and other.end <= block.start for other in blocks)


@given(texts)
def test_the_same_text_has_the_same_blocks(text: str) -> None:
    assert find_blocks(text) == find_blocks(text)


@given(st.text())
def test_lines_stand_where_they_say(text: str) -> None:
    assert all(text[line.start : line.end] == line.text for line in split_lines(text))


def test_lines_end_at_line_feeds_only() -> None:
    assert [line.text for line in split_lines("one\r\ntwo\x0bthree\u2028four\rfive\n\nsix")] == [
        "one",
        "two\x0bthree\u2028four\rfive",
        "six",
    ]


def test_paragraphs_wrapped_at_a_width_are_put_together() -> None:
    text = (
        "The government and the rebels resumed their talks in Geneva on\n"
        "Friday, three weeks after the last round broke down over them.\n"
        "Prisoners were not released, envoy Holm told reporters in town.\n"
        "\n"
        "Both sides accused each other of shelling civilians in the west\n"
        "on Thursday night."
    )
    assert [unit.lines for unit in find_units(text)] == [3, 2]


def test_headings_below_each_other_stay_apart() -> None:
    text = "Rebels Take Border Town\nBy Ada Quill\nMarch 3, 2021\nThe army said on Monday that the town had fallen."
    assert [unit.lines for unit in find_units(text)] == [1, 1, 1, 1]


def test_an_item_of_a_list_goes_on_below_its_number() -> None:
    text = "  1. If Ostland\n    and Maravia fight\n    all will burn.\n  2. Nonsense."
    assert [unit.text.split("\n")[0] for unit in find_units(text)] == ["1. If Ostland", "2. Nonsense."]
