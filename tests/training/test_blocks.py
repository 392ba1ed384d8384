"""The classifier of lines learns from pages that were invented for it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.types import READ_BLOCKS, BlockKind
from training import block_pages
from training.block_features import KINDS

pytest.importorskip("torch")

from training import blocks

MARKS = "# a remark\ndoc\tfirst\tlast\tkind\na\t0\t1\tnavigation\na\t2\t2\theadline\na\t3\t5\tbody\na\t6\t6\tpromo\n"
LINES = [
    "Home",
    "Sports",
    "Floods in Ostland",
    "",
    "Floods killed 30 people in {} on Monday.",
    "The army sent help.",
    "Subscribe now!",
]


def invented(site: str) -> block_pages.Page:
    kinds = [*[BlockKind.NAVIGATION] * 2, BlockKind.HEADLINE, *[BlockKind.BODY] * 3, BlockKind.PROMO]
    return block_pages.dump_page(site, site, [line.format(site) for line in LINES], dict(enumerate(kinds)))


@pytest.fixture(scope="module")
def pages() -> list[block_pages.Page]:
    return [invented(f"site{at}") for at in range(6)]


@pytest.fixture(scope="module")
def plain() -> list[block_pages.Page]:
    return [
        block_pages.plain_page(f"plain{at}", "Talks in Arlen end\n\nMinisters met in Arlen on Monday.\n\nThey left.")
        for at in range(4)
    ]


def test_marks_are_ranges_of_lines(tmp_path: Path) -> None:
    (tmp_path / "marks.tsv").write_text(MARKS, encoding="utf8")
    marks = block_pages.read_marks(tmp_path / "marks.tsv")
    assert [marks["a"][at].value for at in range(7)] == ["navigation"] * 2 + ["headline"] + ["body"] * 3 + ["promo"]


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.example.com/a", "example.com"),
        ("http://news.bbc.co.uk/1", "bbc.co.uk"),
        ("https://blog.example.org/", "example.org"),
    ],
)
def test_pages_of_one_publisher_are_one_site(url: str, site: str) -> None:
    assert block_pages.site_of(url) == site


def test_folds_share_the_sites_out() -> None:
    folds = block_pages.folds_of(["a", "b", "a", "c", "d", "e"], seed=1)
    assert sorted(folds.values()) == [0, 1, 2, 3, 4]
    assert folds == block_pages.folds_of(["e", "d", "c", "b", "a"], seed=1)


def test_a_plain_articles_lines_may_be_any_kind_that_is_read(plain: list[block_pages.Page]) -> None:
    allowed = {kind for kind, may in zip(KINDS, plain[0].allowed[0], strict=True) if may}
    assert allowed == READ_BLOCKS


def test_a_marked_page_has_one_kind_a_unit(pages: list[block_pages.Page]) -> None:
    assert (pages[0].allowed.sum(axis=1) == 1).all()
    assert KINDS[pages[0].allowed[-1].argmax()] is BlockKind.PROMO


def test_others_words_are_put_into_articles(pages: list[block_pages.Page], plain: list[block_pages.Page]) -> None:
    spliced = [page for seed in range(5) for page in block_pages.splice(pages, plain, seed)]
    kinds = {KINDS[row.argmax()] for page in spliced for row in page.allowed if row.sum() == 1}
    assert kinds == {BlockKind.PROMO, BlockKind.NAVIGATION}
    assert all("Ministers met in Arlen on Monday." in page.source for page in spliced)


def test_the_same_seed_gives_the_same_weights(pages: list[block_pages.Page], plain: list[block_pages.Page]) -> None:
    one, two = (blocks.fit(pages, plain, seed=3) for _ in range(2))
    assert np.array_equal(one.hidden, two.hidden)
    assert np.array_equal(one.words.votes, two.words.votes)
    assert one.words.vocabulary == two.words.vocabulary


def test_it_learns_what_it_is_shown(pages: list[block_pages.Page], plain: list[block_pages.Page]) -> None:
    trained = blocks.fit(pages, plain, seed=3)
    new = invented("elsewhere")
    chances = trained.judge(new.seen, new.lines)
    right = chances.argmax(axis=1) == new.allowed.argmax(axis=1)
    assert right.mean() >= 0.8
