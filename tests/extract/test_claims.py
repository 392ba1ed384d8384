from __future__ import annotations

from dataclasses import replace

import pytest

from build import tree
from markup import read_markup, unmark
from onrecord.extract.claim_draft import ClaimDraft
from onrecord.extract.claims import BARE, chain_at, find_claims
from onrecord.types import Attribution, Form, Language, Span, Stance

Shown = tuple[str, str, tuple[str, ...]]  # source, cue, content; "" where there is none


def source_of(lang: Language, drafts: tuple[ClaimDraft, ...], draft: ClaimDraft) -> str:
    ranges = drafts[draft.borrowed].sources if draft.borrowed is not None else draft.sources
    return " & ".join(lang.text(*r) for r in ranges)


def shown(lang: Language) -> list[Shown]:
    drafts, text = find_claims(lang), lang.doc.text
    return [
        (source_of(lang, drafts, d), lang.text(*d.cue) if d.cue else "", tuple(s.of(text) for s in d.content)) for d in drafts
    ]


def only(markup: str) -> ClaimDraft:
    drafts = find_claims(read_markup(markup))
    assert len(drafts) == 1
    return drafts[0]


def test_markup_marks_and_keeps_brackets_of_the_text() -> None:
    text, marked = unmark('"[We [all] won in [northwest]{source:2} China]{content}", [she]{source}.')
    assert text == '"We [all] won in northwest China", she.'
    assert [(m.role, m.number, m.span.of(text)) for m in marked] == [
        ("content", 1, "We [all] won in northwest China"), ("source", 2, "northwest"), ("source", 1, "she"),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="never opened"):
        unmark("She]{source} said.")


def test_a_claim_has_source_cue_and_content() -> None:
    lang = read_markup("“[We won]{content}”, [she]{source} [claimed]{cue}.")
    assert shown(lang) == [("she", "claimed", ("We won",))]


@pytest.mark.parametrize(
    ("markup", "form"),
    [
        ("“[We won]{content},” [she]{source} [said]{cue}.", Form.DIRECT),
        ('"[We won]{content}," [she]{source} [said]{cue}.', Form.DIRECT),
        ("[She]{source} [said]{cue} [they had won]{content}.", Form.INDIRECT),
        ("[She]{source} [said]{cue} [they had won “a great victory” there]{content}.", Form.MIXED),
        ("The mayor of “Sin City” was out. [He]{source} [said]{cue} [it would rain]{content}.", Form.INDIRECT),
        ("“[We won at sea and in the hills,” she said, “and we will win again]{content}.”", Form.DIRECT),
    ],
)
def test_the_form_follows_the_quotation_marks(markup: str, form: Form) -> None:
    assert only(markup).form is form


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", Stance.SAYS),
        ("believes", Stance.BELIEVES),
        ("denied", Stance.DENIES),
        ("demanded", Stance.ASKS),
        ("hopes", Stance.WANTS),
        ("plans", Stance.PLANS),
        ("predicted", Stance.PREDICTS),
        ("has repeatedly warned", Stance.WARNS),
        ("accused", Stance.ACCUSES),
        ("vowed", Stance.PROMISES),
        ("doubted", Stance.DOUBTS),
        ("zorbled", Stance.SAYS),
    ],
)
def test_the_stance_follows_the_cue(cue: str, stance: Stance) -> None:
    found = only(f"[She]{{source}} [{cue}]{{cue}} [that they had won]{{content}}.")
    assert found.stance is stance
    assert [w.by for w in found.why] == ["reader", "reporting verbs"]


@pytest.mark.parametrize(
    ("markup", "content"),
    [
        ("[She]{source} [said]{cue}: [“They won.”]{content}", "They won"),
        ("[“They won,”]{content} [she]{source} [said]{cue}.", "They won"),
        ("[She]{source} [said]{cue} [— they won —]{content} at last.", "they won"),
        ("[She]{source} [said]{cue} [they won]{content}.", "they won"),
    ],
)
def test_marks_and_stops_at_the_edges_are_no_content(markup: str, content: str) -> None:
    assert shown(read_markup(markup))[0][2] == (content,)


def test_content_of_nothing_but_marks_is_no_claim() -> None:
    assert find_claims(read_markup("[She]{source} [said]{cue} […”]{content}")) == ()


SAID = """
    She PRON 2 nsubj
    said VERB 0 root
    that SCONJ 5 mark
    they PRON 5 nsubj
    won VERB 2 ccomp
    . PUNCT 2 punct
"""


@pytest.mark.parametrize(("tag", "content"), [("SCONJ", "they won"), ("PRON", "that they won")])
def test_a_conjunction_is_no_content_and_a_pronoun_is(tag: str, content: str) -> None:
    lang = tree(SAID.replace("SCONJ", tag))
    proposal = Attribution(cue=(1, 2), sources=((0, 1),), content=((2, 6),), score=0.9)
    assert shown(replace(lang, attributions=(proposal,))) == [("She", "said", (content,))]


@pytest.mark.parametrize("cue", ["is believed", "was reported"])
def test_nobody_in_particular_is_impersonal(cue: str) -> None:
    found = only(f"It [{cue}]{{cue}} [that they won]{{content}}.")
    assert found.impersonal
    assert found.sources == ()


def test_it_is_nobody_even_where_the_network_takes_it_for_a_source() -> None:
    found = only("[It]{source} [is believed]{cue} [that they won]{content}.")
    assert found.impersonal
    assert found.sources == ()


def test_a_named_source_makes_an_impersonal_cue_personal() -> None:
    assert not only("[Moscow]{source} [reports]{cue} [that they won]{content}.").impersonal


def test_an_impersonal_claim_borrows_nobody() -> None:
    lang = read_markup(
        "[Antonov]{source} [said]{cue} [they had come]{content}. It [is believed]{cue:2} [that they won]{content:2}."
    )
    assert shown(lang) == [("Antonov", "said", ("they had come",)), ("", "is believed", ("that they won",))]


@pytest.mark.parametrize(("owner", "impersonal"), [("new ADJ 4 amod", True), ("Reuters PROPN 4 compound", False)])
def test_reports_are_hearsay_unless_somebodys(owner: str, impersonal: bool) -> None:
    lang = tree(f"""
        There PRON 2 expl
        were VERB 0 root
        {owner}
        reports NOUN 2 nsubj
        of ADP 7 case
        rebel ADJ 7 amod
        attacks NOUN 4 nmod
        . PUNCT 2 punct
    """)
    lang = replace(lang, lemmas=("there", "be", "new", "report", "of", "rebel", "attack", "."))
    proposal = Attribution(cue=(3, 4), sources=((2, 3),), content=((5, 7),), score=0.9)
    (found,) = find_claims(replace(lang, attributions=(proposal,)))
    assert (found.impersonal, not found.sources) == (impersonal, impersonal)


def test_the_subject_speaks_where_the_network_names_nobody() -> None:
    lang = tree(SAID)
    proposal = Attribution(cue=(1, 2), sources=(), content=((2, 5),), score=0.9)
    assert shown(replace(lang, attributions=(proposal,))) == [("She", "said", ("they won",))]


def test_the_complement_is_the_content_where_the_network_gives_none() -> None:
    lang = tree(SAID)
    proposal = Attribution(cue=(1, 2), sources=((0, 1),), content=(), score=0.9)
    assert shown(replace(lang, attributions=(proposal,))) == [("She", "said", ("they won",))]


def test_a_lead_in_opens_the_statement_below_it() -> None:
    lang = read_markup("[The minister]{source} [warned]{cue}:\n\n[We will close our harbours to all ships]{content:2}.")
    assert shown(lang) == [("The minister", "warned", ("We will close our harbours to all ships",))]
    assert find_claims(lang)[0].form is Form.DIRECT
    assert find_claims(lang)[0].stance is Stance.WARNS


def test_a_quotation_split_by_its_speech_tag_is_one_claim() -> None:
    lang = read_markup("“[We won]{content},” [she]{source} [said]{cue}, “[and we will win again]{content}.”")
    assert shown(lang) == [("she", "said", ("We won", "and we will win again"))]
    assert find_claims(lang)[0].form is Form.DIRECT


def test_the_rest_of_a_running_quotation_is_the_same_speakers() -> None:
    lang = read_markup(
        "“The terrorists have come closer. [They could reach the border this year]{content},” [Antonov]{source} [said]{cue}."
    )
    assert shown(lang) == [
        ("Antonov", "", ("The terrorists have come closer",)),
        ("Antonov", "said", ("They could reach the border this year",)),
    ]
    rest, spoken = find_claims(lang)
    assert (rest.form, rest.stance, rest.borrowed) == (Form.DIRECT, Stance.SAYS, 1)
    assert spoken.borrowed is None


def test_a_quotation_beside_a_speaker_in_its_paragraph_is_theirs() -> None:
    lang = read_markup(
        "[Okonkwo]{source} [denied]{cue} [that they fled]{content}.\n\n"
        "“[We won]{content:2},” [Aasen]{source:2} [said]{cue:2}. “The sailors were never in danger.”"
    )
    assert shown(lang)[-1] == ("Aasen", "", ("The sailors were never in danger",))


def test_a_paragraph_that_is_all_quotation_belongs_to_the_speaker_before() -> None:
    lang = read_markup("[Aasen]{source} [praised]{cue} [the crew]{content}.\n\n“The sailors were never in danger.”")
    assert shown(lang)[-1] == ("Aasen", "", ("The sailors were never in danger",))


def test_a_quotation_may_come_before_its_speaker() -> None:
    lang = read_markup("“The sailors were never in danger.”\n\n“[We won]{content},” [Aasen]{source} [said]{cue}.")
    assert shown(lang)[0] == ("Aasen", "", ("The sailors were never in danger",))


def test_a_speaker_far_away_lends_nothing() -> None:
    far = "The sun rose. The birds sang. The wind fell. The rain came."
    lang = read_markup(
        f"[Aasen]{{source}} [praised]{{cue}} [the crew]{{content}}.\n\n{far}\n\n“The sailors were never in danger.”"
    )
    assert shown(lang)[-1] == ("", "", ("The sailors were never in danger",))


def test_an_indirect_claim_without_a_source_borrows_none() -> None:
    lang = read_markup(
        "[Aasen]{source} [said]{cue} [they had won]{content}. There was a [claim]{cue:2} [that they fled]{content:2}."
    )
    assert shown(lang)[-1] == ("", "claim", ("that they fled",))


def test_words_in_marks_that_are_no_sentence_are_no_quotation() -> None:
    assert find_claims(read_markup("They sang “The Internationale of the Workers” all night.")) == ()
    assert find_claims(read_markup("“No way.”")) == ()


@pytest.mark.parametrize(("score", "kept"), [(BARE - 0.01, 0), (BARE + 0.01, 1)])
def test_bare_content_outside_marks_needs_a_sure_network(score: float, kept: int) -> None:
    assert len(find_claims(read_markup("[They had won]{content} at noon.", score=score))) == kept


def test_bare_content_in_marks_needs_none() -> None:
    assert len(find_claims(read_markup("“[They had won]{content},” it was heard.", score=0.1))) == 1


def test_the_same_content_proposed_twice_is_claimed_once_and_with_its_cue() -> None:
    lang = read_markup("[She]{source} [said]{cue} [they had won]{content}.")
    bare = replace(lang.attributions[0], cue=None, sources=(), score=0.99)
    assert shown(replace(lang, attributions=(bare, *lang.attributions))) == [("She", "said", ("they had won",))]


def test_a_claim_in_anothers_content_is_within_it() -> None:
    lang = read_markup("[Ray]{source} [said]{cue} [that [Kim]{source:2} [denied]{cue:2} [that they fled]{content:2}]{content}.")
    outer, inner = find_claims(lang)
    assert (outer.within, inner.within) == (None, 0)
    assert inner.stance is Stance.DENIES


def test_of_three_voices_the_nearest_is_the_one_within() -> None:
    lang = read_markup(
        "[Ray]{source} [said]{cue} [that [Kim]{source:2} [told]{cue:2} them "
        "[that [Lee]{source:3} [believes]{cue:3} [they fled]{content:3}]{content:2}]{content}."
    )
    assert [d.within for d in find_claims(lang)] == [None, 0, 1]


def test_claims_beside_each_other_are_not_within() -> None:
    lang = read_markup(
        "[Russia]{source} [has claimed]{cue} [that it hits militants]{content}, though there were "
        "numerous [reports]{cue:2} [of aircraft bombing rebels]{content:2}."
    )
    first, second = find_claims(lang)
    assert first.within is second.within is None
    assert second.sources == ()
    assert second.borrowed is None


def test_the_chain_at_a_word_has_the_outermost_voice_first() -> None:
    lang = read_markup(
        "[Ray]{source} [said]{cue} [that [Kim]{source:2} [denied]{cue:2} [that they fled]{content:2}]{content} at noon."
    )
    drafts, text = find_claims(lang), lang.doc.text
    voices = {
        word: [source_of(lang, drafts, drafts[i]) for i in chain_at(drafts, _span(text, word))]
        for word in ("fled", "denied", "noon")
    }
    assert voices == {"fled": ["Ray", "Kim"], "denied": ["Ray"], "noon": []}


def _span(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))
