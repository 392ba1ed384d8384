"""Invented pages, every line marked with the kind that it is: ``kind | line``; a line under ``"`` belongs to the one above."""

from __future__ import annotations

import pytest

from onrecord.ingest.blocks import find_blocks
from onrecord.types import BlockKind


def page(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a marked page, and what is expected of each line that is not empty."""
    rows = [line.partition("|") for line in marked.strip("\n").split("\n")]
    text = "\n".join(line[1:] for _, _, line in rows)
    return text, [(kind.strip(), line.strip()) for kind, _, line in rows if line.strip()]


def kinds_by_line(text: str, title: str | None = None) -> list[tuple[str, str]]:
    blocks, at, found = find_blocks(text, title), 0, []
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            found.append((next(block.kind.value for block in blocks if block.start <= start < block.end), line.strip()))
        at += len(line) + 1
    return found


PAGES = {
    "an advertisement with its headline in mid-article, biography, links, a wrapped comment": """
headline   | Rebels Take Border Town As Maravia Talks Stall
           |
headline   | Rebels Take Border Town As Maravia Talks Stall
credit     | By Zed (Own work) [CC BY-SA 3.0], via Wikimedia Commons
           |
body       | Rebels took the border town of Kessra on Monday, the Maravian army said.
           |
body       | Army spokesman Tarik Odel said that 12 soldiers had been killed in Kessra and that the fighting went on.
           |
promo      | Our Guide To Dividend Shares Is Out!
           |
promo      | Dividend hunters, the spring guide is up. See which shares top managers are buying, what they pay and much more! Read More
           |
body       | “The border is open to the rebels now,” Odel said at a briefing in the capital.
           |
subhead    | What does Ostland want?
           |
body       | Ostland, which backs the rebels, denied on Tuesday that it had sent weapons to Kessra.
           |
byline     | Updated on
           |
bio        | Lena Marsh is a writer and editor. Over the past ten years she has worked for many media outlets. Lena holds a Master's Degree in History. Her articles have been published by several magazines.
navigation | Previous article Old Bridges Of The North
navigation | Next article Why Cats Sleep
           |
navigation | No posts to display
           |
comment    |   1. If Ostland
comment    |     and Maravia were
comment    |     to fight each other the whole region would burn. I wrote
comment    |     about it in my book; write to zed99mailyahoocom.
           |
notice     | Comments are closed.
""",
    "an agency report with a dateline, credits and a tail": """
headline   | Floods Kill 30 in Ostland
byline     | By Ada Quill and Ben Roe
byline     | March 3, 2021 4:15 PM GMT
           |
caption    | A street in Arlen under water on Tuesday. (AP Photo/Jon Smith)
           |
dateline   | ARLEN, Ostland (AP) — Floods killed at least 30 people in eastern Ostland, officials said on Tuesday.
           |
body       | The government sent 2,000 soldiers to the region.
           |
navigation | Related: Ostland's rivers, explained
           |
promo      | ADVERTISEMENT
           |
body       | The United Nations offered tents and blankets to the victims.
           |
byline     | (Reporting by Ada Quill; Editing by Tom Hill)
           |
navigation | Share this article
           |
navigation | More from World
navigation | Ministers meet in Paris to discuss trade
           |
notice     | © 2021 The Herald. All rights reserved.
""",
    "an invitation in the voice of advertisements, without a word that sells": """
headline   | Parliament votes to recall envoy
           |
body       | Parliament voted on Monday to recall its ambassador from Ostland.
           |
promo      | Is your firm ready for the cloud?
           |
promo      | Our experts help companies of every size to cut costs. Discover how simple growth can be for your team!
           |
body       | The foreign ministry said that the decision of parliament was final.
           |
body       | Ostland rejected the accusation and expelled two diplomats.
""",
    "comments under a heading, signed and dated": """
headline   | Farmers block roads to the capital
           |
body       | Farmers blocked four roads to the capital on Friday to protest against the new tax on diesel.
           |
body       | Police arrested nine farmers, the interior ministry said.
           |
navigation | 2 comments
           |
comment    | tern • March 18, 2026 at 9:14 am
comment    | They should arrest every one of them! The farmers bombed my office last year.
           |
comment    | gull12 • March 18, 2026 at 10:02 am
comment    | The army will attack the farmers tomorrow.
""",
    "wrapped by hand, with a mail's head and foot": """
byline     | From: Maravia News Agency
           |
dateline   | GENEVA, 12 March (MNA) -- Government and rebel negotiators resumed
"          | talks in Geneva on Friday, three weeks after the last round broke
"          | down over the release of prisoners.
           |
body       | The rebels have demanded that 300 prisoners be freed before they will
body       | agree to any ceasefire, envoy Lars Holm told reporters in the city of
body       | Geneva. The government refused.
           |
notice     | To unsubscribe from this list, visit http://lists.example.org/mna
""",
    "a menu before the story and headlines after it": """
navigation | Skip to content
navigation |   • Home
navigation |   • World
navigation |   • Sports
navigation |   • Log In
           |
headline   | Court jails three editors over leaked papers
           |
byline     | By Ida Blum
           |
body       | A court in Arlen sentenced three editors to five years in prison on Monday over leaked army papers.
           |
body       | Their lawyer said that the editors would appeal. The army had accused them of spying for Ostland.
           |
body       | Reporters' groups condemned the sentence.
           |
navigation | Most read
navigation |   • Ten beaches to see before you die
navigation |   • Why the king wore blue
navigation |   • Storm closes two airports
           |
notice     | Privacy Policy
notice     | © 2020 Arlen Post
""",
}


@pytest.mark.parametrize("name", PAGES)
def test_every_line_has_its_kind(name: str) -> None:
    text, expected = page(PAGES[name])
    found = kinds_by_line(text)
    wanted = [(found[at][0] if kind == '"' else kind, line) for at, (kind, line) in enumerate(expected)]
    assert found == wanted


NEWS_THAT_SOUNDS_LIKE_ELSE = (
    "Ostland refused to sign up to the treaty, the minister said on Monday.",
    "Maravia will become a member of the alliance and make a contribution to its fund.",
    "Corrections officers were killed when inmates seized the prison on Friday.",
    "The report was published on Monday by a rights group and accuses Ostland of war crimes.",
    "Investigators hope to learn more.",
    "“Subscribe now to our cause and join the fight!” the rebel leader told the crowd.",
    "Most in the besieged city lack clean water, the United Nations said.",
    "By Tuesday evening police had arrested 40 people, the ministry said.",
    "Copyright was at the heart of the talks between Ostland and Maravia.",
    "Voters must register by Friday, the election commission said.",
    "Published in March, the decree bans rallies in the capital.",
)


@pytest.mark.parametrize("sentence", NEWS_THAT_SOUNDS_LIKE_ELSE)
def test_news_that_sounds_like_something_else_is_read(sentence: str) -> None:
    text = f"Talks in Arlen end without result\n\nMinisters of Ostland met in Arlen.\n\n{sentence}\n\nThe talks in Arlen go on."
    assert kinds_by_line(text)[2][0] == "body"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked the town.",
        "Rebels attack town in Maravia",
        "  \n\n The minister resigned on Monday.\r\n",
        "Who attacked whom?",
    ],
)
def test_a_single_sentence_is_a_story(text: str) -> None:
    assert [block.kind for block in find_blocks(text)] == [BlockKind.BODY]


def test_a_reporter_whom_the_news_is_about_is_no_author() -> None:
    text = (
        "Police arrested the journalist Omar Sayed on Monday.\n\nHis paper said Sayed had been beaten.\n\n"
        "Omar Sayed is a reporter and has worked for several papers."
    )
    assert [block.kind for block in find_blocks(text)][-1] is BlockKind.BODY


def test_a_speech_that_addresses_its_hearers_throughout_is_no_advertisement() -> None:
    paragraph = "You have shown courage! Never forget what you did for your country on day {}."
    text = "\n\n".join(paragraph.format(day) for day in range(5))
    assert {block.kind for block in find_blocks(text)} == {BlockKind.BODY}


def test_the_callers_title_finds_the_headline() -> None:
    text = "World\nFighting in Kessra\nThe army said on Monday that it had lost 12 soldiers.\nThe rebels said nothing."
    assert kinds_by_line(text, title="Fighting in  KESSRA")[1][0] == "headline"


def test_a_menu_is_one_block_and_each_paragraph_one_of_its_own() -> None:
    text = "Court frees editor\n\nA court freed the editor.\n\nHe went home on Monday.\n\nMore from World\nStorm closes airports\nKing in blue"
    kinds = [block.kind.value for block in find_blocks(text)]
    assert kinds == ["headline", "body", "body", "navigation"]


def test_a_list_by_dates_at_the_end_belongs_to_the_story() -> None:
    text = (
        "Bombings in Arlen: what we know\n\nThree bombs have gone off in Arlen this month, police said.\n\nThe bombings\n"
        "March 2 – Market square, four dead\nMarch 9 – Railway station, two dead\nMarch 11 – Town hall, nobody hurt\n\nShare this"
    )
    assert [kind for kind, _ in kinds_by_line(text)][3:] == ["body", "body", "body", "navigation"]


def test_a_ticker_of_other_stories_above_this_one_is_no_story() -> None:
    ticker = [
        "• Bank of Ostland cuts rates. The bank lowered its main rate on Monday for the second time.",
        "• Striker leaves Arlen. The club said that its scorer goes abroad in summer.",
        "• Volcano wakes after decades. Ash fell over villages on the southern island.",
        "• Actor wins prize in Vale. The jury praised the late film by a young director.",
        "• Farmers fear drought. Wheat harvests may halve, growers warn in the north.",
    ]
    story = ["Floods killed 30 people in Holm on Monday, officials said, and many roads are closed to traffic."] * 1 + [
        "The river broke its banks at night, and soldiers brought families out of their houses in boats.",
        "“We lost all that we had,” said a shopkeeper whose street stood under water for three days.",
    ]
    menu = ["Home", "News", "Sports", "Weather", "Contact us", "Breaking"] * 10
    text = "\n\n".join([*menu, *ticker, "Floods kill 30 in Holm", *story, *menu])
    read = [block for block in find_blocks(text) if block.is_read]
    assert not any("Volcano" in text[block.start : block.end] for block in read)
    assert any("river broke" in text[block.start : block.end] for block in read)
