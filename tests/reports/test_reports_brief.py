"""The brief: the whole text, every claim once, every number explained once, and the questions that stay open."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_factory import (
    CLAIMS,
    ENTRIES,
    LOAN,
    MENTIONS,
    MINE,
    PACKAGE,
    TEXT,
    TODAY,
    VALUES,
    VENTURE,
    analysis,
    document,
    mention,
    reading,
    span,
    usd,
)

from lodeline.claims.claim import Claim, Party, Reading, Support
from lodeline.documents.document import Publication
from lodeline.language.analysis import Analysis, Mention
from lodeline.language.values import DateValue, Value
from lodeline.reports.brief import brief_page
from lodeline.reports.pages import BriefPage, NumberRow


def page(*claims: Claim, today: date = TODAY) -> BriefPage:
    return brief_page(document(), analysis(), reading(*claims), ENTRIES, today)


def number(shown: BriefPage, words: str) -> NumberRow:
    return next(row for row in shown.numbers if row.words == words)


def topics(shown: BriefPage) -> set[str]:
    return {question.topic for question in shown.questions}


def test_the_blocks_hold_the_whole_text_in_order() -> None:
    shown = "".join(block.text for block in page().blocks)
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", TEXT)


def test_text_outside_of_all_sentences_is_shown_too() -> None:
    bare = analysis(sentences=analysis().sentences[1:-1])
    shown = brief_page(document(), bare, reading(), ENTRIES, TODAY)
    assert re.sub(r"\s", "", "".join(block.text for block in shown.blocks)) == re.sub(r"\s", "", TEXT)


def test_every_claim_of_the_reading_stands_on_the_page_once_in_order_of_the_text() -> None:
    shown = page(*reversed(CLAIMS))
    assert [line.number for line in shown.claims] == [1, 2, 3, 4]
    assert [line.kind for line in shown.claims] == ["Joint venture", "Financing", "Agreement", "Project"]


def test_a_claim_that_lies_in_no_sentence_is_still_on_the_page() -> None:
    bare = analysis(sentences=(), zones=())
    assert len(brief_page(document(), bare, reading(), ENTRIES, TODAY).claims) == len(CLAIMS)


def test_a_claim_shows_its_slots_with_their_words_or_the_rule_that_inferred_them() -> None:
    facts = {fact.label: fact for fact in page().claims[0].slots}
    assert facts["Amount"].citations[0].words == "about 1.25 billion dollars"
    assert facts["Mineral"].citations[0].rule == "mineral_of_the_company"


def test_what_gave_no_claim_is_passed_over_with_its_reason() -> None:
    reasons = {block.zone: [each.reason for each in block.passed] for block in page().blocks}
    assert reasons["caption"][0].startswith("caption: read, no rule fired")
    assert reasons["teaser"][0].startswith("teaser: points to another text")
    crowd = page().blocks[-1].passed[0]
    assert crowd.words == "Some 300 people came to the ceremony."
    assert crowd.reason == "crowd: people at an event are no figure"


def test_a_sentence_that_carries_a_claim_is_not_passed_over() -> None:
    assert page().blocks[0].passed == ()


@pytest.mark.parametrize(
    ("words", "claim", "reason"),
    [
        ("60 percent", 1, "share of claim 1"),
        ("4 March 2031", 1, "date of claim 1"),
        ("about 1.25 billion dollars", 1, "amount of claim 1"),
        ("400 million dollars", 2, "amount of claim 2"),
        ("3 billion", 3, "amount of claim 3"),
        ("12,000 tonnes a year", 4, "quantity of claim 4"),
        ("52", None, "somebody's age"),
        ("7", None, "part of the name “G7”"),
        ("2030", None, "a date of an event that no claim tells"),
        ("Seven", None, "teaser: points to another text"),
        ("12", None, "teaser: points to another text"),
        ("300", None, "crowd: people at an event are no figure"),
    ],
)
def test_each_number_has_its_explanation(words: str, claim: int | None, reason: str) -> None:
    row = number(page(), words)
    assert row.claim == claim
    assert row.reason.startswith(reason)


def test_every_digit_of_the_text_is_explained_exactly_once() -> None:
    covered = [at for row in page().numbers for at in range(row.start, row.start + len(row.words))]
    assert len(covered) == len(set(covered))
    assert {at for at, each in enumerate(TEXT) if each.isdigit()} <= set(covered)


def test_without_any_typed_value_every_run_of_digits_is_still_explained() -> None:
    shown = brief_page(document(), analysis(values=(), mentions=()), reading(), (), TODAY)
    assert [row.words for row in shown.numbers] == re.findall(r"\d+(?:[.,]\d+)*", TEXT)
    assert all(row.reason for row in shown.numbers)


values = st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), max_size=12)


@given(values)
@settings(max_examples=60)
def test_overlapping_values_never_explain_a_number_twice(stretches: list[tuple[int, int]]) -> None:
    made = tuple(Value(at, min(at + size, len(TEXT)), "number", number=Decimal(1)) for at, size in stretches)
    shown = brief_page(document(), analysis(values=made), reading(), ENTRIES, TODAY)
    covered = [at for row in shown.numbers for at in range(row.start, row.start + len(row.words))]
    assert len(covered) == len(set(covered))
    assert {at for at, each in enumerate(TEXT) if each.isdigit()} <= set(covered)


def test_a_number_is_found_by_its_value_where_the_claim_has_no_support() -> None:
    bare = replace(LOAN, support={})
    assert number(page(bare), "400 million dollars").reason == "amount of claim 1"


def test_a_number_in_the_words_of_a_claim_that_uses_it_in_no_slot_says_so() -> None:
    bare = replace(LOAN, support={}, amount=None)
    row = number(page(bare), "400 million dollars")
    assert (row.claim, row.reason) == (None, "in the words of claim 1, used by none of its slots")


def test_a_number_in_the_cue_of_a_claim_belongs_to_it_only_where_no_slot_has_it() -> None:
    words = {"kind": Support((span("letter of interest for 400 million dollars"),))}
    cue = replace(LOAN, support=words)
    assert number(page(cue), "400 million dollars").reason == "amount of claim 1"
    assert number(page(replace(cue, amount=None)), "400 million dollars").reason == "kind of claim 1"


def test_the_dateline_is_the_day_of_publication() -> None:
    dated = analysis(values=(*VALUES, Value(*span("300"), "date", date=DateValue("2031-03-05"))))
    shown = brief_page(document(), dated, Reading(document().id, CLAIMS), ENTRIES, TODAY)
    assert number(shown, "300").reason == "the day of publication itself"


def test_the_words_that_dated_the_text_explain_their_number() -> None:
    inferred = document(published=Publication("2030", "inferred", "the year stands in a caption"))
    shown = brief_page(inferred, analysis(), reading(), ENTRIES, TODAY)
    assert number(shown, "2030").reason == "a date: the text is dated by such words"
    assert "inferred from the text: the year stands in a caption" in {fact.note for fact in shown.header}


def test_a_paragraph_names_the_claims_elsewhere_that_take_its_words() -> None:
    told_again = replace(LOAN, also=(span("Photo: Ada Quill"),))
    taken = replace(MINE, support={"parties.0": Support((span("Ada Quill"),))})
    assert [block.elsewhere for block in page(VENTURE, told_again, PACKAGE, taken).blocks] == [(), (4,), (2,), (), ()]


def test_the_timeline_runs_forward_and_tells_given_from_inferred() -> None:
    rows = [(row.date, row.how, row.claim) for row in page().timeline]
    assert rows == [
        ("2031-03-04", "given", 1),
        ("2031-03-05", "inferred: day of publication", 2),
        ("2034", "given", 4),
    ]
    assert page().undated == (3,)


def test_a_date_completed_from_the_publication_date_is_inferred() -> None:
    completed = tuple(
        replace(value, date=replace(value.date, inferred=True)) if value.date else value for value in VALUES
    )
    shown = brief_page(document(), analysis(values=completed), reading(), ENTRIES, TODAY)
    assert shown.timeline[0].how == "inferred: completed from the publication date"


def test_people_stand_with_the_posts_that_the_text_gives() -> None:
    (row,) = page().people
    assert (row.name, row.posts, row.claims, row.times) == (
        "Ada Quill",
        ("Energy minister", "head of the delegation"),
        (3,),
        2,
    )


def test_a_pronoun_counts_for_the_person_it_stands_for() -> None:
    her = replace(mention("Photo", "person", "she"), refers_to=2)
    shown = brief_page(document(), analysis(mentions=(*MENTIONS, her)), reading(), ENTRIES, TODAY)
    assert [(row.name, row.times) for row in shown.people] == [("Ada Quill", 3)]


def test_references_in_a_circle_end() -> None:
    one = replace(mention("Photo", "person", "A"), refers_to=1)
    other = replace(mention("Some", "person", "B"), refers_to=0)
    assert brief_page(document(), analysis(mentions=(one, other)), reading(), (), TODAY).people


def test_a_post_of_another_sentence_is_nobodys() -> None:
    away = (mention("Energy minister", "post"), mention("Ada Quill", "person"), mention("Marrow Ores", "person"))
    shown = brief_page(document(), analysis(mentions=away), reading(), ENTRIES, TODAY)
    assert {row.name: row.posts for row in shown.people}["Marrow Ores"] == ()


POSTS = "Lead envoy Ida Roe, president Tam Oak and Roe met. Oak left."


def posts(*found: tuple[str, str]) -> dict[str, tuple[tuple[str, ...], int]]:
    """Posts and mentions of each person in POSTS, where the reader found these (kind, words)."""
    made, at = [], 0
    for kind, words in found:
        at = POSTS.index(words, at)
        made.append(Mention(at, at + len(words), kind, words))  # type: ignore[arg-type]
        at += len(words)
    read = Analysis(POSTS, "en", None, (), (), tuple(made), ())
    shown = brief_page(document(text=POSTS), read, Reading(document().id, ()), (), TODAY)
    return {row.name: (row.posts, row.times) for row in shown.people}


def test_a_post_that_leads_to_the_next_name_is_not_the_name_befores() -> None:
    met = posts(("post", "Lead envoy"), ("person", "Ida Roe"), ("post", "president"), ("person", "Tam Oak"))
    assert met == {"Ida Roe": (("Lead envoy",), 1), "Tam Oak": (("president",), 1)}


def test_a_surname_alone_is_the_one_person_whose_name_ends_in_it() -> None:
    met = posts(("person", "Ida Roe"), ("person", "Tam Oak"), ("person", "Roe"), ("person", "Oak"))
    assert {name: times for name, (_, times) in met.items()} == {"Ida Roe": 2, "Tam Oak": 2}


def test_a_surname_that_two_people_bear_is_nobodys() -> None:
    made = (mention("Tin Lantern", "person", "Ann Roe"), mention("Marrow", "person", "Bob Roe"))
    alone = mention("Harbour", "person", "Roe")
    shown = brief_page(document(), analysis(mentions=(*made, alone)), reading(), (), TODAY)
    assert [row.name for row in shown.people] == ["Ann Roe", "Bob Roe", "Roe"]


def test_sums_stand_alone_with_warnings_of_what_they_may_hold() -> None:
    rows = {row.claim: row for row in page().money}
    assert "may pay for part of claim 1: not added to it" in rows[2].warnings
    assert "may contain the sums of claims 1, 2: not added to them" in rows[3].warnings
    assert "the text names no currency: cannot be added to any other sum" in rows[3].warnings
    assert "not in the totals of the ledger (total): may pay for the venture" in rows[2].warnings


def test_the_same_figure_in_two_claims_is_marked() -> None:
    twin = replace(PACKAGE, amount=usd("400000000"))
    assert "the same figure as claim 2: may be the same money" in page(VENTURE, LOAN, twin).money[2].warnings


def test_a_sum_that_no_claim_uses_is_listed_with_the_reason() -> None:
    row = next(row for row in page(VENTURE).money if row.value.text.startswith("400"))
    assert row.claim is None
    assert row.what.startswith("a sum that no claim tells")


def test_no_grand_total_is_ever_shown() -> None:
    total = sum((each.amount.value for each in CLAIMS if each.amount), Decimal(0))
    assert total == Decimal(4650000000)
    assert not any("4.65" in row.value.text for row in page().money)


def test_the_small_text_leaves_these_questions_open() -> None:
    assert topics(page()) == {
        "currency",
        "details not public",
        "status",
        "sources disagree",
        "condition",
        "stakes",
        "unit",
        "inferred",
    }


def stakes(*shares: int) -> Claim:
    parties = tuple(Party(f"P{at}", "partner", Decimal(share)) for at, share in enumerate(shares))
    return replace(VENTURE, parties=parties)


@pytest.mark.parametrize(
    ("topic", "claims", "asked"),
    [
        ("stakes", (stakes(70, 30),), False),
        ("stakes", (stakes(70, 20),), True),
        ("denied", (replace(LOAN, status="denied"),), True),
        ("denied", (LOAN,), False),
        ("unconfirmed", (replace(LOAN, status="rumoured"),), True),
        ("status", (replace(LOAN, status=None),), True),
        ("status", (LOAN,), False),
        ("status", (replace(VENTURE, instrument="contract"),), False),
        ("unit", (replace(MINE, quantity=replace(MINE.quantity, form="metal")),), False),  # type: ignore[type-var]
        ("overdue", (replace(MINE, date="2031-06"),), True),
        ("overdue", (replace(MINE, date="2031-09"),), False),
        ("overdue", (replace(MINE, date="2031"),), False),
        ("overdue", (replace(MINE, date="2031-06", status="completed"),), False),
        ("overdue", (replace(VENTURE, date="2030-01-01"),), False),
        ("still in force?", (replace(MINE, kind="restriction", date="2030-10", period="P1Y"),), False),
        ("still in force?", (replace(MINE, kind="restriction", date="2030-07", period="P1Y"),), True),
        ("still in force?", (replace(MINE, kind="restriction", date="2031-08", period="P18M"),), False),
        ("still in force?", (replace(MINE, kind="restriction", date="2029", period="P1Y"),), True),
        ("still in force?", (replace(MINE, kind="restriction", date="2029-11", period="P2W"),), False),
        ("inferred", (replace(MINE, support={"date": Support(rule="guess")}),), True),
        ("inferred", (MINE,), False),
    ],
)
def test_a_question_is_asked_where_it_is_open_and_only_there(
    topic: str, claims: tuple[Claim, ...], asked: bool
) -> None:
    assert (topic in topics(page(*claims))) is asked


@pytest.mark.parametrize(
    ("published", "asked"),
    [
        (Publication(None, "unknown", "no date anywhere"), True),
        (Publication("2031", "inferred", "a caption"), True),
        (Publication("2031-03-05", "given", ""), False),
        (Publication("2031-03-05", "metadata", ""), False),
    ],
)
def test_an_unknown_or_inferred_publication_date_is_an_open_question(published: Publication, asked: bool) -> None:
    shown = brief_page(document(published=published), analysis(), reading(), ENTRIES, TODAY)
    assert ("publication date" in topics(shown)) is asked


def test_values_inferred_by_one_rule_are_asked_about_once() -> None:
    guess = {"date": Support(rule="day_of_publication")}
    shown = page(replace(VENTURE, support=guess), replace(LOAN, support=guess), replace(MINE, support=guess))
    asked = [(question.text, question.claims) for question in shown.questions if question.topic == "inferred"]
    assert asked == [("Not told in so many words (day of publication): date.", (1, 2, 3))]


def test_details_kept_back_are_asked_of_the_claim_before_in_the_paragraph() -> None:
    sentence = span("The two governments signed papers worth 3 billion; details were not disclosed.")
    shown = page(replace(PACKAGE, start=PACKAGE.start - 10, stop=PACKAGE.start - 5, evidence="plan."))
    assert sentence[0] > PACKAGE.start - 5
    assert [each.claims for each in shown.questions if each.topic == "details not public"] == [(1,)]


def test_a_sum_without_a_currency_is_asked_about_even_where_no_claim_uses_it() -> None:
    asked = [question for question in page(VENTURE).questions if question.topic == "currency"]
    assert [(question.text, question.claims) for question in asked] == [
        ("In which currency is “3 billion”? The text names none.", ())
    ]


def test_a_text_that_says_nothing_gives_a_page() -> None:
    silent = Analysis("", "en", None, (), (), (), ())
    shown = brief_page(document(text=""), silent, Reading(document().id, ()), (), TODAY)
    assert (shown.blocks, shown.numbers, shown.claims) == ((), (), ())


def test_what_the_cleaner_left_out_is_listed() -> None:
    assert page().left_out == ("Subscribe to our letter.",)
